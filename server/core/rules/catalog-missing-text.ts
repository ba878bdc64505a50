import type { Catalog, Code, CodeEntry } from "../catalog/model.ts";
import type { CatalogRule } from "./model.ts";
import { codeName, listed } from "./support/phrases.ts";

const fields = ["message", "cause", "fix"] as const;

type Field = (typeof fields)[number];

interface State {
  readonly entry: CodeEntry;
  readonly missing: readonly Field[];
}

/** Catalogs with fewer codes show no habit. */
const fewest = 5;

export const catalogMissingText: CatalogRule<State> = {
  kind: "catalog",
  meta: {
    name: "catalog-missing-text",
    severity: "hint",
    summary: "A code lacks the cause, the fix or the message that nearly all others of its catalog have.",
    authority: "The catalog's own habit.",
    description:
      "An empty cell in a column that is filled everywhere else was most likely forgotten. A field is expected where nine of ten codes have it, in catalogs of five codes and more.",
    examples: {
      invalid: [
        {
          title: "One code of many has no fix",
          language: "yaml",
          catalogs: [],
          text: `id: sample-api\ntitle: Sample API\nlanguage: en\ncodes:\n${Array.from({ length: 10 }, (_, index) => `  E${index}: { status: 400, fix: Look it up }\n`).join("")}  E10: { status: 400 }\n`,
        },
      ],
      valid: [
        {
          title: "A field that half of the codes have",
          language: "yaml",
          catalogs: [],
          text: `id: sample-api\ntitle: Sample API\nlanguage: en\ncodes:\n${Array.from({ length: 10 }, (_, index) => `  E${index}: { status: 400${index % 2 === 0 ? ", fix: Look it up" : ""} }\n`).join("")}`,
        },
      ],
    },
    fix: "none",
  },
  *check({ catalog }) {
    const expected = fields.filter((field) => isHabit(catalog, field));
    for (const entry of catalog.codes) {
      const missing = expected.filter((field) => !has(entry, field));
      if (missing.length > 0) yield { entry, missing };
    }
  },
  span: ({ entry }) => entry.codeSpan,
  message: ({ entry, missing }) => {
    const which = listed(missing, "or");
    return `${codeName(entry.code)} has no ${which}, though nearly all codes here have ${missing.length > 1 ? "them" : "one"}`;
  },
  about: ({ entry }): { readonly code: Code } => ({ code: entry.code }),
};

/** Whether nine of ten codes have the field. */
function isHabit({ codes }: Catalog, field: Field): boolean {
  return codes.length >= fewest && codes.filter((entry) => !has(entry, field)).length * 10 <= codes.length;
}

/** What a message or a meaning tells counts for its code. */
function has(entry: CodeEntry, field: Field): boolean {
  if (field === "message") return entry.messages.length > 0 || entry.meanings.length > 0;
  return (
    entry[field] !== undefined ||
    entry.messages.some((message) => message[field] !== undefined) ||
    (field === "fix" && entry.meanings.some(({ fix }) => fix !== undefined))
  );
}
