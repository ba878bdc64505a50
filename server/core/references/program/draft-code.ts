import type { DraftCode } from "../draft.ts";
import type { DocComment } from "./doc-comments.ts";

type Essentials = Pick<DraftCode, "code" | "statuses" | "messages" | "span" | "doubts">;

/** An entry with what a program can tell, and the rest unknown. */
export function draftCode(essentials: Essentials, { summary, isDeprecated, deprecation }: DocComment): DraftCode {
  return {
    ...essentials,
    title: undefined,
    summary: summary ?? (deprecation ? { value: deprecation, span: essentials.span } : undefined),
    cause: undefined,
    fix: undefined,
    retry: undefined,
    translations: new Map(),
    methods: [],
    tags: [],
    parent: undefined,
    isDeprecated,
    replacement: undefined,
    link: undefined,
  };
}
