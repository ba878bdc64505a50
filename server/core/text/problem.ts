import type { Span } from "./span.ts";

/** How much a finding or a problem weighs: error breaks, warning is a likely bug, information advises, hint whispers. */
export type Severity = "error" | "warning" | "information" | "hint";

/**
 * What is wrong in a text that the user wrote (catalog, configuration, source): data with a place, never an exception.
 * `code` is a literal that tests and rules can name; `message` is a sentence for people.
 */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly severity: Severity;
  readonly span: Span;
}
