/** AWS Lambda proxies, Netlify functions: `{ statusCode: 409, headers, body: JSON.stringify({…}) }`. */

import { answerObjectSite, isWholeAnswer } from "../reading/answer-object.ts";
import { propertyOf } from "../reading/objects.ts";
import { saysFailure } from "../reading/response-site.ts";
import { whyNoStatus } from "../reading/why-not.ts";
import type { Recogniser } from "../recogniser.ts";

/** What files of functions behind a gateway have, and those of controllers that such a function runs. */
const functions =
  /(?:extends|implements) \w*Controller\b|aws-lambda|APIGateway|@middy|@netlify\/functions|\bexports\.\w*[hH]andler\b|export (?:const|async function|function) \w*[hH]andler\b/;

export const lambdaRecogniser: Recogniser = {
  idiom: "lambda",
  sign: /\bstatusCode\b/,
  kinds: ["object"],
  *recognise(node, context) {
    if (node.kind !== "object") return;
    const status = propertyOf(node, "statusCode");
    const body = propertyOf(node, "body");
    if (status === undefined) return;
    const isAlone = body === undefined && propertyOf(node, "headers", "multiValueHeaders") === undefined;
    if (isAlone && !(isWholeAnswer(node, context) && functions.test(context.file.text))) return;
    const site = answerObjectSite(node, { idiom: "lambda", status, body: body?.value, certainty: "certain" }, context);
    if (site === undefined || (site.role === "expect" && !saysFailure(site))) return;
    // Without a body, an object of success is as often a log entry or another library's answer.
    if (body !== undefined || isAlone || saysFailure(site)) yield site;
  },
  explain(node, context) {
    const status = node.kind === "object" ? propertyOf(node, "statusCode") : undefined;
    if (node.kind !== "object" || status === undefined) return undefined;
    return propertyOf(node, "body", "headers", "multiValueHeaders") === undefined
      ? "an object with `statusCode` is an answer with a `body` or `headers` beside it."
      : whyNoStatus(status.value, context);
  },
};
