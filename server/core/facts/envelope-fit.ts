/** Whether a body has the shape that a catalog gives its errors. */
import type { BodyPath, Catalog, Envelope } from "../catalog/model.ts";
import type { BodyField, BodyShape } from "../sites/model.ts";
import type { Verdict } from "./model.ts";

type Fit = Verdict["envelope"];

/**
 * The catalog's envelope that `body` fits: it has all required paths and the failure flag, if seen, says failure.
 * `unknown` where no literal body was seen, or where a part of it that was not seen may hold what is missing.
 */
export function envelopeFit(catalog: Catalog, body: BodyShape | undefined): Fit {
  if (body === undefined || body.form !== "literal" || catalog.envelopes.length === 0) return { kind: "unknown" };
  let open = false;
  let best: Envelope | undefined;
  for (const envelope of catalog.envelopes) {
    const fit = fitOf(envelope, body);
    if (fit === "unknown") open = true;
    if (fit === "fits" && (best === undefined || envelope.required.length > best.required.length)) best = envelope;
  }
  if (best !== undefined) return { kind: "fits", envelope: best };
  return { kind: open ? "unknown" : "differs" };
}

/** The constant field at exactly `path`; undefined where the body shows none. */
export function fieldAt(body: BodyShape, path: BodyPath): BodyField | undefined {
  return body.fields.find((field) => samePath(field.path, path));
}

/** Whether two paths name the same place in a body. */
export function samePath(left: BodyPath, right: BodyPath): boolean {
  return left.length === right.length && left.every((step, index) => step === right[index]);
}

function fitOf(envelope: Envelope, body: BodyShape): "fits" | "differs" | "unknown" {
  const { failure } = envelope;
  const flag = failure && fieldAt(body, failure.path);
  if (failure && flag && flag.value !== undefined && flag.value !== failure.value) return "differs";
  const wanted = envelope.required.length > 0 ? envelope.required : markedPaths(envelope);
  if (wanted.length === 0) return "differs";
  const missing = wanted.filter((path) => !body.fields.some((field) => samePath(field.path, path)));
  if (missing.length === 0) return "fits";
  return missing.every((path) => mayHold(body, path)) ? "unknown" : "differs";
}

// An envelope without `required` is known by where its code and message stand.
function markedPaths(envelope: Envelope): readonly BodyPath[] {
  return [envelope.code, envelope.message].filter((path) => path !== undefined);
}

// A spread at the top may bring any field; a dynamic value (`error: toBody(e)`) any field below it. The fields of an
// object that was read are listed one by one, so an ancestor with listed children holds nothing else.
function mayHold(body: BodyShape, path: BodyPath): boolean {
  for (let depth = path.length - 1; depth > 0; depth -= 1) {
    const ancestor = path.slice(0, depth);
    const field = fieldAt(body, ancestor);
    if (field === undefined) continue;
    const hasChildren = body.fields.some(
      (other) => other.path.length > depth && samePath(other.path.slice(0, depth), ancestor),
    );
    return field.value === undefined && !hasChildren;
  }
  return !body.complete;
}
