/** What can be done about the findings at a place: their fixes, and silencing them by a comment. */
import type { FileEdit, Finding } from "../rules/model.ts";
import type { Span } from "../text/span.ts";
import { addCodeActions } from "./add-code/add-code.ts";
import { fillStatusActions } from "./add-code/fill-status.ts";
import type { FileAnalysis } from "./analysis.ts";
import { suppressionEdit } from "./suppression-edit.ts";

export interface CodeAction {
  readonly title: string;
  readonly kind: "fix" | "suppress";
  /** Whether the fix cannot change meaning beyond its finding, so that it may be made without asking. */
  readonly safe: boolean;
  readonly preferred: boolean;
  readonly edits: readonly FileEdit[];
  readonly finding: Finding;
}

/** The actions for all findings that touch `span`: fixes first, in the order of the findings. */
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
  ];
}

/** All safe fixes of a file that do not overlap, for "fix all". */
export function safeFixesOf(analysis: FileAnalysis): readonly CodeAction[] {
  const chosen: CodeAction[] = [];
  const taken: { readonly uri: string; readonly span: Span }[] = [];
  for (const finding of analysis.findings) {
    const action = fixesOf(finding).find((candidate) => candidate.safe);
    if (action === undefined) continue;
    const spans = action.edits.flatMap(({ uri, edits }) => edits.map(({ span }) => ({ uri, span })));
    if (spans.some((one) => taken.some((other) => collides(one, other)))) continue;
    chosen.push(action);
    taken.push(...spans);
  }
  return chosen;
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
  const edit = suppressionEdit(analysis, finding);
  if (edit === undefined) return [];
  return [
    {
      title: `Disable \`${finding.rule}\` for this line`,
      kind: "suppress",
      safe: false,
      preferred: false,
      edits: [{ uri: analysis.uri, edits: [edit] }],
      finding,
    },
  ];
}

interface EditedPlace {
  readonly uri: string;
  readonly span: Span;
}

function collides(left: EditedPlace, right: EditedPlace): boolean {
  return left.uri === right.uri && left.span.start <= right.span.end && right.span.start <= left.span.end;
}
