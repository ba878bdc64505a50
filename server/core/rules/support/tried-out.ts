import type { ErrorSite } from "../../sites/model.ts";

/**
 * Errors that a test makes for itself, to see what becomes of them, have any status. What it expects, or gives to a
 * double (`toEqual(new ApiError(…))`, `mockRejectedValue(…)`), is real.
 */
export function isTriedOut({ idiom, span }: ErrorSite, text: string): boolean {
  if (!/^(?:throw|construct|class-declaration|error-assignment)$/.test(idiom)) return false;
  return !/[(,]\s*$/.test(text.slice(Math.max(0, span.start - 200), span.start));
}
