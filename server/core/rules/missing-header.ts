import type { Fact } from "../facts/model.ts";
import type { ErrorSite } from "../sites/model.ts";
import type { Severity } from "../text/problem.ts";
import type { FactRule } from "./model.ts";
import { type HeaderDemand, headerDemands } from "./support/header-demands.ts";
import { headerFix } from "./support/header-fix.ts";
import { maySetElsewhere } from "./support/late-headers.ts";
import { catalogName } from "./support/phrases.ts";
import { settledValue } from "./support/settled.ts";
import { hasHeader } from "./support/status-fix.ts";
import { statusPlace } from "./support/status-place.ts";
import { isTestFile } from "./support/test-file.ts";

interface State {
  readonly fact: Fact;
  readonly status: number;
  readonly demand: HeaderDemand;
  /** A header of another name that says the same, such as `X-Retry-After`. */
  readonly instead: string | undefined;
}

/** Headers that say when to try again, and that no client of `Retry-After` looks for. */
const waits = /^(?:x-)?(?:retry-after(?:-ms|-\w+)?|rate-?limit(?:-reset(?:-after)?)?)$/i;

export const missingHeader: FactRule<State> = {
  kind: "fact",
  meta: {
    name: "missing-header",
    severity: "information",
    summary: "An answer lacks a header that its catalog, or HTTP itself, wants with this status.",
    authority:
      "RFC 9110 §15.5.6 (405 must have `Allow`), §15.5.2 (401 must have `WWW-Authenticate`), §15.3.2 (201 and `Location`), §10.2.3 and RFC 6585 §4 (`Retry-After`), and the catalog's own list of headers.",
    description: [
      "The weight follows the wording: what a catalog demands (must) is a warning, what it recommends (should) is information, what it allows (may) is a hint.",
      "What RFC 9110 demands and the catalog does not mention is a hint, and only where an API catalog is in scope; `WWW-Authenticate` is asked for by catalogs alone, since JSON APIs leave it out on purpose. Nothing is said in tests, nor where the headers of the answer are not all in sight; middleware and hooks of the same file, and what is set on the finished answer, are in sight. Where another header says when to try again (`X-Retry-After`, `RateLimit-Reset`), it is a hint.",
    ].join("\n\n"),
    examples: {
      invalid: [
        {
          title: "The Russian API allows Retry-After with 429",
          language: "ts",
          catalogs: ["ru-rest-api"],
          text: 'res.status(429).json({ error: { code: 6001, message: "Too many requests. Try again later" } });\n',
          fixed: {
            title: "Set `Retry-After`",
            text: 'res.status(429).set("Retry-After", "60").json({ error: { code: 6001, message: "Too many requests. Try again later" } });\n',
          },
        },
      ],
      valid: [
        {
          title: "With the header",
          language: "ts",
          catalogs: ["ru-rest-api"],
          text: 'res.status(429).set("Retry-After", "60").json({ error: { code: 6001, message: "Too many requests. Try again later" } });\n',
        },
        {
          title: "Without a catalog nothing is demanded",
          language: "ts",
          catalogs: [],
          text: 'res.status(401).json({ error: "Sign in first" });\n',
        },
      ],
    },
    fix: "suggestion",
  },
  *check(context) {
    if (isTestFile(context.uri)) return;
    for (const fact of context.facts) {
      const { site } = fact;
      const status = settledValue(site.status);
      if (site.role !== "emit" || !site.headersComplete || status === undefined) continue;
      for (const demand of headerDemands(fact, status)) {
        if (hasHeader(site, demand.name) || maySetElsewhere(site, demand.name, context)) continue;
        yield { fact, status, demand, instead: insteadOf(demand.name, site) };
      }
    }
  },
  span: ({ fact }) => statusPlace(fact.site),
  message({ status, demand: { name, level, catalog, isGeneral, authority }, instead }) {
    const source = isGeneral ? (authority ?? catalogName(catalog)) : catalogName(catalog);
    if (instead !== undefined) return `Clients look for \`${name}\` with ${status} (${source}), not for \`${instead}\``;
    const verb = { must: "must come with", should: "should come with", may: "may come with" }[level];
    return `${status} ${verb} \`${name}\` (${source}): set it`;
  },
  severity: ({ demand, instead }) => weights[demand.isGeneral || instead !== undefined ? "may" : demand.level],
  about: ({ demand, status, fact }) => ({
    catalog: demand.catalog.id,
    status,
    code: fact.site.code?.values[0]?.value,
  }),
  fixes: ({ fact, demand }, context) => {
    const fix = headerFix(fact.site, context, demand.name);
    return fix ? [fix] : [];
  },
};

const weights: Readonly<Record<HeaderDemand["level"], Severity>> = {
  must: "warning",
  should: "information",
  may: "hint",
};

function insteadOf(name: string, { headers }: ErrorSite): string | undefined {
  return name.toLowerCase() === "retry-after" ? headers.find((header) => waits.test(header.name))?.name : undefined;
}
