/** What the object that an error is made with says of it, read like any body: `new ApiError(500, { error, message })`. */
import type { Expression, ObjectLiteral } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Span } from "../../text/span.ts";
import type { BodyShape, ErrorSite } from "../model.ts";
import { stringifiedBy } from "../parts/body-shape.ts";
import { branchesOf } from "../parts/branches.ts";
import { foreignOwner, looksLikeCode } from "../parts/code-shapes.ts";
import { isStatusNumber } from "../parts/status-names.ts";
import { bodyElsewhere } from "../reading/body-elsewhere.ts";
import { propertyOf, stringOf } from "../reading/objects.ts";
import { staticAnswer } from "../reading/web-answer.ts";
import type { RecognisedNode, RecogniserContext } from "../recogniser.ts";
import { isKnown, valuesOf, weakened } from "../site-draft.ts";

export type ErrorParts = Pick<ErrorSite, "status" | "code" | "message">;

/** The parts with those that the object adds; what the declaration says of a part always wins. */
export function withGivenObject(parts: ErrorParts, made: RecognisedNode, context: RecogniserContext): ErrorParts {
  if (isKnown(parts.status) && isKnown(parts.code) && isKnown(parts.message)) return parts;
  const { object, text: asText } = givenObject(made);
  const given = asText ?? object;
  if (given === undefined) return parts;
  const body = context.parts.body(given);
  const found = context.parts.inBody(body, given, valuesOf(parts.status));
  const status = isKnown(parts.status) ? parts.status : (failure(found.status) ?? parts.status);
  const code = isKnown(parts.code)
    ? parts.code
    : (ownCode(found.code, body) ?? codeOfSent(object && sentWith(made, object), context) ?? parts.code);
  const text = found.message ?? (object && textOfBody(object, context));
  const message = isKnown(parts.message) ? parts.message : (textBeside(text, code, body) ?? parts.message);
  return { status, code, message };
}

interface GivenObject {
  readonly object: ObjectLiteral | undefined;
  /** Set where the object is given as its text: `createError(404, JSON.stringify({ code }))`. */
  readonly text?: Expression;
}

/** The first argument that is one object, or the text of one; the thrown object itself where nothing makes it. */
function givenObject(made: RecognisedNode): GivenObject {
  if (made.kind === "object") return { object: made };
  if (made.kind !== "new" && made.kind !== "call") return { object: undefined };
  for (const argument of made.arguments) {
    const text = stringifiedBy(argument);
    const objects = branchesOf(text ?? argument).filter((branch) => branch.kind === "object");
    const [object, ...more] = objects;
    if (object === undefined) continue;
    if (more.length > 0) return { object: undefined };
    return text === undefined ? { object } : { object, text: argument };
  }
  return { object: undefined };
}

/**
 * The body that goes out with the error: h3, and Nuxt with it, sends `createError({ statusCode: 404, data: { code } })`,
 * Hono `new HTTPException(403, { res: Response.json({ code }) })`.
 */
function sentWith(made: RecognisedNode, object: ObjectLiteral): Expression | undefined {
  if (made.kind === "new") {
    const res = propertyOf(object, "res");
    return res && staticAnswer(unwrapped(res.value))?.body;
  }
  const callee = made.kind === "call" ? unwrapped(made.callee) : undefined;
  if (callee?.kind !== "identifier" || callee.name !== "createError") return undefined;
  return propertyOf(object, "statusCode", "status") && propertyOf(object, "data")?.value;
}

function codeOfSent(sent: Expression | undefined, context: RecogniserContext): ErrorSite["code"] | undefined {
  if (sent === undefined) return undefined;
  const body = context.parts.body(sent);
  return ownCode(context.parts.inBody(body, sent).code, body) ?? bodyElsewhere(sent, [], context)?.code;
}

/** `{ status: 402, body: "Pay first" }`. */
function textOfBody(object: ObjectLiteral, context: RecogniserContext): ErrorSite["message"] {
  const field = propertyOf(object, "body");
  return stringOf(field?.value) === undefined || field === undefined
    ? undefined
    : context.parts.message(field.value, { certainty: "likely" });
}

function failure(status: ErrorSite["status"]): ErrorSite["status"] {
  return isKnown(status) && status.values.every(({ value }) => value >= 400) ? weakened(status, "likely") : undefined;
}

/** A code that is surely the error's: nobody else's, no guess, and not inside data that it carries. */
function ownCode(code: ErrorSite["code"], body: BodyShape): ErrorSite["code"] {
  if (!isKnown(code) || code.certainty === "weak" || isBuried(code, body)) return undefined;
  const fits = code.values.every(({ value }) =>
    typeof value === "number"
      ? !isStatusNumber(value)
      : foreignOwner(value) === undefined && (looksLikeCode(value) || /^[a-z]{3,}$/.test(value)),
  );
  return fits ? weakened(code, "likely") : undefined;
}

/** Inside what the error only carries: its cause, its data. */
function isBuried(part: { readonly span: Span }, body: BodyShape): boolean {
  const path = body.fields.find((field) => field.valueSpan.start === part.span.start)?.path.slice(0, -1) ?? [];
  if (path.some((step) => /cause|original/i.test(step))) return true;
  // `data: { error: { code } }` is what h3 sends as the body's `data`; any other data is but carried.
  if (path.some((step, index) => /data$/i.test(step) && !/^err/i.test(path[index + 1] ?? ""))) return true;
  return (
    path.length > 0 && !path.some((step) => /err|problem|fault|exception|^extensions$|body$|^response$/i.test(step))
  );
}

/** A text that is not just the code once more. */
function textBeside(message: ErrorSite["message"], code: ErrorSite["code"], body: BodyShape): ErrorSite["message"] {
  if (!isKnown(message) || isBuried(message, body)) return undefined;
  const codes = valuesOf(code);
  return message.values.some(({ value }) => codes.includes(value)) ? undefined : message;
}
