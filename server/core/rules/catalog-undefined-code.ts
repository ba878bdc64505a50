import type { Catalog, Code, CodeEntry } from "../catalog/model.ts";
import { type NearCode, nearestCodes } from "../catalog/nearest-codes.ts";
import { statusesOfCode } from "../facts/verdicts.ts";
import type { Span } from "../text/span.ts";
import type { CatalogRule } from "./model.ts";
import { placeInEntry } from "./support/find-in-entry.ts";
import { meantBy } from "./support/likely-codes.ts";
import { codeName, listed } from "./support/phrases.ts";
import { statusEntry } from "./support/ranges.ts";

interface State {
  readonly code: Code;
  readonly status: number | undefined;
  readonly span: Span;
  /** Who names the code: `A sample`, `` `parent` of `X` ``. */
  readonly by: string;
  readonly nearest: readonly NearCode[];
  readonly forStatus: readonly CodeEntry[];
}

export const catalogUndefinedCode: CatalogRule<State> = {
  kind: "catalog",
  meta: {
    name: "catalog-undefined-code",
    severity: "warning",
    summary: "A catalog names a code that it does not define.",
    authority: "The catalog's own table.",
    description:
      "Samples, `parent`, `replacement` and `confusedWith` name codes of the same catalog. A sample of the page that uses a code outside the page's own table is reported too: readers of the page will copy it.",
    examples: {
      invalid: [
        {
          title: "The sample's code is not in the table",
          language: "yaml",
          catalogs: [],
          text: "id: sample-api\ntitle: Sample API\nlanguage: en\ncodes:\n  5001: { status: 405 }\nsamples:\n  - { status: 405, code: 1008 }\n",
        },
      ],
      valid: [
        {
          title: "The sample uses the table",
          language: "yaml",
          catalogs: [],
          text: "id: sample-api\ntitle: Sample API\nlanguage: en\ncodes:\n  5001: { status: 405 }\nsamples:\n  - { status: 405, code: 5001 }\n",
        },
      ],
    },
    fix: "none",
  },
  *check({ catalog, text }) {
    yield* undefinedInSamples(catalog);
    for (const entry of catalog.codes) {
      for (const [key, code] of referencesOf(entry)) {
        if (catalog.codes.some((other) => other.code === code)) continue;
        // A part of a general error may name the status of that error instead of a code.
        if (key === "parent" && statusEntry(catalog, Number(code))) continue;
        const span = placeInEntry(entry, text, { key, code });
        yield {
          code,
          status: undefined,
          span,
          by: `\`${key}\` of ${codeName(entry.code)}`,
          nearest: meantBy(code, nearestCodes(code, catalog.codes)),
          forStatus: [],
        };
      }
    }
  },
  span: ({ span }) => span,
  message({ code, status, by, nearest, forStatus }) {
    const absent = `${by} names ${codeName(code)}, which this catalog does not define`;
    const [best] = nearest;
    if (best?.difference === "type") {
      return `${absent}: it defines the ${typeof best.entry.code} ${codeName(best.entry.code).replaceAll('"', "")}`;
    }
    if (best)
      return `${absent}; did you mean ${listed(
        nearest.map(({ entry }) => codeName(entry.code)),
        "or",
      )}?`;
    if (forStatus.length === 0) return absent;
    return `${absent}; for ${status} it has ${listed(
      forStatus.map((entry) => codeName(entry.code)),
      "and",
    )}`;
  },
  about: ({ code, status }) => ({ code, status }),
};

const fewCodes = 3;

function* undefinedInSamples(catalog: Catalog): Iterable<State> {
  // Without a table, or with one that does not claim to be whole, a sample may show what the table leaves out.
  if (!catalog.complete || catalog.codes.length === 0) return;
  for (const { code, status, span } of catalog.samples) {
    if (code === undefined || catalog.codes.some((entry) => entry.code === code) || isStatus(catalog, code)) continue;
    const withStatus =
      status === undefined ? [] : catalog.codes.filter((entry) => statusesOfCode(entry).includes(status));
    const forStatus = withStatus.length <= fewCodes ? withStatus : [];
    yield { code, status, span, by: "A sample", nearest: meantBy(code, nearestCodes(code, catalog.codes)), forStatus };
  }
}

// An envelope that repeats the HTTP status under the name of a code.
function isStatus(catalog: Catalog, code: Code): boolean {
  const number = Number(code);
  return catalog.envelopes.some(({ codeHolds }) => codeHolds === "http-status") && number >= 100 && number <= 599;
}

function referencesOf(entry: CodeEntry): readonly (readonly [key: string, code: Code])[] {
  const references: (readonly [string, Code])[] = entry.confusedWith.map((code) => ["confusedWith", code]);
  if (entry.parent !== undefined) references.push(["parent", entry.parent]);
  if (entry.replacement !== undefined) references.push(["replacement", entry.replacement]);
  return references;
}
