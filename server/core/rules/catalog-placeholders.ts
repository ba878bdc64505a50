import type { Code, CodeEntry, WireMessage } from "../catalog/model.ts";
import type { CatalogRule } from "./model.ts";
import { codeName, listed } from "./support/phrases.ts";

interface State {
  readonly entry: CodeEntry;
  readonly message: WireMessage;
  readonly missing: readonly string[];
}

export const catalogPlaceholders: CatalogRule<State> = {
  kind: "catalog",
  meta: {
    name: "catalog-placeholders",
    severity: "information",
    summary: "The numbered placeholders of a message have a gap.",
    authority: "The catalog's own messages.",
    description:
      "`{0}` and `{2}` without `{1}`: what is filled in is counted from the first one, so that a gap is a slip or a value that never shows. Numbers may start with 0 or with 1.",
    examples: {
      invalid: [
        {
          title: "Nothing for the second value",
          language: "yaml",
          catalogs: [],
          text: 'id: sample-api\ntitle: Sample API\nlanguage: en\ncodes:\n  TOO_FAST: { status: 429, message: "{0} calls, wait {2} seconds" }\n',
        },
      ],
      valid: [
        {
          title: "Counted from one, in any order",
          language: "yaml",
          catalogs: [],
          text: 'id: sample-api\ntitle: Sample API\nlanguage: en\ncodes:\n  TOO_FAST: { status: 429, message: "Wait {2} seconds after {1} calls" }\n',
        },
      ],
    },
    fix: "none",
  },
  *check({ catalog }) {
    for (const entry of catalog.codes) {
      for (const message of entry.messages) {
        const missing = message.origin === undefined ? gapsIn(message.template) : [];
        if (missing.length > 0) yield { entry, message, missing };
      }
    }
  },
  span: ({ message }) => message.span,
  message: ({ entry, missing }) =>
    `The message of ${codeName(entry.code)} lacks ${listed(
      missing.map((name) => `\`${name}\``),
      "and",
    )} among its placeholders`,
  about: ({ entry }): { readonly code: Code } => ({ code: entry.code }),
};

/** The numbered placeholders that are missing between the first, 0 or 1, and the highest. */
function gapsIn(template: string): readonly string[] {
  const numbers = new Set([...template.matchAll(/\{(\d{1,2})\}/g)].map(([, digits]) => Number(digits)));
  if (numbers.size === 0) return [];
  const first = numbers.has(0) ? 0 : 1;
  const missing: string[] = [];
  for (let number = first; number < Math.max(...numbers); number += 1) {
    if (!numbers.has(number)) missing.push(`{${number}}`);
  }
  return missing;
}
