/** What can stand in a role: heads filtered and changed into statuses, codes and messages. */
import { isFailureWord, isProblemType, looksLikeCode } from "../../parts/code-shapes.ts";
import { isStatusNumber, statusByName } from "../../parts/status-names.ts";
import { type Head, unknownHead } from "../evaluate/head.ts";
import type { Role } from "./role-names.ts";

/**
 * The heads as the role wants them; undefined where they are constant and none of them can stand there, or where there
 * is nothing at all.
 */
export function headsInRole(role: Role, heads: readonly Head[]): readonly Head[] | undefined {
  const kept: Head[] = [];
  let refused = 0;
  let known = 0;
  for (const head of heads) {
    if (head.kind === "absent") continue;
    if (head.kind !== "constant") {
      // An object is no message and no code, but what it is made of may be anything.
      kept.push({ ...head, kind: "unknown" });
      continue;
    }
    const changed = inRole[role](head);
    if (changed === undefined) refused += 1;
    else {
      known += 1;
      kept.push(changed);
    }
  }
  if (kept.length === 0 || (refused > 0 && known === 0)) return undefined;
  return refused > 0 ? [...kept, unknownHead] : kept;
}

type ConstantHead = Extract<Head, { kind: "constant" }>;

const inRole: Readonly<Record<Role, (head: ConstantHead) => Head | undefined>> = {
  status: statusHead,
  code: (head) =>
    typeof head.value === "number" || (typeof head.value === "string" && head.value !== "") ? head : undefined,
  message: (head) => (typeof head.value === "string" && head.value !== "" ? head : undefined),
};

/** A number, its digits in a string, or the name of a failure's status in capitals (`BAD_REQUEST`). */
function statusHead(head: ConstantHead): Head | undefined {
  const { value } = head;
  if (isStatusNumber(value)) return head;
  if (typeof value !== "string") return undefined;
  const status = /^[1-5]\d\d$/.test(value)
    ? Number(value)
    : /^[A-Z]+(_[A-Z]+)*$/.test(value)
      ? statusByName(value)
      : undefined;
  if (status === undefined || status < 400) return undefined;
  const step = { text: `\`${value}\` is status ${status}`, place: head.place };
  return { ...head, value: status, source: undefined, steps: [...head.steps, step] };
}

/** Whether all known values look like codes; without any, false. */
export function lookLikeCodes(heads: readonly Head[]): boolean {
  const constants = heads.filter((head) => head.kind === "constant");
  return constants.length > 0 && constants.every((head) => typeof head.value === "string" && isCodeText(head.value));
}

/** Whether all known values are types of problems (RFC 9457); without any, false. */
export function areProblemTypes(heads: readonly Head[]): boolean {
  const constants = heads.filter((head) => head.kind === "constant");
  return constants.length > 0 && constants.every((head) => typeof head.value === "string" && isProblemType(head.value));
}

/** Whether all known values are numbers that HTTP uses as statuses; without any, false. */
export function lookLikeStatuses(heads: readonly Head[], from = 100): boolean {
  const constants = heads.filter((head) => head.kind === "constant");
  return constants.length > 0 && constants.every((head) => isStatusNumber(head.value) && head.value >= from);
}

/** `StripeCardError` is the name of a class, which a field such as `type` often holds; `unauthorized` is a code there. */
function isCodeText(text: string): boolean {
  return isFailureWord(text) || (looksLikeCode(text) && !/^[A-Z][a-z]\w*(?:Error|Exception)$/.test(text));
}
