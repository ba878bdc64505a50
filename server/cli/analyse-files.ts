import type { FileAnalysis } from "../core/index.ts";
import { SmallHeap } from "../node/small-heap.ts";
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
