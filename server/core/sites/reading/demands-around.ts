/** What must hold where a place is reached: the conditions around it, and the guards before it that leave. */
import type { Expression, Statement } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { encloses, type Span } from "../../text/span.ts";
import type { RecognisedNode, RecogniserContext } from "../recogniser.ts";
import { weakened } from "../site-draft.ts";
import { type Answer, answerOf, mayBeOfOne } from "./answer-of.ts";
import { comparedSubject } from "./compared-subject.ts";
import { type Demands, demandsOf } from "./condition.ts";
import { enclosingLists } from "./siblings.ts";

const none: Demands = { status: undefined, code: undefined, answer: undefined };

/** The status and the code that are demanded around the node, as far as they may be of the same answer. */
export function demandedAround(node: RecognisedNode, answer: Answer | undefined, context: RecogniserContext): Demands {
  let found = none;
  for (const demands of demandsFromInside(node, context)) {
    if (!mayBeOfOne(demands.answer, answer)) continue;
    found = { status: found.status ?? demands.status, code: found.code ?? demands.code, answer };
    if (found.status !== undefined && found.code !== undefined) break;
  }
  return found;
}

function* demandsFromInside(node: RecognisedNode, context: RecogniserContext): Iterable<Demands> {
  let inner: RecognisedNode = node;
  for (let index = context.ancestors.length - 1; index >= 0; index -= 1) {
    const outer = context.ancestors[index];
    if (outer === undefined || outer.kind === "function" || outer.kind === "function-declaration") break;
    yield demandsOfParent(outer, inner, context);
    inner = outer;
  }
  yield* demandsOfGuards(node, context);
}

function demandsOfParent(outer: RecognisedNode, inner: RecognisedNode, context: RecogniserContext): Demands {
  if (outer.kind === "if" || outer.kind === "conditional") {
    if (encloses(outer.whenTrue, inner)) return demandsOf(outer.test, context);
    const isElse = outer.whenFalse !== undefined && encloses(outer.whenFalse, inner);
    return isElse ? demandsOf(outer.test, context, true) : none;
  }
  if (outer.kind !== "switch") return none;
  const index = outer.cases.findIndex(
    (one) => encloses(one, inner) && (one.test === undefined || !encloses(one.test, inner)),
  );
  const test = outer.cases[index]?.test;
  // Another label may fall through to this one.
  if (test === undefined || outer.cases[index - 1]?.body.length === 0) return none;
  return demandsOfCase(outer.discriminant, test, context) ?? none;
}

/** What a label of a `switch` over a status or a code demands. */
export function demandsOfCase(
  discriminant: Expression,
  test: Expression,
  context: RecogniserContext,
): Demands | undefined {
  const compared = comparedSubject(discriminant, context.bindings);
  const subject = unwrapped(test).kind === "string" ? (compared?.besideText ?? compared) : compared;
  if (subject === undefined) return undefined;
  const part = subject.kind === "status" ? context.parts.status(test) : context.parts.code(test);
  const certainties = (part?.values ?? []).map((item) => subject.judge(item.value));
  if (part === undefined || certainties.length === 0 || certainties.includes(undefined)) return undefined;
  const certainty = certainties.includes("weak") ? "weak" : "likely";
  const answer = answerOf(discriminant, context.bindings);
  return subject.kind === "status"
    ? { status: weakened(context.parts.status(test), certainty), code: undefined, answer }
    : { status: undefined, code: weakened(context.parts.code(test), certainty), answer };
}

/** How many guards before a place are looked at. */
const mostGuards = 12;

/** `if (res.status !== 409) return;`: what stands after it is reached with 409 only. The nearest guard comes first. */
function* demandsOfGuards(node: RecognisedNode, context: RecogniserContext): Iterable<Demands> {
  let looked = 0;
  for (const { statements, index } of enclosingLists(node, context.ancestors, context.file)) {
    for (let before = index - 1; before >= 0 && looked < mostGuards; before -= 1) {
      const statement = statements[before];
      if (statement?.kind !== "if" || !leaves(statement.whenTrue, context.file.text)) continue;
      looked += 1;
      // A code that is left over is one of several; only its status is common to all that follows.
      yield { ...demandsOf(statement.test, context, true), code: undefined };
    }
  }
}

/** Whether the statement never goes on to the one after it. */
function leaves(statement: Statement, text: string): boolean {
  if (statement.kind === "return" || statement.kind === "throw") return true;
  if (statement.kind === "block") {
    const last = statement.body.at(-1);
    return last !== undefined && last.kind !== "block" && leaves(last, text);
  }
  return statement.kind === "other" && isJump(statement, text);
}

function isJump({ start, end }: Span, text: string): boolean {
  return /^(?:break|continue)\b/.test(text.slice(start, Math.min(end, start + 9)));
}
