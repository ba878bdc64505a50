/** One error, one site: an object literal that a made error is given speaks of that error. */
import { encloses } from "../text/span.ts";
import type { ErrorSite, Part } from "./model.ts";
import { isKnown } from "./site-draft.ts";

const making: ReadonlySet<string> = new Set(["throw", "construct", "koa", "hono", "wrapper", "helper"]);
const given: ReadonlySet<string> = new Set(["error-object-literal", "answer-object", "grpc-status"]);

/**
 * The sites without the objects that say nothing beyond the errors that they are given to. What only the object says is
 * of another error, such as the cause: the given object's own parts have been read with the error.
 */
export function withoutGivenObjects(sites: readonly ErrorSite[]): readonly ErrorSite[] {
  if (!sites.some((site) => making.has(site.idiom)) || !sites.some((site) => given.has(site.idiom))) return sites;
  const ordered = [...sites].sort(
    (left, right) => left.span.start - right.span.start || right.span.end - left.span.end,
  );
  const kept: ErrorSite[] = [];
  /** The made errors around the place, the innermost last. */
  const around: ErrorSite[] = [];
  for (const site of ordered) {
    while ((around.at(-1)?.span.end ?? site.span.start + 1) <= site.span.start) around.pop();
    if (given.has(site.idiom) && around.some((outer) => says(outer, site))) continue;
    kept.push(site);
    if (making.has(site.idiom)) around.push(site);
  }
  return kept;
}

/** Whether the outer one already says all that identifies the inner one. */
function says(outer: ErrorSite, inner: ErrorSite): boolean {
  return encloses(outer.span, inner.span) && includes(outer.code, inner.code) && includes(outer.status, inner.status);
}

function includes<Value>(outer: Part<Value> | undefined, inner: Part<Value> | undefined): boolean {
  if (!isKnown(inner)) return true;
  return inner.values.some(({ value }) => outer?.values.some((other) => other.value === value));
}
