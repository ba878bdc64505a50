/**
 * Error sites: the places in source or data that emit, declare, compare or expect an error, each with what was read
 * there and the evidence for it. Plain data; a site outlives the tree it was read from.
 */
import type { BodyPath, Code } from "../catalog/model.ts";
import type { Span } from "../text/span.ts";

/**
 * What the code at a site does with the error:
 * `emit` sends or throws it, `declare` defines it (a class, a map entry, a constant table), `handle` compares what came
 * from elsewhere (client code), `expect` asserts it (a test, a mock), `document` shows it (a JSON body, an example).
 */
export type SiteRole = "emit" | "declare" | "handle" | "expect" | "document";

export interface ErrorSite {
  readonly role: SiteRole;
  /** Which recogniser saw it: `express`, `koa`, `throw`, `web-response`, `comparison`, `json-body`, … */
  readonly idiom: string;
  /** The whole construct: a call chain, a throw statement, an object literal. */
  readonly span: Span;
  readonly status: Part<number> | undefined;
  readonly code: Part<Code> | undefined;
  readonly message: Part<string> | undefined;
  /** Headers set at the site, names as written. `value` is undefined where it is not constant. */
  readonly headers: readonly HeaderPart[];
  /** Whether the list of headers is all there is; false after a spread or a dynamic init object. */
  readonly headersComplete: boolean;
  readonly body: BodyShape | undefined;
  /** Words that say what this place is about, for policies: names of the function, class and file around, names in the call. */
  readonly context: readonly string[];
  /** For `handle`: how the parts are compared together; `and` only where all must hold at once. */
  readonly comparison: Comparison | undefined;
  /** The innermost function around the site. */
  readonly function: Span | undefined;
  /** What the site was read from: for a row of a table the table, so that its rows are known to belong together. */
  readonly root: Span;
}

/**
 * One part of a site: all values that it may have here.
 * No value in `values` means dynamic: nothing may be flagged. `exhaustive` says whether other values are possible.
 */
export interface Part<Value> {
  readonly values: readonly PartValue<Value>[];
  readonly exhaustive: boolean;
  /** The expression in this file that stands for the part (`404`, `HttpStatus.NOT_FOUND`, `status`, a whole call for an implied one). */
  readonly span: Span;
  /**
   * `certain`: the place can hold nothing else (`.status(404)`). `likely`: inferred from names or shapes.
   * `weak`: a guess good enough for a hover, never for a warning.
   */
  readonly certainty: "certain" | "likely" | "weak";
  /** How the value came here, first the expression, last the literal. */
  readonly evidence: readonly EvidenceStep[];
}

export interface PartValue<Value> {
  readonly value: Value;
  /** How the value is written at the part's span, so that a fix can write another one. */
  readonly written: Written;
  /** The file and place of the literal itself when it is not at the part's span. */
  readonly origin: Place | undefined;
}

export interface Place {
  readonly uri: string;
  readonly span: Span;
}

/** The form in which a value stands in the text. */
export type Written =
  /** A number literal, sign included. */
  | { readonly kind: "number"; readonly span: Span }
  /** A string literal or a template without substitutions; `span` covers the quotes. A plain text of YAML has none. */
  | { readonly kind: "string"; readonly span: Span; readonly quote: '"' | "'" | "`" | "" }
  /** An unquoted key of an object literal or a map. */
  | { readonly kind: "key"; readonly span: Span }
  /** `HttpStatus.FORBIDDEN`: another member of the same table may replace the name at `nameSpan`. */
  | { readonly kind: "member"; readonly span: Span; readonly nameSpan: Span; readonly table: MemberTable }
  /** A name of a constant. */
  | { readonly kind: "name"; readonly span: Span }
  /** Not written at all: implied by a class, a method or a factory name, or by a default. */
  | { readonly kind: "implied"; readonly span: Span; readonly by: string };

/** A known set of named values (an enum, a const object, `http.STATUS_CODES`' names). */
export interface MemberTable {
  readonly name: string;
  readonly members: ReadonlyMap<string, Code>;
}

/** One step of how a value was found: `text` is a short phrase for people (`parameter 2 of NotFoundError`). */
export interface EvidenceStep {
  readonly text: string;
  readonly place: Place | undefined;
  /** For the default of a parameter that the call leaves out: which it is, and what is called, as people write it. */
  readonly parameter?: { readonly index: number; readonly of: string } | undefined;
}

export interface HeaderPart {
  readonly name: string;
  readonly value: string | undefined;
  readonly span: Span;
}

/** What a body literal shows: every path seen with its constant value if it has one. */
export interface BodyShape {
  readonly span: Span;
  readonly fields: readonly BodyField[];
  /** Whether nothing else can be in the body (no spread, no dynamic part at the top). */
  readonly complete: boolean;
  /** `literal`: an object was seen; `text`: a plain string; `dynamic`: an expression; `none`: explicitly empty. */
  readonly form: "literal" | "text" | "dynamic" | "none";
}

export interface BodyField {
  readonly path: BodyPath;
  /** The constant value; undefined when dynamic or an object. */
  readonly value: string | number | boolean | null | undefined;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}

export interface Comparison {
  /** `and`: all parts must hold at once; `or`: any; `single`: one part only. */
  readonly combination: "and" | "or" | "single";
  /** Whether the comparison is negated (`!==`). */
  readonly negated: boolean;
  /** What is compared, where it stands apart from the values: the head of a `switch`. */
  readonly subject: Span | undefined;
  /** The names by which the compared code was reached (`["data", "Msg", "Code"]`), as far as they are known. */
  readonly path: BodyPath | undefined;
}
