import type { ErrorSite } from "../../sites/model.ts";
import type { Span } from "../../text/span.ts";

/** Where a finding about a site's status is shown: at the status, or at the code where nothing writes the status. */
export function statusPlace(site: ErrorSite): Span {
  const implied = site.status?.values.every(({ written }) => written.kind === "implied") ?? true;
  const [chosen, other] = implied ? [site.code, site.status] : [site.status, site.code];
  return chosen?.span ?? other?.span ?? site.span;
}

/** Where a finding about a site's code is shown. */
export function codePlace(site: ErrorSite): Span {
  return site.code?.span ?? site.span;
}
