import type { Given, Thunk } from "./head.ts";

/** The error classes of ECMAScript 2025 and of web platforms that take a message first. They never carry an HTTP status. */
const builtIn: ReadonlySet<string> = new Set([
  "Error",
  "EvalError",
  "RangeError",
  "ReferenceError",
  "SyntaxError",
  "TypeError",
  "URIError",
  "AggregateError",
  "SuppressedError",
  "DOMException",
]);

/** Whether a global name is an error class of the platform. */
export function isBuiltInError(name: string): boolean {
  return builtIn.has(name);
}

/** What an error of the platform holds in `field`. */
export function builtInField(
  error: string,
  field: string,
  given: Given,
):
  | "absent"
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "argument"; readonly thunk: Thunk | undefined } {
  if (field === "name") return { kind: "name", name: error };
  if (field !== "message") return "absent";
  const position = error === "AggregateError" ? 1 : error === "SuppressedError" ? 2 : 0;
  return { kind: "argument", thunk: given.arguments[position] };
}
