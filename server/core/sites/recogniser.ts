/**
 * What a recogniser is: one idiom, one file. It is given every node of the kinds it asks for and yields drafts of sites.
 */
import type { Expression, ObjectLiteral, SourceFile, Statement } from "../syntax/tree.ts";
import type { Span } from "../text/span.ts";
import type { Code } from "../catalog/model.ts";
import type { BodyShape, ErrorSite, HeaderPart, Part } from "./model.ts";
import type { ValueService } from "./values/value-service.ts";

export type RecognisedNode = Expression | Statement;

export interface Recogniser {
  /** The idiom's name in output and in tests: kebab-case, stable. */
  readonly idiom: string;
  /** The node kinds that can be the root of a site of this idiom. */
  readonly kinds: readonly RecognisedNode["kind"][];
  /** The sites rooted at `node`; `ancestors` goes from the file's statement down to the parent. */
  recognise(node: RecognisedNode, context: RecogniserContext): Iterable<ErrorSite>;
}

export interface RecogniserContext {
  readonly file: SourceFile;
  readonly uri: string;
  readonly ancestors: readonly RecognisedNode[];
  /** What expressions are worth: constants, enums, imports, classes, shapes. */
  readonly values: ValueService;
  /** Parts read from expressions, with their evidence: the only way in which recognisers make parts. */
  readonly parts: PartReader;
}

/** Makes parts, bodies and headers from expressions; shared by all recognisers. */
export interface PartReader {
  /** A status (100–599) where only a status can stand; phrases (`"Not Found"`) count where `phrases` is set. */
  status(expression: Expression, options?: { readonly certainty?: Part<number>["certainty"]; readonly phrases?: boolean }): Part<number> | undefined;
  code(expression: Expression, options?: { readonly certainty?: Part<Code>["certainty"] }): Part<Code> | undefined;
  message(expression: Expression, options?: { readonly certainty?: Part<string>["certainty"] }): Part<string> | undefined;
  /** A status that nothing writes: a class's or a method's meaning. */
  impliedStatus(status: number, span: Span, by: string): Part<number>;
  /** The shape of a body expression, constants resolved, `JSON.stringify(x)` read through. */
  body(expression: Expression): BodyShape;
  /** Code, message and status found in a body by the names and nesting of its fields. */
  inBody(body: BodyShape, expression: Expression): { readonly code: Part<Code> | undefined; readonly message: Part<string> | undefined; readonly status: Part<number> | undefined };
  headers(object: ObjectLiteral | Expression | undefined): { readonly headers: readonly HeaderPart[]; readonly complete: boolean };
  /** Words around the node for `ErrorSite.context`. */
  context(node: RecognisedNode): readonly string[];
}
