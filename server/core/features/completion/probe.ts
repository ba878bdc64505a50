/**
 * What would stand at the cursor? A sample value is written there, and the same recognisers that read finished code
 * say what they see. So completion knows every idiom, wrapper and error class that the rules know, and nothing else.
 */
import type { BodyPath } from "../../catalog/model.ts";
import type { ErrorSite, Part } from "../../sites/model.ts";
import { encloses, overlaps, type Span } from "../../text/span.ts";
import type { FileAnalysis } from "../analysis.ts";
import { heldAt } from "../envelope-place.ts";
import type { Slice } from "./slice.ts";

export interface ProbeAnswer {
  readonly role: "code" | "status" | "message";
  readonly certainty: Part<unknown>["certainty"];
  /** Where in a body the sample stands; undefined outside bodies. */
  readonly path: BodyPath | undefined;
  /** The site with the sample in it; its other parts tell what belongs at the cursor. */
  readonly site: ErrorSite;
}

/** The roles that `sample` has when it stands in place of the slice's span, with `rest` behind it. */
export function probe(analysis: FileAnalysis, slice: Slice, sample: string, rest = ""): readonly ProbeAnswer[] {
  const { start, end } = slice.span;
  const text = slice.text.slice(0, start) + sample + rest + slice.text.slice(end);
  const place = { start, end: start + sample.length };
  return analysis.sitesIn(text).flatMap((site): readonly ProbeAnswer[] => {
    const field = site.body?.fields.find(({ valueSpan }) => encloses(place, valueSpan) && overlaps(place, valueSpan));
    const path = field?.path;
    const answers: ProbeAnswer[] = [];
    for (const role of ["code", "status", "message"] as const) {
      const part = site[role];
      if (part !== undefined && standsAt(part, place, analysis.uri)) {
        answers.push({ role, certainty: part.certainty, path, site });
      }
    }
    if (field === undefined || !heldAt(analysis.scope, field, "code")) return answers;
    return [{ role: "code", certainty: "likely", path, site }, ...answers.filter(({ role }) => role === "status")];
  });
}

function standsAt(part: Part<unknown>, place: Span, uri: string): boolean {
  return part.values.some(
    ({ written, origin }) =>
      (written.kind !== "implied" &&
        written.kind !== "name" &&
        encloses(place, written.span) &&
        overlaps(place, written.span)) ||
      (origin?.uri === uri && overlaps(place, origin.span)),
  );
}
