/** WireMock stub mappings: one a file, a list of them, or many under `mappings`. */
import type { Expression } from "../../syntax/tree.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { hasAll, objectsIn, textIn, valueIn } from "./data-access.ts";
import type { DocumentFormat } from "./document.ts";
import { recordedSite } from "./recorded-answer.ts";

export const wireMockFormat: DocumentFormat = {
  idiom: "wiremock",
  recognises: (root) => mappingsIn(root).some(isMapping),
  *sites(root, context) {
    for (const mapping of mappingsIn(root)) {
      const site = isMapping(mapping) ? siteOf(mapping, context) : undefined;
      if (site !== undefined) yield site;
    }
  },
};

function mappingsIn(root: Expression): readonly Expression[] {
  const many = valueIn(root, "mappings") ?? root;
  return many.kind === "array" ? objectsIn(many) : [root];
}

const urlNames = ["url", "urlPattern", "urlPath", "urlPathPattern", "urlPathTemplate"];

/** A request told by its URL or its patterns, as no recording tells one, beside what is answered. */
function isMapping(mapping: Expression): boolean {
  const request = valueIn(mapping, "request");
  const response = valueIn(mapping, "response");
  if (request === undefined || response?.kind !== "object") return false;
  const answers = ["status", "fault", "proxyBaseUrl", "jsonBody", "bodyFileName"];
  return (
    urlNames.some((name) => textIn(request, name) !== undefined) &&
    answers.some((name) => valueIn(response, name) !== undefined) &&
    !hasAll(response, "content")
  );
}

function siteOf(mapping: Expression, context: RecogniserContext) {
  const request = valueIn(mapping, "request");
  const response = valueIn(mapping, "response");
  if (response === undefined) return undefined;
  return recordedSite(
    {
      idiom: wireMockFormat.idiom,
      span: response,
      status: valueIn(response, "status"),
      headers: valueIn(response, "headers"),
      body: valueIn(response, "jsonBody") ?? valueIn(response, "body"),
      context: [textIn(mapping, "name"), ...urlNames.map((name) => textIn(request, name))],
    },
    context,
  );
}
