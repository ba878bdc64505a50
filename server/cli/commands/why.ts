/** `sites --why PATH:LINE[:COLUMN]`: what is recognised at one place, and where the reading stopped. */
import { resolve } from "node:path";
import { type FileAnalysis, LineMap, touches, whyNothingAt } from "../../core/index.ts";
import { readFile } from "../../node/node-file-system.ts";
import { exitCodes, UsageError } from "../exit.ts";
import { printable } from "../printable.ts";
import { type Run, shownPath, uriOf } from "../run.ts";
import { toShownSite } from "./sites.ts";

interface Place {
  readonly file: string;
  /** One-based. */
  readonly line: number;
  /** One-based, in UTF-16 units; undefined where the place is the whole line. */
  readonly column: number | undefined;
}

/**
 * Writes what the editor's command "Why Is There Nothing Here?" shows at the place. Of a line without a column, its first
 * error site is meant, else its first word. Throws `UsageError` for a place that is not there.
 */
export async function runWhy(run: Run, written: string, paths: readonly string[]): Promise<number> {
  if (paths.length > 0) throw new UsageError("--why names its place itself: leave out the other paths");
  const place = readPlace(run, written);
  const uri = uriOf(place.file);
  const content = readFile(place.file);
  if (content.kind === "absent") throw new UsageError(`there is no file for the place \`${written}\``);
  // As in an editor: a file that somebody asks about is read, whatever is in it.
  if (content.kind === "text") run.workspace.setOpen(uri, content.text);
  const analysis = await run.workspace.analyse(uri);
  if (analysis === undefined) throw new UsageError(`${shownPath(run, place.file)} cannot be read`);
  const lines = new LineMap(analysis.text);
  const offset = offsetOf(place, analysis, lines);
  const why = whyNothingAt(analysis, offset, { languages: ["en"] });
  if (run.json) {
    const at = lines.toLineColumn(offset);
    const sites = analysis.facts.filter(({ site }) => touches(site.span, offset));
    const answer = {
      path: shownPath(run, place.file),
      line: at.line + 1,
      column: at.column + 1,
      sites: sites.map((fact) => toShownSite(fact, analysis, run, lines)),
      sentences: why.text.split("\n").filter((sentence) => sentence !== ""),
    };
    run.output.write(`${JSON.stringify({ why: answer }, undefined, 2)}\n`);
  } else {
    run.output.write(`${why.text.split("\n").map(printable).join("\n")}\n`);
  }
  return exitCodes.clean;
}

/** The path may hold colons itself (`C:\a.ts:3`): the numbers are looked for at the end. */
function readPlace(run: Run, written: string): Place {
  const [, path, line, column] = /^(.+?):(\d+)(?::(\d+))?$/.exec(written) ?? [];
  if (path === undefined || line === undefined) {
    throw new UsageError(`--why wants a place such as src/api.ts:12 or src/api.ts:12:5, not \`${written}\``);
  }
  return {
    file: resolve(run.folder, path),
    line: Number(line),
    column: column === undefined ? undefined : Number(column),
  };
}

function offsetOf({ line, column }: Place, analysis: FileAnalysis, lines: LineMap): number {
  if (analysis.unread?.kind === "refused") return 0;
  if (line < 1 || line > lines.lineCount) {
    throw new UsageError(`there is no line ${line}: the file has ${lines.lineCount}`);
  }
  const start = lines.lineStart(line - 1);
  const content = /^[^\r\n]*/.exec(analysis.text.slice(start))?.[0] ?? "";
  if (column === undefined) {
    const end = start + content.length;
    const first = analysis.facts.find(({ site }) => start <= site.span.start && site.span.start < end);
    return first?.site.span.start ?? mostTelling(start, content, analysis);
  }
  if (column < 1 || column > content.length + 1) {
    throw new UsageError(`there is no column ${column}: line ${line} ends at column ${content.length + 1}`);
  }
  return start + column - 1;
}

/** How many words of a line are asked about. */
const mostWords = 40;

/** The first word of a line at which something resembles an error; else the line's first word. */
function mostTelling(start: number, content: string, { whyAt }: FileAnalysis): number {
  const words = [...content.matchAll(/[\p{L}\p{N}_$]+|["'`]/gu)].slice(0, mostWords).map(({ index }) => start + index);
  return words.find((offset) => whyAt?.(offset).resembles) ?? words[0] ?? start;
}
