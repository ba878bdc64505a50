/** Call chains such as `res.status(404).set("Allow", "GET").json({…})`, read from the outermost call inwards. */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Span } from "../../text/span.ts";
import type { RecognisedNode } from "../recogniser.ts";

export interface ChainLink {
  readonly name: string;
  readonly nameSpan: Span;
  readonly call: CallExpression;
}

export interface Chain {
  /** What the first method is called on. */
  readonly root: Expression;
  /** In the order of calling. */
  readonly links: readonly ChainLink[];
}

/** The chain that ends in `call`; without links where the callee is not a method. */
export function readChain(call: CallExpression): Chain {
  const links: ChainLink[] = [];
  let current: Expression = call;
  while (current.kind === "call") {
    const callee = unwrapped(current.callee);
    if (callee.kind !== "member") break;
    links.push({ name: callee.name, nameSpan: callee.nameSpan, call: current });
    current = unwrapped(callee.object);
    if (current.kind === "prefix" && current.operator === "await") current = unwrapped(current.argument);
  }
  return { root: current, links: links.reverse() };
}

/** Whether a further method is called on this call's result, so that the chain goes on outside. */
export function isInsideChain(call: CallExpression, ancestors: readonly RecognisedNode[]): boolean {
  let inner: RecognisedNode = call;
  for (let index = ancestors.length - 1; index >= 0; index -= 1) {
    const parent = ancestors[index];
    if (parent === undefined) return false;
    if (parent.kind === "wrapped" || (parent.kind === "prefix" && parent.operator === "await")) {
      inner = parent;
      continue;
    }
    if (parent.kind === "member" && parent.object === inner) {
      const next = ancestors[index - 1];
      return next !== undefined && isCalleeOf(parent, next);
    }
    return false;
  }
  return false;
}

function isCalleeOf(member: Expression, parent: RecognisedNode): boolean {
  return parent.kind === "call" && unwrapped(parent.callee) === member;
}

/** The first link of one of these names. */
export function linkOf(chain: Chain, ...names: readonly string[]): ChainLink | undefined {
  return chain.links.find((link) => names.includes(link.name));
}
