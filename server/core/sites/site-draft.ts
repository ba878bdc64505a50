/** The usual way to a site: what a recogniser does not say is absent. */
import type { Span } from "../text/span.ts";
import type { ErrorSite, Part } from "./model.ts";

export type SiteDraft = Pick<ErrorSite, "role" | "idiom" | "span"> & Partial<ErrorSite>;

/** A whole site from the parts that were seen. */
export function makeSite(draft: SiteDraft): ErrorSite {
  return {
    role: draft.role,
    idiom: draft.idiom,
    span: { start: draft.span.start, end: draft.span.end },
    status: draft.status,
    code: isStatusAgain(draft) ? undefined : draft.code,
    message: draft.message,
    headers: draft.headers ?? [],
    headersComplete: draft.headersComplete ?? true,
    body: draft.body,
    context: draft.context ?? [],
    comparison: draft.comparison,
    function: draft.function,
    root: draft.root ?? { start: draft.span.start, end: draft.span.end },
  };
}

/** `new BadRequest({ code: "400" })`: the status once more, as a text. */
function isStatusAgain({ status, code }: SiteDraft): boolean {
  if (!isKnown(status) || !isKnown(code)) return false;
  return code.values.every(
    ({ value }) => typeof value === "string" && valuesOf(status).some((one) => value === `${one}`),
  );
}

/** Whether the part has at least one constant value. */
export function isKnown<Value>(part: Part<Value> | undefined): part is Part<Value> {
  return part !== undefined && part.values.length > 0;
}

/** The values of a part, none for an absent one. */
export function valuesOf<Value>(part: Part<Value> | undefined): readonly Value[] {
  return part === undefined ? [] : part.values.map((item) => item.value);
}

/** The part with a lower certainty; a certainty is never raised. */
export function weakened<Value>(
  part: Part<Value> | undefined,
  certainty: Part<Value>["certainty"],
): Part<Value> | undefined {
  if (part === undefined) return undefined;
  return rank(part.certainty) <= rank(certainty) ? part : { ...part, certainty };
}

function rank(certainty: Part<unknown>["certainty"]): number {
  return certainty === "certain" ? 2 : certainty === "likely" ? 1 : 0;
}

/** The smallest span around all the given ones. */
export function spanAround(first: Span, ...others: readonly (Span | undefined)[]): Span {
  let { start, end } = first;
  for (const other of others) {
    if (other === undefined) continue;
    start = Math.min(start, other.start);
    end = Math.max(end, other.end);
  }
  return { start, end };
}
