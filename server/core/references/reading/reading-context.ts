import type { Drafted, DraftSample } from "../draft.ts";

/** What is known around a block when it is read. */
export interface ReadingContext {
  /**
   * How plainly the words above speak of errors: 4 the nearest heading speaks of their codes, 3 of errors, 2 one above it
   * does, 1 only the page does, 0 none.
   */
  readonly aboutErrors: 0 | 1 | 2 | 3 | 4;
  /** Whether the nearest heading speaks of successes or events. */
  readonly aboutSuccess: boolean;
  /** The statuses that the headings above give to everything beneath them. */
  readonly statuses: readonly Drafted<number>[];
  /** Whether numbers in front of headings and items are codes of the page's own, even where they look like statuses. */
  readonly numbersAreCodes: boolean;
  /** The bodies that the page shows. */
  readonly samples: readonly DraftSample[];
}

/** Whether any sample of the page has `code`, in digits or letters. */
export function isSampled({ samples }: ReadingContext, code: string): boolean {
  return samples.some((sample) => sample.code !== undefined && String(sample.code.value) === code);
}

/** Whether the samples show codes made of digits as strings. */
export function digitsAreText({ samples }: ReadingContext): boolean {
  const values = samples.flatMap(({ code }) => (code === undefined ? [] : [code.value]));
  return (
    values.length > 0 &&
    values.some((value) => typeof value === "string" && /^-?\d+$/.test(value)) &&
    !values.some((value) => typeof value === "number" && value > 599)
  );
}
