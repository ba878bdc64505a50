/**
 * Collections of errors in JSON or YAML, in the shapes that teams write: a list of entries, entries by code, statuses by
 * code, texts by code, and any of these nested below modules.
 */
import type { Code } from "../../catalog/model.ts";
import type { DataEntry, DataList, DataMap, DataNode } from "../../text/data-node.ts";
import type { DraftCode, Drafted } from "../draft.ts";
import { codesIn, draftedEntry, type EntryFields, fieldsOf, statusesIn, textsIn } from "./data-entry.ts";
import { withTranslations } from "./entry-translations.ts";

/** Codes that were found in one collection, and what kind of collection it is. */
export interface Collection {
  readonly kind: "entries" | "statuses" | "texts";
  /** The keys from the top of the document down to the collection. */
  readonly path: readonly string[];
  readonly codes: readonly DraftCode[];
}

/** Every collection in `root`, outer ones first; what stands inside an entry is no collection. */
export function collectionsIn(root: DataNode): readonly Collection[] {
  const found: Collection[] = [];
  const pending: Place[] = [{ node: root, path: [], isItem: false }];
  // What is pushed on the way is visited as well; taking the first item away would cost as much as there are others.
  for (const { node, path, isItem } of pending) {
    if (node.kind === "scalar") continue;
    const collection = node.kind === "list" ? ofList(node, path) : ofMap(node, path);
    if (collection !== undefined && !(isItem && collection.kind === "texts")) found.push(collection);
    if (collection !== undefined && collection.kind !== "texts") continue;
    const isInside = isItem || node.kind === "list";
    if (node.kind === "list") for (const item of node.items) pending.push({ node: item, path, isItem: true });
    else
      for (const { key, value } of node.entries) pending.push({ node: value, path: [...path, key], isItem: isInside });
  }
  return found;
}

interface Place {
  readonly node: DataNode;
  readonly path: readonly string[];
  /** Whether it stands in an item of a list: texts by keys are there fields of something. */
  readonly isItem: boolean;
}

// ---------------------------------------------------------------- lists

/** `[{ code, status, message }, …]`: at least two entries, nearly all of them with a code. */
function ofList(list: DataList, path: readonly string[]): Collection | undefined {
  const maps = list.items.filter((item) => item.kind === "map");
  if (maps.length < 2 || maps.length < list.items.length || areOccurrences(maps)) return undefined;
  const rows = maps.map((map) => ({ map, fields: fieldsOf(map), key: undefined }));
  const codes = readRows(rows);
  return codes.length * 2 < maps.length || !rows.some(isTelling) ? undefined : { kind: "entries", path, codes };
}

/** Where in a program or when something happened: what a log or a checker's output says, never a definition. */
const placesAndTimes: ReadonlySet<string> = new Set(
  "line linenumber lineno column col colno startline endline loc stack stacktrace timestamp ruleid filename".split(" "),
);

function areOccurrences(maps: readonly DataMap[]): boolean {
  const happened = maps.filter(({ entries }) =>
    entries.some(({ key }) => placesAndTimes.has(key.replace(/[-_ ]/g, "").toLowerCase())),
  );
  return happened.length * 2 > maps.length;
}

// ---------------------------------------------------------------- maps

function ofMap(map: DataMap, path: readonly string[]): Collection | undefined {
  const { entries } = map;
  if (entries.length === 0 || isOneEntry(map)) return undefined;
  if (entries.length > 1 && entries.every(({ value }) => value.kind === "map")) return ofEntriesByCode(entries, path);
  const keyed = entries.filter((entry) => isCodeKey(entry.key));
  if (
    keyed.length > 1 &&
    keyed.length === entries.length &&
    entries.every(({ value }) => statusesIn(value).length > 0)
  ) {
    const codes = entries.map((entry) =>
      draftedEntry(keyCode(entry), statusesIn(entry.value), new Map(), entrySpan(entry)),
    );
    return { kind: "statuses", path, codes };
  }
  return ofTexts(map, path);
}

/** Texts by code; texts of modules may stand beside them, one level further down. */
function ofTexts({ entries }: DataMap, path: readonly string[]): Collection | undefined {
  const texts = entries.filter(({ value }) => value.kind !== "map");
  const isOfTexts = texts.every(({ key, value }) => isCodeKey(key) && textsIn(value).length === 1);
  if (texts.length === 0 || !isOfTexts) return undefined;
  const codes = texts.map((entry) => ({
    ...draftedEntry(keyCode(entry), [], new Map(), entrySpan(entry)),
    messages: textsIn(entry.value),
  }));
  return { kind: "texts", path, codes };
}

