/** The statements before and after a place, in its own block and in those around it. */
import type { SourceFile, Statement } from "../../syntax/tree.ts";
import { encloses, type Span } from "../../text/span.ts";
import type { RecognisedNode } from "../recogniser.ts";

export interface StatementPlace {
  readonly statements: readonly Statement[];
  readonly index: number;
}

/** The lists that hold the node, the nearest first, up to the function around it (the function's own body included). */
export function enclosingLists(
  node: RecognisedNode,
  ancestors: readonly RecognisedNode[],
  file: SourceFile,
): readonly StatementPlace[] {
  const places: StatementPlace[] = [];
  for (let index = ancestors.length - 1; index >= 0; index -= 1) {
    const ancestor = ancestors[index];
    if (ancestor === undefined) break;
    const place = placeIn(listsOf(ancestor), node);
    if (place !== undefined) places.push(place);
    if (ancestor.kind === "function" || ancestor.kind === "function-declaration") return places;
  }
  const top = placeIn([file.statements], node);
  return top === undefined ? places : [...places, top];
}

/** The nearest list alone. */
export function nearestList(
  node: RecognisedNode,
  ancestors: readonly RecognisedNode[],
  file: SourceFile,
): StatementPlace | undefined {
  return enclosingLists(node, ancestors, file)[0];
}

function placeIn(lists: readonly (readonly Statement[])[], node: Span): StatementPlace | undefined {
  for (const statements of lists) {
    const index = indexHolding(statements, node);
    if (index !== undefined) return { statements, index };
  }
  return undefined;
}

/** Statements stand in the order of the text, so that a binary search finds the one around a place. */
function indexHolding(statements: readonly Statement[], node: Span): number | undefined {
  let low = 0;
  let high = statements.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const statement = statements[middle];
    if (statement === undefined) return undefined;
    if (statement.end < node.start || (statement.end === node.start && node.end > node.start)) low = middle + 1;
    else if (statement.start > node.start) high = middle - 1;
    else return encloses(statement, node) ? middle : undefined;
  }
  return undefined;
}

function listsOf(node: RecognisedNode): readonly (readonly Statement[])[] {
  switch (node.kind) {
    case "block":
    case "module":
      return [node.body];
    case "try":
      return [node.block, node.handler ?? [], node.finalizer ?? []];
    case "switch":
      return node.cases.map((switchCase) => switchCase.body);
    case "function":
      return isStatementList(node.body) ? [node.body] : [];
    case "function-declaration":
      return isStatementList(node.function.body) ? [node.function.body] : [];
    default:
      return [];
  }
}

/** Whether a function's body is a block and not an arrow's expression. */
export function isStatementList(body: unknown): body is readonly Statement[] {
  return Array.isArray(body);
}
