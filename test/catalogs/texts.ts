/** Every text of a catalog in several languages, with the way to it. */
import type { Catalog, LocalizedText } from "../../server/core/catalog/model.ts";

export interface PlacedText {
  readonly path: string;
  readonly text: LocalizedText;
}

/** All localized texts, found by walking the whole catalog, so that none is forgotten. */
export function localizedTexts(catalog: Catalog): readonly PlacedText[] {
  return textsIn(catalog, catalog.id);
}

/** Letters that a text in `language` has and, by a look-ahead, letters that it cannot have. */
export function scriptOf(language: string): RegExp {
  switch (language) {
    case "fa":
      return /^(?!.*[يكة])(?=.*\p{Script=Arabic})/su;
    case "uk":
      return /^(?!.*[ыэъёЫЭЪЁ])(?=.*\p{Script=Cyrillic})/su;
    case "ru":
      return /^(?!.*[іїєґІЇЄҐ])(?=.*\p{Script=Cyrillic})/su;
    case "zh-hans":
      return /\p{Script=Han}/u;
    case "en":
      // Only what is quoted from the wire may be in another script.
      return /^(?:[^\p{L}“`]|\p{Script=Latin}|“[^”]*”|`[^`]*`)+$/u;
    default:
      throw new Error(`no letters are known for ${language}`);
  }
}

function textsIn(value: unknown, path: string): readonly PlacedText[] {
  if (value instanceof Map) return [{ path, text: value as LocalizedText }]; // A catalog has no other maps.
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`));
}
