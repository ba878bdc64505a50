/** Scenarios of Artillery, whose requests say what they expect: `expect: [{ statusCode: 404 }, { equals: […] }]`. */
import type { Expression } from "../../syntax/tree.ts";
import type { ErrorSite } from "../model.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { makeSite, valuesOf } from "../site-draft.ts";
import { nameOf, objectsIn, propertiesOf, textIn, valueIn } from "./data-access.ts";
import type { DocumentFormat } from "./document.ts";
import { expectedStatus } from "./expected-status.ts";
import { fileWords } from "./recorded-answer.ts";

export const artilleryFormat: DocumentFormat = {
  idiom: "artillery",
  recognises: (root) => scenariosIn(root).some((scenario) => valueIn(scenario, "flow")?.kind === "array"),
  *sites(root, context) {
    const hooks = ["before", "after"].map((name) => valueIn(root, name));
    for (const flow of [...scenariosIn(root), ...hooks].map((one) => valueIn(one, "flow"))) {
      for (const request of requestsIn(flow, 0)) yield* sitesOf(request, context);
    }
  },
};

const deepest = 6;
const methods = /^(?:get|post|put|patch|delete|head|options)$/;

function scenariosIn(root: Expression): readonly Expression[] {
  return objectsIn(valueIn(root, "scenarios"));
}

/** The requests of a flow, those in its loops included. */
function requestsIn(flow: Expression | undefined, depth: number): readonly Expression[] {
  if (depth > deepest) return [];
  return objectsIn(flow).flatMap((step) => [
    ...propertiesOf(step).flatMap((one) => (methods.test(nameOf(one)) ? [one.value] : [])),
    ...requestsIn(valueIn(step, "loop") ?? valueIn(step, "parallel"), depth + 1),
  ]);
}

function* sitesOf(request: Expression, context: RecogniserContext): Iterable<ErrorSite> {
  const expected = valueIn(request, "expect");
  for (const one of expected?.kind === "array" ? objectsIn(expected) : [expected]) {
    const written = valueIn(one, "statusCode");
    const status = written && expectedStatus(written, context);
    if (one === undefined || status === undefined || !valuesOf(status).some((value) => value >= 400)) continue;
    const words = [textIn(request, "name"), textIn(request, "url")].filter((word) => word !== undefined);
    yield makeSite({
      role: "expect",
      idiom: artilleryFormat.idiom,
      span: one,
      status,
      headersComplete: false,
      context: [...words, ...fileWords(context)],
    });
  }
}
