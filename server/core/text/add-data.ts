/** Writing one more item or entry at the end of a list or a map, in the style of the one before it. */
import type { DataFormat, DataList, DataMap, DataNode } from "./data-node.ts";
import type { TextEdit } from "./edit.ts";
import type { Span } from "./span.ts";
import { type DataStyle, type NewData, writeBlock, writeFlow } from "./write-data.ts";

export interface Addition {
  readonly text: string;
  readonly format: DataFormat;
  /** What is added to. */
  readonly container: DataMap | DataList;
  /** The key of an entry; undefined for an item of a list. */
  readonly key: string | number | undefined;
  readonly value: NewData;
}

/** The edits that add it; undefined where the text shows no place for it. */
export function addLast(addition: Addition): readonly TextEdit[] | undefined {
  const { text, format, container } = addition;
  const isFlow = format === "json" || /[[{]/.test(text.charAt(container.span.start));
  const last = lastOf(container);
  if (last === undefined) return isFlow ? intoEmpty(addition) : undefined;
  const end = last.span.start + text.slice(last.span.start, last.span.end).trimEnd().length;
  const before = /[^\r\n]*$/.exec(text.slice(0, last.span.start))?.[0] ?? "";
  const isOnOwnLine = /^[\s-]*$/.test(before);
  const style = styleOf(addition, last, isFlow);
  if (isFlow && !isOnOwnLine) return [{ span: { start: end, end }, newText: `, ${writeFlow(addition, style)}` }];
  if (!isOnOwnLine) return undefined;
  const lineEnd = endOfLine(text, end, isFlow);
  const lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
  const isClosed = isFlow && /^,/.test(text.slice(end));
  const indentation = isFlow ? before : before.replace(/-/g, " ");
  const written = isFlow ? writeFlow(addition, style) : writeBlock(addition, style);
  const lines = written.split("\n").map((line, index) => (index === 0 ? before : indentation) + line);
  const added = `${lineBreak}${lines.join(lineBreak)}${isClosed ? "," : ""}`;
  if (!isFlow || isClosed) return [{ span: { start: lineEnd, end: lineEnd }, newText: added }];
  if (lineEnd === end) return [{ span: { start: end, end }, newText: `,${added}` }];
  return [
    { span: { start: end, end }, newText: "," },
    { span: { start: lineEnd, end: lineEnd }, newText: added },
  ];
}

interface Last {
  readonly value: DataNode;
  readonly span: Span;
}

function lastOf(container: DataMap | DataList): Last | undefined {
  if (container.kind === "list") {
    const item = container.items.at(-1);
    return item && { value: item, span: item.span };
  }
  const entry = container.entries.at(-1);
  return (
    entry && {
      value: entry.value,
      span: { start: entry.keySpan.start, end: Math.max(entry.keySpan.end, entry.value.span.end) },
    }
  );
}

function intoEmpty(addition: Addition): readonly TextEdit[] | undefined {
  const { text, container } = addition;
  const { start, end } = container.span;
  if (text.slice(start + 1, end - 1).trim() !== "") return undefined;
  const written = writeFlow(addition, { isFlow: true, isOnOneLine: true, isPadded: true, step: "  " });
  const isMap = container.kind === "map";
  return [{ span: { start, end }, newText: isMap ? `{ ${written} }` : `[${written}]` }];
}

/** How the last value is written: on one line or on several, with which indentation. */
function styleOf({ text, format }: Addition, { value, span }: Last, isInFlow: boolean): DataStyle {
  const lineStart = Math.max(text.lastIndexOf("\n", span.start - 1), text.lastIndexOf("\r", span.start - 1)) + 1;
  const indentation = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? "";
  const usual = indentation.startsWith("\t") ? "\t" : "  ";
  if (value.kind !== "map") return { isFlow: isInFlow, isOnOneLine: isInFlow, isPadded: true, step: usual };
  const isFlow = isInFlow || text.charAt(value.span.start) === "{";
  const inner = value.entries.at(-1);
  const innerLine = inner && (/[^\r\n]*$/.exec(text.slice(0, inner.keySpan.start))?.[0] ?? "");
  const hasOwnLine = innerLine !== undefined && /^[ \t]*$/.test(innerLine);
  const step = hasOwnLine && innerLine.length > indentation.length ? innerLine.slice(indentation.length) : usual;
  const isPadded = /^\{\s/.test(text.slice(value.span.start));
  return { isFlow, isOnOneLine: isFlow && !hasOwnLine, isPadded: isPadded || format === "yaml", step };
}

/** The end of the line at `offset`, where nothing but a comma and a comment follows there; else `offset`. */
function endOfLine(text: string, offset: number, isFlow: boolean): number {
  const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? "";
  const isBare = isFlow ? /^,?\s*(?:\/\/.*|\/\*.*\*\/\s*|#.*)?$/.test(rest) : /^\s*(?:#.*)?$/.test(rest);
  return isBare ? offset + rest.trimEnd().length : offset;
}
