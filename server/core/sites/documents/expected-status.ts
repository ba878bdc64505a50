/** What a document of a test runner expects as a status: a number, a text of three digits, or any of a list. */
import type { Expression } from "../../syntax/tree.ts";
import { spanning } from "../../text/span.ts";
import type { Part } from "../model.ts";
import { isStatusNumber } from "../parts/status-names.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown } from "../site-draft.ts";
import { documentStatus } from "./recorded-answer.ts";

/** The part; undefined where one of the values is no status. */
export function expectedStatus(written: Expression, context: RecogniserContext): Part<number> | undefined {
  const nodes = written.kind === "array" ? written.elements : [written];
  const parts = nodes.flatMap((node) => (node === undefined ? [] : (documentStatus(node, context) ?? [])));
  const [first] = parts;
  const values = parts.flatMap((part) => part.values);
  const isWhole = parts.length === nodes.length && values.every(({ value }) => isStatusNumber(value));
  if (first === undefined || !isKnown(first) || !isWhole) return undefined;
  const span = parts.map((part) => part.span).reduce(spanning);
  return { ...first, values, span, evidence: parts.flatMap((part) => part.evidence) };
}
