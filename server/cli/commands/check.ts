import pc from "picocolors";
import { type FileAnalysis, type Finding, type Fix, LineMap, once, type Severity } from "../../core/index.ts";
import { askFiles } from "../analyse-files.ts";
import { type BaselineReport, type BaselineShare, BaselineUse, baselineShare } from "../baseline-file.ts";
import { keptResults } from "../cache/cache-use.ts";
import { exitCodes, UsageError } from "../exit.ts";
import { fixFiles, type MadeFix } from "../fix-files.ts";
import { type ShownRange, shownRange } from "../place.ts";
import { printable } from "../printable.ts";
import { filesOf, pathOfUri, type Run, shownUri, withDocuments } from "../run.ts";

type ShownSeverity = "error" | "warning" | "info" | "hint";

interface ShownFinding extends ShownRange {
  readonly path: string;
  readonly rule: string;
  readonly severity: ShownSeverity;
  readonly message: string;
  readonly catalog: string | null;
  readonly code: string | number | null;
  readonly status: number | null;
  readonly fixes: readonly { readonly title: string; readonly edits: readonly ShownEdit[] }[];
}

interface ShownEdit extends ShownRange {
  readonly path?: string;
  readonly newText: string;
}

const severities: readonly ShownSeverity[] = ["error", "warning", "info", "hint"];

const none: Readonly<Record<ShownSeverity, number>> = { error: 0, warning: 0, info: 0, hint: 0 };

export interface CheckOptions {
  /** The least severity that makes the exit code 1. */
  readonly failOn: string;
  /** Whether the findings go into the baseline instead of the output. */
  readonly updatesBaseline: boolean;
  /** What becomes of safe fixes: `write` makes them on disk, `show` only says what they would be. */
  readonly fixes: "leave" | "write" | "show";
}

/** `check`: every finding in the files that no baseline has, and how many of each severity. */
export async function runCheck(run: Run, paths: readonly string[], options: CheckOptions): Promise<number> {
  const { failOn, updatesBaseline, fixes } = options;
  const threshold = severities.indexOf(failOn as ShownSeverity);
  if (threshold < 0) throw new UsageError(`--fail-on is error, warning, info or hint, not \`${failOn}\``);
  const looked = new Map<string, Looked>();
  // While texts are being changed nothing is kept: what is on disk is not what was looked at.
  const kept = fixes === "leave" ? keptResults<Looked>(run, "check") : undefined;
  const question = {
    read: (analysis: FileAnalysis) => toLooked(analysis, run),
    take: (found: Looked, uri: string) => {
      looked.set(uri, found);
      if (found.sent !== undefined) run.workspace.recallSent(uri, found.sent);
    },
  };
  const files = await withDocuments(run, filesOf(run, paths));
  const fixed = fixes === "leave" ? undefined : await fixFiles(run, files, fixes === "write");
  let defects = await askFiles(run, files, question, kept);
  // Only now is it known what all of them send.
  const again = [...run.workspace.inconsistentUris].filter((uri) => looked.has(uri)).map(pathOfUri);
  defects += await askFiles(run, again, question, undefined);
  // What was found there rests on what the others send.
  for (const uri of run.workspace.inconsistentUris) kept?.forget(uri);
  kept?.write();

  const findings = [...looked.values()].flatMap(({ shown }) => shown);
  const baselines = new BaselineUse(run);
  for (const [uri, { baseline }] of looked) baselines.look(uri, baseline);
  const summary = { files: looked.size, sites: 0, ...none };
  for (const { sites } of looked.values()) summary.sites += sites;
  for (const { severity } of findings) summary[severity] += 1;
  if (updatesBaseline) {
    const hidden = baselines.write();
    const recorded = { findings: [], summary: { ...summary, ...none }, baseline: { hidden, stale: [] } };
    if (run.json) run.output.write(`${JSON.stringify(recorded, undefined, 2)}\n`);
    return defects > 0 ? exitCodes.internal : exitCodes.clean;
  }
  const baseline = baselines.report();
  if (run.json) {
    const outputs = fixes === "show" ? fixed?.outputs : undefined;
    run.output.write(`${JSON.stringify({ findings, summary, baseline, fixed: fixed?.made, outputs }, undefined, 2)}\n`);
  } else {
    const aboutFixes = fixed === undefined ? "" : fixesAsText(fixed.made, fixes === "write");
    run.output.write(
      `${aboutFixes}${asText(findings, summary)}${baseline === undefined ? "" : aboutBaseline(baseline)}`,
    );
  }
  if (defects > 0) return exitCodes.internal;
  const failing = findings.some((finding) => severities.indexOf(finding.severity) <= threshold);
  return failing ? exitCodes.findings : exitCodes.clean;
}

