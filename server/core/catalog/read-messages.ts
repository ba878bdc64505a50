import { type Field, readFields, reportType } from "../text/data-fields.ts";
import { itemsOf, readList, readText, readTexts } from "../text/data-values.ts";
import type { CatalogContext } from "./catalog-context.ts";
import type { Meaning, WireMessage } from "./model.ts";
import { readLocalized } from "./read-localized.ts";
import { readStatuses } from "./read-status.ts";

const messageKeys: readonly string[] = ["text", "status", "summary", "cause", "fix", "methods"];

/** Wire messages: `message` is one of them, `messages` a list; each is a text, or a map with `text`. */
export function readMessages(
  context: CatalogContext,
  message: Field | undefined,
  messages: Field | undefined,
): readonly WireMessage[] {
  const one = message === undefined ? [] : [readMessage(context, message)];
  const many = readList(context, messages, (item) => readMessage(context, item));
  return [...one, ...many].filter((read) => read !== undefined);
}

function readMessage(context: CatalogContext, item: Field): WireMessage | undefined {
  const { value } = item;
  if (value.kind !== "map") {
    const template = readText(context, item);
    if (template === undefined) return undefined;
    const nothing = { summary: undefined, cause: undefined, fix: undefined };
    return { template, statuses: [], ...nothing, methods: [], span: value.span };
  }
  const fields = readFields(context, value, { what: "a message", names: messageKeys, required: ["text"] });
  const template = readText(context, fields.get("text"));
  const rest = {
    statuses: readStatuses(context, fields.get("status")),
    summary: readLocalized(context, fields.get("summary")),
    cause: readLocalized(context, fields.get("cause")),
    fix: readLocalized(context, fields.get("fix")),
    methods: readTexts(context, fields.get("methods")),
  };
  return template === undefined ? undefined : { template, ...rest, span: value.span };
}

/** `meanings`: what an ambiguous code may stand for. */
export function readMeanings(context: CatalogContext, field: Field | undefined): readonly Meaning[] {
  if (field === undefined) return [];
  if (field.value.kind !== "list") reportType(context, field.value, "`meanings` is a list");
  return itemsOf(field.value).flatMap((value) => readMeaning(context, { ...field, value }) ?? []);
}

function readMeaning(context: CatalogContext, item: Field): Meaning | undefined {
  const fields = readFields(context, item.value, {
    what: "a meaning",
    names: ["message", "summary", "fix"],
    required: ["summary"],
  });
  const message = readText(context, fields.get("message"));
  const summary = readLocalized(context, fields.get("summary"));
  const fix = readLocalized(context, fields.get("fix"));
  if (summary !== undefined) return { message, summary, fix };
  return message === undefined ? undefined : { message, summary: new Map([[context.language, message]]), fix };
}
