/** Arguments as http-errors reads them, in any order: a status, a message, an object of properties. */
import type { Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite } from "../model.ts";
import { looksLikeCode } from "../parts/code-shapes.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown, valuesOf } from "../site-draft.ts";
import { propertyOf, stringOf } from "./objects.ts";
import { objectBehind } from "./response-init.ts";

export type ThrownParts = Pick<ErrorSite, "status" | "code" | "message" | "headers" | "headersComplete">;

/** The parts of `(404, "message", { code, headers })`. */
export function readThrownArguments(all: readonly Expression[], context: RecogniserContext): ThrownParts {
  let status: ErrorSite["status"];
  let identifier: ErrorSite["code"];
  let message: ErrorSite["message"];
  let found: Pick<ErrorSite, "code" | "message" | "status"> | undefined;
  let headers: Pick<ErrorSite, "headers" | "headersComplete"> = { headers: [], headersComplete: true };
  for (const argument of all) {
    const object = objectBehind(argument, context);
    if (object !== undefined) {
      const body = context.parts.body(object);
      found = context.parts.inBody(body, object, valuesOf(status));
      // http-errors copies every property; `id` is where some keep the code.
      const id = propertyOf(object, "id", "errorId")?.value;
      if (looksLikeCode(stringOf(id) ?? "") && id !== undefined)
        identifier = context.parts.code(id, { certainty: "likely" });
      const read = context.parts.headers(propertyOf(object, "headers")?.value);
      headers = { headers: read.headers, headersComplete: read.complete };
      continue;
    }
    const asStatus = status === undefined ? context.parts.status(argument) : undefined;
    if (isKnown(asStatus)) status = asStatus;
    else if (isText(argument) || message === undefined) message ??= context.parts.message(argument);
  }
  return {
    status: status ?? found?.status,
    code: found?.code ?? identifier,
    message: message ?? found?.message,
    ...headers,
  };
}

function isText(expression: Expression): boolean {
  const { kind } = unwrapped(expression);
  return kind === "string" || kind === "template";
}
