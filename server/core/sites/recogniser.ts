/**
 * What a recogniser is: one idiom, one file. It is given every node of the kinds it asks for and yields drafts of sites.
 */

import type { Code } from "../catalog/model.ts";
import type { Expression, ObjectLiteral, SourceFile, Statement } from "../syntax/tree.ts";
import type { Span } from "../text/span.ts";
import type { BodyShape, ErrorSite, HeaderPart, Part } from "./model.ts";
import type { Bindings } from "./reading/bindings.ts";
import type { ValueService } from "./values/value-service.ts";

export type RecognisedNode = Expression | Statement;

export interface Recogniser {
  /** The idiom's name in output and in tests: kebab-case, stable. */
  readonly idiom: string;
  /** The node kinds that can be the root of a site of this idiom. */
  readonly kinds: readonly RecognisedNode["kind"][];
  /** What every text with a site of this idiom has; a file without it is not shown to the recogniser. */
  readonly sign?: RegExp;
  /** The sites rooted at `node`; `ancestors` goes from the file's statement down to the parent. */
  recognise(node: RecognisedNode, context: RecogniserContext): Iterable<ErrorSite>;
  /** Why the node is not a site of this idiom, as a sentence for people; undefined where it does not even resemble one. */
  explain?(node: RecognisedNode, context: RecogniserContext): string | undefined;
}

/** The answer of a recogniser that has nothing to say: most of them, of nearly every node. */
export const noSites: readonly ErrorSite[] = [];

export interface RecogniserContext {
  readonly file: SourceFile;
  readonly uri: string;
  readonly ancestors: readonly RecognisedNode[];
  /** Where names in this file are declared, for telling a response from something of the same name. */
  readonly bindings: Bindings;
  /** What expressions are worth: constants, enums, imports, classes, shapes. */
  readonly values: ValueService;
  /** What the team's own functions do with their arguments. */
  readonly wrappers: readonly Wrapper[];
  /** Parts read from expressions, with their evidence: the only way in which recognisers make parts. */
  readonly parts: PartReader;
}

/** A team's own function: what its arguments are, by position, and by property where an argument is an object. */
export interface Wrapper {
  /** A name, or names with dots between them, which is how the function's access path ends. */
  readonly callee: string;
  /** Set where only `new X(…)`, or only a method of whatever object, is meant. */
  readonly form?: "new" | "method" | undefined;
  readonly args: readonly WrapperRole[];
  /** By the property's name; by names with dots between them for what is in an object inside (`error.code`). */
  readonly properties: ReadonlyMap<string, WrapperRole>;
}

export type WrapperRole = "status" | "code" | "message" | "headers" | "body" | "ignore";

/** Makes parts, bodies and headers from expressions; shared by all recognisers. */
export interface PartReader {
  /**
   * A status (100–599) where only a status can stand; phrases (`"Not Found"`) count where `phrases` is set, and other
   * numbers below 1000 where `sent` says that an answer surely goes out with it.
   */
  status(
    expression: Expression,
    options?: { readonly certainty?: Part<number>["certainty"]; readonly phrases?: boolean; readonly sent?: boolean },
  ): Part<number> | undefined;
  code(expression: Expression, options?: { readonly certainty?: Part<Code>["certainty"] }): Part<Code> | undefined;
  message(
    expression: Expression,
    options?: { readonly certainty?: Part<string>["certainty"] },
  ): Part<string> | undefined;
  /** A status that nothing writes: a class's or a method's meaning. */
  impliedStatus(status: number, span: Span, by: string): Part<number>;
  /** The shape of a body expression, constants resolved, `JSON.stringify(x)` read through. */
  body(expression: Expression): BodyShape;
  /**
   * Code, message and status found in a body by the names and nesting of its fields. `siteStatuses` are those that the
   * site sends beside the body: a number in the body that repeats one of them is no application code.
   */
  inBody(
    body: BodyShape,
    expression: Expression,
    siteStatuses?: readonly number[],
  ): {
    readonly code: Part<Code> | undefined;
    readonly message: Part<string> | undefined;
    readonly status: Part<number> | undefined;
  };
  headers(object: ObjectLiteral | Expression | undefined): {
    readonly headers: readonly HeaderPart[];
    readonly complete: boolean;
  };
  /** Words around the node for `ErrorSite.context`. */
  context(node: RecognisedNode): readonly string[];
}
