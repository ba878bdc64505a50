import type { DraftCode } from "../draft.ts";
import { draftEntry } from "../empty.ts";
import type { DocComment } from "./doc-comments.ts";

type Essentials = Pick<DraftCode, "code" | "statuses" | "messages" | "span" | "doubts">;

/** An entry with what a program can tell, and the rest unknown. */
export function draftCode(essentials: Essentials, { summary, isDeprecated, deprecation }: DocComment): DraftCode {
  return draftEntry(essentials, {
    messages: essentials.messages,
    summary: summary ?? (deprecation ? { value: deprecation, span: essentials.span } : undefined),
    isDeprecated,
    doubts: essentials.doubts,
  });
}
