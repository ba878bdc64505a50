/** Texts of one entry in several languages: `message: { en: …, uk: … }`, `message_en` beside `message_uk`. */
import type { LocalizedText } from "../../catalog/model.ts";
import type { DataMap } from "../../text/data-node.ts";
import type { DraftCode, Drafted } from "../draft.ts";
import { languageNamed } from "../names.ts";
import { textsIn } from "./data-entry.ts";
import { type FieldRole, roleOfField } from "./field-roles.ts";

const fields = ["message", "summary", "cause", "fix"] as const;

type TranslatedField = (typeof fields)[number];

/** The entry with the texts that `map` has by languages; English, else the first language, gives the wire message. */
export function withTranslations(entry: DraftCode, map: DataMap): DraftCode {
  const texts = translatedTexts(map);
  if (texts.size === 0) return entry;
  const translations = new Map<TranslatedField, LocalizedText>(
    [...texts].map(([field, byLanguage]) => [
      field,
      new Map([...byLanguage].map(([language, { value }]) => [language, value])),
    ]),
  );
  const messages = texts.get("message");
  const lead = messages?.get("en") ?? messages?.values().next().value;
  return {
    ...entry,
    translations,
    messages: entry.messages.length > 0 || lead === undefined ? entry.messages : [lead],
  };
}

function translatedTexts(map: DataMap): ReadonlyMap<TranslatedField, ReadonlyMap<string, Drafted<string>>> {
  const found = new Map<TranslatedField, Map<string, Drafted<string>>>();
  const add = (role: FieldRole | undefined, language: string | undefined, text: Drafted<string> | undefined): void => {
    const field = fields.find((name) => name === role);
    if (field === undefined || language === undefined || text === undefined) return;
    const byLanguage = found.get(field) ?? new Map<string, Drafted<string>>();
    found.set(field, byLanguage.set(language, text));
  };
  for (const { key, value } of map.entries) {
    if (value.kind === "map") {
      for (const inner of value.entries) add(roleOfField(key)?.role, languageNamed(inner.key), textsIn(inner.value)[0]);
      continue;
    }
    const [, name = "", ending = ""] =
      /^(.+?)(?:[-_.]([a-z]{2}(?:[-_][A-Za-z]{2,4})?)|(?<=[a-z])([A-Z][a-z]))$/.exec(key) ?? [];
    const language = languageNamed(ending === "" ? key.slice(name.length) : ending);
    if (name !== "") add(roleOfField(name)?.role, language, textsIn(value)[0]);
  }
  return found;
}
