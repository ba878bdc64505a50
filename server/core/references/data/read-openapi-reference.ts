/** A description of an API as a reference: codes of its examples and schemas, with the statuses of the responses around them. */
import type { ErrorSite } from "../../sites/model.ts";
import { type DataMap, type DataNode, type DataReading, valueAt } from "../../text/data-node.ts";
import { encloses, type Span } from "../../text/span.ts";
import type { Draft, DraftCode, Drafted, ReferenceReading } from "../draft.ts";
import { codesIn, draftedEntry, statusesIn, textsIn } from "./data-entry.ts";

/** Whether the document is an OpenAPI description, or a part of one that holds components. */
export function isOpenApi(root: DataNode | undefined): boolean {
  return ["openapi", "swagger"].some((key) => valueAt(root, key)?.kind === "scalar");
}

/** What the description tells; `sites` are those that are recognised in it. */
export function readOpenApiReference({ root, problems }: DataReading, sites: readonly ErrorSite[]): ReferenceReading {
  const responses = sharedResponses(root);
  const codes = [
    ...sites.flatMap((site) => codesOfSite(site, sites, responses)),
    ...enumsOfCodes(root).flatMap((schema) => codesOfEnum(schema)),
  ];
  const title = textsIn(valueAt(valueAt(root, "info"), "title"))[0];
  const draft: Draft = {
    title,
    language: undefined,
    codes,
    statuses: [],
    samples: [],
    envelopes: [],
    problems,
  };
  const count = new Set(codes.map(({ code }) => code.value)).size;
  const reason =
    count === 0 ? "It shows no error codes." : `It is a description of an API that shows ${count} error codes.`;
  return { draft, confidence: count === 0 ? 0 : count < 3 ? 0.5 : 0.85, reason };
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

function codesOfSite(
  site: ErrorSite,
  all: readonly ErrorSite[],
  responses: readonly SharedResponse[],
): readonly DraftCode[] {
  const { code, status, message } = site;
  if (code === undefined || code.certainty === "weak") return [];
  const own = (status?.values ?? []).map(({ value, written }) => ({ value, span: written.span }));
  const shared = responses.find(({ span }) => encloses(span, site.span))?.statuses ?? [];
  const statuses = isShared(site, all) ? [] : own.length > 0 ? own : shared;
  const messages =
    code.values.length === 1
      ? (message?.values ?? []).map(({ value, written }) => ({ value, span: written.span }))
      : [];
  return code.values.map(({ value, written }) => ({
    ...draftedEntry({ value, span: written.span }, statuses, new Map(), site.span),
    messages,
  }));
}

/** One list of codes that responses of several statuses refer to says of none of them which it goes with. */
function isShared({ code, status }: ErrorSite, all: readonly ErrorSite[]): boolean {
  const first = code?.values[0]?.written.span;
  if (code === undefined || code.values.length < 2 || first === undefined) return false;
  return all.some(
    (other) =>
      other.code?.values[0]?.written.span.start === first.start &&
      other.status?.values[0]?.value !== status?.values[0]?.value,
  );
}

/** Schemas that list codes: named after codes of errors, with an `enum`. */
function enumsOfCodes(root: DataNode | undefined): readonly DataMap[] {
  const homes = [valueAt(valueAt(root, "components"), "schemas"), valueAt(root, "definitions")];
  return homes.flatMap((home) =>
    (home?.kind === "map" ? home.entries : []).flatMap(({ key, value }) =>
      value.kind === "map" && /err|problem|fault/i.test(key) && /code|type|reason|enum/i.test(key) ? [value] : [],
    ),
  );
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
    return { ...draftedEntry(code, [], new Map(), code.span), summary: textsIn(item)[0] };
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
