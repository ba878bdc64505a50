/** Answers that are given in one expression with commas: `return res.status(404), res.json({…})`. */
import type { Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { RecognisedNode, RecogniserContext } from "../recogniser.ts";
import { actionsOfExpression, type ResponseAction } from "./response-calls.ts";

type BodyAction = ResponseAction & { readonly kind: "body" };

/** What is sent through the response `root` further on in the expression that `node` is a part of. */
export function bodyInSequence(node: RecognisedNode, root: string, context: RecogniserContext): BodyAction | undefined {
  const [, after] = aroundInSequence(node, context);
  return actionsOf(after, root, context).find((action): action is BodyAction => action.kind === "body");
}

/** Whether the expression has set the status of the response `root` before it comes to `node`. */
export function hasStatusInSequence(node: RecognisedNode, root: string, context: RecogniserContext): boolean {
  const [before] = aroundInSequence(node, context);
  return actionsOf(before, root, context).some(({ kind }) => kind === "status");
}

function actionsOf(
  expressions: readonly Expression[],
  root: string,
  { file }: RecogniserContext,
): readonly ResponseAction[] {
  return expressions.flatMap((expression) => actionsOfExpression(expression, root, file.text));
}

type Parts = readonly Expression[];

function aroundInSequence(node: RecognisedNode, { ancestors }: RecogniserContext): readonly [Parts, Parts] {
  const parent = ancestors.findLast(({ kind }) => kind !== "wrapped");
  if (parent?.kind !== "sequence") return [[], []];
  const index = parent.expressions.findIndex((one) => unwrapped(one) === node);
  return index < 0 ? [[], []] : [parent.expressions.slice(0, index), parent.expressions.slice(index + 1)];
}
