/** Answers written as object literals: a status beside a body or headers. */
import type { Expression, ObjectLiteral, ObjectMember, Property } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite, Part } from "../model.ts";
import type { RecognisedNode, RecogniserContext } from "../recogniser.ts";
import { isKnown, valuesOf } from "../site-draft.ts";
import { memberAround } from "./keyed-parts.ts";
import { lastName } from "./names.ts";
import { isOpen, propertyOf, stringOf } from "./objects.ts";
import { responseSite } from "./response-site.ts";
import { isStandIn } from "./stand-in.ts";
import { textBody } from "./text-body.ts";

export interface AnswerObject {
  readonly idiom: string;
  readonly status: Property;
  readonly body: Expression | undefined;
  readonly certainty: Part<number>["certainty"];
  readonly role?: ErrorSite["role"];
}

/** The site of `{ status, body, headers }`; undefined where the status cannot be one. */
export function answerObjectSite(
  object: ObjectLiteral,
  answer: AnswerObject,
  context: RecogniserContext,
): ErrorSite | undefined {
  const status = context.parts.status(answer.status.value, { certainty: answer.certainty });
  if (status === undefined) return undefined;
  const init = propertyOf(object, "headers", "multiValueHeaders");
  const headers = context.parts.headers(init?.value);
  const site = responseSite(
    {
      idiom: answer.idiom,
      role: answer.role ?? roleOf(object, context),
      node: object,
      span: object,
      status,
      body: answer.body ?? (isOpen(object) ? undefined : "none"),
      headers: { headers: headers.headers, complete: headers.complete && !isOpen(object) },
    },
    context,
  );
  if (!isKnown(status) && !isKnown(site.code)) return undefined;
  const text = answer.body === undefined ? undefined : stringOf(answer.body);
  if (text === undefined || answer.body === undefined || !/^\s*\{/.test(text)) return site;
  return { ...site, ...textBody(text, answer.body, context, valuesOf(status)) };
}

const besideStatus: ReadonlySet<string> = new Set("status statusCode headers cookies isBase64Encoded".split(" "));

/** Whether the object with nothing but a status is all that a function gives back: `return { statusCode: 204 }`. */
export function isWholeAnswer(object: ObjectLiteral, context: RecogniserContext): boolean {
  const isBare = object.members.every(
    (member) => member.kind === "property" && besideStatus.has(member.key.name ?? ""),
  );
  return isBare && isGivenBack(object, context);
}

/** Whether the node is what a function gives back. */
export function isGivenBack(node: RecognisedNode, { ancestors }: RecogniserContext): boolean {
  let inner = node;
  for (const outer of ancestors.toReversed()) {
    if (outer.kind === "return") return true;
    if (outer.kind === "function") return outer.body === inner;
    if (outer.kind !== "wrapped" && (outer.kind !== "conditional" || outer.test === inner)) return false;
    inner = outer;
  }
  return false;
}

const assertions =
  /^(?:toEqual|toStrictEqual|toMatchObject|toHaveBeenCalledWith|objectContaining|deepEqual|deepStrictEqual|eql|equal|matchObject|toContainEqual)$/;
const mocks =
  /^(?:mock(?:Resolved|Rejected|Return)Value(?:Once)?|mockImplementation(?:Once)?|resolves|rejects|intercept|fulfill|respondWith|stub|nock|onGet|willRespondWith)$/;

function isInteraction(member: ObjectMember | undefined): boolean {
  return member !== undefined && member.kind !== "spread" && member.key.name === "willRespondWith";
}

/** An answer inside an assertion or a mock is expected, not sent. */
export function roleOf(node: RecognisedNode, context: RecogniserContext): ErrorSite["role"] {
  if (isStandIn(node, context)) return "expect";
  for (let index = context.ancestors.length - 1, steps = 0; index >= 0 && steps < 6; index -= 1, steps += 1) {
    const ancestor = context.ancestors[index];
    // Pact's interactions say what the provider will answer.
    if (ancestor?.kind === "object" && isInteraction(memberAround(ancestor, node))) return "expect";
    if (ancestor?.kind === "function-declaration" || ancestor?.kind === "class-declaration") break;
    if (ancestor?.kind !== "call" || unwrapped(ancestor.callee) === node) continue;
    const name = lastName(ancestor.callee) ?? "";
    if (assertions.test(name) || mocks.test(name) || /^(?:expect|assert|should)[A-Z]?/.test(name)) return "expect";
  }
  return "emit";
}
