/**
 * What is done for each status: jQuery's `statusCode: { 404() {…}, 412: retry }`, `onStatus: { 401: logout }`,
 * and the patterns of ts-pattern: `match(failure).with({ status: 404 }, …)`.
 */
import type { CallExpression, ObjectLiteral, ObjectMember } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite } from "../model.ts";
import { looksLikeCode } from "../parts/code-shapes.ts";
import { readChain } from "../reading/chain.ts";
import { statusOfMember } from "../reading/keyed-parts.ts";
import { nameOfValue } from "../reading/name-of-value.ts";
import { asObject } from "../reading/objects.ts";
import { noSites, type Recogniser, type RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, valuesOf } from "../site-draft.ts";

export const statusHandlersRecogniser: Recogniser = {
  idiom: "status-handlers",
  sign: /[sS]tatus/,
  kinds: ["object", "call"],
  recognise(node, context) {
    if (node.kind === "object") return ofHandlers(node, context);
    return node.kind === "call" ? ofPattern(node, context) : noSites;
  },
};

/** One site for each status of failure; none where any member is something else. */
function ofHandlers(object: ObjectLiteral, context: RecogniserContext): readonly ErrorSite[] {
  if (object.members.length === 0 || !/status/i.test(nameOfValue(object, context.ancestors) ?? "")) return noSites;
  const sites: ErrorSite[] = [];
  for (const member of object.members) {
    const status = isHandler(member) ? statusOfMember(member, context) : undefined;
    if (!isKnown(status)) return noSites;
    if (valuesOf(status).every((value) => value < 400)) continue;
    sites.push(
      makeSite({
        role: "handle",
        idiom: "status-handlers",
        span: member,
        status,
        headersComplete: false,
        context: context.parts.context(object),
      }),
    );
  }
  return sites;
}

function isHandler(member: ObjectMember): boolean {
  if (member.kind === "method") return true;
  return member.kind === "property" && unwrapped(member.value).kind === "function";
}

function* ofPattern(call: CallExpression, context: RecogniserContext): Iterable<ErrorSite> {
  const callee = unwrapped(call.callee);
  if (callee.kind !== "member" || callee.name !== "with" || !isMatch(call)) return;
  for (const argument of call.arguments.slice(0, -1)) {
    const pattern = asObject(argument);
    if (pattern === undefined) continue;
    const { status, code } = context.parts.inBody(context.parts.body(pattern), pattern);
    if (!valuesOf(status).some((value) => value >= 400)) continue;
    const isCode = valuesOf(code).every((value) => typeof value === "number" || looksLikeCode(value));
    yield makeSite({
      role: "handle",
      idiom: "status-handlers",
      span: pattern,
      status,
      code: isCode ? code : undefined,
      headersComplete: false,
      context: context.parts.context(call),
    });
  }
}

function isMatch(call: CallExpression): boolean {
  const { root, links } = readChain(call);
  if (links.length === 0 || root.kind !== "call") return false;
  const callee = unwrapped(root.callee);
  return callee.kind === "identifier" && callee.name === "match";
}
