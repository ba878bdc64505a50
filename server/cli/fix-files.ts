/** `check --fix`: safe fixes over and over, until none is left. */
import { applyEdits, LineMap, SafeFixes } from "../core/index.ts";
import { analyseFiles } from "./analyse-files.ts";
import { shownRange } from "./place.ts";
import { printable } from "./printable.ts";
import { type Run, shownUri } from "./run.ts";

/** A fix that was made; its place is that in the text of the round in which it was found. */
export interface MadeFix {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly title: string;
}

export interface FixedFiles {
  readonly made: readonly MadeFix[];
  /** The texts of the files that differ, by path. */
  readonly outputs: readonly { readonly path: string; readonly text: string }[];
}

/** Fixes that go round in circles would be a defect of a rule; nobody is to wait for them. */
const mostRounds = 10;

/** Makes the safe fixes of `files`; on disk only where `writes` says so, else for the rest of this run. */
export async function fixFiles(run: Run, files: readonly string[], writes: boolean): Promise<FixedFiles> {
  const made = new Map<string, MadeFix[]>();
  for (let round = 1; round <= mostRounds; round += 1) {
    const fixes = new SafeFixes();
    const texts = new Map<string, string>();
    await analyseFiles(run, files, (analysis) => {
      const { uri, text } = analysis;
      const taken = fixes.add(analysis);
      if (taken.length === 0) return;
      texts.set(uri, text);
      const lines = new LineMap(text);
      const path = shownUri(run, uri);
      const found = taken.map(({ finding: { span, rule }, fix: { title } }) => {
        const { line, column } = shownRange(span, lines);
        return { path, line, column, rule, title };
      });
      made.set(uri, [...(made.get(uri) ?? []), ...found]);
    });
    if (fixes.count === 0) break;
    for (const { uri, edits } of fixes.edits) {
      const before = texts.get(uri);
      if (before === undefined) continue;
      run.files.edit(uri, before, applyEdits(before, edits));
      run.workspace.invalidate(uri);
    }
  }
  if (writes) for (const uri of run.files.texts.keys()) if (!isWritten(run, uri)) made.delete(uri);
  const outputs = [...run.files.texts].map(([uri, text]) => ({ path: shownUri(run, uri), text }));
  return { made: [...made.values()].flat(), outputs };
}

function isWritten(run: Run, uri: string): boolean {
  const reason = run.files.write(uri);
  if (reason === undefined) return true;
  run.notices.write(`error-code-insight: ${printable(shownUri(run, uri))} was left as it is: ${reason}\n`);
  run.files.forget(uri);
  run.workspace.invalidate(uri);
  return false;
}
