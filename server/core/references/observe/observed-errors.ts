/** Codes as a program uses them: with which statuses and messages, and where. */
import type { Code } from "../../catalog/model.ts";
import type { ErrorSite, Part, Place } from "../../sites/model.ts";
import { foreignOwner } from "../../sites/parts/code-shapes.ts";

/** One place that sends or declares a code. */
export interface ObservedError {
  readonly code: Code;
  /** Undefined where the place says none, or one of several. */
  readonly status: number | undefined;
  readonly message: string | undefined;
  readonly place: Place;
  /** Whether the place defines the code; else it sends it. */
  readonly isDefinition: boolean;
}

/**
 * What the sites of one file send and declare. What is compared, expected in a test or shown in a document is no
 * evidence of what the API does; a weak guess is none either.
 */
export function observedErrors(uri: string, sites: readonly ErrorSite[]): readonly ObservedError[] {
  return sites.flatMap(({ role, code, status, message }) => {
    if ((role !== "emit" && role !== "declare") || code === undefined || code.certainty === "weak") return [];
    return code.values
      .filter(({ value }) => isOwn(value))
      .map(({ value, written, origin }) => ({
        code: value,
        status: onlyValue(status),
        message: code.values.length === 1 ? onlyValue(message) : undefined,
        place: { uri, span: origin === undefined ? written.span : code.span },
        isDefinition: role === "declare",
      }));
  });
}

/** Codes that a system, a database or a protocol gives are passed on, not made; some write theirs as Firebase does. */
function isOwn(code: Code): boolean {
  const owner = foreignOwner(code);
  return owner === undefined || owner === "Firebase";
}

function onlyValue<Value>(part: Part<Value> | undefined): Value | undefined {
  if (part === undefined || part.certainty === "weak" || part.values.length !== 1) return undefined;
  return part.values[0]?.value;
}
