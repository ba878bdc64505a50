/**
 * Recordings of HTTP for tests: cassettes of VCR and its kin (`http_interactions`, `interactions`), where a status has its
 * code and its phrase, and the list of calls that nock records.
 */
import type { Expression } from "../../syntax/tree.ts";
import { hasAll, objectsIn, textIn, valueAlong, valueIn } from "./data-access.ts";
import type { DocumentFormat } from "./document.ts";
import { type RecordedAnswer, recordedSite } from "./recorded-answer.ts";

export const cassetteFormat: DocumentFormat = {
  idiom: "cassette",
  recognises: (root) => interactionsIn(root).length > 0 || callsIn(root).length > 0,
  *sites(root, context) {
    for (const answer of [...interactionsIn(root).map(ofInteraction), ...callsIn(root).map(ofCall)]) {
      const site = recordedSite(answer, context);
      if (site !== undefined) yield site;
    }
  },
};

function interactionsIn(root: Expression): readonly Expression[] {
  const list = valueIn(root, "http_interactions") ?? valueIn(root, "interactions");
  return objectsIn(list).filter((one) => valueAlong(one, "response", "status", "code") !== undefined);
}

function ofInteraction(interaction: Expression): RecordedAnswer {
  const response = valueIn(interaction, "response") ?? interaction;
  const body = valueIn(response, "body");
  return {
    idiom: cassetteFormat.idiom,
    span: response,
    status: valueAlong(response, "status", "code"),
    headers: valueIn(response, "headers"),
    body: valueIn(body, "string") ?? body,
    context: [textIn(valueIn(interaction, "request"), "uri")],
  };
}

function callsIn(root: Expression): readonly Expression[] {
  return objectsIn(root).filter((call) => hasAll(call, "scope", "method", "path", "status"));
}

function ofCall(call: Expression): RecordedAnswer {
  return {
    idiom: cassetteFormat.idiom,
    span: call,
    status: valueIn(call, "status"),
    headers: valueIn(call, "rawHeaders") ?? valueIn(call, "headers"),
    body: valueIn(call, "response"),
    context: [textIn(call, "path")],
  };
}
