/**
 * The structure that the tolerant reader sees in a TypeScript, JavaScript or JSON text.
 *
 * It is lighter than a compiler's tree: types are skipped (their spans are not kept), parentheses, `as`, `satisfies`,
 * `!` and angle-bracket assertions are read through by `unwrapped`, and what cannot be read becomes `missing` with an
 * empty or short span. It lives as long as one file is read; what outlives it are sites and module summaries.
 * All offsets are UTF-16, half-open.
 */
import type { Span } from "../text/span.ts";

/**
 * Which grammar a text is read with. `json` accepts comments and trailing commas, and is one expression; so is `yaml`,
 * whose first document is read.
 */
export type Dialect = "ts" | "tsx" | "js" | "jsx" | DocumentDialect;

/** The notations of documents of data. */
export type DocumentDialect = "json" | "yaml";

export interface SourceFile {
  readonly dialect: Dialect;
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly comments: readonly Comment[];
  /** Why the text was not read at all (too large, nested too deeply); `statements` is empty then. */
  readonly refusal: string | undefined;
}

/** `text` is without the comment marks. */
export interface Comment extends Span {
  readonly kind: "line" | "block";
  readonly text: string;
}

// ---------------------------------------------------------------- expressions

export type Expression =
  | Identifier
  | StringLiteral
  | TemplateLiteral
  | NumberLiteral
  | KeywordLiteral
  | RegExpLiteral
  | ObjectLiteral
  | ArrayLiteral
  | MemberAccess
  | IndexAccess
  | CallExpression
  | NewExpression
  | UnaryExpression
  | BinaryExpression
  | AssignmentExpression
  | ConditionalExpression
  | FunctionExpression
  | ClassExpression
  | WrappedExpression
  | PrefixExpression
  | SequenceExpression
  | TaggedTemplate
  | JsxElement
  | MissingExpression;

/** Also `this`, `super`, `import` (of a dynamic import or `import.meta`) and `#private` names. */
export interface Identifier extends Span {
  readonly kind: "identifier";
  readonly name: string;
}

/**
 * `value` is cooked. `closed` is false where the line ended before the quote did. YAML has texts without quotes (`""`)
 * and blocks of lines (`"|"`, also for folded ones).
 */
export interface StringLiteral extends Span {
  readonly kind: "string";
  readonly value: string;
  readonly quote: '"' | "'" | "" | "|";
  readonly closed: boolean;
}

/** `chunks` has one element more than `expressions`. Chunk spans leave out backticks, `${` and `}`. */
export interface TemplateLiteral extends Span {
  readonly kind: "template";
  readonly chunks: readonly TemplateChunk[];
  readonly expressions: readonly Expression[];
  readonly closed: boolean;
}

export interface TemplateChunk extends Span {
  readonly value: string;
}

/** `value` is NaN for a bigint. A sign is a `unary` around it. */
export interface NumberLiteral extends Span {
  readonly kind: "number";
  readonly value: number;
}

export interface KeywordLiteral extends Span {
  readonly kind: "keyword";
  readonly value: true | false | null;
}

export interface RegExpLiteral extends Span {
  readonly kind: "regexp";
}

export interface ObjectLiteral extends Span {
  readonly kind: "object";
  readonly members: readonly ObjectMember[];
  readonly closed: boolean;
}

export type ObjectMember = Property | SpreadMember | MethodMember;

/** `a: 1`, `a` (shorthand: `value` is the identifier itself), or a half-typed `a:` (`value` is missing). */
export interface Property extends Span {
  readonly kind: "property";
  readonly key: PropertyKey;
  readonly value: Expression;
  readonly shorthand: boolean;
}

export interface SpreadMember extends Span {
  readonly kind: "spread";
  readonly argument: Expression;
}

/** A method, getter or setter of an object literal. */
export interface MethodMember extends Span {
  readonly kind: "method";
  readonly key: PropertyKey;
  readonly role: "method" | "get" | "set";
  readonly value: FunctionExpression;
}

/**
 * `name` is the key as a string (`1001` for a numeric key, `-1` never: a computed key carries it), undefined when computed.
 * The span covers quotes or brackets.
 */
export interface PropertyKey extends Span {
  readonly kind: "key";
  readonly written: "identifier" | "string" | "number" | "computed" | "private";
  readonly name: string | undefined;
  /** The expression in the brackets of a computed key. */
  readonly computed: Expression | undefined;
}

/** Holes are undefined. A spread element is a `prefix` with operator `...`. */
export interface ArrayLiteral extends Span {
  readonly kind: "array";
  readonly elements: readonly (Expression | undefined)[];
  readonly closed: boolean;
}

/** `object.name`, `object?.name`. A half-typed `object.` has an empty name. */
export interface MemberAccess extends Span {
  readonly kind: "member";
  readonly object: Expression;
  readonly name: string;
  readonly nameSpan: Span;
  readonly optional: boolean;
}

