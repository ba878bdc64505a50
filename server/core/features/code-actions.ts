/** What can be done about the findings at a place: their fixes, and silencing them by a comment. */
import type { FileEdit, Finding } from "../rules/model.ts";
import type { Span } from "../text/span.ts";
import { addCodeActions } from "./add-code/add-code.ts";
import { fillStatusActions } from "./add-code/fill-status.ts";
import type { FileAnalysis } from "./analysis.ts";
import { SafeFixes, safeFixOf } from "./fix-all.ts";
import { ruleOff } from "./rule-off.ts";
import { maySilence, suppressionEdit } from "./suppression-edit.ts";

export interface CodeAction {
  readonly title: string;
  readonly kind: "fix" | "suppress" | "fix-all";
  /** Whether the fix cannot change meaning beyond its finding, so that it may be made without asking. */
  readonly safe: boolean;
  readonly preferred: boolean;
  readonly edits: readonly FileEdit[];
  readonly finding: Finding;
}

/** The actions for all findings that touch `span`: fixes first, in the order of the findings, those for many last. */
export function codeActionsAt(analysis: FileAnalysis, span: Span): readonly CodeAction[] {
  const findings = analysis.findings.filter(
    (finding) => finding.span.start <= span.end && span.start <= finding.span.end,
  );
  return [
    ...findings.flatMap((finding) => [
      ...fixesOf(finding),
      ...addCodeActions(analysis, finding),
      ...fillStatusActions(analysis, finding),
    ]),
    ...findings.flatMap((finding) => suppressionsOf(analysis, finding)),
    ...fileFixes(analysis, findings),
  ];
}

/** "Fix all … in this file", for each rule at the place of which the file has several findings to fix. */
function fileFixes(analysis: FileAnalysis, findings: readonly Finding[]): readonly CodeAction[] {
  const rules = new Map(findings.filter((finding) => safeFixOf(finding) !== undefined).map((one) => [one.rule, one]));
  return [...rules].flatMap(([rule, finding]) => {
    const fixes = new SafeFixes(rule);
    fixes.add(analysis);
    if (fixes.count < 2) return [];
    const title = `Fix all ${fixes.count} \`${rule}\` findings in this file`;
    return [{ title, kind: "fix-all" as const, safe: true, preferred: false, edits: fixes.edits, finding }];
  });
}

function fixesOf(finding: Finding): readonly CodeAction[] {
  return finding.fixes.map((fix) => ({
    title: fix.title,
    kind: "fix",
    safe: fix.safety === "safe",
    preferred: fix.preferred,
    edits: fix.edits,
    finding,
  }));
}

function suppressionsOf(analysis: FileAnalysis, finding: Finding): readonly CodeAction[] {
  if (!maySilence(finding)) return [];
  const edit = suppressionEdit(analysis, finding);
  const way =
    edit === undefined
      ? ruleOff(analysis, finding)
      : {
          title: `Disable \`${finding.rule}\` for this line`,
          edits: [{ uri: analysis.uri, edits: [edit] }],
        };
  return way === undefined ? [] : [{ ...way, kind: "suppress", safe: false, preferred: false, finding }];
}
