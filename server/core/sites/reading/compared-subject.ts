/** What an expression in a comparison stands for: the status of a response, a code of an error, or neither. */

import type { CallExpression, Expression, Identifier } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { isAskedFor, received } from "./answer-of.ts";
import type { Bindings } from "./bindings.ts";
import { lastName, pathOf, plainName, rootOf, wordsOf } from "./names.ts";
import { stringOf } from "./objects.ts";
import { isStatementList } from "./siblings.ts";
import { codeSubject, type Subject, statusSubject } from "./subject.ts";
import { isErrorWord, loneSubject, responseLike, subjectOfPath, things } from "./subject-of-path.ts";

/** The subject that `expression` is; undefined for everything that is neither. */
export function comparedSubject(expression: Expression, bindings: Bindings, depth = 0): Subject | undefined {
  const inner = spokenOf(expression);
  if (inner.kind === "call")
    return pickedSubject(inner) ?? calledSubject(inner.callee, inner.arguments, bindings, depth);
  if (inner.kind === "identifier") return namedSubject(inner, bindings, depth);
  if (inner.kind !== "member" && inner.kind !== "index") return undefined;
  const path = pathOf(inner);
  if (path === undefined) return subjectOfReadBody(inner) ?? subjectOfUnknownPath(inner);
  const body = fetchedRoot(inner, bindings);
  if (body !== undefined && things.test(path[0] ?? "")) return undefined;
  return subjectOfPath(body === undefined ? path : [...body, ...path.slice(1)], {
    caught: caughtRoot(inner, bindings),
    fetched: body !== undefined,
  });
}

/** What is left of `await res.status`, `+err.code`, `err?.code ?? ""`, `err instanceof HttpError && err.status`. */
function spokenOf(expression: Expression): Expression {
  let inner = unwrapped(expression);
  for (let step = 0; step < 8; step += 1) {
    if (inner.kind === "binary" && /^(?:\?\?|\|\|)$/.test(inner.operator)) inner = unwrapped(inner.left);
    else if (inner.kind === "binary" && inner.operator === "&&") inner = unwrapped(inner.right);
    else if (inner.kind === "unary" && inner.operator === "+") inner = unwrapped(inner.operand);
    else if (inner.kind === "prefix" && inner.operator === "await") inner = unwrapped(inner.argument);
    else return inner;
  }
  return inner;
}

/** `fetch("/a").then((answer) => answer.status)`: what is asked for is an answer, whatever it is called. */
function pickedSubject(call: CallExpression): Subject | undefined {
  const callee = unwrapped(call.callee);
  const picking = call.arguments[0] && unwrapped(call.arguments[0]);
  if (callee.kind !== "member" || callee.name !== "then" || picking?.kind !== "function") return undefined;
  const given = picking.parameters[0]?.pattern;
  const { body } = picking;
  if (given?.kind !== "name" || body === undefined || isStatementList(body)) return undefined;
  const [root, ...path] = pathOf(body) ?? [];
  if (root !== given.name || path.length === 0) return undefined;
  return subjectOfPath(["response", ...path], { caught: false, fetched: false });
}

/** The names that stand for a variable that holds the body of a fetched answer: `const b = await response.json()`. */
function fetchedRoot(expression: Expression, bindings: Bindings): readonly string[] | undefined {
  const root = rootOf(expression);
  const declaration = root.kind === "identifier" ? bindings.declarationOf(root) : undefined;
  if (declaration?.kind !== "variable" || declaration.initializer === undefined) return undefined;
  return isJsonCall(declaration.initializer) ? ["body", ...declaration.path] : undefined;
}

/** `response.status()` (Playwright, Puppeteer), `exception.getStatus()` (Nest), `Number(err.code)`, `res.json("error.code")` (k6). */
function calledSubject(
  callee: Expression,
  arguments_: readonly Expression[],
  bindings: Bindings,
  depth: number,
): Subject | undefined {
  const inner = unwrapped(callee);
  if (inner.kind === "identifier" && /^(?:Number|parseInt|String)$/.test(inner.name)) {
    const first = arguments_[0];
    return first === undefined || depth > 4 ? undefined : comparedSubject(first, bindings, depth + 1);
  }
  const [given, ...more] = arguments_;
  const selected = more.length === 0 ? stringOf(given) : undefined;
  if (inner.kind === "member" && inner.name === "json" && selected !== undefined)
    return subjectOfPath(["body", ...selected.split(".")], { caught: false, fetched: true });
  if (given !== undefined && more.length === 0 && (inner.kind === "identifier" || inner.kind === "member"))
    return subjectOfReader(inner.name, given, bindings);
  if (inner.kind !== "member" || arguments_.length > 0) return undefined;
  const path = pathOf(inner.object) ?? [];
  const receiver = path.at(-1) ?? "";
  if (/^_?getStatus(?:Code)?$/.test(inner.name)) return statusSubject("likely");
  const isStatus = inner.name === "status" && (responseLike.test(receiver) || isAskedFor(inner.object, bindings));
  return isStatus ? statusSubject("likely") : undefined;
}

