/** Analyses of files that have no sites: what is wrong in them, as a baseline lets it be seen, and why nothing was read. */
import type { Scope } from "../../facts/model.ts";
import type { FileAnalysis, Recorded, Unread } from "../../features/analysis.ts";
import { splitByBaseline } from "../../rules/baseline.ts";
import type { Finding } from "../../rules/model.ts";
import { runProblems } from "../../rules/run-rules.ts";
import type { Problem } from "../../text/problem.ts";
import type { AnalysisContext } from "./analysis-context.ts";
import { catalogsFor } from "./catalogs-around.ts";

/** A file that is not read, and why. */
export function unread(uri: string, text: string, context: AnalysisContext, why: Unread): FileAnalysis {
  return { ...withFindings(uri, text, context, []), unread: why };
}

/** A file that cannot be read: it says so at its start. */
export function refused(uri: string, text: string, context: AnalysisContext, reason: string): FileAnalysis {
  return { ...withFindings(uri, text, context, [refusal(reason)]), unread: { kind: "refused", reason } };
}

/** An analysis of a file that has no sites, only problems of its own. */
export function withFindings(
  uri: string,
  text: string,
  context: AnalysisContext,
  problems: readonly Problem[],
): FileAnalysis {
  const { general, available } = catalogsFor(context);
  const scope: Scope = { catalogs: [], general, rules: context.configuration?.rules ?? new Map(), problems: [] };
  return {
    uri,
    text,
    file: undefined,
    scope,
    facts: [],
    ...obeying(runProblems(problems, scope.rules), context),
    values: undefined,
    catalog: undefined,
    available,
    sitesIn: () => [],
    textOf: context.textOf,
  };
}

/** A file that was not read says so at its start, in a whisper. */
function refusal(reason: string): Problem {
  return { code: "file-skipped", severity: "information", message: reason, span: { start: 0, end: 0 } };
}

/** What the project's baseline has of the file. */
export function recordedOf({ baselines, view, uri, configuration, roots }: AnalysisContext): Recorded | undefined {
  return baselines.recorded(view, uri, { configurationUri: configuration?.uri, roots });
}

/** The findings as a baseline lets them be seen. */
export function split(
  findings: readonly Finding[],
  recorded: Recorded | undefined,
  { obeysBaseline }: AnalysisContext,
) {
  return recorded !== undefined && obeysBaseline
    ? splitByBaseline(findings, recorded.counts)
    : { shown: findings, hidden: [] };
}

/** Findings with what a baseline makes of them. */
export function obeying(all: readonly Finding[], context: AnalysisContext) {
  const recorded = recordedOf(context);
  const { shown: findings, hidden } = split(all, recorded, context);
  return { findings, hidden, recorded };
}
