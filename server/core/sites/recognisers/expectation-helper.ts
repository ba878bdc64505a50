/** Calls of a team's own functions that expect or record an answer: `expectForbidden(res, "X")`, `mockError("/x", 404, "X")`. */
import type { CallExpression } from "../../syntax/tree.ts";
import type { ErrorSite } from "../model.ts";
import { readCallAnswer } from "../reading/call-answer-parts.ts";
import { given, isFunctionOfOurs } from "../reading/given-assertions.ts";
import { asObject } from "../reading/objects.ts";
import { noSites, type Recogniser, type RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, valuesOf, weakened } from "../site-draft.ts";
import { isTold, mayBeExpected } from "../values/answers/may-tell.ts";

export const expectationHelperRecogniser: Recogniser = {
  idiom: "expectation-helper",
  sign: /\b(?:expect|assert|mock|fake|stub|fail)[A-Z_]\w|\b[45]\d\d\b|[sS]tatus/,
  kinds: ["call"],
  recognise(node, context) {
    if (node.kind !== "call" || !mayBeExpected(node)) return noSites;
    const [only, ...more] = context.values
      .answersOf(node, undefined)
      .filter(({ idiom }) => isTold(idiom) && idiom !== "comparison");
    if (only === undefined || more.length > 0) return noSites;
    const { name, ...told } = readCallAnswer(only, node, context);
    // A part that the function looks at in its own way is one of those that it is given.
    const isWhole = told.status !== undefined && told.code !== undefined;
    const also = isWhole || !isFunctionOfOurs(name) ? undefined : given(node, node.arguments, undefined, context);
    const status = told.status ?? also?.status;
    const code = told.code ?? also?.code ?? (isWhole ? undefined : codeInBody(node, valuesOf(status), context));
    const fails = valuesOf(status).some((value) => value >= 400);
    if (!fails && (status !== undefined || !isKnown(code))) return noSites;
    return [
      makeSite({
        role: "expect",
        idiom: "expectation-helper",
        span: node,
        status: weakened(status, "likely"),
        code: weakened(code, "likely"),
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
