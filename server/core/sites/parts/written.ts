/** How a value stands in the text, so that a fix can write another one in its place. */
import type { Expression, StringLiteral } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Written } from "../model.ts";
import type { ResolvedOption } from "../values/value-service.ts";

/** The form of one option of `expression`, which is a single branch, not a conditional. */
export function writtenForm(expression: Expression, option: ResolvedOption): Written {
  const inner = unwrapped(expression);
  const span = { start: inner.start, end: inner.end };
  switch (inner.kind) {
    case "number":
      return { kind: "number", span };
    case "unary":
      return unwrapped(inner.operand).kind === "number" ? { kind: "number", span } : { kind: "name", span };
    case "string":
      return writtenText(inner);
    case "template":
      return inner.expressions.length === 0 ? { kind: "string", span, quote: "`" } : { kind: "name", span };
    case "member":
      if (inner.nameSpan.start === inner.nameSpan.end) return { kind: "implied", span, by: `\`${inner.name}\`` };
      return option.table === undefined
        ? { kind: "name", span }
        : { kind: "member", span, nameSpan: inner.nameSpan, table: option.table };
    case "index":
      return option.table === undefined
        ? { kind: "name", span }
        : { kind: "member", span, nameSpan: { start: inner.index.start, end: inner.index.end }, table: option.table };
    default:
      return { kind: "name", span };
  }
}

/** The form of a text in quotes, or of a plain one of YAML; a block of lines cannot be written in place. */
export function writtenText({ quote, start, end }: StringLiteral): Written {
  return quote === "|" ? { kind: "name", span: { start, end } } : { kind: "string", span: { start, end }, quote };
}

/** What implies a value that stands inside a text of JSON, escaped or not, where that text is written. */
export const textOfBody = "the text of the body";
