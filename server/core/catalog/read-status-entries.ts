import { type Field, readFields } from "../text/data-fields.ts";
import { readChoice, readFlag, readList, readText, readTexts } from "../text/data-values.ts";
import type { CatalogContext } from "./catalog-context.ts";
import { type KeyedEntry, keyedEntries } from "./keyed-entries.ts";
import type { Avoidance, BodyRule, StatusEntry, StatusRange } from "./model.ts";
import { levels, readHeaders, readLimits, readLink, readRetry } from "./read-advice.ts";
import { readLocalized } from "./read-localized.ts";
import { readStatus, readStatusRange } from "./read-status.ts";

const statusKeys: readonly string[] = [
  "title",
  "summary",
  "use",
  "avoid",
  "cause",
  "fix",
  "retry",
  "headers",
  "body",
  "limits",
  "deprecated",
  "tags",
  "authority",
  "link",
];

/** The section `statuses`: guidance for each HTTP status or class. A status given twice counts once, and is reported. */
export function readStatusEntries(context: CatalogContext, field: Field | undefined): readonly StatusEntry[] {
  const first = new Map<number, KeyedEntry>();
  const asList = field?.value.kind === "list";
  return keyedEntries(context, field, "status").flatMap((entry) => {
    const status = readStatusRange(context, entry.key, "status");
    if (status === undefined) return [];
    // A class and its first status start alike and differ in their end.
    const identity = status.from * 1000 + status.to;
    const earlier = first.get(identity);
    if (earlier !== undefined) {
      const line = context.lines().toLineColumn(earlier.key.span.start).line + 1;
      const message = `\`${entry.key.written}\` is already there, in line ${line}; only the first one counts`;
      context.problems.error(entry.key.span, message);
      return [];
    }
    first.set(identity, entry);
    return [readStatusEntry(context, { status, entry, keys: asList ? ["status", ...statusKeys] : statusKeys })];
  });
}

interface StatusSource {
  readonly status: StatusRange;
  readonly entry: KeyedEntry;
  readonly keys: readonly string[];
}

function readStatusEntry(context: CatalogContext, { status, entry, keys }: StatusSource): StatusEntry {
  const body = entry.body ?? { kind: "map", entries: [], span: entry.span };
  const fields = readFields(context, body, { what: "a status", names: keys });
  return {
    status,
    title: readText(context, fields.get("title")),
    summary: readLocalized(context, fields.get("summary")),
    use: readLocalized(context, fields.get("use")),
    avoid: readList(context, fields.get("avoid"), (item) => readAvoidance(context, item)),
    cause: readLocalized(context, fields.get("cause")),
    fix: readLocalized(context, fields.get("fix")),
    retry: readRetry(context, fields.get("retry")),
    headers: readHeaders(context, fields.get("headers")),
    body: readBody(context, fields.get("body")),
    limits: readLimits(context, fields.get("limits")),
    deprecated: readFlag(context, fields.get("deprecated")) ?? false,
    tags: readTexts(context, fields.get("tags")),
    authority: readText(context, fields.get("authority")),
    link: readLink(context, fields.get("link")),
    span: entry.span,
    origin: undefined,
  };
}

function readAvoidance(context: CatalogContext, item: Field): Avoidance | undefined {
  const fields = readFields(context, item.value, {
    what: "a case to avoid",
    names: ["when", "instead"],
    required: ["when"],
  });
  const when = readLocalized(context, fields.get("when"));
  const instead = readStatus(context, fields.get("instead"));
  return when && { when, instead };
}

function readBody(context: CatalogContext, field: Field | undefined): BodyRule | undefined {
  if (field === undefined) return undefined;
  if (field.value.kind !== "map") {
    const word = readChoice(context, field, ["none", "allowed"]);
    if (word === undefined) return undefined;
    return { allowed: word === "allowed", level: word === "allowed" ? "may" : "must", authority: undefined };
  }
  const fields = readFields(context, field.value, {
    what: "a rule about the body",
    names: ["allowed", "level", "authority"],
    required: ["allowed"],
  });
  const allowed = readFlag(context, fields.get("allowed"));
  const level = readChoice(context, fields.get("level"), levels);
  const authority = readText(context, fields.get("authority"));
  if (allowed === undefined) return undefined;
  return { allowed, level: level ?? (allowed ? "may" : "must"), authority };
}
