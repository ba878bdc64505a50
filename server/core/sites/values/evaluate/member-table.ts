import type { Code } from "../../../catalog/model.ts";
import type { MemberTable } from "../../model.ts";
import { Evaluation } from "./evaluator.ts";
import type { Container, Head } from "./head.ts";
import { assumedMembers } from "./known-values.ts";
import { memberNames, memberOf } from "./members.ts";
import type { Modules, TableConstants } from "./modules.ts";

/** Enough for tables of several thousand members, which are made once. */
const mostSteps = 50_000;

/**
 * The constants beside a member, so that one may stand for another: a table only where there are several, all of one
 * type.
 */
export function memberTable({ head, name, member }: Container, modules: Modules): MemberTable | undefined {
  if (head.kind === "table") return { name: head.name, members: head.members };
  if (head.kind === "external" || head.kind === "global") {
    const members = assumedMembers(name.split(".").at(-1), member);
    return members === undefined ? undefined : { name, members };
  }
  if (head.kind !== "symbolic" && head.kind !== "module") return undefined;
  const { members, uniform } = constantsOf(head, modules);
  return uniform ? { name, members } : undefined;
}

function constantsOf(head: Head, modules: Modules): TableConstants {
  // What a function makes may differ from call to call.
  const key = head.kind === "symbolic" && head.frame.owner === undefined ? head.value : undefined;
  const known = key === undefined ? undefined : modules.tables.get(key);
  if (known !== undefined) return known;
  const members = new Map<string, Code>();
  const evaluation = new Evaluation({ modules, sources: undefined, sourceSpan: undefined, mostSteps });
  for (const member of memberNames(head, evaluation)) {
    const [only, ...more] = memberOf(head, member, evaluation);
    if (more.length > 0 || only?.kind !== "constant") continue;
    if (typeof only.value === "string" || typeof only.value === "number") members.set(member, only.value);
  }
  const types = new Set(Array.from(members.values(), (value) => typeof value));
  const constants = { members, uniform: members.size > 1 && types.size === 1 };
  if (key !== undefined) modules.tables.set(key, constants);
  return constants;
}
