import { type Field, readFields } from "../text/data-fields.ts";
import { readFlag, readTexts } from "../text/data-values.ts";
import type { CatalogContext } from "./catalog-context.ts";
import { type KeyedEntry, keyedEntries } from "./keyed-entries.ts";
import { mergeDefinitions } from "./merge-definitions.ts";
import type { Code, CodeEntry } from "./model.ts";
import { readHeaders, readLimits, readLink, readRetry } from "./read-advice.ts";
import { readCode, readCodeList, toCode } from "./read-code.ts";
import { readLocalized } from "./read-localized.ts";
import { readMeanings, readMessages } from "./read-messages.ts";
import { readStatuses } from "./read-status.ts";

const codeKeys: readonly string[] = [
  "status",
  "message",
  "messages",
  "title",
  "summary",
  "cause",
  "fix",
  "meanings",
  "retry",
  "alert",
  "tags",
  "methods",
  "parent",
  "confusedWith",
  "headers",
  "limits",
  "deprecated",
  "replacement",
  "link",
];

/**
 * The section `codes`, in the order of the file. A code defined several times becomes one entry that has all the
 * meanings and tells in `duplicates` where the further definitions stand.
 */
export function readCodes(context: CatalogContext, field: Field | undefined): readonly CodeEntry[] {
  const keys = field?.value.kind === "list" ? ["code", ...codeKeys] : codeKeys;
  // A Map keeps `-104` and `"-104"` apart and knows no prototype.
  const definitions = new Map<Code, CodeEntry[]>();
  for (const entry of keyedEntries(context, field, "code")) {
    const code = toCode(context, entry.key);
    if (code === undefined) continue;
    const read = readCodeEntry(context, { code, entry, keys });
    const earlier = definitions.get(code);
    if (earlier === undefined) definitions.set(code, [read]);
    else earlier.push(read);
  }
  return [...definitions.values()].flatMap((same) => mergeDefinitions(context.language, same) ?? []);
}

interface CodeSource {
  readonly code: Code;
  readonly entry: KeyedEntry;
  readonly keys: readonly string[];
}

function readCodeEntry(context: CatalogContext, { code, entry, keys }: CodeSource): CodeEntry {
  const body = entry.body ?? { kind: "map", entries: [], span: entry.span };
  const fields = readFields(context, body, { what: "a code", names: keys });
  return {
    code,
    statuses: readStatuses(context, fields.get("status")),
    messages: readMessages(context, fields.get("message"), fields.get("messages")),
    title: readLocalized(context, fields.get("title")),
    summary: readLocalized(context, fields.get("summary")),
    cause: readLocalized(context, fields.get("cause")),
    fix: readLocalized(context, fields.get("fix")),
    meanings: readMeanings(context, fields.get("meanings")),
    retry: readRetry(context, fields.get("retry")),
    alert: readLocalized(context, fields.get("alert")),
    tags: readTexts(context, fields.get("tags")),
    methods: readTexts(context, fields.get("methods")),
    parent: readCode(context, fields.get("parent")),
    confusedWith: readCodeList(context, fields.get("confusedWith")),
    headers: readHeaders(context, fields.get("headers")),
    limits: readLimits(context, fields.get("limits")),
    deprecated: readFlag(context, fields.get("deprecated")) ?? false,
    replacement: readCode(context, fields.get("replacement")),
    link: readLink(context, fields.get("link")),
    span: entry.span,
    codeSpan: entry.key.span,
    duplicates: [],
    origin: undefined,
  };
}
