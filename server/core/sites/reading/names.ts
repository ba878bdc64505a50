/** Names as people write them: split into words, compared without case and separators. */
import type { Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";

const longestPath = 64;

/** `userErrorCode`, `USER_ERROR_CODE`, `user-error.code` all give `user`, `error`, `code`. */
export function wordsOf(name: string): readonly string[] {
  // Most names are one word of ASCII, and nearly all others several: their letters are told from each other far sooner.
  if (/^[a-z\d]+$/.test(name)) return [name];
  if (/^[ -~]*$/.test(name)) {
    return name
      .replace(/([a-z\d])([A-Z])/g, "$1 $2")
      .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
      .toLowerCase()
      .split(/[^a-z\d]+/)
      .filter((word) => word !== "");
  }
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}

/** Lower case without separators: `status_code`, `statusCode` and `StatusCode` are the same name. */
export function plainName(name: string): string {
  return name.replace(/[_\-\s]/g, "").toLowerCase();
}

/** The last name of an access path: `err` of `err`, `response` of `this.err.response`, of a call the name called. */
export function lastName(expression: Expression): string | undefined {
  const inner = unwrapped(expression);
  switch (inner.kind) {
    case "identifier":
      return inner.name;
    case "member":
      return inner.name;
    case "call":
      return lastName(inner.callee);
    case "prefix":
      return lastName(inner.argument);
    case "index":
      return lastName(inner.object);
    default:
      return undefined;
  }
}

/**
 * The names of an access path from its root: `err.response?.data.code` gives `err`, `response`, `data`, `code`. Literal
 * indexes count as names; calls and anything else give undefined.
 */
export function pathOf(expression: Expression): readonly string[] | undefined {
  const path: string[] = [];
  let inner = unwrapped(expression);
  while (path.length < longestPath) {
    if (inner.kind === "identifier") return [inner.name, ...path.reverse()];
    if (inner.kind === "member") {
      path.push(inner.name);
      inner = unwrapped(inner.object);
    } else if (inner.kind === "index") {
      const index = unwrapped(inner.index);
      if (index.kind !== "string" && index.kind !== "number") return undefined;
      path.push(String(index.value));
      inner = unwrapped(inner.object);
    } else if (inner.kind === "prefix" && inner.operator === "await") inner = unwrapped(inner.argument);
    else return undefined;
  }
  return undefined;
}

/** The root of an access path or call chain: `res` of `res.status(404).json`. */
export function rootOf(expression: Expression): Expression {
  let current = unwrapped(expression);
  for (;;) {
    if (current.kind === "member" || current.kind === "index") current = unwrapped(current.object);
    else if (current.kind === "call") current = unwrapped(current.callee);
    else return current;
  }
}
