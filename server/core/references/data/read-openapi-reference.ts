/** A description of an API as a reference: codes of its examples and schemas, with the statuses of the responses around them. */
import type { ErrorSite } from "../../sites/model.ts";
import { type DataMap, type DataNode, type DataReading, valueAt } from "../../text/data-node.ts";
import { encloses, type Span } from "../../text/span.ts";
import type { Draft, DraftCode, Drafted, ReferenceReading } from "../draft.ts";
import { emptyDraft } from "../empty.ts";
import { namesErrors } from "../names.ts";
import { codesIn, draftedEntry, statusesIn, textsIn } from "./data-entry.ts";
import { codesOfResponses } from "./openapi/codes.ts";
import { errorsOfSchemas } from "./openapi/constant-schemas.ts";
import { documentsAround, type OtherDocuments, refersToFiles } from "./openapi/documents.ts";
import { envelopesOf } from "./openapi/envelopes.ts";
import { failuresIn } from "./openapi/responses.ts";

/** Whether the document is an OpenAPI description, or a part of one that holds components. */
export function isOpenApi(root: DataNode | undefined): boolean {
  return ["openapi", "swagger"].some((key) => valueAt(root, key)?.kind === "scalar");
}

/** A description as it comes, with what is known around it. */
export interface Description {
  readonly uri: string;
  readonly data: DataReading;
  /** The error sites that are recognised in it. */
  readonly sites: readonly ErrorSite[];
  readonly others: OtherDocuments;
}

/** What the description tells, and what it tells in other files that it refers to. */
export interface OpenApiReading extends ReferenceReading {
  readonly elsewhere: readonly { readonly uri: string; readonly draft: Draft }[];
}

/** What the description tells, through all its files. */
export function readOpenApiReference({ uri, data, sites, others }: Description): OpenApiReading {
  const { root, problems } = data;
  if (root === undefined)
    return { draft: { ...emptyDraft, problems }, elsewhere: [], confidence: 0, reason: "It is empty." };
  const documents = documentsAround(uri, root, others);
  const failures = failuresIn({ uri, node: root }, documents);
  const located = refersToFiles(root) ? codesOfResponses(failures, documents) : [];
  const responses = sharedResponses(root);
  const codes = withoutRepetition([
    ...sites.flatMap((site) => codesOfSite(site, { uri, all: sites, responses })),
    ...located.filter((code) => code.uri === uri).map(({ entry }) => entry),
    ...errorsOfSchemas(root),
    ...enumsOfCodes(root).flatMap((schema) => codesOfEnum(schema)),
  ]);
  const elsewhere = new Map<string, DraftCode[]>();
  for (const { uri: file, entry } of located)
    if (file !== uri) elsewhere.set(file, [...(elsewhere.get(file) ?? []), entry]);
  const title = textsIn(valueAt(valueAt(root, "info"), "title"))[0];
  const draft: Draft = { ...emptyDraft, title, codes, envelopes: envelopesOf(failures, documents, uri), problems };
  const all = [...codes, ...located.map(({ entry }) => entry)];
  const count = new Set(all.map(({ code }) => code.value)).size;
  const reason =
    count === 0 ? "It shows no error codes." : `It is a description of an API that shows ${count} error codes.`;
  return {
    draft,
    elsewhere: [...elsewhere].map(([file, told]) => ({
      uri: file,
      draft: { ...emptyDraft, codes: told },
    })),
    confidence: count === 0 ? 0 : count < 3 ? 0.5 : 0.85,
    reason,
  };
}

/** One entry for each place where a code is written, with all that the ways to it tell. */
function withoutRepetition(codes: readonly DraftCode[]): readonly DraftCode[] {
  const byPlace = new Map<string, DraftCode>();
  for (const entry of codes) {
    const key = `${entry.code.span.start} ${entry.code.value}`;
    const known = byPlace.get(key);
    const statuses = [...(known?.statuses ?? []), ...entry.statuses];
    byPlace.set(key, {
      ...(known ?? entry),
      statuses: statuses.filter(({ value }, at) => statuses.findIndex((other) => other.value === value) === at),
      messages: known !== undefined && known.messages.length > 0 ? known.messages : entry.messages,
      summary: known?.summary ?? entry.summary,
    });
  }
  return [...byPlace.values()];
}

interface SharedResponse {
  readonly span: Span;
  readonly statuses: readonly Drafted<number>[];
}

