/** Bodies that are written elsewhere, laid out as if they stood where they are used. */
import type { Code } from "../../catalog/model.ts";
import type { Expression } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";
import type { BodyShape } from "../model.ts";
import type { BodyEntry } from "../parts/body-shape.ts";
import type { BodyPick } from "../parts/located-field.ts";
import { isStatusNumber } from "../parts/status-names.ts";
import type { CallBody, Constant, ShapePart } from "../values/value-service.ts";

export interface LaidOutBody {
  readonly shape: BodyShape;
  readonly entries: readonly BodyEntry[];
  readonly parts: ReadonlyMap<BodyEntry, ShapePart>;
}

/** The body as if it were written at `place`; what no argument there gives has its place at the end. */
export function laidOut(body: CallBody, place: Span): LaidOutBody {
  const parts = new Map<BodyEntry, ShapePart>();
  for (const { path, part, giver, holdsFields } of body.fields) {
    const given = part.argument ?? { start: place.end, end: place.end };
    const span = { start: given.start, end: given.end };
    const { options, exhaustive } = part.value;
    const choices = exhaustive ? options.map((option) => option.value) : [];
    const value = choices.length === 1 ? choices[0] : undefined;
    const expression: Expression = part.argument ?? { kind: "missing", ...span };
    parts.set(
      { field: { path, value, keySpan: span, valueSpan: span }, expression, giver, holdsFields, choices },
      part,
    );
  }
  const entries = [...parts.keys()];
  const shape: BodyShape = {
    span: { start: place.start, end: place.end },
    fields: entries.map(({ field }) => field),
    complete: body.complete,
    form: body.form,
  };
  return { shape, entries, parts };
}

/** The part behind a chosen field. */
export function partOf(pick: BodyPick | undefined, body: LaidOutBody | undefined): ShapePart | undefined {
  return pick === undefined ? undefined : body?.parts.get(pick.entry);
}

/** A constant as a status, a code or a text; undefined for one that cannot be one. */
export function toStatus(value: Constant): number | undefined {
  return isStatusNumber(value) ? value : undefined;
}

/** See `toStatus`. */
export function toCode(value: Constant): Code | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** See `toStatus`. */
export function toText(value: Constant): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
