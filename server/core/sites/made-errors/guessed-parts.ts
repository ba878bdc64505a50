/** What only names tell of an error whose class is out of reach: good enough for a hover, never for a warning. */
import type { Code } from "../../catalog/model.ts";
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Part } from "../model.ts";
import { codeTableOption } from "../parts/code-tables.ts";
import { statusByName } from "../parts/status-names.ts";
import { lastName, rootOf } from "../reading/names.ts";
import type { RecognisedNode, RecogniserContext } from "../recogniser.ts";
import { isKnown } from "../site-draft.ts";
import type { ErrorParts } from "./given-object.ts";

/** The parts with guesses where nothing is known: resolved values always win. */
export function withGuesses(parts: ErrorParts, made: RecognisedNode, context: RecogniserContext): ErrorParts {
  if (made.kind !== "new" && made.kind !== "call") return parts;
  const code = isKnown(parts.code) ? parts.code : (codeByMember(made.arguments, context) ?? parts.code);
  const status = parts.status ?? (made.kind === "new" ? statusByClass(made, context) : statusByMethod(made, context));
  return { status, code, message: parts.message };
}

/** The one argument that is a member of a table of codes: `APIError.from("NOT_FOUND", ERROR_CODES.USER_NOT_FOUND)`. */
function codeByMember(given: readonly Expression[], context: RecogniserContext): Part<Code> | undefined {
  const members = given.filter((argument) => codeTableOption(argument, context.values) !== undefined);
  const [member] = members;
  if (member === undefined || members.length > 1) return undefined;
  const known = context.values.valueOf(member).options;
  // What the table holds may be the text for people, and its key the code.
  const isText = known.length > 0 && known.every(({ value }) => typeof value === "string" && /\s/.test(value));
  if (known.length > 0 && !isText) return undefined;
  const option = codeTableOption(member, context.values);
  if (option === undefined || (typeof option.value !== "string" && typeof option.value !== "number")) return undefined;
  const span = { start: member.start, end: member.end };
  return {
    values: [{ value: option.value, written: { kind: "name", span }, origin: undefined }],
    exhaustive: true,
    span,
    certainty: "weak",
    evidence: [{ text: "written here", place: { uri: context.uri, span } }, ...option.steps],
  };
}

/** Prefixes that leave the name of a status what it is. */
const classNames =
  /^(?:Http|HTTP|Api|API|App|Resource|Entity|Record|Service|Client|Server)?([A-Z]\w+?)(?:Error|Exception|Fault|Problem)$/;

const otherNames: ReadonlyMap<string, number> = new Map([
  ["Unauthenticated", 401],
  ["Authentication", 401],
  ["AccessDenied", 403],
  ["PermissionDenied", 403],
  ["AlreadyExists", 409],
  ["InternalServer", 500],
  ["Internal", 500],
  ["RateLimit", 429],
  ["RateLimited", 429],
  ["RateLimitExceeded", 429],
  ["TooManyRequest", 429],
]);

/** `app.httpErrors.notFound("…")`: what @fastify/sensible gives every server. */
function statusByMethod({ callee: called }: CallExpression, { parts }: RecogniserContext): Part<number> | undefined {
  const callee = unwrapped(called);
  if (callee.kind !== "member" || lastName(callee.object) !== "httpErrors") return undefined;
  const status = statusByName(callee.name);
  return status === undefined ? undefined : parts.impliedStatus(status, callee.nameSpan, `\`${callee.name}\``);
}

/** `new NotFoundError("…")` of a module that cannot be read: 404 by its name. */
function statusByClass(
  made: Extract<RecognisedNode, { kind: "new" }>,
  context: RecogniserContext,
): Part<number> | undefined {
  const callee = unwrapped(made.callee);
  const root = rootOf(callee);
  if (callee.kind !== "identifier" && callee.kind !== "member") return undefined;
  if (root.kind !== "identifier" || context.values.importOf(root.name) === undefined) return undefined;
  if (context.values.errorShapeOf(made) !== undefined) return undefined;
  const named = classNames.exec(callee.name)?.[1];
  const status = named === undefined ? undefined : (otherNames.get(named) ?? statusByName(named));
  if (status === undefined || status < 400) return undefined;
  const span = { start: made.start, end: made.end };
  return { ...context.parts.impliedStatus(status, span, `the name of \`${callee.name}\``), certainty: "weak" };
}
