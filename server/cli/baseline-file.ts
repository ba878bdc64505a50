/** Baselines on disk, as `check` keeps them: what was found goes in, what is gone is told. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { countsOf, type FileAnalysis, LineMap, parseBaseline, type RuleCounts, writeBaseline } from "../core/index.ts";
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

/** What a run of `check` learns of the baselines beside the files that it looks at. */
export class BaselineUse {
  readonly #run: Run;
  readonly #found = new Map<string, Map<string, RuleCounts>>();
  readonly #broken = new Map<string, string>();
  readonly #files = new Map<string, ReadonlyMap<string, RuleCounts>>();
  readonly #stale: StaleEntry[] = [];
  #hidden = 0;

  constructor(run: Run) {
    this.#run = run;
  }

  /** Takes in one file that was looked at. */
  look({ uri, findings, hidden, recorded }: Pick<FileAnalysis, "uri" | "findings" | "hidden" | "recorded">): void {
    if (recorded === undefined) return;
    const { baseline, counts, path } = recorded;
    const found = countsOf([...findings, ...hidden]);
    const files = this.#found.get(recorded.uri) ?? new Map<string, RuleCounts>();
    this.#found.set(recorded.uri, files.set(path, found));
    this.#hidden += hidden.length;
    if (baseline === undefined) return;
    this.#files.set(recorded.uri, baseline.files);
    const [problem] = baseline.problems;
    if (problem !== undefined) this.#broken.set(recorded.uri, problem.message);
    for (const [rule, count] of counts) {
      const now = found.get(rule) ?? 0;
      if (now < count) this.#stale.push({ path: shownUri(this.#run, uri), rule, recorded: count, found: now });
    }
  }

  /** What to say after the files; undefined where there is no baseline. Broken ones are named on standard error. */
  report(): BaselineReport | undefined {
    for (const [uri, message] of this.#broken) {
      const path = shownUri(this.#run, uri);
      this.#run.notices.write(`error-code-insight: ${path} hides nothing, for it is broken: ${message}\n`);
    }
    if (this.#files.size === 0) return undefined;
    const gone = [...this.#files].flatMap(([uri, files]) => [...files].flatMap((entry) => this.#goneFrom(uri, entry)));
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
