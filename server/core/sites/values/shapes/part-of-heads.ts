/** One part of what a call gives, with the argument that gives it where one does. */
import type { Expression } from "../../../syntax/tree.ts";
import type { EvidenceStep } from "../../model.ts";
import type { Evaluation } from "../evaluate/evaluator.ts";
import type { Head } from "../evaluate/head.ts";
import { resolvedValue } from "../evaluate/resolved-value.ts";
import type { ShapePart } from "../value-service.ts";

export interface HeadsRequest {
  readonly certain: boolean;
  readonly uri: string;
  /** Words for the place of an argument at the call: `argument 2 of \`AppError\``. */
  readonly describe: (argument: Expression) => string;
}

/** The part that `heads` are. */
export function partOfHeads(heads: readonly Head[], request: HeadsRequest, evaluation: Evaluation): ShapePart {
  const sources = new Set(heads.flatMap((head) => (head.source === undefined ? [] : [head.source])));
  const [source] = sources;
  const argument = sources.size === 1 ? source : undefined;
  const value = resolvedValue(heads, argument, request.uri, evaluation);
  const steps = argument === undefined ? [] : argumentSteps(argument, heads, request);
  const isOfArguments = argument === undefined && heads.some((head) => head.isOfSource === true);
  return {
    value,
    argument,
    steps,
    ...(isOfArguments ? { isOfArguments } : {}),
    ...(request.certain ? {} : { certainty: "likely" as const }),
  };
}

/** From the argument to the field that it ends in. */
function argumentSteps(
  argument: Expression,
  heads: readonly Head[],
  { uri, describe }: HeadsRequest,
): readonly EvidenceStep[] {
  const place = { uri, span: { start: argument.start, end: argument.end } };
  const given = heads.find((head) => head.source === argument);
  const fields = given?.steps.filter((step) => step.text.startsWith("field ")) ?? [];
  return [{ text: describe(argument), place }, ...fields];
}
