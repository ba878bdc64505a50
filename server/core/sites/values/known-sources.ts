/** How it is written down where the arguments of known classes and functions put status, code and message. */

/** Where a part is: a fixed value, an argument, a property of an argument; the first that is there counts. */
export type KnownSource =
  | { readonly kind: "fixed"; readonly value: string | number }
  | { readonly kind: "argument"; readonly index: number }
  | { readonly kind: "property"; readonly index: number; readonly path: readonly string[] }
  /** A property that may as well hold something else: only what looks like a code counts. */
  | { readonly kind: "code-like"; readonly index: number; readonly path: readonly string[] }
  /** The one entry of an object in a property, such as the field that failed: only what looks like a code counts. */
  | { readonly kind: "only-entry"; readonly index: number; readonly path: readonly string[] }
  /** Any argument that looks like it: for functions that take their arguments in any order. */
  | { readonly kind: "any" };

export interface KnownError {
  readonly specifier: RegExp;
  /** The exported name, with members after dots; empty for the package's own function. */
  readonly name: RegExp;
  readonly status: readonly KnownSource[];
  readonly code: readonly KnownSource[];
  readonly message: readonly KnownSource[];
  /** What a code that stands for a status means. */
  readonly statusOfCode?: ReadonlyMap<string, number>;
  /** The same where another status may be written beside the code. */
  readonly impliedByCode?: ReadonlyMap<string, number>;
  /** Whether static fields of classes that extend it speak before what `super` is not given. */
  readonly readsStatics?: boolean;
  /** Whether a call makes a class, whose instances have the parts. */
  readonly makesClass?: boolean;
}

/** Nothing says it. */
export const none: readonly KnownSource[] = [];
export const argument = (index: number): KnownSource => ({ kind: "argument", index });
export const property = (index: number, ...path: readonly string[]): KnownSource => ({ kind: "property", index, path });
export const fixed = (value: string | number): KnownSource => ({ kind: "fixed", value });
export const any: KnownSource = { kind: "any" };

/** The names under which an object mostly holds a code. */
export const codeProperties = (index: number): readonly KnownSource[] =>
  ["code", "errorCode", "error_code"].map((name) => property(index, name));

/** `400 BadRequest 401 Unauthorized` as a map from the name to the status. */
export function namedStatuses(text: string): ReadonlyMap<string, number> {
  return new Map([...text.matchAll(/(\d{3}) (\w+)/g)].map(([, status, name]) => [name ?? "", Number(status)]));
}
