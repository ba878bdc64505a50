import type { Problem } from "../text/problem.ts";
import type { Draft } from "./draft.ts";

/**
 * A problem where most codes that a document told before are gone from what is read but still stand in its text: then
 * something around them is broken, a table in the middle of an edit, and the former state should go on serving.
 * Undefined where the document tells what it means.
 */
export function lostCodes(former: Draft, present: Draft, text: string): Problem | undefined {
  const before = new Set(former.codes.map(({ code }) => code.value));
  const now = new Set(present.codes.map(({ code }) => code.value));
  const lost = [...before].filter((code) => !now.has(code));
  if (before.size < 2 || lost.length * 2 <= before.size) return undefined;
  const standing = lost.flatMap((code) => {
    const at = text.indexOf(String(code));
    return at < 0 ? [] : [{ code: String(code), at }];
  });
  if (standing.length * 2 <= lost.length) return undefined;
  const first = standing.reduce((left, right) => (left.at <= right.at ? left : right));
  const others = standing.length - 1;
  return {
    code: "catalog-syntax",
    severity: "warning",
    message: `\`${first.code}\`${others > 0 ? ` and ${others} more` : ""} can no longer be read as codes: is a table, a heading or a bracket around them broken? What was read before goes on serving`,
    span: { start: first.at, end: first.at + first.code.length },
  };
}
