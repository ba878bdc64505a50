/** The codes that a response of an API description documents: in its examples, its schema, or a field made for it. */
import type { Code } from "../../catalog/model.ts";
import type { Expression } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";
import type { ErrorSite, Part } from "../model.ts";
import { plainName } from "../reading/names.ts";
import { stringOf } from "../reading/objects.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown } from "../site-draft.ts";
import { nameOf, propertiesOf, valueIn } from "./data-access.ts";
import { exampleElsewhere } from "./openapi-elsewhere.ts";
import { codesOfSchema } from "./openapi-schema.ts";
import { recordedBody } from "./recorded-answer.ts";
import type { ReferenceUsage } from "./reference-usage.ts";
import type { Reference, References, Referred } from "./references.ts";
import { partOfAny } from "./values-of-nodes.ts";

/** What may still be read of a document. */
export interface CodeBudget {
  codes: number;
}

export interface CodeReading {
  readonly context: RecogniserContext;
  readonly references: References;
  readonly usage: ReferenceUsage;
  readonly budget: CodeBudget;
  /** The statuses that the response goes with. */
  readonly statuses: readonly number[];
}

/** What a site costs of the budget beside its codes. */
const costOfSite = 5;

/** How many examples of one response are looked at. */
const mostExamples = 100;

/** A schema that allows more codes than these says nothing of the response at hand. */
const mostAllowed = 200;

/** What one example, or the schema, tells. */
export interface DocumentedCode {
  readonly span: Span;
  readonly code: Part<Code> | undefined;
  readonly message: Part<string> | undefined;
  readonly body: ErrorSite["body"];
}

/** One for each example with a code; where no example has one, what the schema allows; where it allows anything, none. */
export function documentedCodes(response: Referred, reading: CodeReading): readonly DocumentedCode[] {
  const { budget } = reading;
  if (budget.codes <= 0) return [];
  const found = codesOf(response, reading);
  for (const { code } of found) budget.codes -= costOfSite + (code?.values.length ?? 0);
  return found;
}

function codesOf(response: Referred, reading: CodeReading): readonly DocumentedCode[] {
  const named = namedCodes(response, reading);
  if (named !== undefined) return [named];
  const examples = examplesOf(response, reading)
    .slice(0, mostExamples)
    .map((example) => fromExample(example, reading));
  const coded = [
    ...examples.filter(({ code }) => isKnown(code) && code.certainty !== "weak"),
    ...examplesElsewhere(response, reading),
  ];
  if (coded.length > 0) return coded;
  const allowed = fromSchemas(response, reading);
  if (allowed !== undefined) return [allowed];
  return examples.filter(({ message }) => isKnown(message)).slice(0, 1);
}

/** `x-error-code: X`, `x-error-codes: [X, Y]`. */
function namedCodes({ node, reference }: Referred, { context }: CodeReading): DocumentedCode | undefined {
  const property = propertiesOf(node).find((one) => /^xerr(?:or)?codes?$/.test(plainName(nameOf(one))));
  if (property === undefined) return undefined;
  const { value } = property;
  const nodes = value.kind === "array" ? value.elements.filter((element) => element !== undefined) : [value];
  const code = partOfAny(nodes, { context, certainty: "certain", from: `\`${nameOf(property)}\``, reference });
  return code === undefined ? undefined : { span: property, code, message: undefined, body: undefined };
}

/** The bodies that a response shows: of its media types, of their schemas, of Swagger 2 by media type. */
function examplesOf(response: Referred, { references, usage }: CodeReading): readonly Referred[] {
  const found: Referred[] = [];
  // What a response or a schema of several statuses shows belongs to none of them.
  if (response.reference !== undefined && !usage.isOfOneStatus(response.reference.pointer)) return found;
  const add = (node: Expression | undefined, reference: Reference | undefined): void => {
    if (node !== undefined) found.push({ node, reference });
  };
  for (const media of propertiesOf(valueIn(response.node, "content"))) {
    add(valueIn(media.value, "example"), response.reference);
    for (const example of propertiesOf(valueIn(media.value, "examples"))) {
      const followed = references.follow(example.value);
      add(valueIn(followed?.node, "value"), response.reference ?? followed?.reference);
    }
  }
  for (const example of propertiesOf(valueIn(response.node, "examples"))) add(example.value, response.reference);
  for (const { node, reference } of schemasOf(response)) {
    const schema = references.follow(node);
    if (schema === undefined) continue;
    const shared = schema.reference;
    if (shared !== undefined && !usage.isOfOneStatus(shared.pointer)) continue;
    add(valueIn(schema.node, "example"), reference ?? shared);
    const list = valueIn(schema.node, "examples");
    if (list?.kind === "array") for (const example of list.elements) add(example, reference ?? shared);
  }
  return found;
}

/** Examples that stand in files of their own: referred to whole, or by `externalValue`. */
function examplesElsewhere({ node }: Referred, reading: CodeReading): readonly DocumentedCode[] {
  const { references } = reading;
  const named = propertiesOf(valueIn(node, "content")).flatMap(({ value }) =>
    propertiesOf(valueIn(value, "examples")).map((example) => example.value),
  );
  return named.slice(0, mostExamples).flatMap((example) => {
    const whole = references.follow(example) === undefined ? references.referenceOf(example) : undefined;
    if (whole !== undefined) return exampleElsewhere(whole, ["value"], reading);
    const value = valueIn(example, "externalValue");
    const pointer = stringOf(value);
    return value === undefined || pointer === undefined
      ? []
      : exampleElsewhere({ pointer, start: value.start, end: value.end }, [], reading);
  });
}

function schemasOf({ node, reference }: Referred): readonly Referred[] {
  const media = propertiesOf(valueIn(node, "content")).map(({ value }) => valueIn(value, "schema"));
  return [...media, valueIn(node, "schema")].flatMap((schema) =>
    schema === undefined ? [] : [{ node: schema, reference }],
  );
}

function fromExample({ node, reference }: Referred, { context, statuses }: CodeReading): DocumentedCode {
  const { code, message, body } = recordedBody(node, context, statuses);
  return {
    span: node,
    code: code && throughReference(code, reference, context),
    message: message && throughReference(message, reference, context),
    body: reference === undefined ? body : undefined,
  };
}

/** A part that stands elsewhere in the document: at the place itself stands the reference. */
function throughReference<Value>(
  part: Part<Value>,
  reference: Reference | undefined,
  { uri }: RecogniserContext,
): Part<Value> {
  if (reference === undefined) return part;
  const { pointer, start, end } = reference;
  const span = { start, end };
  return {
    ...part,
    span,
    values: part.values.map(({ value, written, origin }) => ({
      value,
      written: { kind: "implied", span, by: `\`${pointer}\`` },
      origin: origin ?? { uri, span: written.span },
    })),
    evidence: [{ text: `in \`${pointer}\``, place: { uri, span } }, ...part.evidence],
  };
}

function fromSchemas(response: Referred, reading: CodeReading): DocumentedCode | undefined {
  const { context, statuses } = reading;
  if (statuses.every((status) => status < 400)) return undefined;
  for (const { node } of schemasOf(response)) {
    const codes = codesOfSchema(node, reading);
    const kept = codes.nodes.filter((one) => one.kind !== "number" || !statuses.includes(one.value));
    if (kept.length > mostAllowed) continue;
    const code = partOfAny(kept, {
      context,
      certainty: "likely",
      from: "the schema",
      reference: response.reference ?? codes.reference,
    });
    if (code !== undefined) return { span: response.reference ?? node, code, message: undefined, body: undefined };
  }
  return undefined;
}
