/** Baselines on disk, as `check` keeps them: what was found goes in, what is gone is told. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  type Baseline,
  countsOf,
  type FileAnalysis,
  LineMap,
  parseBaseline,
  type RuleCounts,
  writeBaseline,
} from "../core/index.ts";
import { UsageError } from "./exit.ts";
import { pathOfUri, type Run, shownUri } from "./run.ts";

/** Findings that a baseline records and that are gone. */
export interface StaleEntry {
  readonly path: string;
  readonly rule: string;
  readonly recorded: number;
  readonly found: number;
}

/** What the baselines had to do with one run of `check`. */
export interface BaselineReport {
  readonly hidden: number;
  readonly stale: readonly StaleEntry[];
}

/** What one file has to do with the baseline that it belongs to: all that is kept of it, so JSON has to hold it. */
export interface BaselineShare {
  /** Where the baseline is, or would be. */
  readonly baseline: string;
  /** The file's path as the baseline writes it. */
  readonly path: string;
  /** How many findings each rule has in the file, hidden ones included. */
  readonly found: readonly (readonly [rule: string, count: number])[];
  readonly hidden: number;
}

/** What a file has to do with its baseline; undefined where no baseline could speak of it. */
export function baselineShare({
  findings,
  hidden,
  recorded,
}: Pick<FileAnalysis, "findings" | "hidden" | "recorded">): BaselineShare | undefined {
  if (recorded === undefined) return undefined;
  const found = [...countsOf([...findings, ...hidden])];
  return { baseline: recorded.uri, path: recorded.path, found, hidden: hidden.length };
}

/** What a run of `check` learns of the baselines beside the files that it looks at. */
export class BaselineUse {
  readonly #run: Run;
  readonly #found = new Map<string, Map<string, RuleCounts>>();
  readonly #baselines = new Map<string, Baseline | undefined>();
  readonly #stale: StaleEntry[] = [];
  #hidden = 0;

  constructor(run: Run) {
    this.#run = run;
  }

  /** Takes in one file that was looked at. */
  look(uri: string, share: BaselineShare | undefined): void {
    if (share === undefined) return;
    const found = new Map(share.found);
    const files = this.#found.get(share.baseline) ?? new Map<string, RuleCounts>();
    this.#found.set(share.baseline, files.set(share.path, found));
    this.#hidden += share.hidden;
    for (const [rule, recorded] of this.#baseline(share.baseline)?.files.get(share.path) ?? []) {
      const now = found.get(rule) ?? 0;
      if (now < recorded) this.#stale.push({ path: shownUri(this.#run, uri), rule, recorded, found: now });
    }
  }

  /** What to say after the files; undefined where there is no baseline. Broken ones are named on standard error. */
  report(): BaselineReport | undefined {
    const baselines = [...this.#baselines].flatMap(([uri, baseline]) => (baseline ? [{ uri, baseline }] : []));
    for (const { uri, baseline } of baselines) {
      const [problem] = baseline.problems;
      if (problem === undefined) continue;
      const path = shownUri(this.#run, uri);
      this.#run.notices.write(`error-code-insight: ${path} hides nothing, for it is broken: ${problem.message}\n`);
    }
    if (baselines.length === 0) return undefined;
    const gone = baselines.flatMap(({ uri, baseline: { files } }) =>
      [...files].flatMap((entry) => this.#goneFrom(uri, entry)),
    );
    return { hidden: this.#hidden, stale: [...this.#stale, ...gone] };
  }

  /**
   * Writes what was found into the baselines, other files' entries kept; returns how many findings they hold. Throws
   * `UsageError` where one is broken.
   */
  write(): number {
    let all = 0;
    for (const [uri, found] of this.#found) {
      const path = pathOfUri(uri);
      const before = existsSync(path) ? readWhole(path, shownUri(this.#run, uri)) : new Map<string, RuleCounts>();
      const kept = [...before].filter(([name]) => !found.has(name) && existsSync(join(dirname(path), name)));
      const files = new Map([...kept, ...found]);
      const count = [...files.values()].flatMap((counts) => [...counts.values()]).reduce((sum, one) => sum + one, 0);
      if (count === 0 && before.size === 0) continue;
      all += count;
      writeFileSync(path, writeBaseline(files));
      const what = `${count} ${count === 1 ? "finding" : "findings"}`;
      this.#run.notices.write(`error-code-insight: ${shownUri(this.#run, uri)} now holds ${what}\n`);
    }
    return all;
  }

  #baseline(uri: string): Baseline | undefined {
    if (this.#baselines.has(uri)) return this.#baselines.get(uri);
    const content = this.#run.files.readNow(uri);
    const baseline = content.kind === "text" ? parseBaseline(content.text) : undefined;
    this.#baselines.set(uri, baseline);
    return baseline;
  }

  /** Entries for files that are there no more. */
  #goneFrom(uri: string, [name, counts]: readonly [string, RuleCounts]): readonly StaleEntry[] {
    if (this.#found.get(uri)?.has(name) === true) return [];
    const folder = dirname(pathOfUri(uri));
    if (existsSync(join(folder, name))) return [];
    return [...counts].map(([rule, recorded]) => ({ path: name, rule, recorded, found: 0 }));
  }
}

function readWhole(path: string, shown: string): ReadonlyMap<string, RuleCounts> {
  const text = readFileSync(path, "utf8");
  const { files, problems } = parseBaseline(text);
  const [problem] = problems;
  if (problem === undefined) return files;
  const { line, column } = new LineMap(text).toLineColumn(problem.span.start);
  throw new UsageError(
    `${shown}:${line + 1}:${column + 1}: ${problem.message}. Nothing was written; mend or delete the file first`,
  );
}
