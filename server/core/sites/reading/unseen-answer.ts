/**
 * Answers of functions that cannot be looked into, known by what they are given: the response, a status of failure, and a
 * code or a body: `sendError(res, 404, "ROOM_ABSENT")`.
 */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite } from "../model.ts";
import { looksLikeCode } from "../parts/code-shapes.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown, valuesOf, weakened } from "../site-draft.ts";
import { lastName, rootOf } from "./names.ts";
import { asObject } from "./objects.ts";
import { isResponseName } from "./receiver.ts";
import { responseSite } from "./response-site.ts";

const answering =
  /^(?:send|respond|reply|answer|fail|reject|abort|deny|json|error)|(?:Error|Failure|Response|Reply|Json|JSON)$/;

/** The site of such a call; undefined where the function is one of the workspace, or its name or its arguments say less. */
export function unseenAnswer(call: CallExpression, context: RecogniserContext): ErrorSite | undefined {
  const name = lastName(call.callee) ?? "";
  const [response, ...given] = call.arguments;
  if (response === undefined || !answering.test(name) || !isResponseName(response, context.bindings)) return undefined;
  if (!isOfPackage(call.callee, context)) return undefined;
  const [status, ...more] = given.flatMap((argument) => statusOf(argument, context) ?? []);
  if (status === undefined || more.length > 0) return undefined;
  const body = given.find((argument) => asObject(argument) !== undefined);
  const headers = { headers: [], complete: false };
  const site = responseSite({ idiom: "helper", node: call, span: call, status, body, headers }, context);
  const codes = given.flatMap((argument) => codeOf(argument, context) ?? []);
  const code = site.code ?? (codes.length === 1 ? codes[0] : undefined);
  return { ...site, status: weakened(status, "likely"), code: weakened(code, "likely"), body: undefined };
}

function isOfPackage(callee: Expression, { values }: RecogniserContext): boolean {
  const root = unwrapped(rootOf(callee));
  const imported = root.kind === "identifier" ? values.importOf(root.name) : undefined;
  return imported !== undefined && values.leadsTo(imported.specifier) !== "file";
}

function statusOf(argument: Expression, { parts }: RecogniserContext): ErrorSite["status"] {
  const { kind } = unwrapped(argument);
  if (kind !== "number" && kind !== "member") return undefined;
  const status = parts.status(argument, { certainty: "likely" });
  return isKnown(status) && valuesOf(status).every((value) => value >= 400) ? status : undefined;
}

function codeOf(argument: Expression, { parts }: RecogniserContext): ErrorSite["code"] {
  const { kind } = unwrapped(argument);
  if (kind !== "string" && kind !== "member" && kind !== "identifier") return undefined;
  const code = parts.code(argument, { certainty: "likely" });
  const isCode = isKnown(code) && valuesOf(code).every((value) => typeof value === "string" && looksLikeCode(value));
  return isCode ? code : undefined;
}
