/** Answers of Pretender: `this.post("/token", () => [401, headers, JSON.stringify({ code })])`. */
import { unwrapped } from "../../syntax/unwrapped.ts";
import { type RecordedAnswer, recordedSite } from "../reading/recorded-site.ts";
import { allReturnedBy } from "../reading/returned.ts";
import { noSites, type RecognisedNode, type Recogniser } from "../recogniser.ts";

export const pretenderRecogniser: Recogniser = {
  idiom: "pretender",
  sign: /pretender/i,
  kinds: ["call"],
  recognise(node, context) {
    const answers = answersOf(node);
    return answers.length === 0
      ? noSites
      : answers.flatMap((answer) => recordedSite("pretender", node, answer, context) ?? []);
  },
};

const verbs = /^(?:get|post|put|patch|delete|head|options)$/;

/** A handler gives back its status, its headers and its body in this order. */
function answersOf(node: RecognisedNode): readonly RecordedAnswer[] {
  const callee = node.kind === "call" ? unwrapped(node.callee) : undefined;
  if (node.kind !== "call" || callee?.kind !== "member" || !verbs.test(callee.name)) return [];
  const handler = node.arguments[1] && unwrapped(node.arguments[1]);
  if (handler?.kind !== "function") return [];
  return allReturnedBy(handler).flatMap((answer) => {
    if (answer.kind !== "array" || answer.elements.length !== 3) return [];
    const [status, headers, body = "none" as const] = answer.elements;
    return [{ span: answer, status, body, headers }];
  });
}
