/** Answers in tests of Angular's HttpClient: `req.flush({ code: "X" }, { status: 409, statusText: "Conflict" })`. */
import { unwrapped } from "../../syntax/unwrapped.ts";
import { propertyOf } from "../reading/objects.ts";
import { recordedSite } from "../reading/recorded-site.ts";
import { objectBehind } from "../reading/response-init.ts";
import { noSites, type Recogniser } from "../recogniser.ts";

export const angularTestingRecogniser: Recogniser = {
  idiom: "angular-testing",
  sign: /\.flush\(|HttpTestingController/,
  kinds: ["call"],
  recognise(node, context) {
    const callee = node.kind === "call" ? unwrapped(node.callee) : undefined;
    if (node.kind !== "call" || callee?.kind !== "member" || !/^(?:flush|error)$/.test(callee.name)) return noSites;
    const [body, init] = node.arguments;
    const object = objectBehind(init, context);
    const status = object && propertyOf(object, "status")?.value;
    if (object === undefined || status === undefined) return noSites;
    const headers = propertyOf(object, "headers")?.value;
    // What a request fails with is an event of the browser.
    const given = callee.name === "error" ? undefined : body;
    const site = recordedSite("angular-testing", node, { span: node, status, body: given, headers }, context);
    return site === undefined ? noSites : [site];
  },
};
