/** The `{ status, headers }` that answers are made with, literal or a local constant. */
import type { Expression, ObjectLiteral } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Part } from "../model.ts";
import type { ReadHeaders } from "../parts/headers.ts";
import type { RecogniserContext } from "../recogniser.ts";
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
    const status = context.parts.status(init);
    const known = status !== undefined && status.values.length > 0;
    return { status: known ? status : undefined, headers: { headers: [], complete: known }, readable: known };
  }
  const field = propertyOf(object, "status", "statusCode");
  const status = field === undefined ? undefined : context.parts.status(field.value, { sent: true });
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
