import type { Span } from "./span.ts";

/** A word in place of what is being typed, that makes the text readable and can be found again. */
export interface CursorPatch {
  readonly span: Span;
  readonly text: string;
  /** Whether nothing but indentation and list marks stands before it: it may be a key as well as a value. */
  readonly onOwnLine: boolean;
  readonly hasColonAfter: boolean;
  /** As in `DataPlace`; it is part of `text`. */
  readonly lead: string;
}

/** Stands for what is being typed; nobody writes a word with characters of the private use area. */
export const cursorMark = "\uE0F1cursor\uE0F1";
