/**
 * What a project had already when it began to be checked: counts by file and rule. As many findings of a rule in a file
 * are hidden; whatever is beyond is new.
 */
import { type DataReader, readFields, reportType } from "../text/data-fields.ts";
import type { DataNode } from "../text/data-node.ts";
import { lazyLineMap } from "../text/duplicate-keys.ts";
import { LineMap } from "../text/line-map.ts";
import type { Problem } from "../text/problem.ts";
import { ProblemCollector } from "../text/problem-collector.ts";
import { readDataInto } from "../text/read-data.ts";
import { reportRules } from "./report-rules.ts";

/** The file's name; it lies beside the configuration. */
export const baselineFileName = "error-code-insight-baseline.json";

/** How many findings a rule had in a file, by rule. */
export type RuleCounts = ReadonlyMap<string, number>;

export interface Baseline {
  /** Counts by path, relative to the baseline's folder, with `/`. Empty where the file is broken. */
  readonly files: ReadonlyMap<string, RuleCounts>;
  /** What is wrong with the file; then nothing is hidden. */
  readonly problems: readonly Problem[];
}

const version = 1;

/** Reads a baseline. A broken one hides nothing, for a part of it would hide what nobody meant. Never throws. */
export function parseBaseline(text: string): Baseline {
  const problems = new ProblemCollector({ code: "baseline-syntax", length: text.length });
  const reader = { problems, lines: lazyLineMap(() => new LineMap(text)) };
  const root = readDataInto(text, "json", problems);
  const node = root ?? { kind: "map", entries: [], span: { start: 0, end: 0 } };
  const fields = readFields(reader, node, {
    what: "the baseline",
    names: ["version", "files"],
    required: ["version", "files"],
  });
  const written = fields.get("version");
  if (written !== undefined && !(written.value.kind === "scalar" && written.value.value === version))
    problems.error(written.value.span, `This program reads baselines of version ${version} only`);
  const files = readFiles(reader, fields.get("files")?.value);
  const found = problems.toList();
  return { files: found.length === 0 ? files : new Map(), problems: found };
}

function readFiles(reader: DataReader, node: DataNode | undefined): ReadonlyMap<string, RuleCounts> {
  const files = new Map<string, RuleCounts>();
  for (const { key, value } of entriesOf(reader, node, "`files` is a map of paths to counts")) {
    const counts = new Map<string, number>();
    for (const { key: rule, value: count } of entriesOf(reader, value, "The counts of a file are a map of rules")) {
      if (
        count.kind === "scalar" &&
        typeof count.value === "number" &&
        Number.isInteger(count.value) &&
        count.value > 0
      )
        counts.set(rule, count.value);
      else reportType(reader, count, "A count is a whole number from 1 up");
    }
    files.set(key, counts);
  }
  return files;
}

function entriesOf(reader: DataReader, node: DataNode | undefined, expected: string) {
  if (node === undefined) return [];
  if (node.kind === "map") return node.entries;
  reportType(reader, node, expected);
  return [];
}

/** The text of a baseline: files and rules in the order of their names, files without findings left out. */
export function writeBaseline(files: ReadonlyMap<string, RuleCounts>): string {
  const written = [...files]
    .filter(([, counts]) => counts.size > 0)
    .toSorted(byName)
    .map(([path, counts]) => [path, Object.fromEntries([...counts].toSorted(byName))]);
  return `${JSON.stringify({ version, files: Object.fromEntries(written) }, undefined, 2)}\n`;
}

/** By code units, so that the order is the same on every machine. */
function byName([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

interface Ruled {
  readonly rule: string;
}

/** How many findings of each rule there are, those left out that no baseline may hide. */
export function countsOf(findings: readonly Ruled[]): RuleCounts {
  const counts = new Map<string, number>();
  for (const { rule } of findings) if (!unhideable.has(rule)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

/** Broken configurations, catalogs and baselines are for now, not for later. */
const unhideable: ReadonlySet<string> = new Set(
  reportRules.map(({ meta }) => meta.name).filter((name) => name !== "unused-suppression"),
);

/** The findings beyond the recorded counts, and those within, the first ones in the text. */
export function splitByBaseline<Item extends Ruled>(
  findings: readonly Item[],
  recorded: RuleCounts,
): { readonly shown: readonly Item[]; readonly hidden: readonly Item[] } {
  const left = new Map(recorded);
  const shown: Item[] = [];
  const hidden: Item[] = [];
  for (const finding of findings) {
    const allowed = unhideable.has(finding.rule) ? 0 : (left.get(finding.rule) ?? 0);
    if (allowed === 0) shown.push(finding);
    else {
      left.set(finding.rule, allowed - 1);
      hidden.push(finding);
    }
  }
  return { shown, hidden };
}
