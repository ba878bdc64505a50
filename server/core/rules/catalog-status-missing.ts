import type { CodeEntry } from "../catalog/model.ts";
import { statusesOfCode } from "../facts/verdicts.ts";
import type { CatalogRule } from "./model.ts";
import { codeName } from "./support/phrases.ts";

export const catalogStatusMissing: CatalogRule<CodeEntry> = {
  kind: "catalog",
  meta: {
    name: "catalog-status-missing",
    severity: "information",
    summary: "A code has no status in a catalog that gives most of its codes one.",
    authority: "The catalog's own habit.",
    description:
      "A table of codes and statuses with a gap leaves the status to chance, and no rule can check it. Catalogs whose codes come without statuses altogether are not meant.",
    examples: {
      invalid: [
        {
          title: "One of three codes has no status",
          language: "yaml",
          catalogs: [],
          text: "id: sample-api\ntitle: Sample API\nlanguage: en\ncodes:\n  A_GONE: { status: 410 }\n  B_CONFLICT: { status: 409 }\n  C_UNSAID: { summary: Something }\n",
        },
      ],
      valid: [
        {
          title: "Codes without statuses throughout",
          language: "yaml",
          catalogs: [],
          text: "id: sample-api\ntitle: Sample API\nlanguage: en\ncodes:\n  -1: { summary: Not there }\n  -2: { summary: Broken }\n",
        },
      ],
    },
    fix: "none",
  },
  *check({ catalog }) {
    const without = catalog.codes.filter((entry) => statusesOfCode(entry).length === 0);
    // A part of another error (`parent`) comes with whatever status that one has.
    if (without.length * 2 < catalog.codes.length) yield* without.filter(({ parent }) => parent === undefined);
  },
  span: ({ codeSpan }) => codeSpan,
  message: ({ code }) => `${codeName(code)} has no status, though most codes here have one: say which it comes with`,
  about: ({ code }) => ({ code }),
};
