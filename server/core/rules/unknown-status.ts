import type { Catalog } from "../catalog/model.ts";
import type { Fact } from "../facts/model.ts";
import type { FactRule } from "./model.ts";
import { nonstandardStatuses } from "./nonstandard-statuses.ts";
import { exactStatusEntry, statusEntry } from "./support/ranges.ts";
import { settledValues } from "./support/settled.ts";
import { statusPlace } from "./support/status-place.ts";

interface State {
  readonly fact: Fact;
  readonly status: number;
  readonly owner: string | undefined;
}

export const unknownStatus: FactRule<State> = {
  kind: "fact",
  meta: {
    name: "unknown-status",
    severity: "warning",
    summary: "A status that neither the IANA registry nor a catalog in scope knows.",
    description:
      "Clients treat an unknown status as the x00 of its class (RFC 9110 §15). Statuses that a well-known program uses on its own are information, with its name. Code that reads a foreign answer is left alone, and so is every status that a catalog in scope documents.",
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
  *check({ facts, scope }) {
    const { general } = scope;
    if (general === undefined) return;
    for (const fact of facts) {
      if (fact.site.role === "handle" || fact.site.status?.certainty !== "certain") continue;
      for (const status of settledValues(fact.site.status)) {
        const isKnown =
          exactStatusEntry(general, status) !== undefined ||
          scope.catalogs.some(({ catalog }) => documents(catalog, status));
        if (!isKnown) yield { fact, status, owner: nonstandardStatuses.get(status) };
      }
    }
  },
  span: ({ fact }) => statusPlace(fact.site),
  message({ status, owner }) {
    const place = "is not in the IANA registry";
    if (owner !== undefined) return `${status} ${place}; it is ${owner}`;
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
