/** Code and message of a body that another name or a function stands for: `send(ERRORS.gone)`, `json(problem("X", "…"))`. */
import type { Code } from "../../catalog/model.ts";
import type { Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { BodyShape, ErrorSite } from "../model.ts";
import { pickFromBody } from "../parts/in-body.ts";
import { shapePart } from "../parts/shape-part.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown, valuesOf } from "../site-draft.ts";
import { laidOut, partOf, toCode, toStatus, toText } from "./laid-out-body.ts";

export interface BodyElsewhere extends Pick<ErrorSite, "code" | "message"> {
  readonly body: BodyShape;
  readonly status: undefined;
}

/** What the body says; undefined where it is not known, or says nothing of an error. */
export function bodyElsewhere(
  written: Expression,
  statuses: readonly number[],
  context: RecogniserContext,
): BodyElsewhere | undefined {
  const given = context.values.objectOf(written);
  if (given === undefined) return undefined;
  const body = laidOut(given, written);
  const picks = pickFromBody(body.entries, statuses);
  const span = { start: written.start, end: written.end };
  const by = nameOf(written);
  const codeCertainty = picks.code?.certainty ?? "certain";
  const code = shapePart<Code>(partOf(picks.code, body), {
    reader: context.parts.code,
    accept: toCode,
    span,
    by,
    certainty: codeCertainty,
  });
  const message = shapePart<string>(partOf(picks.message, body), {
    reader: context.parts.message,
    accept: toText,
    span,
    by,
    certainty: picks.message?.certainty ?? "likely",
  });
  return isKnown(code) ? { body: body.shape, code, message, status: undefined } : undefined;
}

/** The same of an error that has its status in it: `expect(error).toMatchObject(seatGone)`; undefined without a status of failure. */
export function errorElsewhere(
  written: Expression,
  context: RecogniserContext,
): Pick<ErrorSite, "status" | "code" | "message"> | undefined {
  const given = context.values.objectOf(written);
  if (given === undefined) return undefined;
  const body = laidOut(given, written);
  const status = shapePart<number>(partOf(pickFromBody(body.entries, []).status, body), {
    reader: context.parts.status,
    accept: toStatus,
    span: { start: written.start, end: written.end },
    by: nameOf(written),
    certainty: "likely",
  });
  if (!isKnown(status) || !valuesOf(status).every((value) => value >= 400)) return undefined;
  const said = bodyElsewhere(written, valuesOf(status), context);
  return { status, code: said?.code, message: said?.message };
}

function nameOf(written: Expression): string {
  const inner = unwrapped(written);
  if (inner.kind === "call") return nameOf(inner.callee);
  return inner.kind === "identifier" || inner.kind === "member" ? `\`${inner.name}\`` : "";
}