/** `{ NOT_FOUND: { status: 404, message } }`, `{ session: { not_found: {…} } }` being two of them, one below the other. */
function ofEntriesByCode(entries: readonly DataEntry[], path: readonly string[]): Collection | undefined {
  const rows = entries.flatMap((entry) =>
    entry.value.kind === "map" ? [{ map: entry.value, fields: fieldsOf(entry.value), key: entry }] : [],
  );
  const telling = rows.filter(isTelling);
  if (telling.length * 2 < rows.length) return undefined;
  const codes = readRows(telling);
  return codes.length === 0 ? undefined : { kind: "entries", path, codes };
}

/** A map that is itself one error, not several. */
function isOneEntry(map: DataMap): boolean {
  const fields = fieldsOf(map);
  return ["code", "status", "message"].filter((role) => fields.has(role as "code")).length >= 2;
}

// ---------------------------------------------------------------- entries

interface Row {
  readonly map: DataMap;
  readonly fields: EntryFields;
  /** Under which key the entry stands, in a map. */
  readonly key: DataEntry | undefined;
}

/** Whether an entry tells anything beyond its code. */
function isTelling({ fields }: Row): boolean {
  return (["status", "message", "summary", "cause", "fix"] as const).some((role) => fields.has(role));
}

/**
 * The codes of the rows. What a field holds is decided for all rows together: `code` is the HTTP status where it holds
 * nothing else and something else names the error.
 */
function readRows(rows: readonly Row[]): readonly DraftCode[] {
  const codeFields = rows.map(({ fields }) => fields.get("code") ?? []);
  const first = codeFields.map((fields) => fields[0]);
  const holdStatuses =
    rows.some(({ fields }) => !fields.has("status")) &&
    first.every((field) => field === undefined || statusesIn(field.value).length > 0) &&
    rows.every(({ key, fields }) => (fields.get("code")?.length ?? 0) > 1 || (key !== undefined && isCodeKey(key.key)));
  return rows.flatMap((row) => {
    const fields = row.fields.get("code") ?? [];
    const named = holdStatuses ? fields.slice(1) : fields;
    const code = codeOf(row, named);
    if (code === undefined) return [];
    const statuses = holdStatuses
      ? statusesIn(fields[0]?.value)
      : (row.fields.get("status") ?? []).flatMap(({ value }) => statusesIn(value)).slice(0, 8);
    const span = row.key === undefined ? row.map.span : entrySpan(row.key);
    return [withTranslations(draftedEntry(code, uniqueStatuses(statuses), row.fields, span), row.map)];
  });
}

function codeOf({ key }: Row, fields: readonly DataEntry[]): Drafted<Code> | undefined {
  const own = fields.flatMap(({ value }) => codesIn(value)).find(({ value }) => isCodeLike(value));
  // A key says what the entry is called; a number or a text inside is what goes over the wire.
  if (own !== undefined) return own;
  return key !== undefined && isCodeKey(key.key) ? keyCode(key) : undefined;
}

function uniqueStatuses(statuses: readonly Drafted<number>[]): readonly Drafted<number>[] {
  return statuses.filter(({ value }, index) => statuses.findIndex((other) => other.value === value) === index);
}

function keyCode({ keyScalar, key, keySpan }: DataEntry): Drafted<Code> {
  const value = typeof keyScalar.value === "number" || /^-?\d+$/.test(key) ? Number(key) : key;
  return { value, span: keySpan };
}

function isCodeKey(key: string): boolean {
  return isCodeLike(/^-?\d+$/.test(key) ? Number(key) : key);
}

/** A code has no blanks but in few words, and is no sentence; the type of a problem (RFC 9457 §3.1.1) is a URI. */
function isCodeLike(code: Code): boolean {
  if (typeof code === "number") return Number.isInteger(code);
  if (/^(?:https?:\/\/|urn:|tag:)\S+$/i.test(code)) return code.length <= 200;
  return /^(?:__)?[\p{L}\p{N}][\p{L}\p{N}_.:/-]*(?: [\p{L}\p{N}_-]+){0,3}$/u.test(code) && code.length <= 80;
}

function entrySpan({ keySpan, value }: DataEntry): DraftCode["span"] {
  return { start: keySpan.start, end: value.span.end };
}
