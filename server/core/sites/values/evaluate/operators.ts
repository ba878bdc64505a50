/** What operators make of constants, and when a default takes the place of a value. */
import type { Head } from "./head.ts";

/** What `+` gives: numbers add up, anything else is joined as text. */
export function added(parts: readonly (string | number)[]): string | number {
  let sum = 0;
  for (const part of parts) {
    if (typeof part !== "number") return parts.join("");
    sum += part;
  }
  return sum;
}

/** What cannot be looked into may be nothing. */
export function mayBeAbsent(head: Head): boolean {
  return head.kind === "unknown" || head.kind === "global" || head.kind === "external";
}

/** Whether a default takes the value's place: it is nothing, or where `falsy` counts, false in a condition. */
export function isAbsent(head: Head, falsy: boolean): boolean {
  if (head.kind === "absent") return true;
  return head.kind === "constant" && (head.value === null || (falsy && !head.value));
}
