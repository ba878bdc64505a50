/** Which of the names of an object has a role, by what it holds. */
import { plainName } from "../../reading/names.ts";
import type { Head } from "../evaluate/head.ts";
import type { RoleDraft } from "./draft.ts";
import { areProblemTypes, headsInRole, lookLikeCodes, lookLikeStatuses } from "./role-heads.ts";
import { maybeCodeNames, maybeNumberNames, maybeStatusNames, type Role } from "./role-names.ts";

/** The first name with a value that can stand in the role, else the first that is dynamic. */
export function pick(
  role: Role,
  names: readonly string[],
  read: (name: string) => readonly Head[],
): RoleDraft | undefined {
  let dynamic: RoleDraft | undefined;
  for (const name of names) {
    const heads = headsInRole(role, read(name));
    if (heads === undefined) continue;
    if (heads.some((head) => head.kind === "constant")) return { heads, certainty: "certain" };
    dynamic ??= { heads, certainty: "certain" };
  }
  return dynamic;
}

/** What a name that may as well hold something else holds, where it has the look of a code. */
export function pickMaybeCode(
  names: readonly string[],
  read: (name: string) => readonly Head[],
): RoleDraft | undefined {
  for (const name of maybeCodeNames(names)) {
    const heads = headsInRole("code", read(name));
    if (heads === undefined) continue;
    // `reason: "stashFailed"` tells the kinds of an error apart in code, and is on no wire.
    if (/^(?:reason|kind|tag)$/.test(plainName(name)) && heads.some(isCamelCase)) continue;
    // `this.name = "DeviceLimit"` is mostly the class once more; only a code's own form makes it one.
    if (plainName(name) === "name" && !heads.every(isFormOfCode)) continue;
    if (lookLikeCodes(heads) || (plainName(name) === "type" && areProblemTypes(heads))) {
      return { heads, certainty: "likely" };
    }
  }
  return undefined;
}

/** The same of statuses of failure. */
export function pickMaybeStatus(
  names: readonly string[],
  read: (name: string) => readonly Head[],
): RoleDraft | undefined {
  for (const name of maybeStatusNames(names)) {
    const heads = headsInRole("status", read(name));
    if (heads !== undefined && lookLikeStatuses(heads, 400)) return { heads, certainty: "certain" };
  }
  return undefined;
}

/** A number under a name of numbers, far from what HTTP gives a meaning to. */
export function pickOwnNumber(
  names: readonly string[],
  read: (name: string) => readonly Head[],
): RoleDraft | undefined {
  for (const name of maybeNumberNames(names)) {
    const heads = headsInRole("code", read(name));
    if (heads?.every((head) => head.kind === "constant" && typeof head.value === "number" && isFar(head.value)))
      return { heads, certainty: "likely" };
  }
  return undefined;
}

function isFar(value: number): boolean {
  return Number.isInteger(value) && (value < 0 || value >= 1000);
}

function isFormOfCode(head: Head): boolean {
  return head.kind === "constant" && typeof head.value === "string" && /[_./:-]|^[A-Z\d]+$/.test(head.value);
}

function isCamelCase(head: Head): boolean {
  return head.kind === "constant" && typeof head.value === "string" && /^[a-z]+(?:[A-Z][a-z0-9]*)+$/.test(head.value);
}
