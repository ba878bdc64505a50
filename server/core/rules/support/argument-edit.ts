import type { Code } from "../../catalog/model.ts";
import type { Part } from "../../sites/model.ts";
import { dialectOf } from "../../syntax/dialect.ts";
import { readSource } from "../../syntax/read-source.ts";
import type { CallExpression, NewExpression } from "../../syntax/tree.ts";
import { nodesAt } from "../../syntax/walk.ts";
import type { TextEdit } from "../../text/edit.ts";

interface Wanted {
  /** What is called, as the part names it. */
  readonly by: string;
  readonly newText: string;
}

/** Another argument at a call that leaves out exactly the parameter whose default gives the part its value. */
export function argumentEdit(
  { uri, text }: { readonly uri: string; readonly text: string },
  { evidence, span }: Part<Code>,
  { by, newText }: Wanted,
): TextEdit | undefined {
  const parameter = evidence.find((step) => step.parameter !== undefined)?.parameter;
  const dialect = dialectOf(uri);
  if (parameter === undefined || dialect === undefined || parameter.of !== `\`${by}\``) return undefined;
  const call = callIn(text.slice(span.start, span.end), dialect);
  if (call === undefined || call.arguments.length !== parameter.index || !call.closed) return undefined;
  const last = call.arguments.at(-1);
  if (last?.kind === "prefix" && last.operator === "...") return undefined;
  const at = span.start + (last?.end ?? call.argumentsSpan.start + 1);
  return { span: { start: at, end: at }, newText: last === undefined ? newText : `, ${newText}` };
}

function callIn(
  text: string,
  dialect: NonNullable<ReturnType<typeof dialectOf>>,
): CallExpression | NewExpression | undefined {
  const nodes = nodesAt(readSource(text, dialect), 0);
  const call = nodes.find((node) => node.kind === "new" || node.kind === "call");
  const isWhole = call !== undefined && call.end === text.length && call.argumentsSpan.end > call.argumentsSpan.start;
  return isWhole ? call : undefined;
}
