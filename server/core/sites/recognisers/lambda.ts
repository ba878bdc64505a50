/** AWS Lambda proxies, Netlify functions: `{ statusCode: 409, headers, body: JSON.stringify({…}) }`. */

import { answerObjectSite } from "../reading/answer-object.ts";
import { propertyOf } from "../reading/objects.ts";
import type { Recogniser } from "../recogniser.ts";

export const lambdaRecogniser: Recogniser = {
  idiom: "lambda",
  sign: /\bstatusCode\b/,
  kinds: ["object"],
  *recognise(node, context) {
    if (node.kind !== "object") return;
    const status = propertyOf(node, "statusCode");
    const body = propertyOf(node, "body");
    if (status === undefined || (body === undefined && propertyOf(node, "headers", "multiValueHeaders") === undefined))
      return;
    const site = answerObjectSite(node, { idiom: "lambda", status, body: body?.value, certainty: "certain" }, context);
    if (site !== undefined) yield site;
  },
};
