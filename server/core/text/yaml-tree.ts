import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from "yaml";
import { maximumAliasedNodes, maximumDepth } from "./data-limits.ts";
import type { DataEntry, DataNode, DataOptions, DataScalar } from "./data-node.ts";
import { reportDuplicateKeys } from "./duplicate-keys.ts";
import type { LineMap } from "./line-map.ts";
import type { ProblemCollector } from "./problem-collector.ts";
import type { Span } from "./span.ts";

export interface YamlTreeContext {
  readonly problems: ProblemCollector;
  readonly lines: () => LineMap;
  readonly duplicates: DataOptions["duplicates"];
}

/** A composed YAML node as positioned data. Aliases share what they name; those that would grow or circle are refused. */
export function toDataTree(contents: Node, context: YamlTreeContext): DataNode {
  return new YamlTree(context).convert(contents, 0).data;
}

/** A converted node with its size when all aliases are written out, and the levels below it. */
interface Converted {
  readonly data: DataNode;
  readonly size: number;
  readonly height: number;
}

class YamlTree {
  readonly #context: YamlTreeContext;
  /** What each anchor names so far; undefined while the node that carries it is being read. */
  readonly #anchors = new Map<string, Converted | undefined>();
  #aliased = 0;

  constructor(context: YamlTreeContext) {
    this.#context = context;
  }

  convert(node: Node, depth: number): Converted {
    if (isAlias(node)) return this.#alias(node, depth);
    const anchor = (isScalar(node) || isMap(node) || isSeq(node)) && node.anchor ? node.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, undefined);
    const converted = this.#plain(node, depth);
    if (anchor !== undefined) this.#anchors.set(anchor, converted);
    return converted;
  }

  #plain(node: Node, depth: number): Converted {
    if (isMap(node)) return this.#map(node, depth);
    if (isSeq(node)) {
      const items = node.items.filter(isYamlNode).map((item) => this.convert(item, depth + 1));
      const data = items.map((item) => item.data);
      return enclosing({ kind: "list", items: data, span: spanOfCollection(node, data.at(-1)?.span) }, items);
    }
    if (isScalar(node)) return leaf(toScalar(node));
    return leaf(emptyScalar(0));
  }

  #map(node: YAMLMap, depth: number): Converted {
    const entries: DataEntry[] = [];
    const parts: Converted[] = [];
    for (const pair of node.items) {
      const key = this.#key(pair, depth);
      const end = key?.span.end ?? spanOf(node).start;
      const value = isYamlNode(pair.value) ? this.convert(pair.value, depth + 1) : leaf(emptyScalar(end));
      if (key === undefined) continue;
      parts.push(value);
      entries.push({ key: key.written, keySpan: key.span, keyScalar: key, value: value.data });
    }
    const { duplicates, lines, problems } = this.#context;
    if (duplicates !== "keep") reportDuplicateKeys(entries, lines, problems);
    const last = entries.at(-1);
    const lastSpan = last && last.value.span.end > last.keySpan.end ? last.value.span : last?.keySpan;
    return enclosing({ kind: "map", entries, span: spanOfCollection(node, lastSpan) }, parts);
  }

  #key(pair: Pair, depth: number): DataScalar | undefined {
    if (!isYamlNode(pair.key)) return undefined;
    const { data } = this.convert(pair.key, depth + 1);
    const span = spanOf(pair.key);
    if (data.kind !== "scalar") {
      this.#context.problems.error(span, "A key must be a word or a number, not a list or a map");
      return undefined;
    }
    if (data.written === "<<" && !data.quoted) {
      this.#context.problems.error(
        span,
        "`<<` is not part of YAML 1.2: write the entries out, or name them with aliases",
      );
      return undefined;
    }
    return { ...data, span };
  }

  #alias(node: Alias, depth: number): Converted {
    const span = spanOf(node);
    const target = this.#anchors.get(node.source);
    if (target === undefined) {
      const why = this.#anchors.has(node.source) ? "stands inside what it names" : "names no anchor above it";
      this.#context.problems.error(span, `\`*${node.source}\` ${why}`);
      return leaf({ ...emptyScalar(span.start), span });
    }
    if (this.#aliased + target.size > maximumAliasedNodes || depth + target.height > maximumDepth) {
      this.#context.problems.error(span, "The aliases of this file stand for too much: this one is left out");
      return leaf({ ...emptyScalar(span.start), span });
    }
    this.#aliased += target.size;
    return target;
  }
}

function isYamlNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}

function leaf(data: DataScalar): Converted {
  return { data, size: 1, height: 0 };
}

function enclosing(data: DataNode, parts: readonly Converted[]): Converted {
  let size = 1;
  let height = 0;
  for (const part of parts) {
    size += part.size;
    height = Math.max(height, part.height + 1);
  }
  return { data, size, height };
}

function spanOf(node: Node): Span {
  return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
}

/** A block collection ends with its last part, without the line breaks that follow; a flow collection with its bracket. */
function spanOfCollection(node: Node & { flow?: boolean }, last: Span | undefined): Span {
  const span = spanOf(node);
  if (node.flow === true || last === undefined || last.end < span.start) return span;
  return { start: span.start, end: Math.min(span.end, last.end) };
}

function emptyScalar(offset: number): DataScalar {
  return { kind: "scalar", value: null, written: "", quoted: false, span: { start: offset, end: offset } };
}

function toScalar(node: Scalar): DataScalar {
  const { value } = node;
  const quoted = node.type !== "PLAIN" && node.type !== undefined;
  const written = node.source ?? (typeof value === "string" ? value : "");
  const known = typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value === null;
  return { kind: "scalar", value: known ? value : written, written, quoted, span: spanOf(node) };
}
