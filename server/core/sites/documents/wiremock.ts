/** WireMock stub mappings: one a file, a list of them, or many under `mappings`. */
import type { Expression } from "../../syntax/tree.ts";
import { bodyElsewhere } from "../reading/body-elsewhere.ts";
import { stringOf } from "../reading/objects.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { valuesOf } from "../site-draft.ts";
import { hasAll, objectsIn, textIn, valueIn } from "./data-access.ts";
import type { DocumentFormat } from "./document.ts";
import { otherFile } from "./other-file.ts";
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
  const site = recordedSite(
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
  const file = fileOfBody(valueIn(response, "bodyFileName"), context.uri);
  const body = file && bodyElsewhere(file, valuesOf(site?.status), context);
  return site && body ? { ...site, code: body.code, message: body.message } : site;
}

/** Bodies in files stand in `__files`, beside the folder `mappings` around the mapping. */
function fileOfBody(name: Expression | undefined, uri: string): Expression | undefined {
  const written = stringOf(name);
  const [, inside] = /\/mappings\/((?:(?!\/mappings\/).)*)$/.exec(uri) ?? [];
  if (name === undefined || written === undefined || inside === undefined) return undefined;
  return otherFile(`${"../".repeat(inside.split("/").length)}__files/${written}`, name);
}
