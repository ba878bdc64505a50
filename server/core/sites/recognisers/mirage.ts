/** Answers of Mirage: `new Response(422, headers, body)`, `this.get("/gone", { … }, 410)`. */
import { unwrapped } from "../../syntax/unwrapped.ts";
import { lastName } from "../reading/names.ts";
import { stringOf } from "../reading/objects.ts";
import { type RecordedAnswer, recordedSite } from "../reading/recorded-site.ts";
import { whyNoStatus } from "../reading/why-not.ts";
import { noSites, type RecognisedNode, type Recogniser } from "../recogniser.ts";

export const mirageRecogniser: Recogniser = {
  idiom: "mirage",
  sign: /mirage/i,
  kinds: ["new", "call"],
  recognise(node, context) {
    const answer = answerOf(node);
    const site = answer && recordedSite("mirage", node, answer, context);
    return site === undefined ? noSites : [site];
  },
  explain(node, context) {
    const status = answerOf(node)?.status;
    return status === undefined ? undefined : whyNoStatus(status, context);
  },
};

const verbs = /^(?:get|post|put|patch|del|delete|options|head)$/;

/** The status comes first in Mirage's own `Response`, where that of the web platform has the body; a route has it last. */
function answerOf(node: RecognisedNode): RecordedAnswer | undefined {
  if (node.kind === "new") {
    const [status, headers, body] = node.arguments;
    if (!/^(?:Mirage)?Response$/.test(lastName(node.callee) ?? "") || status?.kind === "string") return undefined;
    return { span: node, status, body: body ?? "none", headers };
  }
  if (node.kind !== "call") return undefined;
  const callee = unwrapped(node.callee);
  const [path, given, status] = node.arguments;
  if (callee.kind !== "member" || !verbs.test(callee.name) || stringOf(path) === undefined) return undefined;
  const body = given === undefined || unwrapped(given).kind === "function" ? undefined : given;
  return { span: node, status, body, headers: undefined };
}
