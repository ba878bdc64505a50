import type { DataEntry, DataMap, DataNode, DataScalar } from "./data-node.ts";
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

/** What a record is made of. */
export interface RecordShape {
  /** A noun with its article: `a policy`. */
  readonly what: string;
  readonly names: readonly string[];
  readonly required?: readonly string[];
}

/**
 * The fields of `node` as a record of that shape: names that the shape does not know, names given twice, empty values and
 * missing fields are problems. Something else than a map is a problem, and has no fields.
 */
export function readFields(reader: DataReader, node: DataNode, { what, names, required = [] }: RecordShape): Fields {
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
    const missing = required.filter((name) => !first.has(name));
    if (missing.length > 0) reader.problems.error(headOf(node), `${capitalised(what)} needs ${listed(missing)}`);
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
  const known = names.length > 10 ? "" : `. It has ${listed(names)}`;
  const advice = near === undefined ? known : `. Did you mean \`${near}\`?`;
  reader.problems.warning(entry.keySpan, `\`${shortened(entry.key)}\` is not known in ${what}${advice}`);
}

/** Where to say that a record lacks something: its first key, or all of it where it is empty. */
function headOf(node: DataMap): Span {
  return node.entries[0]?.keySpan ?? node.span;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
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
