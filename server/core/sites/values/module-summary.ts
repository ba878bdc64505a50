/**
 * What a module is worth to other files: plain data that outlives the tree it was read from. A value is kept as a
 * small formula (a symbolic value) that is computed when somebody asks, with the parameters of functions filled in.
 */
import type { Span } from "../../text/span.ts";
import type { CodeTables } from "./lower/tables-of-codes.ts";
import type { Constant } from "./value-service.ts";

export interface ModuleSummary {
  readonly uri: string;
  /** What the names at the top level stand for; imports are among them. */
  readonly bindings: ReadonlyMap<string, SymbolicValue>;
  readonly imports: ReadonlyMap<string, ImportedName>;
  /** The exported names, `default` included; what `module.exports` holds is in `commonJs`. */
  readonly exports: ReadonlyMap<string, SymbolicValue>;
  /** The specifiers of `export * from`. */
  readonly starExports: readonly string[];
  /** The value of `module.exports`, or of a JSON file, or of `export =`. */
  readonly commonJs: SymbolicValue | undefined;
  /** Every specifier that the module names, for those who load modules ahead. */
  readonly specifiers: readonly string[];
  /** How functions of the module answer with what they are given, by the function's `owner`. */
  readonly answers: ReadonlyMap<number, readonly SymbolicAnswer[]>;
  /** Tables that may give codes their statuses. */
  readonly codeTables: CodeTables;
  /** Whether the module answers with the names of errors as their codes. */
  readonly sendsErrorNames: boolean;
}

/** What a function does with its parameters that ends in an answer: it sends one, throws one, or has another one do it. */
export type SymbolicAnswer = SymbolicSent | SymbolicThrown | SymbolicPassed;

/** `always`: not under a condition of the function's own. */
interface Answering extends Span {
  readonly always: boolean;
}

/** An answer sent, as the recogniser `idiom` read it. */
export interface SymbolicSent extends Answering {
  readonly kind: "sent";
  readonly idiom: string;
  readonly status: SymbolicValue | undefined;
  /** Read outside a body: by what is expected of an answer, or compared with it. */
  readonly code: SymbolicValue | undefined;
  /** `none` where it is explicitly empty; undefined where it is not known. */
  readonly body: SymbolicValue | "none" | undefined;
  /** What is said beside the body, where there is none. */
  readonly message: SymbolicValue | undefined;
  readonly headers: readonly SymbolicHeader[];
  readonly headersComplete: boolean;
}

export interface SymbolicHeader {
  readonly name: string;
  readonly value: string | undefined;
}

export interface SymbolicThrown extends Answering {
  readonly kind: "thrown";
  readonly value: SymbolicValue;
}

/** A call of another function that may be one that answers. */
export interface SymbolicPassed extends Answering {
  readonly kind: "passed";
  readonly call: SymbolicCall;
}

/** `imported` is the exporting module's name: `default`, `*` for a namespace, `=` for all that `require` gives. */
export interface ImportedName {
  readonly specifier: string;
  readonly imported: string;
}

export type SymbolicValue =
  | SymbolicConstant
  | SymbolicObject
  | SymbolicArray
  | SymbolicName
  | SymbolicLocal
  | SymbolicImport
  | SymbolicMember
  | SymbolicIndex
  | SymbolicChoice
  | SymbolicFallback
  | SymbolicConcatenation
  | SymbolicJoin
  | SymbolicParameter
  | SymbolicThis
  | SymbolicCall
  | SymbolicEnum
  | SymbolicClass
  | SymbolicFunction
  | SymbolicUndefined
  | SymbolicUnknown;

/** A literal, its sign included. */
export interface SymbolicConstant extends Span {
  readonly kind: "constant";
  readonly value: Constant;
}

/** An object literal, the body of a namespace, or `Object.assign(a, b)` (spreads only). */
export interface SymbolicObject extends Span {
  readonly kind: "object";
  readonly entries: readonly SymbolicEntry[];
}

export type SymbolicEntry = SymbolicProperty | SymbolicComputed | SymbolicSpread;

/** `span` is the key's. */
export interface SymbolicProperty extends Span {
  readonly kind: "property";
  readonly name: string;
  readonly value: SymbolicValue;
}

export interface SymbolicComputed extends Span {
  readonly kind: "computed";
  readonly key: SymbolicValue;
  readonly value: SymbolicValue;
}

export interface SymbolicSpread extends Span {
  readonly kind: "spread";
  readonly value: SymbolicValue;
}

/** Elements after a spread are left out, and `complete` is false. */
export interface SymbolicArray extends Span {
  readonly kind: "array";
  readonly elements: readonly SymbolicValue[];
  readonly complete: boolean;
}

/** A name of the module's top level, or a global one. */
export interface SymbolicName extends Span {
  readonly kind: "name";
  readonly name: string;
}

/** A name of a function's or a block's own; `value` is shared by all places that use it. */
export interface SymbolicLocal extends Span {
  readonly kind: "local";
  readonly name: string;
  readonly declaredAt: Span;
  readonly value: SymbolicValue;
}

