import type { ErrorSite } from "../../sites/model.ts";
import { nodesAt, type SyntaxNode } from "../../syntax/walk.ts";
import { encloses } from "../../text/span.ts";
import type { FactRuleContext } from "../model.ts";

/**
 * Whether the status that a comparison stands under is a condition of other branches too: in
 * `if (status === 400) { switch (code) { case 1001: … case 2001: … } }` no case has it for itself.
 */
export function sharesItsStatus({ role, status, span }: ErrorSite, context: FactRuleContext): boolean {
  if (role !== "handle" || status === undefined || encloses(span, status.span)) return false;
  const chain = nodesAt(context.file, span.start);
  const at = chain.findLastIndex((node) => node.kind === "if" && encloses(node.test, status.span));
  const outer = chain[at];
  if (outer?.kind !== "if" || outer.whenFalse !== undefined || !encloses(outer.whenTrue, span)) return true;
  return chain.slice(at + 1).some((node) => branches(node));
}

/** Whether a statement on the way has others beside it, or another branch. */
function branches(node: SyntaxNode): boolean {
  switch (node.kind) {
    case "block":
      return node.body.length !== 1;
    case "if":
      return node.whenFalse !== undefined;
    case "switch":
      return node.cases.length !== 1;
    default:
      return false;
  }
}

// One reading of the text for all findings of one run.
