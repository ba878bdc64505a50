/** Ends a `switch` over a tagged union: the compiler complains when a variant is missing. */
export function assertUnreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