export interface IndexAccess extends Span {
  readonly kind: "index";
  readonly object: Expression;
  readonly index: Expression;
  readonly optional: boolean;
}

/** A spread argument is a `prefix` with operator `...`. `argumentsSpan` covers the parentheses. */
export interface CallExpression extends Span {
  readonly kind: "call";
  readonly callee: Expression;
  readonly arguments: readonly Expression[];
  readonly argumentsSpan: Span;
  readonly optional: boolean;
  readonly closed: boolean;
}

/** `argumentsSpan` is empty, at the end, for `new X` without parentheses. */
export interface NewExpression extends Span {
  readonly kind: "new";
  readonly callee: Expression;
  readonly arguments: readonly Expression[];
  readonly argumentsSpan: Span;
  readonly closed: boolean;
}

/** `-x`, `+x`, `!x`, `~x`, `typeof x`, `void x`, `delete x`, `++x`, `--x`, and postfix `x++`, `x--`. */
export interface UnaryExpression extends Span {
  readonly kind: "unary";
  readonly operator: string;
  readonly operand: Expression;
}

/** All binary operators, the logical ones, `in` and `instanceof` included. */
export interface BinaryExpression extends Span {
  readonly kind: "binary";
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

/** `target` may be a pattern, written as the object or array literal it looks like. */
export interface AssignmentExpression extends Span {
  readonly kind: "assignment";
  readonly operator: string;
  readonly target: Expression;
  readonly value: Expression;
}

export interface ConditionalExpression extends Span {
  readonly kind: "conditional";
  readonly test: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

/** Functions of every kind: arrow, `function`, methods, accessors, constructors. */
export interface FunctionExpression extends Span {
  readonly kind: "function";
  readonly name: string | undefined;
  readonly arrow: boolean;
  readonly parameters: readonly Parameter[];
  /** A block's statements; an arrow's expression; undefined for an overload or an abstract signature. */
  readonly body: readonly Statement[] | Expression | undefined;
}

export interface Parameter extends Span {
  readonly kind: "parameter";
  readonly pattern: Pattern;
  readonly initializer: Expression | undefined;
  readonly rest: boolean;
  /** `constructor(readonly status: number)`: the parameter is a field too. */
  readonly isField: boolean;
  /** The declared type where it is one plain name: `errors: ErrorService`. */
  readonly typeName: string | undefined;
  readonly decorators: readonly Expression[];
}

/** What a declaration or a parameter binds. */
export type Pattern = IdentifierPattern | ObjectPattern | ArrayPattern | MissingPattern;

export interface IdentifierPattern extends Span {
  readonly kind: "name";
  readonly name: string;
}

export interface ObjectPattern extends Span {
  readonly kind: "object-pattern";
  readonly properties: readonly PatternProperty[];
}

/** `{ key: pattern = initializer }`; a rest element has `key` undefined. */
export interface PatternProperty extends Span {
  readonly kind: "pattern-property";
  readonly key: PropertyKey | undefined;
  readonly pattern: Pattern;
  readonly initializer: Expression | undefined;
}

export interface ArrayPattern extends Span {
  readonly kind: "array-pattern";
  readonly elements: readonly (PatternProperty | undefined)[];
}

export interface MissingPattern extends Span {
  readonly kind: "missing";
}

export interface ClassExpression extends Span {
  readonly kind: "class";
  readonly name: string | undefined;
  readonly nameSpan: Span | undefined;
  readonly superclass: Expression | undefined;
  readonly members: readonly ClassMember[];
  readonly decorators: readonly Expression[];
}

/** `value` is the initializer of a field, the function of the others. A static block is a `block` with a function. */
export interface ClassMember extends Span {
  readonly kind: "class-member";
  readonly role: "field" | "method" | "get" | "set" | "constructor" | "block";
  readonly key: PropertyKey;
  readonly isStatic: boolean;
  readonly value: Expression | undefined;
  /** The declared type of a field where it is one plain name. */
  readonly typeName: string | undefined;
  readonly decorators: readonly Expression[];
}

/** `(x)`, `x as T`, `x satisfies T`, `<T>x`, `x!`: nothing but the inner expression matters. */
export interface WrappedExpression extends Span {
  readonly kind: "wrapped";
  readonly form: "parentheses" | "as" | "satisfies" | "assertion" | "non-null";
  readonly expression: Expression;
}

/** `await x`, `yield x`, `yield* x`, `...x`. */
export interface PrefixExpression extends Span {
  readonly kind: "prefix";
  readonly operator: "await" | "yield" | "yield*" | "...";
  readonly argument: Expression;
}

export interface SequenceExpression extends Span {
  readonly kind: "sequence";
  readonly expressions: readonly Expression[];
}

export interface TaggedTemplate extends Span {
  readonly kind: "tagged";
  readonly tag: Expression;
  readonly template: TemplateLiteral;
}

/** `expressions` are those in braces: attribute values, children, spreads. String attributes are `string` literals among them. */
export interface JsxElement extends Span {
  readonly kind: "jsx";
  readonly name: string;
  readonly expressions: readonly Expression[];
}

export interface MissingExpression extends Span {
  readonly kind: "missing";
}

// ---------------------------------------------------------------- statements

export type Statement =
  | VariableStatement
  | ExpressionStatement
  | ReturnStatement
  | ThrowStatement
  | IfStatement
  | SwitchStatement
  | LoopStatement
  | TryStatement
  | BlockStatement
  | FunctionStatement
  | ClassStatement
  | EnumStatement
  | ImportStatement
  | ExportStatement
  | ModuleStatement
  | LabeledStatement
  | OtherStatement;

export interface VariableStatement extends Span {
  readonly kind: "variable";
  readonly keyword: "const" | "let" | "var" | "using" | "await using";
  readonly declarators: readonly VariableDeclarator[];
  /** `export const …`; the span covers `export`. */
  readonly exported: boolean;
}

export interface VariableDeclarator extends Span {
  readonly kind: "declarator";
  readonly pattern: Pattern;
  readonly initializer: Expression | undefined;
}

export interface ExpressionStatement extends Span {
  readonly kind: "expression";
  readonly expression: Expression;
}

export interface ReturnStatement extends Span {
  readonly kind: "return";
  readonly argument: Expression | undefined;
}

export interface ThrowStatement extends Span {
  readonly kind: "throw";
  readonly argument: Expression;
}

export interface IfStatement extends Span {
  readonly kind: "if";
  readonly test: Expression;
  readonly whenTrue: Statement;
  readonly whenFalse: Statement | undefined;
}

export interface SwitchStatement extends Span {
  readonly kind: "switch";
  readonly discriminant: Expression;
  readonly cases: readonly SwitchCase[];
}

/** `test` is undefined for `default`. */
export interface SwitchCase extends Span {
  readonly kind: "case";
  readonly test: Expression | undefined;
  readonly body: readonly Statement[];
}

/** `for`, `for-in`, `for-of`, `while`, `do`, `with`: `heads` are the expressions of the head in order. */
export interface LoopStatement extends Span {
  readonly kind: "loop";
  readonly declaration: VariableStatement | undefined;
  readonly heads: readonly Expression[];
  readonly body: Statement;
}

export interface TryStatement extends Span {
  readonly kind: "try";
  readonly block: readonly Statement[];
  readonly parameter: Pattern | undefined;
  readonly handler: readonly Statement[] | undefined;
  readonly finalizer: readonly Statement[] | undefined;
}

export interface BlockStatement extends Span {
  readonly kind: "block";
  readonly body: readonly Statement[];
}

export interface FunctionStatement extends Span {
  readonly kind: "function-declaration";
  readonly function: FunctionExpression;
  readonly exported: "no" | "named" | "default";
}

export interface ClassStatement extends Span {
  readonly kind: "class-declaration";
  readonly class: ClassExpression;
  readonly exported: "no" | "named" | "default";
}

export interface EnumStatement extends Span {
  readonly kind: "enum";
  readonly name: string;
  readonly nameSpan: Span;
  readonly members: readonly EnumMember[];
  readonly exported: boolean;
}

export interface EnumMember extends Span {
  readonly kind: "enum-member";
  readonly key: PropertyKey;
  readonly initializer: Expression | undefined;
}

/** `import d, { a as b } from "m"`, `import * as ns from "m"`, `import x = require("m")`, `const … = require` stays a variable. */
export interface ImportStatement extends Span {
  readonly kind: "import";
  readonly specifier: StringLiteral | undefined;
  readonly bindings: readonly ImportBinding[];
  readonly typeOnly: boolean;
}

/** `imported` is the exporting module's name: `default`, `*` for a namespace, `=` for `import x = require()`. */
export interface ImportBinding extends Span {
  readonly kind: "import-binding";
  readonly local: string;
  readonly imported: string;
  readonly typeOnly: boolean;
}

/** Every export that is not written on a declaration. */
export interface ExportStatement extends Span {
  readonly kind: "export";
  readonly specifier: StringLiteral | undefined;
  /** `export { local as exported }`, `export * from` (both `*`), `export * as ns from` (`*`, `ns`). */
  readonly bindings: readonly ExportBinding[];
  /** `export default <expression>` and `export = <expression>`. */
  readonly expression: Expression | undefined;
  readonly typeOnly: boolean;
}

export interface ExportBinding extends Span {
  readonly kind: "export-binding";
  readonly local: string;
  readonly exported: string;
}

/** `namespace X { … }`, `declare module "m" { … }`, `declare global { … }`. */
export interface ModuleStatement extends Span {
  readonly kind: "module";
  readonly name: string;
  readonly body: readonly Statement[];
  readonly exported: boolean;
}

export interface LabeledStatement extends Span {
  readonly kind: "labeled";
  readonly body: Statement;
}

/** `break`, `continue`, `debugger`, `;`, interfaces, type aliases, and what could not be read. */
export interface OtherStatement extends Span {
  readonly kind: "other";
}
