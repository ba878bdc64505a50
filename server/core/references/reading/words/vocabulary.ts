/** What a column of a table, or the label before a text, says about what stands there. */
export type WordRole =
  /** The code that programs compare. */
  | "code"
  /** The HTTP status. */
  | "status"
  /** What stands on the wire for people. */
  | "message"
  /** What the error is called. */
  | "title"
  /** What the error means. */
  | "summary"
  | "cause"
  | "fix"
  | "retry"
  | "method"
  | "severity"
  | "example"
  | "category"
  /** "Error", by itself: code, message or title, as the values tell. */
  | "error"
  /** Words of tables that are about something else: data types, defaults, versions, prices, ports. */
  | "other";

/** The words of one language: alternatives are separated by `|`, in lower case. */
export interface Vocabulary {
  readonly language: string;
  /** Whether the first noun of a phrase is the one that counts (`código de error`), not the last (`error code`). */
  readonly headFirst: boolean;
  readonly words: Readonly<Partial<Record<WordRole, string>>>;
  /** Words of headings and titles: this is about errors. Parts of words count. */
  readonly aboutErrors: string;
  /** Words of headings: this is about what succeeded, or events. Parts of words count. */
  readonly aboutSuccess?: string;
}
