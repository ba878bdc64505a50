/** Collections of Bruno as JSON or YAML, whose requests assert: `{ name: "res.status", value: "eq 404" }`. */
import type { Expression, ObjectLiteral } from "../../syntax/tree.ts";
import type { ErrorSite } from "../model.ts";
import { looksLikeCode } from "../parts/code-shapes.ts";
import { stringOf } from "../reading/objects.ts";
import { textValue } from "../reading/text-body.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, spanAround, valuesOf } from "../site-draft.ts";
import { objectsIn, textIn, valueIn } from "./data-access.ts";
import type { DocumentFormat } from "./document.ts";
import { fileWords } from "./recorded-answer.ts";

export const brunoFormat: DocumentFormat = {
  idiom: "bruno",
  recognises: (root) => requestsIn(root, 0).some((one) => assertionsIn(one).length > 0),
  *sites(root, context) {
    for (const request of requestsIn(root, 0)) {
      const site = siteOf(request, context);
      if (site !== undefined) yield site;
    }
  },
};

const deepest = 12;

/** The requests of a collection, those in its folders included. */
function requestsIn(item: Expression, depth: number): readonly Expression[] {
  if (depth > deepest) return [];
  const request = valueIn(item, "request");
  const inner = objectsIn(valueIn(item, "items")).flatMap((one) => requestsIn(one, depth + 1));
  return request?.kind === "object" ? [request, ...inner] : inner;
}

interface Asserted {
  readonly node: ObjectLiteral;
  readonly of: string;
  readonly value: Expression;
  readonly text: string;
}

/** The assertions of equality that are not switched off. */
function assertionsIn(request: Expression): readonly Asserted[] {
  return objectsIn(valueIn(request, "assertions")).flatMap((node) => {
    const [of, value, enabled] = [textIn(node, "name"), valueIn(node, "value"), valueIn(node, "enabled")];
    const text = /^eq (.+)$/.exec(stringOf(value) ?? "")?.[1];
    const isOff = enabled?.kind === "keyword" && enabled.value === false;
    if (of === undefined || value === undefined || text === undefined || isOff || !of.startsWith("res.")) return [];
    return [{ node, of, value, text: text.replace(/^(["'])(.*)\1$/, "$2") }];
  });
}

function siteOf(request: Expression, context: RecogniserContext): ErrorSite | undefined {
  const asserted = assertionsIn(request);
  const ofStatus = asserted.find(({ of, text }) => of === "res.status" && /^[1-5]\d\d$/.test(text));
  const ofCode = asserted.find(
    ({ of, text }) =>
      /^res(?:\.body)?\..*\b(?:code|errorCode|error_code)$/.test(of) && (looksLikeCode(text) || /^-?\d+$/.test(text)),
  );
  const status = ofStatus && textValue(ofStatus.text, ofStatus.value, context).status;
  const code = ofCode && textValue(asJson(ofCode.text), ofCode.value, context).code;
  const first = ofStatus?.node ?? ofCode?.node;
  if (first === undefined || !(valuesOf(status).some((value) => value >= 400) || isKnown(code))) return undefined;
  return makeSite({
    role: "expect",
    idiom: brunoFormat.idiom,
    span: spanAround(first, ofCode?.node),
    status,
    code,
    headersComplete: false,
    context: [textIn(request, "url") ?? "", ...fileWords(context)],
  });
}

function asJson(text: string): string {
  return /^-?\d+$/.test(text) ? text : JSON.stringify(text);
}
