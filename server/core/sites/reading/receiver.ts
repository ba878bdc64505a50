/** Whether a name is really what it looks like: a response, a context, or something else of the same name. */
import type { Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { RecogniserContext } from "../recogniser.ts";
import type { Bindings, Declaration } from "./bindings.ts";
import { importsOneOf } from "./file-imports.ts";
import { lastName, plainName } from "./names.ts";

/** Names that people give to the response object of a server. */
const responseNames: ReadonlySet<string> = new Set(
  "res response resp reply rep serverresponse httpresponse expressres expressresponse outgoing rawreply rawresponse rawres nextres".split(
    " ",
  ),
);

/** Names of the context that carries both request and response. */
const contextNames: ReadonlySet<string> = new Set("c ctx context koactx koacontext honoctx honocontext".split(" "));

/** Roots whose chains resemble responses but assert or request. */
const otherRoots: ReadonlySet<string> = new Set(
  "expect cy supertest chai assert should pm nock agent axios fetch page browser test it describe".split(" "),
);

export function isResponseName(expression: Expression, bindings: Bindings): boolean {
  return isNamed(expression, responseNames, bindings);
}

/** Whether an expression is the context of a request: by its name, by its type, or by what its file's handlers are given. */
export function isContext(expression: Expression, context: RecogniserContext): boolean {
  return isNamed(expression, contextNames, context.bindings) || isGivenContext(unwrapped(expression), context);
}

function isGivenContext(expression: Expression, { bindings, file }: RecogniserContext): boolean {
  if (expression.kind !== "identifier") return false;
  const declaration = bindings.declarationOf(expression);
  if (declaration?.kind !== "parameter" || declaration.path.length > 0) return false;
  const { index, function: handler } = declaration;
  if (/Context$/.test(handler.parameters[index]?.typeName ?? "")) return true;
  // A handler is given it first; one for errors is given the error before it.
  return index <= 1 && importsOneOf(file, serversWithContext);
}

const serversWithContext = /^(?:hono|@hono|koa|@koa|@oak|oak)(?:[-/@]|$)/;

/** Whether an expression is the object of assertions that a test is given. */
export function isTestContext(expression: Expression, { bindings, file }: RecogniserContext): boolean {
  const inner = unwrapped(expression);
  if (inner.kind !== "identifier") return false;
  const declaration = bindings.declarationOf(inner);
  return declaration?.kind === "parameter" && declaration.index === 0 && importsOneOf(file, testsWithContext);
}

const testsWithContext = /^(?:ava|tap|tape|node:test|supertape|brittle|zora)$/;

/** Whether the root is known to be the start of an assertion or a request. */
export function isOtherRoot(expression: Expression): boolean {
  const inner = unwrapped(expression);
  const name = inner.kind === "call" ? lastName(inner.callee) : inner.kind === "identifier" ? inner.name : undefined;
  return name !== undefined && otherRoots.has(name);
}

function isNamed(expression: Expression, names: ReadonlySet<string>, bindings: Bindings): boolean {
  const inner = unwrapped(expression);
  if (inner.kind === "identifier") {
    // Capitals are classes: `Response.json` is another idiom.
    if (/^[A-Z]/.test(inner.name)) return false;
    return names.has(plainName(inner.name)) && mayBeGiven(bindings.declarationOf(inner));
  }
  if (inner.kind === "member") return names.has(plainName(inner.name));
  if (inner.kind === "call") return /^(?:get)?response$/i.test(lastName(inner.callee) ?? "");
  return false;
}

/** A server is given its response; one that is imported, constructed or fetched is another thing. */
function mayBeGiven(declaration: Declaration | undefined): boolean {
  if (declaration === undefined || declaration.kind === "parameter") return true;
  if (declaration.kind !== "variable") return false;
  const initializer = declaration.initializer;
  if (initializer === undefined) return true;
  const inner = unwrapped(initializer);
  switch (inner.kind) {
    case "identifier":
    case "member":
      return true;
    case "call":
      return /response|reply|^res$|mock|fake|koa/i.test(lastName(inner.callee) ?? "");
    case "object":
      return true;
    default:
      return false;
  }
}
