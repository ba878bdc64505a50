import type { DataNode, DataScalar } from "../../text/data-node.ts";
import { ProblemCollector } from "../../text/problem-collector.ts";
import { readJsonInto } from "../../text/read-json-data.ts";
import type { Span } from "../../text/span.ts";
import { type CodeBlock, spanInInline, textOfInline } from "../page/page.ts";

/** A body in a code block, and the status in the lines of HTTP before it, if it has such lines. */
export interface BlockBody {
  readonly root: DataNode;
  readonly status: number | undefined;
  /** Whether the data was read without any doubt: nothing before, after or in between. */
  readonly isSound: boolean;
}

/** Length of a code block above which it is no example. */
const maximumLength = 200_000;

/** The JSON in a code block, with places in the document. What stands before its first bracket may be a head of HTTP. */
export function readBlockBody(block: CodeBlock): BlockBody | undefined {
  const text = textOfInline(block.content);
  if (text.length > maximumLength) return undefined;
  const start = text.search(/[{[]/);
  if (start < 0) return undefined;
  const head = text.slice(0, start);
  if (head.trim() !== "" && !/^\s*(?:HTTP\/|\/\/|#|[\w-]+:\s|<|status\b|[45]\d\d\b)/i.test(head)) return undefined;
  const problems = new ProblemCollector({ code: "page-syntax", length: text.length });
  const root = readJsonInto(head.replace(/[^\r\n]/g, " ") + text.slice(start), problems, { duplicates: "keep" });
  if (root === undefined || root.kind === "scalar") return undefined;
  const status = /HTTP\/[\d.]+\s+(\d{3})|^\W*(?:HTTP |status:? )?([1-5]\d\d)\b/i.exec(head);
  return {
    root: placed(root, (span) => spanInInline(block.content, span.start, span.end)),
    status: status === null ? undefined : Number(status[1] ?? status[2]),
    isSound: problems.toList().every(({ severity }) => severity !== "error"),
  };
}

/** The same data with its places moved, quotes left out of them. The reader of data keeps it shallow. */
function placed(node: DataNode, move: (span: Span) => Span): DataNode {
  if (node.kind === "scalar") return { ...node, span: move(withoutQuotes(node)) };
  const span = move(node.span);
  if (node.kind === "list") return { ...node, span, items: node.items.map((item) => placed(item, move)) };
  const entries = node.entries.map((entry) => ({
    ...entry,
    keySpan: move(withoutQuotes(entry.keyScalar)),
    keyScalar: { ...entry.keyScalar, span: move(withoutQuotes(entry.keyScalar)) },
    value: placed(entry.value, move),
  }));
  return { ...node, span, entries };
}

function withoutQuotes({ quoted, span }: DataScalar): Span {
  return quoted && span.end - span.start >= 2 ? { start: span.start + 1, end: span.end - 1 } : span;
}
