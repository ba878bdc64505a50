/** Answers in tests of Angular's HttpClient: `req.flush({ code: "X" }, { status: 409, statusText: "Conflict" })`. */
import { unwrapped } from "../../syntax/unwrapped.ts";
import { propertyOf } from "../reading/objects.ts";
import { type RecordedAnswer, recordedSite } from "../reading/recorded-site.ts";
import { objectBehind } from "../reading/response-init.ts";
import { whyNoStatus } from "../reading/why-not.ts";
import { noSites, type RecognisedNode, type Recogniser, type RecogniserContext } from "../recogniser.ts";

export const angularTestingRecogniser: Recogniser = {
  idiom: "angular-testing",
  sign: /\.flush\(|HttpTestingController/,
  kinds: ["call"],
  recognise(node, context) {
    const answer = answerOf(node, context);
    const site = answer && recordedSite("angular-testing", node, answer, context);
    return site === undefined ? noSites : [site];
  },
  explain(node, context) {
    const answer = answerOf(node, context);
    return answer === undefined ? undefined : whyNoStatus(answer.status, context);
  },
};

function answerOf(node: RecognisedNode, context: RecogniserContext): RecordedAnswer | undefined {
  const callee = node.kind === "call" ? unwrapped(node.callee) : undefined;
  if (node.kind !== "call" || callee?.kind !== "member" || !/^(?:flush|error)$/.test(callee.name)) return undefined;
  const [body, init] = node.arguments;
  const object = objectBehind(init, context);
  const status = object && propertyOf(object, "status")?.value;
  if (object === undefined || status === undefined) return undefined;
  const headers = propertyOf(object, "headers")?.value;
  // What a request fails with is an event of the browser.
  return { span: node, status, body: callee.name === "error" ? undefined : body, headers };
}
