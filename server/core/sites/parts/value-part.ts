/** The common way from an expression to a part: every branch resolved, filtered, with how it is written. */
import type { Expression } from "../../syntax/tree.ts";
import type { EvidenceStep, Part, PartValue } from "../model.ts";
import type { Constant, ResolvedOption, ValueService } from "../values/value-service.ts";
import { branchesOf } from "./branches.ts";
import { writtenForm } from "./written.ts";

export interface PartRequest<Value> {
  readonly uri: string;
  readonly values: ValueService;
  readonly certainty: Part<Value>["certainty"];
  /** The value as the part wants it; undefined for a constant that cannot stand there. */
  readonly accept: (value: Constant) => Value | undefined;
  /** A value for a branch that the service does not know: names of well-known tables. */
  readonly fallback?: (branch: Expression) => ResolvedOption | undefined;
}

/**
 * The part that `expression` gives. Without values where it is dynamic; undefined where it is constant and none of its
 * values can stand there (`"pending"` for a status).
 */
export function valuePart<Value>(expression: Expression, request: PartRequest<Value>): Part<Value> | undefined {
  const found: PartValue<Value>[] = [];
  const evidence: EvidenceStep[] = [
    { text: "written here", place: { uri: request.uri, span: { start: expression.start, end: expression.end } } },
  ];
  let exhaustive = true;
  let refused = false;
  let { certainty } = request;
  for (const branch of branchesOf(expression)) {
    const resolved = request.values.valueOf(branch);
    const fallback = resolved.options.length === 0 ? request.fallback?.(branch) : undefined;
    const options = fallback === undefined ? resolved.options : [fallback];
    if (fallback === undefined && !resolved.exhaustive) exhaustive = false;
    for (const option of options) {
      const value = request.accept(option.value);
      if (value === undefined) {
        refused = refused || option.value !== null;
        exhaustive = false;
        continue;
      }
      evidence.push(...option.steps);
      if (option.certainty === "weak") certainty = "weak";
      else if (option.certainty === "likely" && certainty === "certain") certainty = "likely";
      if (found.some((other) => other.value === value && other.origin === undefined && option.origin === undefined))
        continue;
      found.push({ value, written: writtenForm(branch, option), origin: option.origin });
    }
  }
  if (found.length === 0 && refused) return undefined;
  return {
    values: found,
    exhaustive: exhaustive && found.length > 0,
    span: { start: expression.start, end: expression.end },
    certainty,
    evidence,
  };
}
