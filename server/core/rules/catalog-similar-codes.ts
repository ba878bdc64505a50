import type { Code, CodeEntry } from "../catalog/model.ts";
import type { CatalogRule } from "./model.ts";
import { codeName } from "./support/phrases.ts";

interface State {
  readonly entry: CodeEntry;
  readonly twin: CodeEntry;
  readonly uri: string;
}

export const catalogSimilarCodes: CatalogRule<State> = {
  kind: "catalog",
  meta: {
    name: "catalog-similar-codes",
    severity: "information",
    summary: "Two codes of a catalog differ in case or separators only.",
    authority: "The catalog's own table.",
    description:
      "`USER_NOT_FOUND` beside `USER_NOTFOUND` is hardly two errors: one of them is a slip, and whoever compares codes will meet it. Codes that differ in a digit or a word are not meant, nor numbers.",
    examples: {
      invalid: [
        {
          title: "The same words, put together in two ways",
          language: "yaml",
          catalogs: [],
          text: "id: sample-api\ntitle: Sample API\nlanguage: en\ncodes:\n  USER_NOT_FOUND: { status: 404 }\n  USER_NOTFOUND: { status: 404 }\n",
        },
      ],
      valid: [
        {
          title: "Different words",
          language: "yaml",
          catalogs: [],
          text: "id: sample-api\ntitle: Sample API\nlanguage: en\ncodes:\n  USER_NOT_FOUND: { status: 404 }\n  USERS_NOT_FOUND: { status: 404 }\n",
        },
      ],
    },
    fix: "none",
  },
  *check({ catalog }) {
    const seen = new Map<string, CodeEntry>();
    for (const entry of catalog.codes) {
      const key = lettersOf(entry.code);
      const twin = key === undefined ? undefined : seen.get(key);
      if (key !== undefined && twin === undefined) seen.set(key, entry);
      else if (twin !== undefined && !isKnownPair(entry, twin)) yield { entry, twin, uri: catalog.uri };
    }
  },
  span: ({ entry }) => entry.codeSpan,
  message: ({ entry, twin }) =>
    `${codeName(entry.code)} and ${codeName(twin.code)} are the same words: is one of them a slip?`,
  about: ({ entry }): { readonly code: Code } => ({ code: entry.code }),
  related: ({ twin, uri }) => [{ message: codeName(twin.code), uri: twin.origin ?? uri, span: twin.codeSpan }],
};

/** The letters and digits of a code that is a text, in small letters. */
function lettersOf(code: Code): string | undefined {
  if (typeof code === "number" || !/\p{L}/u.test(code)) return undefined;
  return code.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Whoever wrote that two codes are easily confused, or that one replaces the other, knows of both. */
function isKnownPair(left: CodeEntry, right: CodeEntry): boolean {
  const knows = (one: CodeEntry, other: CodeEntry): boolean =>
    one.confusedWith.includes(other.code) || one.replacement === other.code;
  return knows(left, right) || knows(right, left);
}
