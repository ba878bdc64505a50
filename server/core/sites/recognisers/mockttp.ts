/** Answers of Mockttp: `server.forPost("/x").thenJson(402, { code }, headers)`, `.thenReply(404, "text")`. */
import { unwrapped } from "../../syntax/unwrapped.ts";
import { readChain } from "../reading/chain.ts";
import { recordedSite } from "../reading/recorded-site.ts";
import { whyNoStatus } from "../reading/why-not.ts";
import { noSites, type RecognisedNode, type Recogniser } from "../recogniser.ts";

export const mockttpRecogniser: Recogniser = {
  idiom: "mockttp",
  sign: /\.then(?:Json|Reply)\(/,
  kinds: ["call"],
  recognise(node, context) {
    const given = givenBy(node);
    if (node.kind !== "call" || given === undefined) return noSites;
    const [status, body = "none" as const, headers] = given;
    const site = recordedSite("mockttp", node, { span: node, status, body, headers }, context);
    return site === undefined ? noSites : [site];
  },
  explain(node, context) {
    const given = givenBy(node);
    return given === undefined ? undefined : whyNoStatus(given[0], context);
  },
};

function givenBy(node: RecognisedNode) {
  const callee = node.kind === "call" ? unwrapped(node.callee) : undefined;
  if (node.kind !== "call" || callee?.kind !== "member" || !/^then(?:Json|Reply)$/.test(callee.name)) return undefined;
  return readChain(node).links.some(({ name }) => /^for[A-Z]\w*$/.test(name)) ? node.arguments : undefined;
}
