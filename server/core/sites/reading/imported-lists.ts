/** Lists of statuses or codes that another file declares: `TRANSIENT.has(res.status)`. */
import type { Code } from "../../catalog/model.ts";
import type { Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Part } from "../model.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { answerOf } from "./answer-of.ts";
import { comparedSubject } from "./compared-subject.ts";
import type { Atom } from "./condition-atoms.ts";
import type { Subject } from "./subject.ts";

/** What is compared with the elements of an imported list; undefined where the argument is neither a status nor a code. */
export function membershipElsewhere(
  argument: Expression,
  list: Expression,
  { span, negated }: Pick<Atom, "span" | "negated">,
  context: RecogniserContext,
): Atom | undefined {
  if (!isImported(list, context)) return undefined;
  const subject = comparedSubject(argument, context.bindings);
  const part = subject && partOf(list, subject, context);
  if (subject === undefined || part === undefined) return undefined;
  const isStatus = subject.kind === "status";
  return {
    span: { start: span.start, end: span.end },
    negated,
    subject: context.file.text.slice(argument.start, argument.end).replace(/[\s?!]/g, ""),
    status: isStatus ? numbersOf(part) : undefined,
    code: isStatus ? undefined : part,
    path: subject.path,
    answer: answerOf(argument, context.bindings),
    needsStatus: false,
  };
}

function numbersOf(part: Part<Code>): Part<number> {
  const values = part.values.flatMap((item) =>
    typeof item.value === "number" ? [{ ...item, value: item.value }] : [],
  );
  return { ...part, values };
}

/** The list's elements, of those that the subject may be. */
function partOf(list: Expression, subject: Subject, context: RecogniserContext): Part<Code> | undefined {
  const options = (context.values.elementsOf(list) ?? []).flatMap((element) =>
    element.exhaustive ? element.options : [],
  );
  const span = { start: list.start, end: list.end };
  const values = options.flatMap(({ value, origin }) =>
    (typeof value === "number" || typeof value === "string") && subject.judge(value) !== undefined
      ? [{ value, written: { kind: "name" as const, span }, origin }]
      : [],
  );
  if (values.length === 0) return undefined;
  const judged = values.map(({ value }) => subject.judge(value));
  return {
    values,
    exhaustive: true,
    span,
    certainty: judged.includes("weak") ? "weak" : "likely",
    evidence: [{ text: "written here", place: { uri: context.uri, span } }, ...options.flatMap(({ steps }) => steps)],
  };
}

function isImported(list: Expression, { bindings }: RecogniserContext): boolean {
  let root = unwrapped(list);
  while (root.kind === "member") root = unwrapped(root.object);
  return root.kind === "identifier" && bindings.declarationOf(root)?.kind === "import";
}
