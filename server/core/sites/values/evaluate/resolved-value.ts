import type { Expression } from "../../../syntax/tree.ts";
import { unwrapped } from "../../../syntax/unwrapped.ts";
import type { EvidenceStep, Place } from "../../model.ts";
import type { Constant, ResolvedOption, ResolvedValue } from "../value-service.ts";
import type { Evaluation } from "./evaluator.ts";
import type { Head } from "./head.ts";
import { memberTable } from "./member-table.ts";

/** The constants among `heads`, each once; `expression` is the one that they are the value of. */
export function resolvedValue(
  heads: readonly Head[],
  expression: Expression | undefined,
  uri: string,
  evaluation: Evaluation,
): ResolvedValue {
  const written = expression === undefined ? undefined : unwrapped(expression);
  const options: ResolvedOption[] = [];
  for (const head of heads) {
    if (head.kind !== "constant") continue;
    const { value, place } = head;
    if (options.some((option) => option.value === value)) continue;
    const isWritten =
      written !== undefined &&
      place?.uri === uri &&
      place.span.start === written.start &&
      place.span.end === written.end;
    const isMember = written?.kind === "member" || written?.kind === "index";
    options.push({
      value,
      origin: isWritten ? undefined : place,
      table: isMember && head.container !== undefined ? memberTable(head.container, evaluation.modules) : undefined,
      steps: withLiteral(head.steps, isWritten ? undefined : place, value),
      ...(head.certain ? {} : { certainty: "likely" as const }),
    });
  }
  return { options, exhaustive: heads.every((head) => head.kind === "constant") };
}

/** The steps with the literal at the end, unless the last of them leads right to it. */
function withLiteral(
  steps: readonly EvidenceStep[],
  place: Place | undefined,
  value: Constant,
): readonly EvidenceStep[] {
  const last = steps.at(-1)?.place;
  if (place === undefined || (last?.uri === place.uri && last.span.start === place.span.start)) return steps;
  return [...steps, { text: `\`${value}\``, place }];
}
