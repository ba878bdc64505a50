import type { Catalog, CodeEntry } from "../catalog/model.ts";
import { statusesOfCode, verdictsThatCount } from "../facts/verdicts.ts";
import type { Span } from "../text/span.ts";
import type { FactRule } from "./model.ts";
import { missingCases } from "./support/missing-cases.ts";
import { catalogName, codeName, listed, numberWord } from "./support/phrases.ts";
import { entryPlaces } from "./support/places.ts";
import { settledValues } from "./support/settled.ts";
import { isTestFile } from "./support/test-file.ts";
import { codesToldApart, type ToldApart } from "./support/told-apart.ts";

interface State {
  readonly told: ToldApart;
  readonly catalog: Catalog;
  readonly missing: readonly CodeEntry[];
}

const mostNamed = 3;

const sample = `id: sample
title: Sample API
language: en
codes:
  ORDER_CLOSED: { status: 409, summary: It was closed. }
  ORDER_LOST: { status: 404, summary: There is no such order. }
  ORDER_FULL: { status: 409, summary: It takes no more items. }
`;

export const unhandledCode: FactRule<State> = {
  kind: "fact",
  meta: {
    name: "unhandled-code",
    severity: "hint",
    summary: "A `switch` or a chain of conditions over a catalog's codes leaves some of them out.",
    authority: "The catalog's list of codes; for codes that are read under one status, those that come with it.",
    description: [
      "Who tells the codes of an API apart and has no branch for the rest lets every other error pass in silence. The rule names the codes that nothing handles.",
      "It speaks where two codes or more of one catalog are compared with one and the same thing. A `default`, an `else`, what follows when every branch leaves, and a value that was set before are for the rest, and then nothing is said. Deprecated codes are not missed.",
    ].join("\n\n"),
    examples: {
      invalid: [
        {
          title: "Only two of the codes",
          language: "ts",
          catalogs: [],
          catalog: sample,
          text: 'switch (body.error.code) {\n  case "ORDER_CLOSED":\n    showClosed();\n    break;\n  case "ORDER_LOST":\n    showLost();\n    break;\n}\n',
          fixed: {
            title: "Add the missing case",
            text: 'switch (body.error.code) {\n  case "ORDER_CLOSED":\n    showClosed();\n    break;\n  case "ORDER_LOST":\n    showLost();\n    break;\n  case "ORDER_FULL":\n    // It takes no more items.\n    break;\n}\n',
          },
        },
      ],
      valid: [
        {
          title: "The rest has a branch",
          language: "ts",
          catalogs: ["uk-retail-api"],
          text: 'switch (body.error.code) {\n  case "NOT_FOUND":\n    showMissing();\n    break;\n  case "FORBIDDEN":\n    showRule();\n    break;\n  default:\n    showFailure();\n}\n',
        },
        {
          title: "One code alone",
          language: "ts",
          catalogs: ["uk-retail-api"],
          text: 'if (body.error.code === "NOT_FOUND") showMissing();\n',
        },
      ],
    },
    fix: "suggestion",
  },
  *check(context) {
    if (isTestFile(context.uri)) return;
    for (const told of codesToldApart(context)) {
      const state = unhandled(told);
      if (state) yield state;
    }
  },
  span: ({ told }): Span => ({ start: told.subject.start, end: told.subject.end }),
  message({ missing, catalog }) {
    const names = missing.map(({ code }) => codeName(code));
    const name = catalogName(catalog);
    if (names.length <= mostNamed) return `Nothing handles ${listed(names, "and")} of ${name}`;
    const more = names.length - mostNamed;
    return `Nothing handles ${listed([...names.slice(0, mostNamed), `${numberWord(more)} more codes`], "and")} of ${name}`;
  },
  about: ({ catalog }) => ({ catalog: catalog.id }),
  fixes({ told, missing, catalog }, context) {
    const edit = missingCases(told, missing, { text: context.text, language: catalog.language });
    if (edit === undefined) return [];
    const title = missing.length === 1 ? "Add the missing case" : `Add the ${numberWord(missing.length)} missing cases`;
    return [{ title, safety: "suggestion", preferred: false, edits: [{ uri: context.uri, edits: [edit] }] }];
  },
  related: ({ missing, catalog }) => entryPlaces(missing.slice(0, mostNamed), catalog),
};

function unhandled(told: ToldApart): State | undefined {
  const compared = told.facts.flatMap(({ site }) => settledValues(site.code));
  // A label that is not known may stand for any code.
  if (told.facts.length < told.branches.length || told.facts.some(({ site }) => settledValues(site.code).length === 0))
    return undefined;
  const known = told.facts.map((fact) => verdictsThatCount(fact).map(({ scoped }) => scoped.catalog));
  const catalog = known[0]?.find((one) => known.every((others) => others.includes(one)));
  if (catalog === undefined || new Set(compared).size < 2) return undefined;
  const statuses = told.facts.map(({ site }) => settledValues(site.status));
  const [under] = statuses;
  const shared = under !== undefined && statuses.every((own) => String(own) === String(under)) ? under : [];
  const missing = catalog.codes.filter((entry) => {
    if (entry.deprecated || entry.parent !== undefined || compared.includes(entry.code)) return false;
    return shared.length === 0 || statusesOfCode(entry).some((status) => shared.includes(status));
  });
  return missing.length === 0 ? undefined : { told, catalog, missing };
}
