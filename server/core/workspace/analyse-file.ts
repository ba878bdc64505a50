/**
 * From one file's text to everything known about it: the flow of the whole program in one place.
 * Synchronous, and pure but for the notes that the view takes of what it was asked.
 */
import { looksLikeCatalog } from "../catalog/looks-like-catalog.ts";
import type { Code } from "../catalog/model.ts";
import { factsFor } from "../facts/join.ts";
import { matchesGlobs } from "../facts/path-globs.ts";
import { scopeFor } from "../facts/scope.ts";
import type { FileAnalysis } from "../features/analysis.ts";
import { baselineFileName } from "../rules/baseline.ts";
import { runRules } from "../rules/run-rules.ts";
import { sentIn } from "../rules/support/sent-statuses.ts";
import { findSites } from "../sites/find-sites.ts";
import { createValueService } from "../sites/values/value-service-for-file.ts";
import { whyAt } from "../sites/why.ts";
import { readSource } from "../syntax/read-source.ts";
import type { Dialect } from "../syntax/tree.ts";
import { once } from "../text/once.ts";
import { baseName } from "../text/uri.ts";
import {
  analyseBaseline,
  analyseCatalog,
  analyseConfiguration,
  analyseReference,
  referenceFindings,
} from "./analysis/analyse-documents.ts";
import type { AnalysisContext } from "./analysis/analysis-context.ts";
import { catalogsFor, foundAround, referenceAt } from "./analysis/catalogs-around.ts";
import { recordedOf, refused, split, unread } from "./analysis/without-sites.ts";
import { isWorthReading } from "./analysis/worth-reading.ts";
import { fileKind } from "./file-kind.ts";

/** The analysis of a file; undefined when there is no such file, or while something that it needs is not loaded. */
export function analyseFile(context: AnalysisContext): FileAnalysis | undefined {
  const { uri } = context;
  const content = context.view.content(uri);
  if (!content || content.kind === "absent") return undefined;
  if (content.kind === "refused") return refused(uri, "", context, content.reason);
  const { text } = content;
  if (baseName(uri) === baselineFileName) return analyseBaseline(uri, text, context);
  const kind = fileKind(uri, context.languageId);
  const reference = kind.kind === "configuration" ? undefined : referenceAt(context);
  if (reference !== undefined && kind.kind !== "source") return analyseReference(uri, text, context, reference);
  switch (kind.kind) {
    case "configuration":
      return analyseConfiguration(uri, text, context);
    case "json":
      return looksLikeCatalog(text, "json")
        ? analyseCatalog(uri, text, context)
        : analyseSource(uri, text, "json", context);
    case "yaml":
      return looksLikeCatalog(text, "yaml")
        ? analyseCatalog(uri, text, context)
        : analyseSource(uri, text, "yaml", context);
    case "source":
      return analyseSource(uri, text, kind.dialect, context);
    case "other":
      return unread(uri, text, context, { kind: "unsupported" });
  }
}

function analyseSource(
  uri: string,
  text: string,
  dialect: Dialect,
  context: AnalysisContext,
): FileAnalysis | undefined {
  const { view, configuration } = context;
  const reference = referenceAt(context);
  if (configuration && matchesGlobs(configuration.uri, configuration.exclude, uri)) {
    const glob = configuration.exclude.findLast((one) => matchesGlobs(configuration.uri, [one], uri)) ?? "";
    return unread(uri, text, context, { kind: "excluded", uri: configuration.uri, glob });
  }
  if (!isWorthReading(text, dialect, context)) return unread(uri, text, context, { kind: "nothing-in-it" });
  const catalogs = catalogsFor(context);
  const dependencies = context.dependencies.nearest(view, uri, context.roots);
  const around = context.dependencies.surroundings(view, uri, context.roots);
  // Who names a catalog for a driver's own errors wants them seen.
  const surroundings = around === "foreign" && configuration?.catalogs.length ? "unknown" : around;
  // The structure is read once everything around it is there, not once a round.
  if (view.needs.size > 0) return undefined;

  const file = readSource(text, dialect);
  if (file.refusal !== undefined) return refused(uri, text, context, file.refusal);
  const options = { uri, modules: context.modules, wrappers: configuration?.wrappers ?? [], surroundings };
  const values = createValueService({ file, ...options });
  const sites = findSites(file, { ...options, values });
  // Pages are looked for where they can matter: a file without codes costs no look around.
  const hasCodes = sites.some(({ code }) => code !== undefined);
  const found = hasCodes ? foundAround(context).flatMap(({ catalog }) => catalog ?? []) : [];
  if (view.needs.size > 0) return undefined;

  const scope = scopeFor({
    uri,
    text,
    comments: file.comments,
    sites,
    configuration,
    catalogsOf: catalogs.of,
    builtins: catalogs.vendors,
    found,
    general: catalogs.general,
    dependencies,
  });
  const facts = factsFor(sites, scope);
  const ofReference = reference === undefined ? [] : referenceFindings(uri, text, context, reference);
  const recorded = recordedOf(context);
  const group = dependencies?.uri ?? "";
  const sentElsewhere = (code: Code) => context.sent.elsewhere(uri, group, code);
  const findings = once(() => {
    const found = runRules({ uri, file, facts, scope, sentElsewhere });
    return split([...found, ...ofReference], recorded, context);
  });
  return {
    uri,
    text,
    file,
    scope,
    facts,
    get findings() {
      return findings().shown;
    },
    get hidden() {
      return findings().hidden;
    },
    recorded,
    sent: { group, sent: sentIn({ uri, text, facts }) },
    values,
    catalog: undefined,
    available: [...new Set([...found, ...catalogs.available])],
    whyAt: (offset) => whyAt(file, offset, options),
    sitesIn: (other) => findSites(readSource(other, dialect), options),
    textOf: context.textOf,
    isOwn: (catalogUri) => !context.catalogs.isBuiltIn(catalogUri),
  };
}
