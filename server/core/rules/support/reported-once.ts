/** One cause, one finding: a status and a code that are declared together are reported where they are declared. */
import type { Fact } from "../../facts/model.ts";
import type { ErrorSite, Part, Place } from "../../sites/model.ts";
import { encloses } from "../../text/span.ts";
import type { RelatedPlace } from "../model.ts";

interface Found {
  readonly fact: Fact;
}

/**
 * The states without those that repeat another: of uses of one declaration only the declaration is left, where it is
 * among the states, else the first use. A response that a description refers to from many operations is wrong once.
 * `uri` is the file that the states are about.
 */
export function reportedOnce<State extends Found>(states: readonly State[], uri: string): readonly State[] {
  const used = new Set<string>();
  return states.filter(({ fact: { site } }) => {
    const shared = sharedOf(site);
    if (shared !== undefined) {
      if (used.has(shared)) return false;
      used.add(shared);
    }
    const declared = declarationOf(site);
    if (declared === undefined) return true;
    const [status, code] = declared;
    const isHere = (other: ErrorSite) =>
      other !== site && encloses(other.span, status.span) && encloses(other.span, code.span);
    if (status.uri === uri) return !states.some((other) => isHere(other.fact.site) && !isUse(other.fact.site));
    const key = `${status.uri}:${status.span.start}:${code.span.start}`;
    if (used.has(key)) return false;
    used.add(key);
    return true;
  });
}

/** Where another file declares the status and the code of a site together. */
export function declaredElsewhere({ site }: Fact, uri: string): readonly RelatedPlace[] {
  const [status] = declarationOf(site) ?? [];
  return status === undefined || status.uri === uri ? [] : [{ message: "Declared here", ...status }];
}

/** Whether a document only refers to what it says here, so that other places say it as well. */
export function isShared(site: ErrorSite): boolean {
  return sharedOf(site) !== undefined;
}

/** Which pair a document refers to here, its code written elsewhere; undefined where it is written in its own place. */
function sharedOf({ role, span, status, code }: ErrorSite): string | undefined {
  if (role !== "document" || code === undefined) return undefined;
  const origin = originOf(code);
  if (origin === undefined && encloses(span, code.span)) return undefined;
  const statuses = status?.values.map(({ value }) => value).join(" ");
  return `${statuses} ${origin?.uri} ${origin?.span.start ?? code.span.start}`;
}

function isUse(site: ErrorSite): boolean {
  return declarationOf(site) !== undefined;
}

/** The places of a status and a code that both stand elsewhere, in one file. */
function declarationOf({ status, code }: ErrorSite): readonly [Place, Place] | undefined {
  const first = originOf(status);
  const second = originOf(code);
  return first !== undefined && second !== undefined && first.uri === second.uri ? [first, second] : undefined;
}

function originOf(part: Part<unknown> | undefined): Place | undefined {
  const [only, ...others] = part?.values ?? [];
  return others.length === 0 ? only?.origin : undefined;
}
