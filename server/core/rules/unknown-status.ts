import type { Catalog } from "../catalog/model.ts";
import type { Fact } from "../facts/model.ts";
import { wordsOf } from "../facts/words-of.ts";
import type { ErrorSite } from "../sites/model.ts";
import { isStatusNumber } from "../sites/parts/status-names.ts";
import type { FactRule } from "./model.ts";
import { type NonstandardStatus, nonstandardStatuses } from "./nonstandard-statuses.ts";
import { exactStatusEntry, statusEntry } from "./support/ranges.ts";
import { settledValues } from "./support/settled.ts";
import { silencesTypeError } from "./support/silenced-type-error.ts";
import { statusPlace } from "./support/status-place.ts";
import { isTestFile } from "./support/test-file.ts";

interface State {
  readonly fact: Fact;
  readonly status: number;
  readonly owner: NonstandardStatus | undefined;
}

export const unknownStatus: FactRule<State> = {
  kind: "fact",
  meta: {
    name: "unknown-status",
    severity: "warning",
    summary: "A status that neither the IANA registry nor a catalog in scope knows.",
    authority:
      "The registry of HTTP status codes at IANA, RFC 9110 §15 and §16.2, and the statuses that catalogs in scope define.",
    description:
      "Clients treat an unknown status as the x00 of its class (RFC 9110 §15). Statuses that a well-known program uses on its own are information, with its name; where that name stands beside the number, it is meant. Tests and code that read a foreign answer are left alone, and so is every status that a catalog in scope documents.",
    examples: {
      invalid: [
        { title: "Nobody's status", language: "ts", catalogs: [], text: 'res.status(432).json({ error: "Odd" });\n' },
        {
          title: "A status of one program",
          language: "ts",
          catalogs: [],
          text: 'res.status(499).json({ error: "Gone" });\n',
        },
      ],
      valid: [
        {
          title: "499 is documented for booking servers",
          language: "ts",
          catalogs: ["google-booking-server"],
          text: 'res.status(499).json({ error: "Cancelled by the caller" });\n',
        },
        {
          title: "A registered status",
          language: "ts",
          catalogs: [],
          text: 'res.status(422).json({ error: "No" });\n',
        },
      ],
    },
    fix: "none",
  },
  *check({ facts, scope, text, uri }) {
    const { general } = scope;
    if (general === undefined || isTestFile(uri)) return;
    for (const fact of facts) {
      const { role, status: part } = fact.site;
      if (role === "handle" || role === "expect" || part?.certainty !== "certain") continue;
      if (silencesTypeError(fact.site, text)) continue;
      for (const status of settledValues(part)) {
        const isKnown =
          exactStatusEntry(general, status) !== undefined ||
          scope.catalogs.some(({ catalog }) => documents(catalog, status));
        const owner = nonstandardStatuses.get(status);
        if (!isKnown && !(owner && isNamed(owner, fact.site, text))) yield { fact, status, owner };
      }
    }
  },
  span: ({ fact }) => statusPlace(fact.site),
  message({ status, owner }) {
    const place = "is not in the IANA registry";
    if (owner !== undefined) return `${status} ${place}; it is ${ownerPhrase(owner)}`;
    if (!isStatusNumber(status)) {
      return `${status} is no HTTP status: they go from 100 to 599, and clients treat any other as a 5xx (RFC 9110 §15)`;
    }
    return `${status} ${place}: clients treat it as ${Math.floor(status / 100)}00 (RFC 9110 §15)`;
  },
  severity: ({ owner }) => (owner === undefined ? "warning" : "information"),
  about: ({ status, fact }) => ({ status, code: fact.site.code?.values[0]?.value }),
};

function documents(catalog: Catalog, status: number): boolean {
  if (statusEntry(catalog, status) !== undefined) return true;
  return catalog.codes.some(
    (entry) => entry.statuses.includes(status) || entry.messages.some(({ statuses }) => statuses.includes(status)),
  );
}

function ownerPhrase({ by, name, note }: NonstandardStatus): string {
  return `${by} “${name}”${note === undefined ? "" : `, ${note}`}`;
}

const longestSite = 4000;

/** How far before a site its condition, or a comment above it, is looked for. */
const justBefore = 200;

/**
 * Whether a status is called by its own name at the site or around it (`ClientClosedRequest`, `CLIENT_CLOSED_REQUEST`), or
 * what stands there says its sense: `if (error.name === "AbortError")`.
 */
function isNamed({ name, sign }: NonstandardStatus, { span, context, status }: ErrorSite, text: string): boolean {
  const wanted = ` ${wordsOf(name.replace(/-/g, "")).join(" ")} `;
  const steps = status?.evidence.map((step) => step.text) ?? [];
  const shown = text.slice(span.start, Math.min(span.end, span.start + longestSite));
  const before = text.slice(Math.max(0, span.start - justBefore), span.start);
  if (sign?.test(before.slice(before.lastIndexOf(";") + 1) + shown)) return true;
  return [shown, ...context, ...steps].some((one) => ` ${wordsOf(one).join(" ")} `.includes(wanted));
}
