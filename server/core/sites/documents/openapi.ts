/** Descriptions of APIs: OpenAPI 3.0, 3.1 and Swagger 2, whole ones and files that hold paths only. */
import type { Expression, Property } from "../../syntax/tree.ts";
import type { ErrorSite, HeaderPart } from "../model.ts";
import { statusOfKey } from "../reading/keyed-parts.ts";
import { stringOf } from "../reading/objects.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { makeSite, valuesOf } from "../site-draft.ts";
import { nameOf, propertiesOf, textIn, valueAlong, valueIn } from "./data-access.ts";
import type { DocumentFormat } from "./document.ts";
import { type CodeBudget, documentedCodes } from "./openapi-codes.ts";
import { codesElsewhere } from "./openapi-elsewhere.ts";
import { fileWords } from "./recorded-answer.ts";
import { type ReferenceUsage, usageOf } from "./reference-usage.ts";
import { type References, referencesOf } from "./references.ts";

export const openApiFormat: DocumentFormat = {
  idiom: "openapi",
  recognises(root) {
    const version = textIn(root, "openapi") ?? textIn(root, "swagger");
    if (version !== undefined) return /^[23]\./.test(version);
    const items = [root, ...propertiesOf(valueIn(root, "paths") ?? root).map(({ value }) => value)];
    return items.some((item) => operationsIn(item).length > 0);
  },
  *sites(root, context) {
    const references = referencesOf(root);
    const answers = [...answersIn(root)];
    const usage = usageOf(
      answers.map(({ value }) => value),
      references,
    );
    const reading = { context, references, usage, budget: { codes: mostCodes } };
    for (const { value, words } of answers) {
      for (const property of propertiesOf(value)) yield* responseSites(property, words, reading);
    }
    for (const shared of [valueAlong(root, "components", "responses"), valueIn(root, "responses")]) {
      for (const property of propertiesOf(shared)) yield* sharedSites(property, reading);
    }
  },
};

/** How many codes are read from one document, each as often as it is referred to: references may multiply without end. */
const mostCodes = 100_000;

interface Reading {
  readonly context: RecogniserContext;
  readonly references: References;
  readonly usage: ReferenceUsage;
  readonly budget: CodeBudget;
}

const methods: ReadonlySet<string> = new Set("get put post delete options head patch trace query".split(" "));

/** The operations of a path: those of its methods that say what they answer. */
function operationsIn(item: Expression | undefined): readonly Property[] {
  return propertiesOf(item).filter(
    (property) => methods.has(nameOf(property)) && valueIn(property.value, "responses")?.kind === "object",
  );
}

interface Answers {
  /** The map of responses by status. */
  readonly value: Expression;
  readonly words: readonly string[];
}

const deepestCallback = 4;

/** The answers of all operations, those of webhooks and of callbacks included. */
function* answersIn(root: Expression): Iterable<Answers> {
  const homes = [valueIn(root, "paths"), valueIn(root, "webhooks"), valueAlong(root, "components", "pathItems"), root];
  for (const home of homes) {
    yield* answersOfItem(home, "", 0);
    for (const item of propertiesOf(home)) yield* answersOfItem(item.value, nameOf(item), 0);
  }
}

function* answersOfItem(item: Expression | undefined, path: string, depth: number): Iterable<Answers> {
  for (const operation of operationsIn(item)) {
    const value = valueIn(operation.value, "responses");
    const words = [textIn(operation.value, "operationId"), path, nameOf(operation)];
    if (value !== undefined)
      yield { value, words: words.filter((word) => word !== undefined && word !== "") as string[] };
    if (depth >= deepestCallback) continue;
    for (const callback of propertiesOf(valueIn(operation.value, "callbacks"))) {
      for (const inner of propertiesOf(callback.value)) yield* answersOfItem(inner.value, nameOf(inner), depth + 1);
    }
  }
}

/** The sites of one response: one for each example that shows a code, else one for the response. */
function* responseSites(property: Property, words: readonly string[], reading: Reading): Iterable<ErrorSite> {
  const { context, references } = reading;
  const status = statusOfKey(property.key, "certain", context.uri);
  if (status === undefined && !isAnyFailure(nameOf(property))) return;
  const response = references.follow(property.value);
  const headers = headersOf(valueIn(response?.node, "headers"));
  const base = {
    role: "document" as const,
    idiom: openApiFormat.idiom,
    status,
    headers,
    headersComplete: false,
    context: [...words, ...fileWords(context)],
  };
  const statuses = status === undefined ? [anyFailure] : valuesOf(status);
  const outside = response === undefined ? references.referenceOf(property.value) : undefined;
  const coding = { ...reading, statuses };
  const found =
    response !== undefined
      ? documentedCodes(response, coding)
      : outside !== undefined
        ? codesElsewhere(outside, coding)
        : [];
  for (const { span, ...parts } of found) {
    if (status === undefined && parts.code === undefined) continue;
    const inside = property.start <= span.start && span.end <= property.end;
    yield makeSite({ ...base, ...parts, span: { start: property.start, end: inside ? span.end : property.end } });
  }
  if (found.length === 0 && status !== undefined) yield makeSite({ ...base, span: property });
}

/** What stands for the statuses that a response without one of its own may go with. */
const anyFailure = 400;

/** `default` is every answer that is not listed, and `4XX` every one of its class: they may show codes. */
function isAnyFailure(key: string): boolean {
  return /^(?:default|[45]XX)$/i.test(key);
}

/** What shared responses show, which no status of their own goes with. */
function* sharedSites(property: Property, reading: Reading): Iterable<ErrorSite> {
  const response = reading.references.follow(property.value);
  if (response === undefined || response.reference !== undefined || !/^\D/.test(nameOf(property))) return;
  const codes = documentedCodes(response, { ...reading, statuses: [anyFailure] });
  for (const parts of codes) {
    if (parts.code === undefined || parts.code.certainty === "weak") continue;
    yield makeSite({
      role: "document",
      idiom: openApiFormat.idiom,
      headersComplete: false,
      context: [nameOf(property), ...fileWords(reading.context)],
      ...parts,
    });
  }
}

function headersOf(headers: Expression | undefined): readonly HeaderPart[] {
  return propertiesOf(headers).map((property) => ({
    name: nameOf(property),
    value: stringOf(valueIn(property.value, "example")),
    span: { start: property.start, end: property.end },
  }));
}
