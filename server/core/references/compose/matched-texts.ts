/** Which code a text is for, where files of texts name codes in their own way: `errors.session.not_found`. */
import type { Code } from "../../catalog/model.ts";
import { baseName } from "../../text/uri.ts";
import { namesErrors } from "../names.ts";

/** Groups of texts that say nothing of which error is meant. */
const groups = /^(?:messages?|texts?|codes?|api|server|common|backend|responses?|validations?|default)$/i;

/**
 * The code among `known` that the key of a text stands for: the same, without the groups that it begins with, below the
 * module that its file is called after, or the same words written in another way (`sessionNotFound`, `SESSION_NOT_FOUND`).
 * Undefined where none or several codes fit.
 */
export function matchedTexts(known: readonly Code[]): (key: string, uri: string) => Code | undefined {
  const exact = new Map(known.map((code) => [String(code), code]));
  const byWords = new Map<string, Code | undefined>();
  for (const code of exact.values()) {
    const words = wordsOf(String(code));
    byWords.set(words, byWords.has(words) ? undefined : code);
  }
  return (key, uri) => {
    const forms = formsOf(key, uri);
    const form = forms.find((candidate) => exact.has(candidate));
    if (form !== undefined) return exact.get(form);
    return forms.map((candidate) => byWords.get(wordsOf(candidate))).find((code) => code !== undefined);
  };
}

function formsOf(key: string, uri: string): readonly string[] {
  const forms = [key];
  const parts = key.split(".");
  while (parts.length > 1 && (namesErrors(parts[0] ?? "") || groups.test(parts[0] ?? ""))) {
    parts.shift();
    forms.push(parts.join("."));
  }
  const module = baseName(uri).replace(/\..*$/, "");
  return namesErrors(module) || module === "" ? forms : [...forms, `${module}.${parts.join(".")}`];
}

/** `session not found` of all its spellings. */
function wordsOf(code: string): string {
  return code
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ");
}
