/** Words around a site that say what the place is about: `loginLimiter`, `/messages`, `handleTooManyRequests`. */
import type { Expression, VariableStatement } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Span } from "../../text/span.ts";
import { memberAround, oneAround } from "../reading/keyed-parts.ts";
import { lastName } from "../reading/names.ts";
import { stringOf } from "../reading/objects.ts";
import type { RecognisedNode } from "../recogniser.ts";

const mostWords = 24;
const longestWord = 80;

/**
 * Reads the words around nodes of one file: names as written, without repetition, the nearest first, the file's last two
 * path segments at the end. What is around a node is read once for all that it holds.
 */
export function createContextWords(
  uri: string,
): (node: RecognisedNode, ancestors: readonly RecognisedNode[]) => readonly string[] {
  const around = new WeakMap<RecognisedNode, readonly string[]>();
  const ofFile = fileWords(uri);
  return (node, ancestors) => {
    let at = ancestors.length - 1;
    while (at > 0 && !around.has(ancestors[at] ?? node)) at -= 1;
    let words = around.get(ancestors[at] ?? node) ?? [];
    for (; at < ancestors.length; at += 1) {
      const outer = ancestors[at];
      if (outer === undefined) continue;
      const inner = ancestors[at + 1];
      words = joined(namesOf(outer, inner ?? node), words);
      if (inner !== undefined) around.set(inner, words);
    }
    return [...new Set([...words, ...ofFile])];
  };
}

/** The nearer words before those further out, as many as there may be. */
function joined(nearer: readonly string[], further: readonly string[]): readonly string[] {
  if (nearer.length === 0) return further;
  const words = new Set<string>();
  for (const word of nearer) if (word.length <= longestWord && word !== "" && words.size < mostWords) words.add(word);
  for (const word of further) if (words.size < mostWords) words.add(word);
  return [...words];
}

function namesOf(outer: RecognisedNode, inner: RecognisedNode): readonly string[] {
  switch (outer.kind) {
    case "function":
      return outer.name === undefined ? [] : [outer.name];
    case "function-declaration":
      return outer.function.name === undefined ? [] : [outer.function.name];
    case "class":
      return [...memberName(outer.members, inner), ...(outer.name === undefined ? [] : [outer.name])];
    case "class-declaration":
      return outer.class.name === undefined ? [] : [outer.class.name, ...memberName(outer.class.members, inner)];
    case "object": {
      const member = memberAround(outer, inner);
      return member === undefined || member.kind === "spread" ? [] : present(member.key.name);
    }
    case "variable":
      return declaredName(outer, inner);
    case "assignment":
      return present(lastName(outer.target));
    case "call":
      return callNames(outer.callee, outer.arguments);
    case "if":
      return testNames(outer.test);
    case "switch":
      return testNames(outer.discriminant);
    default:
      return [];
  }
}

function declaredName(statement: VariableStatement, inner: RecognisedNode): readonly string[] {
  const pattern = oneAround(statement.declarators, inner)?.pattern;
  return pattern?.kind === "name" ? [pattern.name] : [];
}

function memberName(
  members: readonly (Span & { readonly key: { readonly name: string | undefined } })[],
  inner: RecognisedNode,
): readonly string[] {
  return present(oneAround(members, inner)?.key.name);
}

/** The function called and its first text: `app.post("/login", …)`, `limiter.consume(…)`. */
function callNames(callee: Expression, arguments_: readonly Expression[]): readonly string[] {
  const path = unwrapped(callee);
  const receiver = path.kind === "member" ? present(lastName(path.object)) : [];
  const first = stringOf(arguments_[0]);
  return [...present(lastName(path)), ...receiver, ...(first === undefined ? [] : [first])];
}

/** Names in a condition, such as `rateLimitExceeded` in `if (!result.rateLimitExceeded)`. */
function testNames(test: Expression): readonly string[] {
  const names: string[] = [];
  const open: Expression[] = [test];
  for (let next = open.pop(); next !== undefined && names.length < 8; next = open.pop()) {
    const inner = unwrapped(next);
    if (inner.kind === "binary") open.push(inner.right, inner.left);
    else if (inner.kind === "unary") open.push(inner.operand);
    else if (inner.kind === "prefix") open.push(inner.argument);
    else if (inner.kind === "call") open.push(inner.callee);
    else if (inner.kind === "member") {
      names.push(inner.name);
      open.push(inner.object);
    } else if (inner.kind === "identifier") names.push(inner.name);
    else if (inner.kind === "string") names.push(inner.value);
  }
  return names;
}

function fileWords(uri: string): readonly string[] {
  return uri
    .replace(/[?#].*$/, "")
    .split("/")
    .filter((segment) => segment !== "")
    .slice(-2);
}

function present(name: string | undefined): readonly string[] {
  return name === undefined ? [] : [name];
}
