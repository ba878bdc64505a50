/**
 * YAML in the structure that JSON has: maps are object literals, lists are array literals, empty values are `missing`.
 * Whoever reads documents reads both notations the same way. What an alias names is the same node in both places, and
 * stands where its anchor is.
 */
import type { DataEntry, DataList, DataMap, DataNode, DataScalar } from "../text/data-node.ts";
import { ProblemCollector } from "../text/problem-collector.ts";
import { readYamlInto } from "../text/read-yaml-data.ts";
import type { Span } from "../text/span.ts";
import type {
  ArrayLiteral,
  Comment,
  Expression,
  ExpressionStatement,
  ObjectLiteral,
  Property,
  PropertyKey,
  SourceFile,
  StringLiteral,
} from "./tree.ts";

/** The structure of the first document of a YAML text; half-typed parts are left out. Never throws. */
export function readYaml(text: string): SourceFile {
  const problems = new ProblemCollector({ code: "data-syntax", length: text.length, limit: 1 });
  const comments: Comment[] = [];
  const root = readYamlInto(text, problems, {
    duplicates: "keep",
    onComment: (span) => comments.push({ kind: "line", ...span, text: text.slice(span.start + 1, span.end) }),
  });
  const refusal = root === undefined ? problems.refusal : undefined;
  const statements = root === undefined ? [] : [statementOf(new YamlLowering(text).expression(root))];
  return { dialect: "yaml", text, statements, comments: refusal === undefined ? comments : [], refusal };
}

function statementOf(expression: Expression): ExpressionStatement {
  return { kind: "expression", expression, start: expression.start, end: expression.end };
}

class YamlLowering {
  readonly #text: string;
  /** What aliases share is made once. */
  readonly #made = new Map<DataNode, Expression>();

  constructor(text: string) {
    this.#text = text;
  }

  expression(node: DataNode): Expression {
    const known = this.#made.get(node);
    if (known !== undefined) return known;
    const made = this.#lower(node);
    this.#made.set(node, made);
    return made;
  }

  #lower(node: DataNode): Expression {
    switch (node.kind) {
      case "map":
        return this.#object(node);
      case "list":
        return this.#array(node);
      case "scalar":
        return this.#scalar(node);
    }
  }

  #object(node: DataMap): ObjectLiteral {
    return { kind: "object", members: node.entries.map((entry) => this.#property(entry)), closed: true, ...node.span };
  }

  #array(node: DataList): ArrayLiteral {
    return { kind: "array", elements: node.items.map((item) => this.expression(item)), closed: true, ...node.span };
  }

  #property({ key, keySpan, keyScalar, value: data }: DataEntry): Property {
    const value = this.expression(data);
    const written: PropertyKey["written"] =
      typeof keyScalar.value === "number" ? "number" : keyScalar.quoted ? "string" : "identifier";
    return {
      kind: "property",
      key: { kind: "key", written, name: key, computed: undefined, ...keySpan },
      value,
      shorthand: false,
      start: keySpan.start,
      // The value of an alias stands elsewhere.
      end: value.start >= keySpan.end ? Math.max(keySpan.end, value.end) : keySpan.end,
    };
  }

  #scalar({ value, quoted, span }: DataScalar): Expression {
    if (typeof value === "string") return this.#string(value, quoted, span);
    if (typeof value === "boolean") return { kind: "keyword", value, ...span };
    if (value === null)
      return span.end > span.start ? { kind: "keyword", value, ...span } : { kind: "missing", ...span };
    if (value >= 0) return { kind: "number", value, ...span };
    const operand = { kind: "number" as const, value: -value, start: span.start + 1, end: span.end };
    return { kind: "unary", operator: "-", operand, ...span };
  }

  #string(value: string, quoted: boolean, span: Span): StringLiteral {
    const mark = this.#text.charAt(span.start);
    if (!quoted) return { kind: "string", value, quote: "", closed: true, ...span };
    if (mark !== '"' && mark !== "'") return { kind: "string", value, quote: "|", closed: true, ...span };
    const closed = span.end - span.start > 1 && this.#text.charAt(span.end - 1) === mark;
    return { kind: "string", value, quote: mark, closed, ...span };
  }
}
