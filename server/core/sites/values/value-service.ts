/**
 * What expressions are worth, through constants, enums, imports, classes and functions. A service of its own: the
 * recognisers ask it and never follow a name themselves. What cannot be known is unknown, never guessed.
 */
import type { CallExpression, ClassExpression, Expression, NewExpression } from "../../syntax/tree.ts";
import type { EvidenceStep, MemberTable, Part, Place } from "../model.ts";
import type { ModuleSummary } from "./module-summary.ts";
import type { WorkDone } from "./work.ts";

export type Constant = string | number | boolean | null;

export interface ValueService {
  /** All constants that an expression may stand for. Each branch of a conditional is an option. */
  valueOf(expression: Expression): ResolvedValue;
  /**
   * What is known of the error that `new X(…)` or `factory(…)` makes: parts given by the class's own constructor, its
   * superclasses, its fields, or the function's returned object. Undefined where the declaration cannot be found.
   */
  errorShapeOf(expression: NewExpression | CallExpression): ErrorShape | undefined;
  /**
   * `errorShapeOf`, or where the declaration is out of reach, what the arguments look like: if the name says `Error`, or
   * whatever the name says where the value is known to be `thrown`.
   */
  likelyShapeOf(
    expression: NewExpression | CallExpression,
    options?: { readonly thrown?: boolean },
  ): ErrorShape | undefined;
  /** The shape of an error that any expression of this file stands for, such as a variable that was given its fields. */
  valueShapeOf(expression: Expression): ErrorShape | undefined;
  /**
   * The answers that the function which a call runs sends or throws with the call's arguments; none for a function that
   * does not answer, or whose declaration cannot be found. `around` is the class whose method holds the call.
   */
  answersOf(call: CallExpression, around: ClassExpression | undefined): readonly CallAnswer[];
  /**
   * What every instance of a class carries, whatever its constructor is given. A class may be named, or made by a call of
   * a function; what is no class has no shape.
   */
  classShapeOf(node: Expression): ErrorShape | undefined;
  /**
   * The fields of the object that a name of another place or a call stands for, `JSON.stringify` read through; undefined
   * where it is not known. What an argument of the call gives is told of with it.
   */
  objectOf(expression: Expression): CallBody | undefined;
  /** The members of an object literal, a const object, an enum or an imported one that an expression stands for. */
  membersOf(expression: Expression): ReadonlyMap<string, ResolvedValue> | undefined;
  /**
   * The constants that a schema demands of fields, where the expression stands for a schema or for a response around one:
   * `z.object({ code: z.literal("X") })`. Fields that may be anything are left out.
   */
  schemaFieldsOf(expression: Expression): readonly SchemaField[];
  /** What each element of a list is, of an array or a set that is made elsewhere; undefined for what is not wholly known. */
  elementsOf(expression: Expression): readonly ResolvedValue[] | undefined;
  /** Where a plain name comes from: a module specifier and the imported name; undefined for locals and globals. */
  importOf(name: string): { readonly specifier: string; readonly imported: string } | undefined;
  /** Where an import of this file leads: a file that can be read, a package whose code is not read, or nowhere. */
  leadsTo(specifier: string): "file" | "package" | "nowhere";
  /** How much was computed for the file so far; once it is too much, what is not written as a literal is unknown. */
  readonly work: WorkDone;
}

/** `exhaustive` is false when other values than `options` are possible. No options: dynamic. */
export interface ResolvedValue {
  readonly options: readonly ResolvedOption[];
  readonly exhaustive: boolean;
}

export interface ResolvedOption {
  readonly value: Constant;
  /** The literal's place; undefined when the literal is the expression itself, or the value has no literal. */
  readonly origin: Place | undefined;
  /** Set when the expression is a member of a known table, so that another member may stand in its place. */
  readonly table: MemberTable | undefined;
  readonly steps: readonly EvidenceStep[];
  /** Absent where nothing had to be assumed; `likely` where a name was taken for what it usually means. */
  readonly certainty?: Part<Constant>["certainty"];
}

/** A field of a schema's object, by its path, and what it must be. */
export interface SchemaField {
  readonly path: readonly string[];
  readonly value: ResolvedValue;
}

/** What a constructed error carries. `argument` says which argument of the call gave the part, when one did. */
export interface ErrorShape {
  readonly name: string;
  readonly status: ShapePart | undefined;
  readonly code: ShapePart | undefined;
  readonly message: ShapePart | undefined;
  /** Whether it is an error by its ancestry or by its name, and not just an object with such fields. */
  readonly isError: boolean;
  /** Whether the declaration makes it an error of an API (it carries a status or a code), not just any object. */
  readonly isApiError: boolean;
}

/** How a function answers for one call of it. */
export interface CallAnswer {
  /** The function, as it is called. */
  readonly name: string;
  /** The idiom in which the function answers; `throw` for an error that it throws. */
  readonly idiom: string;
  readonly status: ShapePart | undefined;
  /** Given by an error that is thrown, or by what is expected or compared; the code of an answer that is sent is in its body. */
  readonly code: ShapePart | undefined;
  readonly message: ShapePart | undefined;
  readonly body: CallBody | "none" | undefined;
  readonly headers: readonly { readonly name: string; readonly value: string | undefined }[];
  readonly headersComplete: boolean;
  /** Whether every call of the function ends in this answer. */
  readonly always: boolean;
}

export interface CallBody {
  readonly form: "literal" | "text" | "dynamic";
  readonly fields: readonly CallField[];
  readonly complete: boolean;
}

export interface CallField {
  readonly path: readonly string[];
  readonly part: ShapePart;
  /** The name of what gives it, where the body is written: `code` of `{ error: code }`. */
  readonly giver: string | undefined;
  readonly holdsFields: boolean;
}

export interface ShapePart {
  readonly value: ResolvedValue;
  /** The expression at the call that gives the part; undefined when the class or function gives it itself. */
  readonly argument: Expression | undefined;
  /** Whether what the call gives is only a piece of the part: `${what}_not_found`. */
  readonly isOfArguments?: boolean;
  readonly steps: readonly EvidenceStep[];
  /** Absent where the declaration says it; `likely` where a name or a look does. */
  readonly certainty?: Part<Constant>["certainty"];
}

/**
 * Other modules as the caller holds them. `pending` means that the text is not loaded yet: the answer is unknown for
 * now, the request is noted, and the file is read again when it has come.
 */
export interface ModuleProvider {
  module(uri: string): ModuleSummary | "absent" | "pending";
  /**
   * The files that `specifier` may lead to, in order, as far as that is known yet: by a path, an alias, or the name of a
   * package of the workspace. Undefined for packages that are installed. Without this, paths alone lead anywhere.
   */
  resolve?(specifier: string, fromUri: string): readonly string[] | undefined;
  /** False only for a module that surely has no export of this name: then nobody has to read it. */
  mayExport?(uri: string, name: string): boolean;
}
