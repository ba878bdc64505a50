/**
 * Schemas of libraries. Members of an enumeration are read like those of an enum: `z.enum(["A", "B"]).enum.A`.
 */
import type { SymbolicProperty } from "../module-summary.ts";
import type { Evaluation } from "./evaluator.ts";
import { type Head, headOf, type InstanceHead, unknownHead } from "./head.ts";

/** zod 3 and 4, and packages that hand it on. */
const enumerating = /(?:^|\/)zod(?:$|[/@-])|^@hono\/zod-openapi$/;

/** A table of the enumeration's values under `enum`, `Enum` or `Values`; undefined for anything else. */
export function schemaMember(
  instance: Head & InstanceHead,
  name: string,
  evaluation: Evaluation,
): readonly Head[] | undefined {
  const { maker, given } = instance;
  if (maker.kind !== "external" || !enumerating.test(maker.specifier) || !/^(?:enum|Enum|Values)$/.test(name))
    return undefined;
  if (!/^(?:enum|nativeEnum)$/.test(maker.path.at(-1) ?? "")) return undefined;
  return evaluation.resolveThunk(given.arguments[0], unknownHead).map(tableOf);
}

/** An object of members stays as it is; a list gives each of its texts as name and value. */
function tableOf(head: Head): Head {
  if (head.kind !== "symbolic" || head.value.kind !== "array") return head.kind === "symbolic" ? head : unknownHead;
  const { start, end, elements } = head.value;
  const entries = elements.flatMap((value): SymbolicProperty[] =>
    value.kind === "constant" && typeof value.value === "string"
      ? [{ kind: "property", name: value.value, value, start: value.start, end: value.end }]
      : [],
  );
  return headOf({ kind: "symbolic", value: { kind: "object", entries, start, end }, frame: head.frame });
}
