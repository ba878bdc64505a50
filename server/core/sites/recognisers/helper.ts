/** Calls of a team's own functions that answer: `sendError(res, 404, "NOT_FOUND", "…")`, `this.fail(res, 409, "X")`. */
import type { Code } from "../../catalog/model.ts";
import type { CallExpression, ClassExpression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { errorSite } from "../made-errors/error-site.ts";
import { isThrown } from "../made-errors/thrown-position.ts";
import type { ErrorSite, Part } from "../model.ts";
import { roleOf } from "../reading/answer-object.ts";
import { bodyElsewhere } from "../reading/body-elsewhere.ts";
import { type AnswerReading, readCallAnswer } from "../reading/call-answer-parts.ts";
import { rootOf } from "../reading/names.ts";
import { unseenAnswer } from "../reading/unseen-answer.ts";
import { mayBeStatusOrCode } from "../reading/why-not.ts";
import type { Recogniser, RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, valuesOf, weakened } from "../site-draft.ts";
import { mayBeAnswered } from "../values/answers/may-answer.ts";
import { isTold } from "../values/answers/may-tell.ts";
import { whyUnknown } from "../why-unknown.ts";

export const helperRecogniser: Recogniser = {
  idiom: "helper",
  kinds: ["call"],
  *recognise(node, context) {
    if (node.kind !== "call" || !mayBeAnswered(node)) return;
    const answers = context.values.answersOf(node, classAround(context)).filter(({ idiom }) => !isTold(idiom));
    const readings = answers.map((answer) => readCallAnswer(answer, node, context));
    const site = siteOf(node, readings, context) ?? (readings.length === 0 ? unseenAnswer(node, context) : undefined);
    if (site !== undefined) yield site;
  },
  explain(node, context) {
    if (node.kind !== "call" || !node.arguments.some(mayBeStatusOrCode)) return undefined;
    const root = unwrapped(rootOf(node.callee));
    const declaration = root.kind === "identifier" ? context.bindings.declarationOf(root) : undefined;
    if (declaration?.kind === "import" && context.values.leadsTo(declaration.specifier) !== "file") {
      return `the function cannot be looked into: ${whyUnknown(root, context) ?? ""}.`;
    }
    return "the function that is called here neither answers nor throws with what it is given, as far as it can be read.";
  },
};

/** The class whose method or field holds the node, the functions without a `this` of their own in it seen through. */
function classAround({ ancestors }: RecogniserContext): ClassExpression | undefined {
  for (const [index, outer] of [...ancestors.entries()].toReversed()) {
    if (outer.kind === "class") return outer;
    if (outer.kind === "class-declaration") return outer.class;
    if (outer.kind !== "function" || outer.arrow) continue;
    const parent = ancestors[index - 1];
    if (parent?.kind !== "class" && parent?.kind !== "class-declaration") return undefined;
  }
  return undefined;
}

function siteOf(
  call: CallExpression,
  readings: readonly AnswerReading[],
  context: RecogniserContext,
): ErrorSite | undefined {
  const told = readings.filter(speaks);
  const best =
    told.find((one) => one.codeGiven && one.statusGiven) ??
    told.find((one) => one.codeGiven) ??
    told.find((one) => isKnown(one.code)) ??
    told[0];
  if (best === undefined) return undefined;
  const others = readings.filter((one) => one !== best && !agree(one.status, best.status));
  // What the function says by itself it says once, where it is declared.
  const isOwn = !best.statusGiven && !best.codeGiven;
  if (isOwn && makesThrown(call, context)) return undefined;
  const status = others.length > 0 || isOwn ? weakened(best.status, "weak") : best.status;
  const given = isKnown(best.code) ? undefined : (givenError(call, best, context) ?? givenBody(call, best, context));
  return makeSite({
    role: roleOf(call, context),
    idiom: "helper",
    span: call,
    status,
    code: given?.code ?? (isOwn ? weakened(best.code, "weak") : best.code),
    message: given?.message ?? (isOwn ? weakened(best.message, "weak") : best.message),
    headers: best.headers,
    headersComplete: best.headersComplete && others.length === 0,
    body: best.body,
    context: [best.name, ...context.parts.context(call)],
  });
}

/** `sendError(res, new Forbidden("SEAT_TAKEN"))`: what the error says that is made for the answer, where its body is not seen. */
function givenError(
  call: CallExpression,
  { status }: AnswerReading,
  context: RecogniserContext,
): Pick<ErrorSite, "code" | "message"> | undefined {
  for (const argument of call.arguments) {
    const made = unwrapped(argument);
    if (made.kind !== "new") continue;
    const shape = context.values.errorShapeOf(made);
    if (shape?.isApiError !== true) continue;
    const site = errorSite({ role: "emit", idiom: "helper", span: call, made, shape }, context);
    return site !== undefined && isKnown(site.code) && agree(site.status, status) ? site : undefined;
  }
  return undefined;
}

/** `Reply.notFound(ctx, UNKNOWN_ENDPOINT)`: what an object says of which the function makes the body in its own way. */
function givenBody(
  { arguments: given }: CallExpression,
  { status, body }: AnswerReading,
  context: RecogniserContext,
): Pick<ErrorSite, "code" | "message"> | undefined {
  const statuses = valuesOf(status);
  if (body?.form !== "dynamic" || !statuses.some((value) => value >= 400)) return undefined;
  const bodies = given.flatMap((argument) => bodyElsewhere(argument, statuses, context) ?? []);
  const [only, ...more] = bodies.filter(({ code }) => code?.certainty !== "weak");
  if (only === undefined || more.length > 0) return undefined;
  return { code: weakened(only.code, "likely"), message: weakened(only.message, "likely") };
}

/** `throw forbidden()`: what the function gives back is thrown here, which tells more than what it always says. */
function makesThrown(call: CallExpression, context: RecogniserContext): boolean {
  return isThrown(call, context.ancestors) && context.values.errorShapeOf(call)?.isApiError === true;
}

/** Whether it is an answer of which the call itself says something, or one that is always of failure. */
function speaks(reading: AnswerReading): boolean {
  const { status, code } = reading;
  const statuses = valuesOf(status);
  const hasCode = isKnown<Code>(code) && code.certainty !== "weak";
  const fails = statuses.length > 0 && statuses.every((value) => value >= 400);
  const isChosen = reading.statusGiven && status?.exhaustive === true;
  if (reading.way === "sent" && isChosen && statuses.every((value) => value >= 200)) return true;
  if (!fails && (!hasCode || reading.way === "given back")) return false;
  if (hasCode && reading.codeGiven) return true;
  if (!fails) return false;
  if (reading.statusGiven) return true;
  return reading.always && status?.exhaustive === true;
}

function agree(left: Part<number> | undefined, right: Part<number> | undefined): boolean {
  const values = valuesOf(right);
  return valuesOf(left).every((value) => values.includes(value));
}
