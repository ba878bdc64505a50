/** Files that are no code: catalogs, pages that serve as catalogs, configurations, baselines. */
import { partInFile } from "../../catalog/entry-place.ts";
import type { FileAnalysis } from "../../features/analysis.ts";
import type { Finding } from "../../rules/model.ts";
import { runCatalogRules, runProblems } from "../../rules/run-rules.ts";
import type { Problem } from "../../text/problem.ts";
import type { LoadedCatalog } from "../catalog-store.ts";
import type { AnalysisContext } from "./analysis-context.ts";
import { obeying, withFindings } from "./without-sites.ts";

/** A catalog in its own format. */
export function analyseCatalog(uri: string, text: string, context: AnalysisContext): FileAnalysis | undefined {
  const loaded = context.catalogs.written(context.view, uri);
  const base = withFindings(uri, text, context, []);
  if (!loaded) return base;
  const { problems } = loaded;
  const { rules: levels } = base.scope;
  // Spans of the last good catalog may lie anywhere by now: rules look at the present text only.
  const catalog = loaded.isPresent ? loaded.catalog : undefined;
  const findings = catalog ? runCatalogRules({ catalog, text, uri, problems, levels }) : runProblems(problems, levels);
  return { ...base, ...obeying(findings, context), catalog };
}

/** A page or another document that is read as a catalog: what stands in it can be hovered, and is checked. */
export function analyseReference(
  uri: string,
  text: string,
  context: AnalysisContext,
  loaded: LoadedCatalog,
): FileAnalysis {
  const base = withFindings(uri, text, context, []);
  const catalog = loaded.isPresent && loaded.catalog ? partInFile(loaded.catalog, uri) : undefined;
  const { sentStatuses } = context;
  return { ...base, ...obeying(referenceFindings(uri, text, context, loaded), context), catalog, sentStatuses };
}

/** What the rules for catalogs say of the part of a catalog that stands in a file. */
export function referenceFindings(
  uri: string,
  text: string,
  { configuration }: AnalysisContext,
  { catalog, isPresent, problems: all }: LoadedCatalog,
): readonly Finding[] {
  const levels = configuration?.rules ?? new Map<string, never>();
  const problems = catalog?.uri === uri ? all : [];
  if (catalog === undefined || !isPresent) return runProblems(problems, levels);
  return runCatalogRules({ catalog: partInFile(catalog, uri), text, uri, problems, levels });
}

/** A configuration: what is wrong in it, and catalogs that it names in vain. */
export function analyseConfiguration(uri: string, text: string, context: AnalysisContext): FileAnalysis | undefined {
  const configuration = context.configurations.at(context.view, uri);
  if (!configuration) return undefined;
  const references = [configuration.catalogs, ...configuration.overrides.map(({ catalogs }) => catalogs ?? [])].flat();
  const problems: Problem[] = [...configuration.problems];
  for (const reference of references) {
    const found = context.catalogs.lookUp(context.view, reference, configuration, context.roots);
    if (found.kind === "missing") {
      problems.push({ code: "configuration-catalog", severity: "error", message: found.reason, span: reference.span });
    }
  }
  return { ...withFindings(uri, text, context, problems), unread: { kind: "configuration" } };
}

/** A baseline: what is wrong in it. */
export function analyseBaseline(uri: string, text: string, context: AnalysisContext): FileAnalysis {
  const baseline = context.baselines.at(context.view, uri);
  return { ...withFindings(uri, text, context, baseline?.problems ?? []), unread: { kind: "configuration" } };
}
