import type { Catalog, Code, CodeEntry } from "../catalog/model.ts";
import type { Fact } from "../facts/model.ts";
import { statusesOfCode, verdictsThatCount } from "../facts/verdicts.ts";
import type { FactRule } from "./model.ts";
import { catalogNames, codeName, listed } from "./support/phrases.ts";
import { entryPlaces } from "./support/places.ts";
import { settledValues } from "./support/settled.ts";
import { statusFixes } from "./support/status-fix.ts";

interface State {
  readonly fact: Fact;
  readonly codes: readonly Code[];
  readonly statuses: readonly number[];
  readonly allowed: readonly number[];
  readonly entries: readonly CodeEntry[];
  readonly catalogs: readonly Catalog[];
}

export const impossibleComparison: FactRule<State> = {
  kind: "fact",
  meta: {
    name: "impossible-comparison",
    severity: "warning",
    summary: "A condition that no answer of the API can meet: the code never comes with that status.",
    authority: "The statuses that the catalog lists for the code.",
    description:
      "Code that reads an API's answers may ask for a status and a code together. Where the catalog never sends the code with the status, the branch is dead and the error goes unhandled. Every catalog in scope that knows the code must say so.",
    examples: {
      invalid: [
        {
          title: "FORBIDDEN comes with 409 only",
          language: "ts",
          catalogs: ["uk-retail-api"],
          text: 'if (response.status === 403 && body.error.code === "FORBIDDEN") leave();\n',
          fixed: {
            title: "Compare with 409 Conflict",
            text: 'if (response.status === 409 && body.error.code === "FORBIDDEN") leave();\n',
          },
        },
      ],
      valid: [
        {
          title: "The pair of the catalog",
          language: "ts",
          catalogs: ["uk-retail-api"],
          text: 'if (response.status === 409 && body.error.code === "FORBIDDEN") leave();\n',
        },
        {
          title: "One or the other",
          language: "ts",
          catalogs: ["uk-retail-api"],
          text: 'if (response.status === 403 || body.error.code === "FORBIDDEN") leave();\n',
        },
      ],
    },
    fix: "suggestion",
  },
  *check({ facts }) {
    for (const fact of facts) {
      const { comparison, role } = fact.site;
      if (role !== "handle" || comparison?.combination !== "and" || comparison.negated) continue;
      const state = impossible(fact);
      if (state) yield state;
    }
  },
  span: ({ fact }) => fact.site.span,
  message: ({ codes, allowed, catalogs }) =>
    `This can never hold: in ${catalogNames(catalogs)}, ${listed(codes.map(codeName), "and")} ${codes.length > 1 ? "come" : "comes"} with ${listed(allowed, "or")} only`,
  // A catalog that does not list everything may leave out statuses too.
  severity: ({ catalogs }) => (catalogs.every(({ complete }) => complete) ? "warning" : "information"),
  about: ({ codes, statuses, catalogs }) => ({ catalog: catalogs[0]?.id, code: codes[0], status: statuses[0] }),
  fixes: ({ fact, allowed }, context) =>
    allowed.slice(0, 3).flatMap((to, index) => statusFixes(fact, context, { to, preferred: index === 0, only: false })),
  related: ({ entries, catalogs }) => entryPlaces(entries, catalogs[0]),
  unnecessary: () => true,
};

function impossible(fact: Fact): State | undefined {
  const statuses = settledValues(fact.site.status);
  const codes = settledValues(fact.site.code);
  const verdicts = verdictsThatCount(fact);
  if (statuses.length === 0 || codes.length === 0 || verdicts.length === 0) return undefined;
  const entries = verdicts.flatMap(({ code }) => code.entries);
  const denied = entries.every((entry) => {
    const own = statusesOfCode(entry);
    return own.length > 0 && !own.some((status) => statuses.includes(status));
  });
  if (!denied || verdicts.some(({ code }) => code.unknown.length > 0)) return undefined;
  const allowed = [...new Set(entries.flatMap(statusesOfCode))];
  return { fact, codes, statuses, allowed, entries, catalogs: verdicts.map(({ scoped }) => scoped.catalog) };
}
