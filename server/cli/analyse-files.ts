import type { FileAnalysis } from "../core/index.ts";
import { SmallHeap } from "../node/small-heap.ts";
import type { KeptResults } from "./cache/kept-results.ts";
import { printable } from "./printable.ts";
import { Progress } from "./progress.ts";
import { type Run, shownPath, uriOf } from "./run.ts";

/**
 * The analyses of `files`, one after the other, each forgotten once it was looked at. A file on which the program itself
 * fails is named on standard error and left out; the return value says how many those were. What `isKnown` already is
 * left alone.
 */
export async function analyseFiles(
  run: Run,
  files: readonly string[],
  look: (analysis: FileAnalysis) => void,
  isKnown: (uri: string) => boolean = () => false,
): Promise<number> {
  const heap = new SmallHeap();
  const progress = new Progress(files.length, run.notices);
  let defects = 0;
  for (const file of files) {
    const uri = uriOf(file);
    try {
      const analysis = isKnown(uri) ? undefined : await run.workspace.analyse(uri);
      if (analysis) look(analysis);
    } catch (error) {
      defects += 1;
      const reason = error instanceof Error ? error.stack : String(error);
      run.notices.write(`error-code-insight: internal error in ${printable(shownPath(run, file))}: ${reason}\n`);
    }
    run.workspace.release(uri);
    heap.tend();
    progress.advance();
  }
  progress.done();
  return defects;
}

/** What is to be known of files. */
export interface Question<Result> {
  readonly read: (analysis: FileAnalysis) => Result;
  /** Takes the answer for one file, whether it was read now or kept by an earlier run. */
  readonly take: (result: Result, uri: string) => void;
}

/** As `analyseFiles`, for what earlier runs may have kept: only the other files are analysed, and theirs is kept. */
export function askFiles<Result>(
  run: Run,
  files: readonly string[],
  { read, take }: Question<Result>,
  kept: KeptResults<Result> | undefined,
): Promise<number> {
  const look = (analysis: FileAnalysis) => {
    const result = read(analysis);
    kept?.keep(analysis.uri, result);
    take(result, analysis.uri);
  };
  const isKnown = (uri: string) => {
    const result = kept?.recall(uri);
    if (result !== undefined) take(result, uri);
    return result !== undefined;
  };
  return analyseFiles(run, files, look, isKnown);
}
