/** The catalogs there are, which of them apply to a file, and why: what "Show Catalogs" lists. */
import type { Catalog } from "../catalog/model.ts";
import type { Severity } from "../text/problem.ts";
import type { FeatureOptions, FileAnalysis } from "./analysis.ts";
import { reasonLine } from "./describe/scope-words.ts";
import { chosen, type Telling, tellingFor } from "./describe/telling.ts";
import { lineToText } from "./prose/plain.ts";

export interface ListedCatalog {
  readonly id: string;
  readonly title: string;
  readonly uri: string;
  readonly language: string;
  /** `general` is the knowledge of HTTP, in force everywhere; `silent` waits until something speaks for it. */
  readonly state: "in-scope" | "general" | "silent";
  /** Why it applies here, or what would make it apply; a sentence without its stop. */
  readonly reason: string;
  readonly codes: number;
  readonly statuses: number;
  readonly problems: Readonly<Record<Severity, number>>;
}

/** All loaded catalogs, those in scope first, each with its reason. */
export function catalogListFor(
  analysis: Pick<FileAnalysis, "scope" | "available" | "textOf">,
  options: FeatureOptions,
): readonly ListedCatalog[] {
  const telling = tellingFor(options.languages, { general: analysis.scope.general, textOf: analysis.textOf });
  const { scope } = analysis;
  const inScope = scope.catalogs.map(({ catalog, reason }) =>
    listed(telling, catalog, { state: "in-scope", reason: lineToText(reasonLine(telling.words, reason)) }),
  );
  const general =
    scope.general === undefined
      ? []
      : [listed(telling, scope.general, { state: "general", reason: telling.words.reason.general })];
  const known = new Set([
    ...scope.catalogs.map(({ catalog }) => nameOf(catalog)),
    ...(scope.general ? [nameOf(scope.general)] : []),
  ]);
  const silent = analysis.available
    .filter((catalog) => !known.has(nameOf(catalog)))
    .map((catalog) => listed(telling, catalog, { state: "silent", reason: waysIn(catalog) }));
  return [...inScope, ...general, ...silent];
}

function listed(telling: Telling, catalog: Catalog, why: Pick<ListedCatalog, "state" | "reason">): ListedCatalog {
  return {
    id: catalog.id,
    title: chosen(telling, catalog, catalog.title) ?? catalog.id,
    uri: catalog.uri,
    language: catalog.language,
    ...why,
    codes: catalog.codes.length,
    statuses: catalog.statuses.length,
    problems: countBySeverity(catalog),
  };
}

// One file read under two ids is two catalogs.
function nameOf({ uri, id }: Catalog): string {
  return `${uri} ${id}`;
}

function countBySeverity(catalog: Catalog): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of catalog.problems) counts[severity] += 1;
  return counts;
}

/** What would bring a silent catalog into scope, in words. */
export function waysIn(catalog: Catalog): string {
  const { hosts, dependencies, codes } = catalog.evidence;
  const ways = [
    "`error-code-insight.json` or a comment names it",
    ...(hosts.length > 0 ? [`a file calls ${either(hosts)}`] : []),
    ...(dependencies.length > 0 ? [`package.json depends on ${either(dependencies)}`] : []),
    ...(catalog.envelopes.some(({ distinctive }) => distinctive) ? ["a body has the shape of its envelope"] : []),
    ...(codes && catalog.codes.length > 0 ? ["a file uses several of its codes"] : []),
  ];
  return `silent until ${ways.length === 1 ? ways[0] : `${ways.slice(0, -1).join(", ")} or ${ways.at(-1)}`}`;
}

function either(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(" or ");
}
