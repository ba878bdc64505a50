/** A catalog as components of an OpenAPI 3.1 document: a schema of the error body, and a response for each status. */
import { stringify } from "yaml";
import type { BodyPath, Catalog, CodeEntry, Envelope } from "../model.ts";
import { textIn } from "../text-in.ts";
import { wireMessagesOf } from "./wire-messages.ts";

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

/** YAML with `components` alone, to be merged into a description of the API. */
export function writeOpenApiCatalog(catalog: Catalog, languages: readonly string[] = [catalog.language]): string {
  const envelope = catalog.envelopes.find(({ code, codeHolds }) => code !== undefined && codeHolds === "code");
  const statuses = [...new Set(catalog.codes.flatMap(({ statuses }) => statuses))].sort((left, right) => left - right);
  const title = textIn(catalog.title, languages) ?? catalog.id;
  const document: Json = {
    openapi: "3.1.0",
    info: { title, version: "1" },
    paths: {},
    components: {
      schemas: { ErrorCode: codeSchema(catalog, languages), Error: bodySchema(envelope) },
      responses: Object.fromEntries(
        statuses.map((status) => [`Error${status}`, responseOf(catalog, status, envelope, languages)]),
      ),
    },
  };
  return stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
}

function codeSchema({ codes }: Catalog, languages: readonly string[]): Json {
  const types = [...new Set(codes.map(({ code }) => (typeof code === "number" ? "integer" : "string")))];
  return {
    type: types.length === 1 ? (types[0] ?? "string") : types,
    enum: codes.map(({ code }) => code),
    "x-enum-descriptions": codes.map((entry) => descriptionOf(entry, languages)),
    "x-enum-statuses": codes.map(({ statuses }) => statuses),
    "x-enum-messages": codes.map(wireMessagesOf),
  };
}

function bodySchema(envelope: Envelope | undefined): Json {
  const leaves: (readonly [BodyPath, Json])[] = [
    [envelope?.code ?? ["code"], { $ref: "#/components/schemas/ErrorCode" }],
    [envelope?.message ?? ["message"], { type: "string" }],
  ];
  if (envelope?.failure !== undefined) leaves.push([envelope.failure.path, { const: envelope.failure.value }]);
  return leaves.reduce<Json>((schema, [path, leaf]) => withProperty(schema, path, leaf), { type: "object" });
}

/** `schema` with a property at `path`, objects made on the way, each of them required. */
function withProperty(schema: Json, path: BodyPath, leaf: Json): Json {
  const [name, ...rest] = path;
  if (name === undefined) return leaf;
  const own = isObject(schema) ? schema : {};
  const properties = isObject(own.properties) ? own.properties : {};
  const required = Array.isArray(own.required) ? own.required : [];
  return {
    ...own,
    type: "object",
    required: required.includes(name) ? required : [...required, name],
    properties: { ...properties, [name]: withProperty(properties[name] ?? {}, rest, leaf) },
  };
}

function responseOf(
  catalog: Catalog,
  status: number,
  envelope: Envelope | undefined,
  languages: readonly string[],
): Json {
  const entry = catalog.statuses.find(({ status: range }) => range.from === status && range.to === status);
  const description = textIn(entry?.summary, languages) ?? entry?.title ?? `Error ${status}`;
  const codes = catalog.codes.filter(({ statuses }) => statuses.includes(status));
  const examples = codes.map((code) => [
    String(code.code),
    { summary: descriptionOf(code, languages), value: exampleOf(code, envelope) },
  ]);
  const schema = { $ref: "#/components/schemas/Error" };
  return { description, content: { "application/json": { schema, examples: Object.fromEntries(examples) as Json } } };
}

function exampleOf(entry: CodeEntry, envelope: Envelope | undefined): Json {
  const { code } = entry;
  const message = wireMessagesOf(entry)[0] ?? "";
  const leaves: (readonly [BodyPath, Json])[] = [[envelope?.code ?? ["code"], code]];
  if (envelope?.failure !== undefined) leaves.unshift([envelope.failure.path, envelope.failure.value]);
  if (message !== "") leaves.push([envelope?.message ?? ["message"], message]);
  return leaves.reduce<Json>((body, [path, leaf]) => withValue(body, path, leaf), {});
}

function withValue(body: Json, path: BodyPath, leaf: Json): Json {
  const [name, ...rest] = path;
  if (name === undefined) return leaf;
  const own = isObject(body) ? body : {};
  return { ...own, [name]: withValue(own[name] ?? {}, rest, leaf) };
}

function descriptionOf(entry: CodeEntry, languages: readonly string[]): string {
  return (
    textIn(entry.summary ?? entry.title ?? entry.cause ?? entry.meanings[0]?.summary, languages) ??
    entry.messages[0]?.template ??
    String(entry.code)
  );
}

function isObject(json: Json | undefined): json is { readonly [name: string]: Json } {
  return typeof json === "object" && !Array.isArray(json);
}
