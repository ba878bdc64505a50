import type { Catalog, Code, CodeEntry } from "../catalog/model.ts";
import type { NearCode } from "../catalog/nearest-codes.ts";
import type { Fact, UnknownCode, Verdict } from "../facts/model.ts";
import { statusesOfCode } from "../facts/verdicts.ts";
import type { Span } from "../text/span.ts";
import type { FactRule } from "./model.ts";
import { codeFixes } from "./support/code-fix.ts";
import { isForeignCode } from "./support/foreign-codes.ts";
import { isGenerated } from "./support/generated-file.ts";
import { meantBy } from "./support/likely-codes.ts";
import { soundsLike } from "./support/near-words.ts";
import { catalogName, codeName, listed } from "./support/phrases.ts";
import { entryPlaces } from "./support/places.ts";
import { seenValues, settledValue } from "./support/settled.ts";
import { createWrittenPlaces, type WrittenPlaces } from "./support/written-places.ts";
import { type Hearing, hearingFor } from "./unknown-code-hearing.ts";

interface State {
  readonly fact: Fact;
  readonly span: Span;
  readonly value: Code;
  readonly catalog: Catalog;
  readonly nearest: readonly NearCode[];
  readonly status: number | undefined;
  /** Codes that the catalog defines for the site's status, where they are few enough to help. */
  readonly forStatus: readonly CodeEntry[];
}

const fewCodes = 3;

export const unknownCode: FactRule<State> = {
  kind: "fact",
  meta: {
    name: "unknown-code",
    severity: "warning",
    summary: "A code that the catalog in scope does not define.",
    authority: "The catalog's list of codes, where it claims to be whole (`complete`).",
    description: [
      "Where a catalog claims to list all codes of an API, a code outside it is a slip of the pen or a missing entry: no reader of the documentation can look it up.",
      "A code counts only where the catalog was named (configuration, override, comment) or the body has the shape of its errors, and only where it is written as the catalog's codes are (a number, `SCREAMING_SNAKE`, `dotted.words`) or nearly is one of them; in another form it counts where the body is the catalog's own. A table of codes counts where the catalog knows at least two and a third of them.",
      "A catalog that does not claim to list everything is silent but for slips of the pen: a long code that differs by a letter or two from one that goes with the same status is reported as information.",
      "The place where a code is written speaks, not each place that uses its name. Codes of operating systems, databases, validators and transports are left alone, and so are generated files, everything dynamic and everything that another catalog in scope knows.",
    ].join("\n\n"),
    examples: {
      invalid: [
        {
          title: "A number that the table does not have",
          language: "ts",
          catalogs: ["ru-rest-api"],
          text: 'res.status(405).set("Allow", "GET").json({ error: { code: 1008, message: "Method not supported by this resource" } });\n',
          fixed: {
            title: "Use `5001`",
            text: 'res.status(405).set("Allow", "GET").json({ error: { code: 5001, message: "Method not supported by this resource" } });\n',
          },
        },
        {
          title: "A text where the code is a number",
          language: "ts",
          catalogs: ["ru-rest-api"],
          text: 'res.status(400).json({ error: { code: "1001", message: "Incorrect data" } });\n',
        },
      ],
      valid: [
        {
          title: "A code of the table",
          language: "ts",
          catalogs: ["ru-rest-api"],
          text: 'res.status(400).json({ error: { code: 1001, message: "Incorrect data" } });\n',
        },
        {
          title: "An error of the operating system",
          language: "ts",
          catalogs: ["ru-rest-api"],
          text: 'if (error.code === "ECONNREFUSED") retry();\n',
        },
      ],
    },
    fix: "suggestion",
  },
  *check(context) {
    // A program wrote such a file, by a list that stands elsewhere.
    if (isGenerated(context.uri, context.text)) return;
    const hearing = hearingFor(context);
    const places = createWrittenPlaces(context);
    for (const fact of context.facts) yield* unknownCodes(fact, hearing, places);
  },
  span: ({ span }) => span,
  message({ value, catalog, nearest, status, forStatus }) {
    const name = catalogName(catalog);
    const [best] = nearest;
    if (best?.difference === "type") {
      const [is, wants] = typeof value === "string" ? ["text", "number"] : ["a number", "text"];
      return `${codeName(value)} is ${is} here; in ${name} the code is the ${wants} ${codeName(best.entry.code)}`;
    }
    const absent = `${codeName(value)} is not in ${name}`;
    if (best !== undefined)
      return `${absent}; did you mean ${listed(namesOf(nearest.map(({ entry }) => entry)), "or")}?`;
    if (forStatus.length > 0) return `${absent}; for ${status} it defines ${listed(namesOf(forStatus), "and")}`;
    return absent;
  },
  // A catalog that does not list everything speaks only of what looks like a slip.
  severity: ({ catalog }) => (catalog.complete ? "warning" : "information"),
  about: ({ catalog, value, status }) => ({ catalog: catalog.id, code: value, status }),
  fixes({ fact, value, nearest, forStatus }, context) {
    // A status alone makes no code of it the one that is meant.
    const entries =
      nearest.length > 0
        ? nearest.map(({ entry }) => entry)
        : forStatus.filter((entry) => soundsLike(entry, fact.site));
    const preferred = entries.length === 1;
    return entries.flatMap((entry) => codeFixes(fact, context, { to: entry.code, from: value, preferred }));
  },
  related: ({ nearest, forStatus, catalog }) =>
    entryPlaces(nearest.length > 0 ? nearest.map(({ entry }) => entry) : forStatus, catalog),
};

function* unknownCodes(fact: Fact, hearing: Hearing, places: WrittenPlaces): Iterable<State> {
  const status = settledValue(fact.site.status);
  for (const value of seenValues(fact.site.code)) {
    if (isForeignCode(value, fact.site) || isKnownSomewhere(fact, value)) continue;
    for (const verdict of fact.verdicts) {
      const unknown = unknownIn(verdict, value);
      if (unknown === undefined || !hearing.speaksFor(verdict, fact, unknown)) continue;
      const span = places.placeOf(fact, value);
      if (span === undefined) break;
      const { catalog } = verdict.scoped;
      const nearest = likely(meantBy(value, unknown.nearest), value, status);
      const withStatus =
        status === undefined ? [] : catalog.codes.filter((entry) => statusesOfCode(entry).includes(status));
      const forStatus = withStatus.length <= fewCodes ? withStatus : [];
      yield { fact, span, value, catalog, nearest, status, forStatus };
      break;
    }
  }
}

function unknownIn({ code }: Verdict, value: Code): UnknownCode | undefined {
  return code.kind === "none" ? undefined : code.unknown.find((unknown) => unknown.value === value);
}

function isKnownSomewhere({ verdicts }: Fact, value: Code): boolean {
  return verdicts.some(({ code }) => code.kind === "known" && !code.unknown.some((unknown) => unknown.value === value));
}

/** Numbers one digit apart are many in a table: of those the status decides, else only a single one is a hint. */
function likely(near: readonly NearCode[], value: Code, status: number | undefined): readonly NearCode[] {
  const isNumber = typeof value === "number" || /^-?\d+$/.test(value);
  if (!isNumber || near.some(({ difference }) => difference !== "spelling")) return near;
  if (status !== undefined) return near.filter(({ entry }) => statusesOfCode(entry).includes(status));
  return near.length === 1 ? near : [];
}

function namesOf(entries: readonly CodeEntry[]): readonly string[] {
  return entries.map(({ code }) => codeName(code));
}
