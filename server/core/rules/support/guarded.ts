import type { ErrorSite } from "../../sites/model.ts";
import { nodesAt, type SyntaxNode } from "../../syntax/walk.ts";
import { encloses, type Span } from "../../text/span.ts";
import type { FactRuleContext } from "../model.ts";

/**
 * The text that runs where a comparison holds, its condition included: the branch of an `if`, a `case`, a conditional.
 * After a negated one that is also what follows in the block. The statement itself where nothing branches.
 */
export function guardedBy({ span, comparison }: ErrorSite, context: FactRuleContext): Span {
  const chain = nodesAt(context.file, span.start).filter((node) => encloses(node, span));
  for (const [index, node] of [...chain.entries()].toReversed()) {
    const branch = branchOf(node, span, chain[index - 1]);
    if (branch !== undefined) return comparison?.negated ? { ...branch, end: blockEnd(chain, index) } : branch;
  }
  return chain.findLast(({ kind }) => statements.has(kind)) ?? span;
}

const statements: ReadonlySet<string> = new Set(["expression", "variable", "return", "throw"]);

function branchOf(node: SyntaxNode, span: Span, parent: SyntaxNode | undefined): Span | undefined {
  switch (node.kind) {
    case "if":
      return encloses(node.test, span) ? { start: node.start, end: node.whenTrue.end } : undefined;
    case "conditional":
      return encloses(node.test, span) ? node : undefined;
    case "loop":
      return node.heads.some((head) => encloses(head, span)) ? node : undefined;
    case "case": {
      if (node.test === undefined || !encloses(node.test, span)) return undefined;
      // Cases without statements share those of the next one.
      const cases = parent?.kind === "switch" ? parent.cases : [];
      const running = cases.find((other) => other.start >= node.start && other.body.length > 0);
      return { start: node.start, end: running?.end ?? node.end };
    }
    default:
      return undefined;
  }
}

function blockEnd(chain: readonly SyntaxNode[], index: number): number {
  const around = chain[index - 1];
  return (around ?? chain[index])?.end ?? 0;
}
