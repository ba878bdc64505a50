import { touches } from "../text/span.ts";
import { addParts, partsOf, type SyntaxNode } from "./parts.ts";
import type { Expression, PropertyKey, SourceFile, Statement } from "./tree.ts";
import { unwrapped } from "./unwrapped.ts";

export { partsOf, type SyntaxNode } from "./parts.ts";
export { unwrapped } from "./unwrapped.ts";

/** An expression or a statement: what most readers of the structure look at. */
export type TreeNode = Expression | Statement;

/**
 * What a visitor is called with: the node and its ancestors, outermost first. The array of ancestors is reused: copy it
 * to keep it. Returning `"skip"` leaves out what is inside the node.
 */
export type Visit = (node: TreeNode, ancestors: readonly TreeNode[]) => unknown;

/** The nearest expressions and statements inside a node, through members, parameters, patterns and cases. */
export function childrenOf(node: SyntaxNode): TreeNode[] {
  const children: TreeNode[] = [];
  addChildren(node, children);
  return children;
}

/**
 * Visits every expression and statement of a file in the order of the text, without recursion; only those of certain
 * `kinds` where they are given, which is far quicker.
 */
export function walkFile(file: SourceFile, visit: Visit, kinds?: Pick<ReadonlySet<TreeNode["kind"]>, "has">): void {
  const list = listed(file);
  const ancestors: TreeNode[] = [];
  let skipped = Number.POSITIVE_INFINITY;
  for (let index = 0; index < list.nodes.length; index += 1) {
    const node = list.nodes[index];
    const kind = list.kinds[index];
    const depth = list.depths[index];
    if (node === undefined || kind === undefined || depth === undefined) return;
    if (depth > skipped) continue;
    while (ancestors.length > depth) ancestors.pop();
    const isWanted = kinds === undefined || kinds.has(kind);
    skipped = isWanted && visit(node, ancestors) === "skip" ? depth : Number.POSITIVE_INFINITY;
    ancestors.push(node);
  }
}

interface NodeList {
  readonly nodes: readonly TreeNode[];
  /** Beside the nodes, so that those that nobody asks for are not even touched. */
  readonly kinds: readonly TreeNode["kind"][];
  /** How many nodes are around each of them. */
  readonly depths: readonly number[];
}

/** A file is walked by several readers, and taken apart for the first of them only. */
const lists = new WeakMap<SourceFile, NodeList>();

function listed(file: SourceFile): NodeList {
  const known = lists.get(file);
  if (known !== undefined) return known;
  const nodes: TreeNode[] = [];
  const kinds: TreeNode["kind"][] = [];
  const depths: number[] = [];
  walkNodes(file.statements, (node, ancestors) => {
    nodes.push(node);
    kinds.push(node.kind);
    depths.push(ancestors.length);
  });
  const list = { nodes, kinds, depths };
  lists.set(file, list);
  return list;
}

/** Visits `roots` and every expression and statement inside them, parents first. */
export function walkNodes(roots: readonly TreeNode[], visit: Visit): void {
  const pending: SyntaxNode[] = [];
  const depths: number[] = [];
  const ancestors: TreeNode[] = [];
  for (let index = roots.length - 1; index >= 0; index -= 1) {
    const root = roots[index];
    if (root === undefined) continue;
    pending.push(root);
    depths.push(0);
  }
  for (;;) {
    const node = pending.pop();
    const depth = depths.pop();
    if (node === undefined || depth === undefined) return;
    let depthInside = depth;
    if (isTreeNode(node)) {
      while (ancestors.length > depth) ancestors.pop();
      if (visit(node, ancestors) === "skip") continue;
      ancestors.push(node);
      depthInside += 1;
    }
    const from = pending.length;
    addParts(node, pending);
    reverseFrom(pending, from);
    for (let count = pending.length - from; count > 0; count -= 1) depths.push(depthInside);
  }
}

/** The nodes that touch `offset`, from a statement of the file to the innermost; keys, members and patterns included. */
export function nodesAt(file: SourceFile, offset: number): SyntaxNode[] {
  const chain: SyntaxNode[] = [];
  let level: readonly SyntaxNode[] = file.statements;
  for (;;) {
    const node = touched(level, offset);
    if (node === undefined) return chain;
    chain.push(node);
    level = partsOf(node);
  }
}

/** The key as a string if the text alone tells it: also for `["key"]`, `[1]` and a template without substitutions. */
export function staticPropertyName(key: PropertyKey): string | undefined {
  return key.name ?? (key.computed === undefined ? undefined : staticText(key.computed));
}

/** The value of a string, a whole number or a template without substitutions, as a string. */
export function staticText(expression: Expression): string | undefined {
  const inner = unwrapped(expression);
  if (inner.kind === "string") return inner.value;
  if (inner.kind === "number" && !Number.isNaN(inner.value)) return String(inner.value);
  if (inner.kind === "template" && inner.expressions.length === 0) return inner.chunks[0]?.value;
  return undefined;
}

/** Whether a node is an expression. */
export function isExpression(node: SyntaxNode): node is Expression {
  return EXPRESSION_KINDS.has(node.kind);
}

/** Whether a node is a statement. */
export function isStatement(node: SyntaxNode): node is Statement {
  return STATEMENT_KINDS.has(node.kind);
}

const EXPRESSION_KINDS: ReadonlySet<string> = new Set<Expression["kind"]>([
  "identifier",
  "string",
  "template",
  "number",
  "keyword",
  "regexp",
  "object",
  "array",
  "member",
  "index",
  "call",
  "new",
  "unary",
  "binary",
  "assignment",
  "conditional",
  "function",
  "class",
  "wrapped",
  "prefix",
  "sequence",
  "tagged",
  "jsx",
  "missing",
]);

const STATEMENT_KINDS: ReadonlySet<string> = new Set<Statement["kind"]>([
  "variable",
  "expression",
  "return",
  "throw",
  "if",
  "switch",
  "loop",
  "try",
  "block",
  "function-declaration",
  "class-declaration",
  "enum",
  "import",
  "export",
  "module",
  "labeled",
  "other",
]);

const TREE_KINDS: ReadonlySet<string> = new Set([...EXPRESSION_KINDS, ...STATEMENT_KINDS]);

function addChildren(node: SyntaxNode, children: TreeNode[]): void {
  for (const part of partsOf(node)) {
    if (isTreeNode(part)) children.push(part);
    else addChildren(part, children);
  }
}

function isTreeNode(node: SyntaxNode): node is TreeNode {
  return TREE_KINDS.has(node.kind);
}

function reverseFrom(nodes: SyntaxNode[], from: number): void {
  for (let low = from, high = nodes.length - 1; low < high; low += 1, high -= 1) {
    const left = nodes[low];
    const right = nodes[high];
    if (left === undefined || right === undefined) return;
    nodes[low] = right;
    nodes[high] = left;
  }
}

/** Of siblings, the one with the character behind `offset`, else the last that ends there and is more than empty. */
function touched(level: readonly SyntaxNode[], offset: number): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  for (let index = firstEndingFrom(level, offset); index < level.length; index += 1) {
    const node = level[index];
    if (node === undefined || node.start > offset) return found;
    if (offset < node.end) return node;
    const isLeftOut = node.start === node.end;
    if (touches(node, offset) && !(isLeftOut && found !== undefined)) found = node;
  }
  return found;
}

/** The index of the first of siblings, which stand in order, that does not end before `offset`. */
function firstEndingFrom(level: readonly SyntaxNode[], offset: number): number {
  let low = 0;
  let high = level.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((level[middle]?.end ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
