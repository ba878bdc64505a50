import { type HtmlPlace, readHtmlInline } from "./html-inline.ts";
import { attributeOf, childrenOf, type HtmlElement, isElement } from "./html-tree.ts";
import { maximumColumns } from "./markdown-bounds.ts";
import type { Table, TableCell, TableRow } from "./page.ts";

/** An HTML table with its merged cells repeated in every place that they cover; undefined where it is too wide. */
export function readHtmlTable(place: HtmlPlace, table: HtmlElement): Table | undefined {
  const span = spanOf(place, table);
  const elements = rowsOf(table);
  const rows = expandRows(place, elements);
  if (rows === undefined || rows.length === 0) return undefined;
  const headed = elements[0] !== undefined && isHeader(elements[0]);
  const caption = elementsOf(table).find(({ tagName }) => tagName === "caption");
  return {
    kind: "table",
    caption: caption === undefined ? undefined : readHtmlInline(place, caption.childNodes, span.start),
    header: headed ? rows[0] : undefined,
    rows: headed ? rows.slice(1) : rows,
    span,
  };
}

function rowsOf(table: HtmlElement): readonly HtmlElement[] {
  return elementsOf(table).flatMap((child) => {
    if (child.tagName === "tr") return [child];
    if (!/^t(?:head|body|foot)$/.test(child.tagName)) return [];
    return elementsOf(child).filter(({ tagName }) => tagName === "tr");
  });
}

function elementsOf(element: HtmlElement): readonly HtmlElement[] {
  return childrenOf(element).filter(isElement);
}

function isHeader(row: HtmlElement): boolean {
  const parent = row.parentNode;
  if (parent !== null && "tagName" in parent && parent.tagName === "thead") return true;
  const cells = elementsOf(row);
  return cells.length > 0 && cells.every(({ tagName }) => tagName === "th");
}

interface Carried {
  readonly cell: TableCell;
  readonly rows: number;
}

function expandRows(place: HtmlPlace, elements: readonly HtmlElement[]): readonly TableRow[] | undefined {
  const rows: TableRow[] = [];
  let carried = new Map<number, Carried>();
  for (const element of elements) {
    const cells: TableCell[] = [];
    const next = new Map<number, Carried>();
    const takeCarried = (): void => {
      for (let held = carried.get(cells.length); held !== undefined; held = carried.get(cells.length)) {
        if (held.rows > 1) next.set(cells.length, { cell: held.cell, rows: held.rows - 1 });
        cells.push({ ...held.cell, isContinued: true });
      }
    };
    for (const cell of elementsOf(element)) {
      takeCarried();
      const read = readCell(place, cell);
      const width = spanned(cell, "colspan");
      const height = spanned(cell, "rowspan");
      for (let column = 0; column < width; column += 1) {
        if (height > 1) next.set(cells.length, { cell: read, rows: height - 1 });
        cells.push(column === 0 ? read : { ...read, isContinued: true });
      }
      if (cells.length > maximumColumns) return undefined;
    }
    takeCarried();
    carried = next;
    rows.push({ cells, span: spanOf(place, element) });
  }
  return rows;
}

function readCell(place: HtmlPlace, cell: HtmlElement): TableCell {
  const span = spanOf(place, cell);
  return { content: readHtmlInline(place, cell.childNodes, span.start), isContinued: false, span };
}

function spanned(cell: HtmlElement, name: "colspan" | "rowspan"): number {
  const value = Number.parseInt(attributeOf(cell, name) ?? "1", 10);
  if (!Number.isFinite(value) || value < 1) return 1;
  return Math.min(value, name === "colspan" ? maximumColumns : 10_000);
}

/** Where an element stands in the source; a row that the parser supplied stands where its first child does. */
function spanOf({ offset, source }: HtmlPlace, element: HtmlElement): { readonly start: number; readonly end: number } {
  const location = element.sourceCodeLocation;
  if (location) return { start: offset + location.startOffset, end: offset + location.endOffset };
  const first = childrenOf(element).find((child) => child.sourceCodeLocation);
  const start = offset + (first?.sourceCodeLocation?.startOffset ?? 0);
  return { start: Math.min(start, source.length), end: Math.min(start, source.length) };
}
