/** Where codes are written, so that the place that writes one speaks and not each place that uses its name. */
import type { Code } from "../../catalog/model.ts";
import type { Fact } from "../../facts/model.ts";
import type { ErrorSite, PartValue } from "../../sites/model.ts";
import { encloses, type Span } from "../../text/span.ts";
import type { FactRuleContext } from "../model.ts";
import { codePlace } from "./status-place.ts";

export interface WrittenPlaces {
  /**
   * Where to show a finding about a code of a site; undefined where the finding belongs to another site, which writes the
   * code. A place that is no site of its own is given to the first site that uses it.
   */
  placeOf(fact: Fact, value: Code): Span | undefined;
}

/** The places of one file, to be asked in the order of the text. */
export function createWrittenPlaces({ uri, facts, text }: FactRuleContext): WrittenPlaces {
  const owners = new Map<string, ErrorSite>();
  for (const { site } of facts) {
    for (const value of site.code?.values ?? []) {
      const own = ownPlace(value, site, uri);
      if (own !== undefined && !owners.has(keyOf(own))) owners.set(keyOf(own), site);
    }
  }
  const placeOfValue = (value: PartValue<Code>, site: ErrorSite): Span | undefined => {
    const { origin, written } = value;
    if (isInText(value, text)) return codePlace(site);
    const own = ownPlace(value, site, uri);
    if (own !== undefined) return origin === undefined && site.code?.values.length === 1 ? codePlace(site) : own;
    // What nothing writes is nobody's slip. A table or a class of another file declares its codes there; a lone constant
    // declares nothing.
    if (origin === undefined || (origin.uri !== uri && written.kind !== "name")) return undefined;
    const key = keyOf(origin.span);
    const owner = origin.uri === uri ? owners.get(key) : owners.get(`${origin.uri}:${key}`);
    if (owner !== undefined) return undefined;
    owners.set(origin.uri === uri ? key : `${origin.uri}:${key}`, site);
    return codePlace(site);
  };
  return {
    placeOf({ site }, code) {
      for (const value of site.code?.values ?? []) {
        const place = value.value === code ? placeOfValue(value, site) : undefined;
        if (place !== undefined) return place;
      }
      return undefined;
    },
  };
}

/** Where a value is written at its own site; the body of a class is a site's own too. */
function ownPlace({ origin, written }: PartValue<Code>, site: ErrorSite, uri: string): Span | undefined {
  if (origin === undefined) return written.kind === "implied" ? undefined : written.span;
  return origin.uri === uri && encloses(site.span, origin.span) ? origin.span : undefined;
}

/** Whether a value stands inside a text, such as the JSON of a body, which has no place for it alone. */
function isInText({ value, written, origin }: PartValue<Code>, text: string): boolean {
  if (written.kind !== "implied" || origin !== undefined) return false;
  const shown = text.slice(written.span.start, written.span.end);
  const at = shown.indexOf(String(value));
  const before = shown.slice(0, Math.max(0, at));
  return at >= 0 && (typeof value === "number" ? /:\s*$/ : /["'`]$/).test(before);
}

function keyOf({ start, end }: Span): string {
  return `${start}:${end}`;
}
