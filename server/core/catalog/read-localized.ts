import { type DataReader, type Field, isNothing, reportType, shortened } from "../text/data-fields.ts";
import type { DataEntry } from "../text/data-node.ts";
import { readText } from "../text/data-values.ts";
import { reportDuplicateKey } from "../text/duplicate-keys.ts";
import type { CatalogContext } from "./catalog-context.ts";
import type { LocalizedText } from "./model.ts";

/** A BCP 47 tag by its shape: a language of two to eight letters, then subtags. */
const languageTag = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/;

/** `written` as a language tag in lower case, with `-` between its parts; undefined if it is none. */
export function toLanguageTag(written: string): string | undefined {
  const tag = written.toLowerCase().replaceAll("_", "-");
  return languageTag.test(tag) ? tag : undefined;
}

/** A text in the catalog's language, or a map of languages to texts. Undefined when no language has a text. */
export function readLocalized(context: CatalogContext, field: Field | undefined): LocalizedText | undefined {
  if (field === undefined) return undefined;
  if (field.value.kind === "map") return readLanguages(context, field, field.value.entries);
  if (field.value.kind === "list") {
    reportType(context, field.value, `\`${field.name}\` is a text, or a map of languages to texts`);
    return undefined;
  }
  const text = readText(context, field);
  return text === undefined ? undefined : new Map([[context.language, text]]);
}

function readLanguages(reader: DataReader, field: Field, entries: readonly DataEntry[]): LocalizedText | undefined {
  const texts = new Map<string, string>();
  const first = new Map<string, DataEntry>();
  for (const entry of entries) {
    const language = toLanguageTag(entry.key);
    if (language === undefined) {
      const message = `\`${shortened(entry.key)}\` is not a language tag such as \`en\` or \`zh-hans\``;
      reader.problems.error(entry.keySpan, message);
      continue;
    }
    const earlier = first.get(language);
    if (earlier !== undefined) {
      reportDuplicateKey(earlier, entry, reader.lines, reader.problems);
      continue;
    }
    first.set(language, entry);
    if (isNothing(entry.value)) {
      reader.problems.error(entry.keySpan, `\`${entry.key}\` has no text`);
      continue;
    }
    const text = readText(reader, { name: field.name, nameSpan: entry.keySpan, value: entry.value });
    if (text !== undefined) texts.set(language, text);
  }
  if (entries.length === 0) reader.problems.error(field.value.span, `\`${field.name}\` has no text in any language`);
  return texts.size === 0 ? undefined : texts;
}
