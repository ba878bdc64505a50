import { type DataReader, type Fields, shortened } from "../text/data-fields.ts";
import { readText } from "../text/data-values.ts";
import type { Catalog } from "./model.ts";
import { readLocalized, toLanguageTag } from "./read-localized.ts";

/** Id, title and language of a catalog: what is missing is reported and made from the rest; undefined if nothing is there. */
export function readIdentity(
  reader: DataReader,
  fields: Fields,
  uri: string,
): Pick<Catalog, "id" | "title" | "language"> | undefined {
  const id = readId(reader, fields);
  const language = readLanguage(reader, fields);
  const titleField = fields.get("title");
  const guess =
    titleField?.value.kind === "map" ? titleField.value.entries.find(({ key }) => toLanguageTag(key)) : undefined;
  const spoken = language ?? (guess && toLanguageTag(guess.key)) ?? "en";
  const title = readLocalized({ ...reader, language: spoken, codeType: undefined }, titleField);
  if (id === undefined && title === undefined && language === undefined) return undefined;
  const name = id ?? nameOfFile(uri);
  return { id: name, title: title ?? new Map([[spoken, name]]), language: spoken };
}

function readId(reader: DataReader, fields: Fields): string | undefined {
  const field = fields.get("id");
  const id = readText(reader, field);
  if (field === undefined || id === undefined || /^[a-z0-9-]+$/.test(id)) return id;
  const message = `\`${shortened(id)}\` is not an id: use small letters, digits and hyphens`;
  reader.problems.error(field.value.span, message);
  return toId(id) ?? nameOfFile("");
}

function readLanguage(reader: DataReader, fields: Fields): string | undefined {
  const field = fields.get("language");
  const written = readText(reader, field);
  if (field === undefined || written === undefined) return undefined;
  const tag = toLanguageTag(written);
  if (tag === undefined) {
    const message = `\`${shortened(written)}\` is not a language tag such as \`en\` or \`zh-hans\``;
    reader.problems.error(field.value.span, message);
  }
  return tag;
}

/** An id made from the last part of `uri`, without its ending. */
function nameOfFile(uri: string): string {
  const file = uri.slice(uri.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
  return toId(file) ?? "catalog";
}

function toId(text: string): string | undefined {
  const parts = text
    .toLowerCase()
    .slice(0, 100)
    .match(/[a-z0-9]+/g);
  return parts === null ? undefined : parts.join("-");
}
