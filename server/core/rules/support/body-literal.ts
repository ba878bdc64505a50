/** The object that a site writes as its body, where the whole of it stands in the text. */
import type { BodyPath } from "../../catalog/model.ts";
import type { ErrorSite } from "../../sites/model.ts";
import type { ObjectLiteral, Property } from "../../syntax/tree.ts";
import { nodesAt, staticPropertyName, unwrapped } from "../../syntax/walk.ts";
import type { FactRuleContext } from "../model.ts";

/** The literal of the body, `JSON.stringify({ … })` included; undefined where it is only named or put together. */
export function bodyLiteral({ body }: ErrorSite, context: FactRuleContext): ObjectLiteral | undefined {
  if (body?.form !== "literal") return undefined;
  const { file } = context;
  const { start, end } = body.span;
  const stringified = /^(?:await\s+)?(?:[\w$]+\s*\.\s*)?stringify\s*\(\s*/.exec(context.text.slice(start, end));
  const at = start + (stringified?.[0].length ?? 0);
  const nodes = nodesAt(file, at + 1);
  return nodes.find((node): node is ObjectLiteral => node.kind === "object" && node.start === at && node.end <= end);
}

/** The member at `path`; undefined where there is none, or where what is on the way is no object of the same text. */
export function memberAt(object: ObjectLiteral, path: BodyPath): Property | undefined {
  const [name, ...rest] = path;
  const member = object.members.findLast(
    (one): one is Property => one.kind === "property" && staticPropertyName(one.key) === name,
  );
  if (member === undefined || rest.length === 0) return member;
  const inner = unwrapped(member.value);
  return inner.kind === "object" ? memberAt(inner, rest) : undefined;
}

/** The object at `path`, the whole one for no steps. */
export function objectAt(object: ObjectLiteral, path: BodyPath): ObjectLiteral | undefined {
  if (path.length === 0) return object;
  const member = memberAt(object, path);
  const inner = member && unwrapped(member.value);
  return inner?.kind === "object" ? inner : undefined;
}

/** Whether all members of an object are known by name: nothing is spread into it, no key is put together. */
export function isWhole(object: ObjectLiteral): boolean {
  return (
    object.closed &&
    object.members.every((member) => member.kind !== "spread" && staticPropertyName(member.key) !== undefined)
  );
}