/** What is kept of a file that was looked at: not its structure, which is large. JSON has to hold it. */
interface Looked {
  readonly shown: readonly ShownFinding[];
  readonly sites: number;
  readonly baseline: BaselineShare | undefined;
  readonly sent: FileAnalysis["sent"];
}

function toLooked(analysis: FileAnalysis, run: Run): Looked {
  const { uri, findings, facts } = analysis;
  const lines = once(() => new LineMap(analysis.text));
  const linesOf = (other: string) => (other === uri ? lines() : new LineMap(analysis.textOf(other) ?? ""));
  const shown = findings.map((finding) => toShown(finding, uri, run, linesOf));
  return { shown, sites: facts.length, baseline: baselineShare(analysis), sent: run.workspace.sentBy(uri) };
}

function toShown(finding: Finding, uri: string, run: Run, linesOf: (uri: string) => LineMap): ShownFinding {
  return {
    path: shownUri(run, uri),
    ...shownRange(finding.span, linesOf(uri)),
    rule: finding.rule,
    severity: shownSeverity(finding.severity),
    message: finding.message,
    catalog: finding.catalog ?? null,
    code: finding.code ?? null,
    status: finding.status ?? null,
    fixes: finding.fixes.map((fix) => ({ title: fix.title, edits: shownEdits(fix, uri, run, linesOf) })),
  };
}

function shownEdits(fix: Fix, uri: string, run: Run, linesOf: (uri: string) => LineMap): readonly ShownEdit[] {
  return fix.edits.flatMap((file) =>
    file.edits.map((edit) => ({
      ...(file.uri === uri ? {} : { path: shownUri(run, file.uri) }),
      ...shownRange(edit.span, linesOf(file.uri)),
      newText: edit.newText,
    })),
  );
}

function shownSeverity(severity: Severity): ShownSeverity {
  return severity === "information" ? "info" : severity;
}

function asText(findings: readonly ShownFinding[], summary: Readonly<Record<string, number>>): string {
  let text = "";
  let path: string | undefined;
  for (const finding of findings) {
    if (finding.path !== path) {
      text += `${path === undefined ? "" : "\n"}${pc.underline(printable(finding.path))}\n`;
      path = finding.path;
    }
    const place = `${finding.line}:${finding.column}`.padEnd(9);
    text += `  ${pc.dim(place)} ${coloured(finding.severity)} ${printable(finding.message)}  ${pc.dim(finding.rule)}\n`;
  }
  const found = severities
    .filter((severity) => (summary[severity] ?? 0) > 0)
    .map((severity) => `${summary[severity]} ${severity}`);
  const files = `${summary.files} ${summary.files === 1 ? "file" : "files"}, ${summary.sites} error ${summary.sites === 1 ? "site" : "sites"}`;
  return `${text}${text === "" ? "" : "\n"}${found.length === 0 ? pc.green("nothing to report") : found.join(", ")} in ${files}\n`;
}

function aboutBaseline({ hidden, stale }: BaselineReport): string {
  const known = hidden === 0 ? "" : `${hidden} more in the baseline\n`;
  if (stale.length === 0) return known;
  const lines = stale.map(
    ({ path, rule, recorded, found }) => `  ${printable(path)}  ${rule}: ${found} of ${recorded} left\n`,
  );
  return `${known}The baseline has findings that are gone; run \`error-code-insight check --update-baseline\`:\n${lines.join("")}`;
}

function fixesAsText(made: readonly MadeFix[], areWritten: boolean): string {
  if (made.length === 0) return `${pc.dim("nothing to fix without asking")}\n\n`;
  const lines = made.map(
    ({ path, line, column, rule, title }) =>
      `  ${pc.dim(`${printable(path)}:${line}:${column}`)}  ${printable(title)}  ${pc.dim(rule)}\n`,
  );
  const files = new Set(made.map(({ path }) => path)).size;
  const what = `${made.length} ${made.length === 1 ? "finding" : "findings"} in ${files} ${files === 1 ? "file" : "files"}`;
  return `${areWritten ? "fixed" : "would fix"} ${what}\n${lines.join("")}\n`;
}

function coloured(severity: ShownSeverity): string {
  const word = severity.padEnd(7);
  switch (severity) {
    case "error":
      return pc.red(word);
    case "warning":
      return pc.yellow(word);
    case "info":
      return pc.blue(word);
    case "hint":
      return pc.dim(word);
  }
}