/** Responses among the components whose name has a status (`Error404`): nothing else says it where nobody refers to them. */
function sharedResponses(root: DataNode | undefined): readonly SharedResponse[] {
  const homes = [valueAt(valueAt(root, "components"), "responses"), valueAt(root, "responses")];
  return homes.flatMap((home) =>
    (home?.kind === "map" ? home.entries : []).flatMap(({ key, keySpan, value }) => {
      const [digits] = /(?<!\d)[1-5]\d\d(?!\d)/.exec(key) ?? [];
      return digits === undefined ? [] : [{ span: value.span, statuses: [{ value: Number(digits), span: keySpan }] }];
    }),
  );
}

interface Around {
  readonly uri: string;
  readonly all: readonly ErrorSite[];
  readonly responses: readonly SharedResponse[];
}

/** What other files tell of a site is told with those files. */
function codesOfSite(site: ErrorSite, { uri, all, responses }: Around): readonly DraftCode[] {
  const { code, status, message } = site;
  if (code === undefined || code.certainty === "weak") return [];
  const own = (status?.values ?? []).map(({ value, written }) => ({ value, span: written.span }));
  const shared = responses.find(({ span }) => encloses(span, site.span))?.statuses ?? [];
  const statuses = isShared(site, all) ? [] : own.length > 0 ? own : shared;
  const messages =
    code.values.length === 1
      ? (message?.values ?? []).map(({ value, written }) => ({ value, span: written.span }))
      : [];
  const here = code.values.filter(({ origin }) => origin === undefined || origin.uri === uri);
  return here.map(({ value, written, origin }) => ({
    ...draftedEntry({ value, span: origin?.span ?? written.span }, statuses, new Map(), site.span),
    messages,
  }));
}

/** One list of codes that responses of several statuses refer to says of none of them which it goes with. */
function isShared({ code, status }: ErrorSite, all: readonly ErrorSite[]): boolean {
  const first = firstPlace(code);
  if (code === undefined || code.values.length < 2 || first === undefined) return false;
  return all.some(
    (other) => firstPlace(other.code) === first && other.status?.values[0]?.value !== status?.values[0]?.value,
  );
}

/** Where the first value of a part is written, behind references. */
function firstPlace(part: ErrorSite["code"]): number | undefined {
  const first = part?.values[0];
  return (first?.origin?.span ?? first?.written.span)?.start;
}

/** Schemas that list codes: named after codes of errors, with an `enum`. */
function enumsOfCodes(root: DataNode | undefined): readonly DataMap[] {
  const homes = [valueAt(valueAt(root, "components"), "schemas"), valueAt(root, "definitions")];
  return homes.flatMap((home) =>
    (home?.kind === "map" ? home.entries : []).flatMap(({ key, value }) =>
      value.kind === "map" && namesErrors(key) && /code|type|reason|enum/i.test(key) ? [value] : [],
    ),
  );
}

function itemAt(schema: DataMap, key: string, index: number): DataNode | undefined {
  const list = valueAt(schema, key);
  return list?.kind === "list" ? list.items[index] : undefined;
}

/** The codes of an `enum`, with the descriptions that stand beside it under the names that generators know. */
function codesOfEnum(schema: DataMap): readonly DraftCode[] {
  const described = ["x-enum-descriptions", "x-enumDescriptions", "x-enumdescriptions"].map((key) =>
    valueAt(schema, key),
  );
  const list = described.find((node) => node?.kind === "list");
  const map = described.find((node) => node?.kind === "map");
  const enumerated = codesIn(valueAt(schema, "enum")).map((code, index) => {
    const item = list?.kind === "list" ? list.items[index] : valueAt(map, String(code.value));
    const statuses = statusesIn(itemAt(schema, "x-enum-statuses", index));
    const messages = textsIn(itemAt(schema, "x-enum-messages", index));
    return { ...draftedEntry(code, statuses, new Map(), code.span), messages, summary: textsIn(item)[0] };
  });
  const alternatives = ["oneOf", "anyOf"].map((key) => valueAt(schema, key)).find((node) => node?.kind === "list");
  const constants = (alternatives?.kind === "list" ? alternatives.items : []).flatMap((item) =>
    codesIn(valueAt(item, "const")).map((code) => ({
      ...draftedEntry(code, statusesIn(valueAt(item, "x-http-status")), new Map(), item.span),
      summary: textsIn(valueAt(item, "description"))[0] ?? textsIn(valueAt(item, "title"))[0],
    })),
  );
  return [...enumerated, ...constants];
}
