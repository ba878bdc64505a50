import type { Code } from "../../catalog/model.ts";
import type { SourceFile } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { walkFile } from "../../syntax/walk.ts";
import type { DraftCode } from "../draft.ts";
import { docCommentAt } from "./doc-comments.ts";
import { draftCode } from "./draft-code.ts";

/**
 * Texts that stand under known codes: `const messages = { USER_NOT_FOUND: "There is no such user" }`. Only a table all
 * of whose keys are codes says so surely.
 */
export function textsByCode(file: SourceFile, codes: ReadonlyMap<string, Code>): readonly DraftCode[] {
  const found: DraftCode[] = [];
  if (codes.size === 0) return found;
  walkFile(file, (node) => {
    if (node.kind !== "object") return;
    const rows = node.members.flatMap((member) => {
      if (member.kind !== "property") return [];
      const code = codes.get(member.key.name ?? "");
      if (code === undefined) return [];
      const value = unwrapped(member.value);
      return value.kind === "string" && /\s/.test(value.value) ? [{ member, code, value }] : [];
    });
    if (rows.length === 0 || rows.length < node.members.length) return;
    for (const { member, code, value } of rows) {
      const essentials = {
        code: { value: code, span: member.key },
        statuses: [],
        messages: [{ value: value.value, span: value }],
        span: member,
        doubts: [],
      };
      found.push(draftCode(essentials, docCommentAt(file, member.start, member.end)));
    }
  });
  return found;
}
