/** What the reader learned about places where the scanner guessed wrong, by offset. */
export interface ScanHints {
  /** Places of a `/` that starts a regular expression, or of a `<` that starts an element. */
  readonly values: ReadonlySet<number>;
  /** Places of a `/` or `<` that is no more than an operator or the start of type parameters. */
  readonly operators: ReadonlySet<number>;
  /** Places of templates that end with their line. */
  readonly brokenTemplates: ReadonlySet<number>;
  /** Some element is not closed: a closing tag, or a statement at the start of a line, ends what is open. */
  readonly brokenElements: boolean;
}

/** Hints that say nothing. */
export const NO_HINTS: ScanHints = {
  values: new Set(),
  operators: new Set(),
  brokenTemplates: new Set(),
  brokenElements: false,
};
