import { printParseErrorCode, visit } from "jsonc-parser";
import { hasReadableLength } from "./data-limits.ts";
import type { DataEntry, DataNode, DataOptions, DataReading, DataScalar } from "./data-node.ts";
import { lazyLineMap, reportDuplicateKeys } from "./duplicate-keys.ts";
import { isWithinLimits } from "./json-limits.ts";
import { LineMap } from "./line-map.ts";
import { ProblemCollector } from "./problem-collector.ts";
import type { Span } from "./span.ts";

/** JSON with comments as positioned data; broken parts are problems, the rest is there. Never throws. */
export function readJsonData(text: string, options: DataOptions = {}): DataReading {
  const problems = new ProblemCollector({ code: options.code ?? "data-syntax", length: text.length });
  const root = readJsonInto(text, problems, options);
  return { root, problems: problems.toList() };
}

/** As `readJsonData`, with problems going to a collector that the caller keeps using. */
export function readJsonInto(
  text: string,
  problems: ProblemCollector,
  options: Omit<DataOptions, "code"> = {},
): DataNode | undefined {
  if (!hasReadableLength(text, problems)) return undefined;
  // A space in place of the byte order mark keeps every offset.
  const source = text.startsWith("\uFEFF") ? ` ${text.slice(1)}` : text;
  return isWithinLimits(source, problems) ? buildTree(source, problems, options) : undefined;
}

type OpenNode =
  | { readonly kind: "map"; readonly start: number; readonly entries: DataEntry[]; key: DataScalar | undefined }
  | { readonly kind: "list"; readonly start: number; readonly items: DataNode[] };

function buildTree(text: string, problems: ProblemCollector, options: Omit<DataOptions, "code">): DataNode | undefined {
  const lines = lazyLineMap(() => new LineMap(text));
  const open: OpenNode[] = [];
  let root: DataNode | undefined;

  function place(node: DataNode): void {
    const parent = open.at(-1);
    if (parent === undefined) root ??= node;
    else if (parent.kind === "list") parent.items.push(node);
    else if (parent.key !== undefined) {
      parent.entries.push({ key: parent.key.written, keySpan: parent.key.span, keyScalar: parent.key, value: node });
      parent.key = undefined;
    }
  }

  function close(end: number): void {
    const node = open.pop();
    if (node === undefined) return;
    const span = { start: node.start, end };
    if (node.kind === "list") {
      place({ kind: "list", items: node.items, span });
      return;
    }
    if (options.duplicates !== "keep") reportDuplicateKeys(node.entries, lines, problems);
    place({ kind: "map", entries: node.entries, span });
  }

  visit(
    text,
    {
      onObjectBegin: (offset) => void open.push({ kind: "map", start: offset, entries: [], key: undefined }),
      onArrayBegin: (offset) => void open.push({ kind: "list", start: offset, items: [] }),
      onObjectEnd: (offset, length) => close(offset + length),
      onArrayEnd: (offset, length) => close(offset + length),
      onObjectProperty: (name, offset, length) => {
        const parent = open.at(-1);
        if (parent?.kind === "map") parent.key = scalarAt(text, name, spanOf(offset, length));
      },
      onLiteralValue: (value: DataScalar["value"], offset, length) =>
        place(scalarAt(text, value, spanOf(offset, length))),
      onError: (error, offset, length) => {
        const span = spanOf(offset, length);
        problems.error(span, errorMessage(printParseErrorCode(error), text.slice(span.start, span.end)));
      },
    },
    { disallowComments: options.strict === true, allowTrailingComma: options.strict !== true, allowEmptyContent: true },
  );
  return root;
}

function spanOf(offset: number, length: number): Span {
  return { start: offset, end: offset + length };
}

function scalarAt(text: string, value: DataScalar["value"], span: Span): DataScalar {
  const quoted = typeof value === "string";
  return { kind: "scalar", value, written: quoted ? value : text.slice(span.start, span.end), quoted, span };
}

const errorMessages: ReadonlyMap<string, string> = new Map([
  ["InvalidNumberFormat", "This is not a number"],
  ["PropertyNameExpected", "Expected a key in double quotes"],
  ["ValueExpected", "Expected a value"],
  ["ColonExpected", "Expected `:` after the key"],
  ["CommaExpected", "Expected `,` before this"],
  ["CloseBraceExpected", "Expected `}`"],
  ["CloseBracketExpected", "Expected `]`"],
  ["EndOfFileExpected", "Expected nothing after the first value"],
  ["InvalidCommentToken", "Comments are not allowed in this file"],
  ["UnexpectedEndOfComment", "This comment does not end"],
  ["UnexpectedEndOfString", "This text lacks its closing quote"],
  ["UnexpectedEndOfNumber", "This number lacks digits"],
  ["InvalidUnicode", "`\\u` needs four hexadecimal digits"],
  ["InvalidEscapeCharacter", "This escape is not known to JSON"],
  ["InvalidCharacter", "Control characters must be escaped in a text"],
]);

function errorMessage(name: string, written: string): string {
  const message = errorMessages.get(name);
  if (message !== undefined) return message;
  const short = written.length > 30 ? `${written.slice(0, 30)}…` : written;
  return `\`${short}\` is not JSON: texts stand in double quotes`;
}