/** `statusOf(err)`, `getErrorCode(error)`: a function that by its name reads the one or the other out of an error or an answer. */
function subjectOfReader(name: string, given: Expression, bindings: Bindings): Subject | undefined {
  const words = wordsOf(name);
  const isReader =
    /^(?:get|read|extract|parse|find|pick|to)$/.test(words[0] ?? "") || /^(?:of|from|in)$/.test(words.at(-1) ?? "");
  const path = pathOf(given);
  if (!isReader || path === undefined) return undefined;
  const receiver = path.at(-1) ?? "";
  const isError = isErrorWord(receiver) || caughtRoot(given, bindings);
  if (!isError && !responseLike.test(receiver)) return undefined;
  if (words.includes("status")) return statusSubject("likely");
  return isError && words.includes("code") ? codeSubject("medium") : undefined;
}

/** A name on its own is what it was taken from. */
function namedSubject(identifier: Identifier, bindings: Bindings, depth: number): Subject | undefined {
  const plain = plainName(identifier.name);
  const declaration = bindings.declarationOf(identifier);
  if (declaration?.kind === "import" || declaration?.kind === "named") return undefined;
  if (declaration?.kind === "variable" && declaration.initializer !== undefined && depth < 4) {
    if (declaration.path.length > 0) {
      const initializer = received(declaration.initializer);
      if (runsProcess(initializer)) return undefined;
      const source = pathOf(initializer) ?? pathOfCall(initializer) ?? pathOfRequest(initializer, declaration.path);
      if (source !== undefined) {
        const fetched = isJsonCall(initializer);
        return subjectOfPath([...source, ...declaration.path], { caught: false, fetched }) ?? loneSubject(plain);
      }
    } else {
      const subject = comparedSubject(declaration.initializer, bindings, depth + 1);
      if (subject !== undefined) return subject;
    }
  }
  if ((declaration?.kind === "parameter" || declaration?.kind === "caught") && declaration.path.length > 0) {
    const source = declaration.kind === "caught" ? ["error"] : [parameterRole(declaration.path)];
    const caught = declaration.kind === "caught";
    return subjectOfPath([...source, ...declaration.path], { caught, fetched: false }) ?? loneSubject(plain);
  }
  return loneSubject(plain);
}

/** `spawnSync("git", …)`: the status of what comes back is that of a process. */
function runsProcess(initializer: Expression): boolean {
  const name = initializer.kind === "call" ? (lastName(initializer.callee) ?? "") : "";
  return /^(?:spawn|exec|execFile|execa|fork)(?:Sync|Command)?$/.test(name);
}

/** Destructured parameters say by their path alone what they are taken from. */
function parameterRole(path: readonly string[]): string {
  return path.length > 1 ? "response" : "";
}

/** `await response.json()`, `parse(text)`: what comes out is a body. */
function pathOfCall(initializer: Expression): readonly string[] | undefined {
  const inner = received(initializer);
  if (inner.kind !== "call") return undefined;
  const callee = unwrapped(inner.callee);
  if (callee.kind === "member" && callee.name === "json") return ["body"];
  if (callee.kind === "member" && callee.name === "parse") return ["body"];
  return pathOf(callee) === undefined ? undefined : ["response"];
}

/** `const { statusCode: later } = await client.get("/a").set("Accept", "…")`: what gives a status answers. */
function pathOfRequest(initializer: Expression, taken: readonly string[]): readonly string[] | undefined {
  const inner = received(initializer);
  const isStatus = taken.length === 1 && /^(?:status|statusCode)$/.test(taken[0] ?? "");
  return inner.kind === "call" && isStatus ? ["response"] : undefined;
}

/** `await response.json()`, not Express's `res.json(body)`, which sends. */
function isJsonCall(initializer: Expression): boolean {
  const inner = received(initializer);
  if (inner.kind !== "call" || inner.arguments.length > 0) return false;
  const callee = unwrapped(inner.callee);
  return callee.kind === "member" && callee.name === "json";
}

/** `(await response.json()).error.code`, `res.json().code`, `JSON.parse(answer.body).code`. */
function subjectOfReadBody(expression: Expression): Subject | undefined {
  const names: string[] = [];
  let inner = unwrapped(expression);
  while (inner.kind === "member") {
    names.push(inner.name);
    inner = unwrapped(inner.object);
  }
  if (!isJsonCall(inner) && !isParsedAnswer(inner)) return undefined;
  return subjectOfPath(["body", ...names.reverse()], { caught: false, fetched: true });
}

/** `JSON.parse(answer.body)`, `JSON.parse(response.payload)`: the text of an answer is its body. */
function isParsedAnswer(expression: Expression): boolean {
  if (expression.kind !== "call" || lastName(expression.callee) !== "parse") return false;
  const [text] = expression.arguments;
  const path = text === undefined ? undefined : pathOf(text);
  return path !== undefined && path.length > 1 && /^(?:body|payload|text|data)$/.test(path.at(-1) ?? "");
}

/** The receiver is a call or something else without a name: only the last name speaks. */
function subjectOfUnknownPath(expression: Expression): Subject | undefined {
  const inner = unwrapped(expression);
  return inner.kind === "member" ? loneSubject(plainName(inner.name)) : undefined;
}

function caughtRoot(expression: Expression, bindings: Bindings): boolean {
  let current = unwrapped(expression);
  while (current.kind === "member" || current.kind === "index") current = unwrapped(current.object);
  return current.kind === "identifier" && bindings.declarationOf(current)?.kind === "caught";
}
