/** One site for one construct: of sites that read the same parts, the one that knows more stays. */
import { encloses, type Span } from "../text/span.ts";
import type { ErrorSite } from "./model.ts";
import { withoutGivenObjects } from "./nested-errors.ts";
import { recogniserRank } from "./recognisers/index.ts";

/** The sites in the order of the text, without those that only repeat another one. */
export function withoutRepetition(sites: readonly ErrorSite[]): readonly ErrorSite[] {
  const ranked = [...withoutGivenObjects(sites)].sort(
    (left, right) => recogniserRank(left.idiom) - recogniserRank(right.idiom) || size(right.span) - size(left.span),
  );
  const kept: ErrorSite[] = [];
  const paired = pairedStatuses(sites);
  const claims = new ClaimedSpans();
  for (const site of ranked) {
    if (claims.repeat(site) || isTakenIn(site, paired)) continue;
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

/** The statuses that are compared around or before a code, and stand with it in one site. */
function pairedStatuses(sites: readonly ErrorSite[]): ReadonlySet<string> {
  const paired = sites.filter(
    ({ role, status, code }) =>
      status !== undefined && (role === "expect" || ((role === "handle" || role === "declare") && code !== undefined)),
  );
  return new Set(paired.flatMap(({ status }) => (status === undefined ? [] : [keyOf(status.span)])));
}

/** `if (res.status === 409)` around `if (body.code === "TAKEN")` says nothing that the inner one does not say with it. */
function isTakenIn({ role, status, code }: ErrorSite, paired: ReadonlySet<string>): boolean {
  return role === "handle" && code === undefined && status !== undefined && paired.has(keyOf(status.span));
}

/**
 * Places that a kept site has read already: a site whose code or status stands in the body of another one, or is the very
 * part of it, says nothing new. Sites of one idiom may share a part (labels of a switch that fall through).
 */
class ClaimedSpans {
  readonly #codes = new Map<string, ErrorSite>();
  readonly #statuses = new Map<string, string>();
  readonly #bodies = new Regions();

  repeat(site: ErrorSite): boolean {
    const coded = site.code === undefined ? undefined : this.#codes.get(keyOf(site.code.span));
    if (coded !== undefined && (coded.idiom !== site.idiom || site.role === "expect") && !standsAlone(site, coded))
      return true;
    // Nested comparisons share the status of the outer one; comparisons inside a body are things of their own.
    if (site.role === "handle") return false;
    const status = site.status === undefined ? undefined : this.#statuses.get(keyOf(site.status.span));
    if (status !== undefined && (status !== site.idiom || site.code === undefined)) return true;
    return site.role !== "expect" && this.#bodies.cover(site.span);
  }

  add(site: ErrorSite): void {
    if (site.code !== undefined) this.#codes.set(keyOf(site.code.span), site);
    // Each of several codes that a condition compares stands in a place of its own.
    if (site.role === "declare")
      for (const { written } of site.code?.values ?? []) this.#codes.set(keyOf(written.span), site);
    if (site.status !== undefined && site.role !== "handle") this.#statuses.set(keyOf(site.status.span), site.idiom);
    if (site.body?.form === "literal") this.#bodies.add(site.body.span);
  }
}

/** An object with both parts in it, which a site elsewhere only sends or records: `reply(JSON.stringify(refused), 404)`. */
function standsAlone({ idiom, span, status, code }: ErrorSite, other: ErrorSite): boolean {
  if (idiom !== "error-object-literal" || status === undefined || code === undefined) return false;
  const isElsewhere = other.span.end <= span.start || other.span.start >= span.end;
  return isElsewhere && encloses(span, status.span) && encloses(span, code.span);
}

/** Spans that nest or are apart, as those of syntax are: only the outermost are kept, in the order of the text. */
class Regions {
  readonly #spans: Span[] = [];

  cover(span: Span): boolean {
    const before = this.#spans[this.#firstAfter(span.start) - 1];
    return before !== undefined && encloses(before, span);
  }

  add(span: Span): void {
    if (this.cover(span)) return;
    let from = this.#firstAfter(span.start);
    while (from > 0 && this.#spans[from - 1]?.start === span.start) from -= 1;
    const to = this.#firstAfter(span.end - 1);
    this.#spans.splice(from, Math.max(0, to - from), span);
  }

  /** The index of the first span that starts after `offset`. */
  #firstAfter(offset: number): number {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#spans[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function keyOf(span: Span): string {
  return `${span.start}:${span.end}`;
}

function size(span: Span): number {
  return span.end - span.start;
}
