import { entryUri } from "../catalog/entry-place.ts";
import type { Catalog, CodeEntry } from "../catalog/model.ts";
import type { Fact } from "../facts/model.ts";
import { verdictsThatCount } from "../facts/verdicts.ts";
import type { FactRule } from "./model.ts";
import { codeFixes } from "./support/code-fix.ts";
import { catalogName, codeName } from "./support/phrases.ts";
import { entryPlaces } from "./support/places.ts";
import { codePlace } from "./support/status-place.ts";

interface State {
  readonly fact: Fact;
  readonly entry: CodeEntry;
  readonly catalog: Catalog;
}

const sample = `id: sample-api
title: Sample API
language: en
messages: varies
codes:
  ITEM_GONE: { status: 410 }
  ITEM_LOST: { status: 410, deprecated: true, replacement: ITEM_GONE }
`;

export const deprecatedCode: FactRule<State> = {
  kind: "fact",
  meta: {
    name: "deprecated-code",
    severity: "information",
    summary: "A code that its catalog has given up.",
    authority: "The catalog's `deprecated` and `replacement`.",
    description:
      "A catalog may mark a code as deprecated and name the one that takes its place. Who sends it should change; who reads it has to go on for as long as old servers answer, and is told with a hint.",
    examples: {
      invalid: [
        {
          title: "The catalog names a successor",
          language: "ts",
          catalogs: [],
          catalog: sample,
          text: 'res.status(410).json({ error: { code: "ITEM_LOST", message: "Gone" } });\n',
          fixed: {
            title: "Use `ITEM_GONE`",
            text: 'res.status(410).json({ error: { code: "ITEM_GONE", message: "Gone" } });\n',
          },
        },
      ],
      valid: [
        {
          title: "The successor",
          language: "ts",
          catalogs: [],
          catalog: sample,
          text: 'res.status(410).json({ error: { code: "ITEM_GONE", message: "Gone" } });\n',
        },
      ],
    },
    fix: "suggestion",
  },
  *check({ facts, uri }) {
    for (const fact of facts) {
      if (fact.site.code?.certainty === "weak") continue;
      const verdicts = verdictsThatCount(fact);
      if (!verdicts.every(({ code }) => code.entries.some(({ deprecated }) => deprecated))) continue;
      const [first] = verdicts;
      const entry = first?.code.entries.find(({ deprecated }) => deprecated);
      // The catalog itself has to say that there was such a code.
      if (first && entry && entryUri(first.scoped.catalog, entry) !== uri)
        yield { fact, entry, catalog: first.scoped.catalog };
    }
  },
  span: ({ fact }) => codePlace(fact.site),
  message({ entry, catalog }) {
    const instead = entry.replacement === undefined ? "" : `: use ${codeName(entry.replacement)}`;
    return `${codeName(entry.code)} is deprecated in ${catalogName(catalog)}${instead}`;
  },
  severity: ({ fact }) => (fact.site.role === "handle" ? "hint" : "information"),
  about: ({ catalog, entry }) => ({ catalog: catalog.id, code: entry.code }),
  fixes({ fact, entry }, context) {
    if (entry.replacement === undefined || fact.site.role === "handle") return [];
    return codeFixes(fact, context, { to: entry.replacement, preferred: true });
  },
  related: ({ entry, catalog }) => entryPlaces([entry], catalog),
};
