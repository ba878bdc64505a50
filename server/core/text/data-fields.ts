import type { DataEntry, DataNode, DataScalar } from "./data-node.ts";
import { reportDuplicateKey } from "./duplicate-keys.ts";
import type { LineMap } from "./line-map.ts";
import { nearestWord } from "./nearest.ts";
import type { ProblemCollector } from "./problem-collector.ts";
import type { Span } from "./span.ts";

/** What readers of data need to say where something is wrong. */
export interface DataReader {
  readonly problems: ProblemCollector;
  readonly lines: () => LineMap;
}

/** One named value: what a reader of values takes, so that its complaints can say what it is about. */
export interface Field {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: DataNode;
}

export interface Fields {
  readonly span: Span;
  /** The field of that name, if it is there and has a value; a repeated name gives the first. */
  get(name: string): Field | undefined;
}

/**
 * The fields of `node` as a record that knows `names`: names that it does not know, names given twice and empty values
 * are problems. Something else than a map is a problem, and has no fields. `what` is a noun with article: `a policy`.
 */
export function readFields(reader: DataReader, node: DataNode, what: string, names: readonly string[]): Fields {
  const fields = new Map<string, Field>();
  if (node.kind === "map") {
    const first = new Map<string, DataEntry>();
    for (const entry of node.entries) {
      const earlier = first.get(entry.key);
      if (!names.includes(entry.key)) reportUnknownKey(reader, entry, what, names);
      else if (earlier !== undefined) reportDuplicateKey(earlier, entry, reader.lines, reader.problems);
      else if (isNothing(entry.value)) reader.problems.error(entry.keySpan, `\`${entry.key}\` has no value`);
      else fields.set(entry.key, { name: entry.key, nameSpan: entry.keySpan, value: entry.value });
      if (earlier === undefined) first.set(entry.key, entry);
    }
  } else {
    reportType(reader, node, `Expected ${what}, which is a map`);
  }
  return { span: node.span, get: (name) => fields.get(name) };
}

/** Reports that `node` is not what was expected, saying what it is; `advice` ends the sentence. */
export function reportType(reader: DataReader, node: DataNode, expected: string, advice = ""): void {
  reader.problems.error(node.span, `${expected}, not ${describe(node)}${advice}`);
}

/** Whether nothing is written here (YAML `key:`) or `null`. */
export function isNothing(node: DataNode): node is DataScalar {
  return node.kind === "scalar" && node.value === null;
}

function reportUnknownKey(reader: DataReader, entry: DataEntry, what: string, names: readonly string[]): void {
  const near = nearestWord(entry.key, names);
  const advice = near === undefined ? `It has ${listed(names)}` : `Did you mean \`${near}\`?`;
  reader.problems.warning(entry.keySpan, `\`${shortened(entry.key)}\` is not known in ${what}. ${advice}`);
}

/** Words for people: `` `a`, `b` and `c` ``. */
export function listed(words: readonly string[], conjunction = "and"): string {
  const quoted = words.map((word) => `\`${word}\``);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} ${conjunction} ${last}`;
}

/** `written` for a message: its first 40 characters. */
export function shortened(written: string): string {
  return written.length > 40 ? `${written.slice(0, 40)}…` : written;
}

function describe(node: DataNode): string {
  if (node.kind !== "scalar") return `a ${node.kind}`;
  if (node.value === null) return "nothing";
  return typeof node.value === "string" ? `the text \`${shortened(node.value)}\`` : `\`${shortened(node.written)}\``;
}
