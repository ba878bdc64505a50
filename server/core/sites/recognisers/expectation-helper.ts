/** Calls of a team's own functions that expect or record an answer: `expectForbidden(res, "X")`, `mockError("/x", 404, "X")`. */
import type { CallExpression } from "../../syntax/tree.ts";
import type { ErrorSite } from "../model.ts";
import { assertedAround } from "../reading/asserted-around.ts";
import { readCallAnswer } from "../reading/call-answer-parts.ts";
import { given, isFunctionOfOurs } from "../reading/given-assertions.ts";
import { asObject } from "../reading/objects.ts";
import { isStandIn } from "../reading/stand-in.ts";
import { noSites, type Recogniser, type RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, valuesOf, weakened } from "../site-draft.ts";
import { mayBeAnswered } from "../values/answers/may-answer.ts";
import { isTold, mayBeExpected } from "../values/answers/may-tell.ts";

export const expectationHelperRecogniser: Recogniser = {
  idiom: "expectation-helper",
  sign: /\b(?:expect|assert|mock|fake|stub|fail)[A-Z_]\w|\b[45]\d\d\b|[sS]tatus|["']msw\b/,
  kinds: ["call"],
  recognise(node, context) {
    if (node.kind !== "call") return noSites;
    // What a mock hands on, a function of its own makes: `http.get("/me", () => unauthorised())`.
    const isHandedOn = !mayBeExpected(node);
    if (isHandedOn && !(mayBeAnswered(node) && isStandIn(node, context))) return noSites;
    const [only, ...more] = context.values
      .answersOf(node, undefined)
      .filter(({ idiom }) => isTold(idiom) && idiom !== "comparison");
    if (only === undefined || more.length > 0) return noSites;
    const { name, statusGiven, codeGiven, ...told } = readCallAnswer(only, node, context);
    // A part that the function looks at in its own way is one of those that it is given.
    const isWhole = told.status !== undefined && told.code !== undefined;
    const also = isWhole || !isFunctionOfOurs(name) ? undefined : given(node, node.arguments, undefined, context);
    const ownStatus = told.status ?? also?.status;
    const own = {
      status: ownStatus,
      code: told.code ?? also?.code ?? (isWhole ? undefined : codeInBody(node, valuesOf(ownStatus), context)),
    };
    const { status, code } = only.idiom === "test-expectation" ? assertedAround(node, own, context) : own;
    const fails = valuesOf(status).some((value) => value >= 400);
    if (!fails && (status !== undefined || !isKnown(code))) return noSites;
    // What the function says by itself it says once, where it is declared.
    const certainty = isHandedOn && !statusGiven && !codeGiven ? "weak" : "likely";
    return [
      makeSite({
        role: "expect",
        idiom: "expectation-helper",
        span: node,
        status: weakened(status, certainty),
        code: weakened(code, certainty),
        headersComplete: false,
        context: [name, ...context.parts.context(node)],
      }),
    ];
  },
};

/** The code of the body that the function is given to expect: `expectError(form, 400, { error: "invalid_client", … })`. */
function codeInBody(
  { arguments: given }: CallExpression,
  statuses: readonly number[],
  context: RecogniserContext,
): ErrorSite["code"] {
  for (const argument of given) {
    const object = asObject(argument);
    const found = object && context.parts.inBody(context.parts.body(object), object, statuses).code;
    if (isKnown(found) && found.certainty !== "weak") return found;
  }
  return undefined;
}
