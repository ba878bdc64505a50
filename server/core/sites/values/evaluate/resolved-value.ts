import type { Code } from "../../../catalog/model.ts";
import type { Expression } from "../../../syntax/tree.ts";
import { unwrapped } from "../../../syntax/unwrapped.ts";
import type { EvidenceStep, MemberTable, Place } from "../../model.ts";
import type { Constant, ResolvedOption, ResolvedValue } from "../value-service.ts";
import type { Evaluation } from "./evaluator.ts";
import type { Container, Head } from "./head.ts";
import { assumedMembers } from "./known-values.ts";
import { memberNames, memberOf } from "./members.ts";

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
      table: isMember && head.container !== undefined ? tableOf(head.container, evaluation) : undefined,
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

/** The constants beside a member: a table only where all are of one type, so that one may stand for another. */
function tableOf(container: Container, evaluation: Evaluation): MemberTable | undefined {
  const { head, name } = container;
  if (head.kind === "table") return { name: head.name, members: head.members };
  if (head.kind === "external" || head.kind === "global") {
    const members = assumedMembers(name.split(".").at(-1), container.member);
    return members === undefined ? undefined : { name, members };
  }
  if (head.kind === "instance") return undefined;
  const members = new Map<string, Code>();
  for (const member of memberNames(head, evaluation)) {
    const [only, ...more] = memberOf(head, member, evaluation);
    if (
      more.length === 0 &&
      only?.kind === "constant" &&
      (typeof only.value === "string" || typeof only.value === "number")
    )
      members.set(member, only.value);
  }
  const types = new Set([...members.values()].map((value) => typeof value));
  return members.size > 1 && types.size === 1 ? { name, members } : undefined;
}
