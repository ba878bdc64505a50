import type { ErrorSite } from "../../sites/model.ts";

const mark = /(?:\/\/|\/\*)[^\n]*@ts-(?:expect-error|ignore)\b/;

/**
 * Whether the compiler is told to let a site pass: the mark stands in it, or in the line above it. Who writes the mark
 * knows that the place is odd.
 */
export function silencesTypeError({ span }: ErrorSite, text: string): boolean {
  const line = text.lastIndexOf("\n", span.start - 1);
  const above = line <= 0 ? 0 : text.lastIndexOf("\n", line - 1) + 1;
  return mark.test(text.slice(above, span.end));
}
