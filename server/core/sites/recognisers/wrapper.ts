/** A team's own functions, as its configuration describes them: `fail(404, "NOT_FOUND", "…")`. */
import type { CallExpression, Expression, NewExpression, ObjectLiteral } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite } from "../model.ts";
import { lastName, pathOf } from "../reading/names.ts";
import { objectBehind } from "../reading/response-init.ts";
import { noSites, type Recogniser, type RecogniserContext, type Wrapper, type WrapperRole } from "../recogniser.ts";
import { makeSite, valuesOf } from "../site-draft.ts";

export const wrapperRecogniser: Recogniser = {
  idiom: "wrapper",
  kinds: ["call", "new"],
  recognise(node, context) {
    if ((node.kind !== "call" && node.kind !== "new") || context.wrappers.length === 0) return noSites;
    const path = pathOf(node.callee);
    const wrapper = path && context.wrappers.find((one) => isMeant(one, path, node));
    const site = wrapper && siteOf(node, wrapper, context);
    return site === undefined ? noSites : [site];
  },
  explain(node, context) {
    if (node.kind !== "call" && node.kind !== "new") return undefined;
    const path = pathOf(node.callee);
    const named = context.wrappers.find(({ callee }) => callee.split(".").at(-1) === lastName(node.callee));
    if (path === undefined || named === undefined) return undefined;
    return isMeant(named, path, node)
      ? `\`${named.callee}\` is described under \`wrappers\`, but no status, code or message stands where the description says.`
      : `\`wrappers\` describes \`${shownCallee(named)}\`, and what is called here is \`${path.join(".")}\`.`;
  },
};

function isMeant({ callee, form }: Wrapper, path: readonly string[], node: CallExpression | NewExpression): boolean {
  if (form === "new" && node.kind !== "new") return false;
  if (form === "method" && path.length <= callee.split(".").length) return false;
  return isCallee(path, callee);
}

function shownCallee({ callee, form }: Wrapper): string {
  return form === "new" ? `new ${callee}` : form === "method" ? `*.${callee}` : callee;
}

/** `errors.fail` names `this.errors.fail` too; `fail` names every function of that name. */
function isCallee(path: readonly string[], callee: string): boolean {
  const wanted = callee.split(".");
  return (
    wanted.length <= path.length && wanted.every((name, index) => path[path.length - wanted.length + index] === name)
  );
}

type Reading = {
  -readonly [Key in "status" | "code" | "message" | "headers" | "headersComplete" | "body"]?: ErrorSite[Key];
};

function siteOf(
  node: CallExpression | NewExpression,
  wrapper: Wrapper,
  context: RecogniserContext,
): ErrorSite | undefined {
  const reading: Reading = {};
  for (const [index, role] of wrapper.args.entries()) {
    const argument = node.arguments[index];
    if (argument !== undefined) readAs(role, argument, reading, context);
  }
  if (wrapper.properties.size > 0) {
    for (const argument of node.arguments) {
      const object = objectBehind(argument, context);
      if (object !== undefined) readProperties(object, "", { wrapper, reading, context });
    }
  }
  if (reading.status === undefined && reading.code === undefined && reading.message === undefined) return undefined;
  return makeSite({ role: "emit", idiom: "wrapper", span: node, ...reading, context: context.parts.context(node) });
}

interface PropertyReading {
  readonly wrapper: Wrapper;
  readonly reading: Reading;
  readonly context: RecogniserContext;
}

/** `prefix` names the way to the object, with a dot at its end. */
function readProperties(object: ObjectLiteral, prefix: string, given: PropertyReading): void {
  const { wrapper, reading, context } = given;
  for (const member of object.members) {
    if (member.kind !== "property" || member.key.name === undefined) continue;
    const name = prefix + member.key.name;
    const role = wrapper.properties.get(name);
    const inner = unwrapped(member.value);
    if (role !== undefined) readAs(role, member.value, reading, context);
    else if (inner.kind === "object" && isOnTheWay(wrapper, name)) readProperties(inner, `${name}.`, given);
  }
}

function isOnTheWay({ properties }: Wrapper, name: string): boolean {
  return [...properties.keys()].some((key) => key.startsWith(`${name}.`));
}

function readAs(role: WrapperRole, expression: Expression, reading: Reading, context: RecogniserContext): void {
  switch (role) {
    case "status":
      reading.status ??= context.parts.status(expression, { phrases: true });
      return;
    case "code":
      reading.code ??= context.parts.code(expression);
      return;
    case "message":
      reading.message ??= context.parts.message(expression);
      return;
    case "headers": {
      const { headers, complete } = context.parts.headers(expression);
      reading.headers = headers;
      reading.headersComplete = complete;
      return;
    }
    case "body": {
      const body = context.parts.body(expression);
      const found = context.parts.inBody(body, expression, valuesOf(reading.status));
      reading.body = body;
      reading.code ??= found.code;
      reading.message ??= found.message;
      reading.status ??= found.status;
      return;
    }
    case "ignore":
      return;
  }
}