/** An imported name, `require("m")`, `import("m")`. */
export interface SymbolicImport extends Span, ImportedName {
  readonly kind: "import";
}

export interface SymbolicMember extends Span {
  readonly kind: "member";
  readonly object: SymbolicValue;
  readonly name: string;
}

export interface SymbolicIndex extends Span {
  readonly kind: "index";
  readonly object: SymbolicValue;
  readonly index: SymbolicValue;
}

/** Any of `options`. */
export interface SymbolicChoice extends Span {
  readonly kind: "choice";
  readonly options: readonly SymbolicValue[];
}

/** `value`, or `fallback` where it is absent: `??`, `||` (`falsy`), a default. `subject` names what has the default. */
export interface SymbolicFallback extends Span {
  readonly kind: "fallback";
  readonly value: SymbolicValue;
  readonly fallback: SymbolicValue;
  readonly falsy: boolean;
  readonly subject: string | undefined;
}

export interface SymbolicConcatenation extends Span {
  readonly kind: "concatenation";
  readonly parts: readonly SymbolicValue[];
}

/** `["AREA", ...parts].join(".")`: of a spread item every element counts. */
export interface SymbolicJoin extends Span {
  readonly kind: "join";
  readonly items: readonly { readonly value: SymbolicValue; readonly spread: boolean }[];
  readonly separator: string;
}

/** Parameter `index` of the function that is known by `owner`; its default is a `fallback` around. */
export interface SymbolicParameter extends Span {
  readonly kind: "parameter";
  readonly owner: number;
  readonly index: number;
  readonly rest: boolean;
  readonly name: string;
  /** The declared type, where it is one name. */
  readonly typeName: string | undefined;
}

/** `this` of a method or a constructor, and what `super` gives members of. */
export interface SymbolicThis extends Span {
  readonly kind: "this";
}

/** A call, or a construction where `construct` is set. Arguments after a spread are left out. */
export interface SymbolicCall extends Span {
  readonly kind: "call";
  readonly construct: boolean;
  readonly callee: SymbolicValue;
  readonly arguments: readonly SymbolicValue[];
  /** False where arguments were left out. */
  readonly complete: boolean;
}

export interface SymbolicEnum extends Span {
  readonly kind: "enum";
  readonly name: string;
  readonly members: readonly SymbolicProperty[];
}

export interface SymbolicClass extends Span {
  readonly kind: "class";
  readonly name: string;
  readonly superclass: SymbolicValue | undefined;
  /** Fields with an initializer, and getters with what they return. */
  readonly fields: readonly SymbolicProperty[];
  /** Static fields, getters and methods. */
  readonly statics: readonly SymbolicProperty[];
  /** Methods of instances that may answer with what they are given; others are left out. */
  readonly methods: readonly SymbolicProperty[];
  /** The names of the types that fields of instances are declared with, or are given by a parameter. */
  readonly fieldTypes: ReadonlyMap<string, string>;
  readonly constructor_: SymbolicFunction | undefined;
}

/** `owner` tells the function from every other of its module. */
export interface SymbolicFunction extends Span {
  readonly kind: "function";
  readonly owner: number;
  readonly name: string;
  readonly parameters: readonly SymbolicParameterInfo[];
  /** What its `return`s give; empty where it returns nothing. */
  readonly returns: readonly SymbolicValue[];
  /** On what each of `returns` depends, where it is one comparison with constants; undefined for any other. */
  readonly guards: readonly (SymbolicGuard | undefined)[];
  readonly throws: readonly SymbolicValue[];
  /** `this.x = …` in the order of the text, and `Object.assign(this, …)` as spreads. */
  readonly assignments: readonly SymbolicAssignment[];
  /** What an old-style constructor runs on its own `this` in place of `super`: `Base` of `Base.call(this, …)`. */
  readonly superCallee: SymbolicValue | undefined;
  /** The arguments of `super(…)`. */
  readonly superArguments: readonly SymbolicValue[] | undefined;
  /** The index of the rest parameter that `super(…, ...rest)` passes on at its end. */
  readonly superRest: number | undefined;
}

/** Where `subject` is one of `labels`: a `case` of a `switch`, `if (subject === label)`. */
export interface SymbolicGuard {
  readonly subject: SymbolicValue;
  readonly labels: readonly SymbolicValue[];
}

/** `value` is what the parameter stands for inside, its default included. */
export interface SymbolicParameterInfo extends Span {
  readonly name: string | undefined;
  readonly isField: boolean;
  readonly value: SymbolicValue;
}

/** `conditional`: under an `if`, a `switch`, a loop or a `try`, so that it may not happen. */
export interface SymbolicAssignment {
  readonly entry: SymbolicProperty | SymbolicSpread;
  readonly conditional: boolean;
}

/** `undefined`, `void 0`. */
export interface SymbolicUndefined extends Span {
  readonly kind: "undefined";
}

export interface SymbolicUnknown extends Span {
  readonly kind: "unknown";
}
