/** One site for one construct: of sites that read the same parts, the one that knows more stays. */
import { encloses, type Span } from "../text/span.ts";
import type { ErrorSite } from "./model.ts";
import { recogniserRank } from "./recognisers/index.ts";

/** The sites in the order of the text, without those that only repeat another one. */
export function withoutRepetition(sites: readonly ErrorSite[]): readonly ErrorSite[] {
  const ranked = [...sites].sort(
    (left, right) => recogniserRank(left.idiom) - recogniserRank(right.idiom) || size(right.span) - size(left.span),
  );
  const kept: ErrorSite[] = [];
  const claims = new ClaimedSpans();
  for (const site of ranked) {
    if (claims.repeat(site)) continue;
    kept.push(site);
    claims.add(site);
  }
  return kept.sort(
    (left, right) =>
      left.span.start - right.span.start ||
      left.span.end - right.span.end ||
      recogniserRank(left.idiom) - recogniserRank(right.idiom),
  );
}

/**
 * Places that a kept site has read already: a site whose code or status stands in the body of another one, or is the very
 * part of it, says nothing new.
 */
class ClaimedSpans {
  readonly #parts = new Set<string>();
  readonly #bodies: Span[] = [];

  repeat(site: ErrorSite): boolean {
    // Comparisons and assertions inside a body are things of their own.
    if (site.role !== "handle" && site.role !== "expect" && this.#bodies.some((body) => isRepeatedIn(body, site)))
      return true;
    return (
      this.#parts.has(partKey(site.code?.span, "code")) || this.#parts.has(partKey(site.status?.span, "status", site))
    );
  }

  add(site: ErrorSite): void {
    if (site.code !== undefined) this.#parts.add(partKey(site.code.span, "code"));
    if (site.status !== undefined) {
      this.#parts.add(partKey(site.status.span, "status", site));
      // Nested comparisons share the status of the outer one, which is a site too.
      if (site.role !== "handle") this.#parts.add(partKey(site.status.span, "status"));
    }
    if (site.body !== undefined && site.body.form === "literal") this.#bodies.push(site.body.span);
  }
}

function isRepeatedIn(body: Span, site: ErrorSite): boolean {
  return encloses(body, site.span);
}

/** Several sites may share a status (`switch` under one `if`), so that a status alone tells a site only if it has no code. */
function partKey(span: Span | undefined, kind: "code" | "status", site?: ErrorSite): string {
  if (span === undefined) return "";
  return site?.code === undefined || kind === "code"
    ? `${kind}:${span.start}:${span.end}`
    : `both:${span.start}:${span.end}:${site.code.span.start}`;
}

function size(span: Span): number {
  return span.end - span.start;
}
