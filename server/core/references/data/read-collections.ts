/**
 * Collections of errors in JSON or YAML, in the shapes that teams write: a list of entries, entries by code, statuses by
 * code, texts by code, and any of these nested below modules.
 */
import type { Code } from "../../catalog/model.ts";
import type { DataEntry, DataList, DataMap, DataNode } from "../../text/data-node.ts";
import type { DraftCode, Drafted } from "../draft.ts";
import { codesIn, draftedEntry, type EntryFields, fieldsOf, statusesIn, textsIn } from "./data-entry.ts";

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
  const pending: { node: DataNode; path: readonly string[] }[] = [{ node: root, path: [] }];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const { node, path } = next;
    if (node.kind === "scalar") continue;
    const collection = node.kind === "list" ? ofList(node, path) : ofMap(node, path);
    if (collection !== undefined) found.push(collection);
    else if (node.kind === "list") pending.push(...node.items.map((item) => ({ node: item, path })));
    else pending.push(...node.entries.map(({ key, value }) => ({ node: value, path: [...path, key] })));
  }
  return found;
}

// ---------------------------------------------------------------- lists

/** `[{ code, status, message }, …]`: at least two entries, nearly all of them with a code. */
function ofList(list: DataList, path: readonly string[]): Collection | undefined {
  const maps = list.items.filter((item) => item.kind === "map");
  if (maps.length < 2 || maps.length < list.items.length) return undefined;
  const rows = maps.map((map) => ({ map, fields: fieldsOf(map), key: undefined }));
  const codes = readRows(rows);
  return codes.length * 2 < maps.length || !rows.some(isTelling) ? undefined : { kind: "entries", path, codes };
}

// ---------------------------------------------------------------- maps

function ofMap(map: DataMap, path: readonly string[]): Collection | undefined {
  const { entries } = map;
  if (entries.length < 2 || isOneEntry(map)) return undefined;
  if (entries.every(({ value }) => value.kind === "map")) return ofEntriesByCode(entries, path);
  const keyed = entries.filter((entry) => isCodeKey(entry.key));
  if (keyed.length < entries.length) return undefined;
  if (entries.every(({ value }) => statusesIn(value).length > 0)) {
    const codes = entries.map((entry) =>
      draftedEntry(keyCode(entry), statusesIn(entry.value), new Map(), entrySpan(entry)),
    );
    return { kind: "statuses", path, codes };
  }
  if (!entries.every(({ value }) => textsIn(value).length === 1)) return undefined;
  const codes = entries.map((entry) => ({
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
    return [draftedEntry(code, uniqueStatuses(statuses), row.fields, span)];
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

/** A code has no blanks but in few words, and is no sentence. */
function isCodeLike(code: Code): boolean {
  if (typeof code === "number") return Number.isInteger(code);
  return /^[\p{L}\p{N}][\p{L}\p{N}_.:/-]*(?: [\p{L}\p{N}_-]+){0,3}$/u.test(code) && code.length <= 80;
}

function entrySpan({ keySpan, value }: DataEntry): DraftCode["span"] {
  return { start: keySpan.start, end: value.span.end };
}
