/** The `{ status, headers }` that answers are made with, literal or a local constant. */
import { memberAt } from "../../syntax/member-at.ts";
import type { Expression, ObjectLiteral } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Part } from "../model.ts";
import type { ReadHeaders } from "../parts/headers.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown } from "../site-draft.ts";
import { hasMember, propertyOf } from "./objects.ts";

export interface ResponseInit {
  readonly status: Part<number> | undefined;
  readonly headers: ReadHeaders;
  /** False where a status is written that cannot be one, or where the init is not seen at all. */
  readonly readable: boolean;
}

/** Reads an init; a number on its own is a status (Remix, itty-router). */
export function readInit(init: Expression | undefined, context: RecogniserContext): ResponseInit {
  const none: ReadHeaders = { headers: [], complete: true };
  if (init === undefined) return { status: undefined, headers: none, readable: true };
  const object = objectBehind(init, context);
  if (object === undefined) {
    const status = statusElsewhere(init, context);
    const known = status !== undefined;
    return { status, headers: { headers: [], complete: known }, readable: known };
  }
  const field = propertyOf(object, "status", "statusCode");
  const status =
    field === undefined ? statusOfSpread(object, context) : context.parts.status(field.value, { sent: true });
  const headers = context.parts.headers(propertyOf(object, "headers")?.value);
  const open =
    object.members.some((member) => member.kind === "spread") ||
    (hasMember(object, "headers") && propertyOf(object, "headers") === undefined);
  return {
    status,
    headers: { headers: headers.headers, complete: headers.complete && !open },
    readable: field === undefined || status !== undefined,
  };
}

/** The status that a name stands for, or the object that it stands for has; undefined where it is not known. */
function statusElsewhere(named: Expression, context: RecogniserContext): Part<number> | undefined {
  const status = context.parts.status(named);
  if (isKnown(status)) return status;
  const inner = unwrapped(named);
  if (inner.kind !== "identifier" && inner.kind !== "member" && inner.kind !== "index") return undefined;
  const ofObject = context.parts.status(memberAt(inner, ["status"]));
  return isKnown(ofObject) ? ofObject : undefined;
}

/** `{ ...init, headers }`: what is spread last says the status. */
function statusOfSpread(object: ObjectLiteral, context: RecogniserContext): Part<number> | undefined {
  const spread = object.members.findLast((member) => member.kind === "spread");
  return spread?.kind === "spread" ? statusElsewhere(spread.argument, context) : undefined;
}

/** The object literal that an expression is or names. */
export function objectBehind(
  expression: Expression | undefined,
  context: RecogniserContext,
): ObjectLiteral | undefined {
  if (expression === undefined) return undefined;
  let inner = unwrapped(expression);
  for (let step = 0; step < 4 && inner.kind === "identifier"; step += 1) {
    const initializer = context.bindings.constantOf(inner);
    if (initializer === undefined) return undefined;
    inner = unwrapped(initializer);
  }
  return inner.kind === "object" ? inner : undefined;
}
