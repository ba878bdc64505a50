/** The shape of a body: which paths it shows, with which constant values. */
import type { BodyPath } from "../../catalog/model.ts";
import type { ArrayLiteral, Expression, ObjectLiteral, ObjectMember } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Span } from "../../text/span.ts";
import type { BodyField, BodyShape } from "../model.ts";
import type { Bindings } from "../reading/bindings.ts";
import { lastName } from "../reading/names.ts";
import type { Constant, ValueService } from "../values/value-service.ts";
import { branchesOf } from "./branches.ts";
import { throughMatchers } from "./matchers.ts";
import { objectElsewhere } from "./object-elsewhere.ts";

/** A field together with the expression that gives it, for making parts of it. */
export interface BodyEntry {
  readonly field: BodyField;
  readonly expression: Expression;
  /** The name of what gives it, where the body is written: `code` of `{ error: code }`. */
  readonly giver: string | undefined;
  /** Whether it is an object, a list or a function, which is neither a code nor a text. */
  readonly holdsFields: boolean;
  /** The constants that it may be, where they are all known. */
  readonly choices: readonly Constant[];
}

export interface ReadBody {
  readonly shape: BodyShape;
  readonly entries: readonly BodyEntry[];
}

export interface BodyContext {
  readonly values: ValueService;
  readonly bindings: Bindings;
  /** How many objects the one that is read was spread into: some spread themselves. */
  readonly spreads?: number;
}

const deepest = 6;
const mostElements = 4;
const mostFields = 400;

/** Reads a body expression; `JSON.stringify(x)` and names of local constants are read through. */
export function readBody(expression: Expression, context: BodyContext): ReadBody {
  const span = { start: expression.start, end: expression.end };
  const inner = throughCalls(expression, context, 0);
  if (inner.kind === "object" || inner.kind === "array") {
    const entries: BodyEntry[] = [];
    const complete =
      inner.kind === "object" ? readObject(inner, [], entries, context) : readArray(inner, [], entries, context);
    return { shape: { span, fields: entries.map((entry) => entry.field), complete, form: "literal" }, entries };
  }
  return { shape: { span, fields: [], complete: isEmpty(inner), form: formOf(inner) }, entries: [] };
}

function throughCalls(expression: Expression, context: BodyContext, depth: number): Expression {
  const inner = throughMatchers(expression, context.bindings);
  if (depth > deepest) return inner;
  const stringified = stringifiedBy(inner);
  if (stringified !== undefined) return throughCalls(stringified, context, depth + 1);
  if (inner.kind === "prefix" && inner.operator === "await") return throughCalls(inner.argument, context, depth + 1);
  if (inner.kind === "identifier") {
    const initializer = context.bindings.constantOf(inner);
    if (initializer === undefined) return inner;
    const value = throughCalls(initializer, context, depth + 1);
    return value.kind === "object" || value.kind === "array" ? value : inner;
  }
  if (inner.kind === "conditional" || inner.kind === "binary") {
    const objects = branchesOf(inner).filter((branch) => branch.kind === "object");
    const only = objects[0];
    return objects.length === 1 && only !== undefined ? only : inner;
  }
  return inner;
}

/** What `JSON.stringify(x)` makes a text of, also under an alias such as `superjson.stringify`; undefined for anything else. */
export function stringifiedBy(expression: Expression): Expression | undefined {
  const inner = unwrapped(expression);
  const callee = inner.kind === "call" ? unwrapped(inner.callee) : undefined;
  if (inner.kind !== "call" || (callee?.kind !== "member" && callee?.kind !== "identifier")) return undefined;
  return callee.name === "stringify" ? inner.arguments[0] : undefined;
}

function formOf(expression: Expression): BodyShape["form"] {
  if (isEmpty(expression)) return "none";
  return expression.kind === "string" || expression.kind === "template" ? "text" : "dynamic";
}

function isEmpty(expression: Expression): boolean {
  if (expression.kind === "keyword") return expression.value === null;
  if (expression.kind === "identifier") return expression.name === "undefined";
  return expression.kind === "string" && expression.value === "";
}

/** Adds the fields of an object; answers whether they are all there is. */
function readObject(object: ObjectLiteral, path: BodyPath, entries: BodyEntry[], context: BodyContext): boolean {
  let complete = object.closed;
  const from = entries.length;
  for (const member of object.members) {
    if (!readMember(member, path, entries, context)) complete = false;
  }
  if (object.members.some(({ kind }) => kind === "spread")) keepLast(entries, from);
  return complete;
}

/** What a spread gives may be written again: of one field the last counts. */
function keepLast(entries: BodyEntry[], from: number): void {
  const added = entries.splice(from);
  const last = new Map(added.map((entry) => [entry.field.path.join("\n"), entry]));
  entries.push(...added.filter((entry) => last.get(entry.field.path.join("\n")) === entry));
}

function readMember(member: ObjectMember, path: BodyPath, entries: BodyEntry[], context: BodyContext): boolean {
  if (entries.length >= mostFields) return false;
  if (member.kind === "spread") {
    const spread = throughCalls(member.argument, context, 0);
    const { spreads = 0 } = context;
    if (path.length + spreads >= deepest) return false;
    if (spread.kind === "object") return readObject(spread, path, entries, { ...context, spreads: spreads + 1 });
    return readElsewhere(spread, path, entries, context);
  }
  const name = member.key.name ?? keyConstant(member.key.computed, context);
  if (name === undefined) return false;
  if (member.kind === "method") return true;
  addField(member.value, member.key, [...path, name], entries, context);
  return true;
}

function keyConstant(computed: Expression | undefined, context: BodyContext): string | undefined {
  if (computed === undefined) return undefined;
  const resolved = context.values.valueOf(computed);
  const only = resolved.exhaustive && resolved.options.length === 1 ? resolved.options[0] : undefined;
  return only === undefined ? undefined : String(only.value);
}

function readArray(array: ArrayLiteral, path: BodyPath, entries: BodyEntry[], context: BodyContext): boolean {
  for (const [index, element] of array.elements.slice(0, mostElements).entries()) {
    if (element === undefined || element.kind === "prefix") continue;
    addField(element, element, [...path, String(index)], entries, context);
  }
  return array.elements.length <= mostElements;
}

function addField(
  given: Expression,
  key: { readonly start: number; readonly end: number },
  path: BodyPath,
  entries: BodyEntry[],
  context: BodyContext,
): void {
  const value = given.kind === "call" ? throughMatchers(given, context.bindings) : given;
  const inner = throughCalls(value, context, 0);
  const spans = { keySpan: spanOf(key), valueSpan: spanOf(value) };
  // What was read through to fields is no constant; to ask would mean following everything in it.
  const known = holdsFields(inner) ? undefined : context;
  entries.push(
    new WrittenEntry({ path, ...spans }, { expression: value, holdsFields: holdsFields(unwrapped(value)) }, known),
  );
  if (path.length >= deepest) return;
  if (inner.kind === "object") readObject(inner, path, entries, context);
  else if (inner.kind === "array") readArray(inner, path, entries, context);
  else if (ofErrors.test(path.at(-1) ?? "")) readElsewhere(inner, path, entries, context);
}

/** Fields whose objects are an error's: what is named there may be written elsewhere. */
const ofErrors = /^(?:error|err|errors|exception|fault|failure|problem)$/;

/** Adds the fields of an object that is only named; answers whether they are all there is. */
function readElsewhere(named: Expression, path: BodyPath, entries: BodyEntry[], context: BodyContext): boolean {
  const found = objectElsewhere(named, context.values);
  if (found === undefined) return false;
  const span = spanOf(named);
  for (const { path: inner, expression, holdsFields } of found.fields.slice(0, mostFields - entries.length)) {
    const field = { path: [...path, ...inner], keySpan: span, valueSpan: span };
    entries.push(new WrittenEntry(field, { expression, holdsFields }, holdsFields ? undefined : context));
  }
  return found.complete;
}

/** An entry whose constants are asked for when somebody reads them, since of most bodies only a few fields matter. */
class WrittenEntry implements BodyEntry {
  readonly field: BodyField;
  readonly expression: Expression;
  readonly holdsFields: boolean;
  readonly #context: BodyContext | undefined;
  #choices: readonly Constant[] | undefined;

  /** Without a context the entry has no constants. */
  constructor(
    place: Omit<BodyField, "value">,
    { expression, holdsFields }: Pick<BodyEntry, "expression" | "holdsFields">,
    context: BodyContext | undefined,
  ) {
    this.field = new WrittenField(place, this);
    this.expression = expression;
    this.holdsFields = holdsFields;
    this.#context = context;
  }

  get giver(): string | undefined {
    return lastName(unwrapped(this.expression));
  }

  get choices(): readonly Constant[] {
    this.#choices ??= this.#context === undefined ? none : constantsOf(this.expression, this.#context);
    return this.#choices;
  }
}

class WrittenField implements BodyField {
  readonly path: BodyPath;
  readonly keySpan: Span;
  readonly valueSpan: Span;
  readonly #entry: BodyEntry;

  constructor({ path, keySpan, valueSpan }: Omit<BodyField, "value">, entry: BodyEntry) {
    this.path = path;
    this.keySpan = keySpan;
    this.valueSpan = valueSpan;
    this.#entry = entry;
  }

  get value(): BodyField["value"] {
    const { choices } = this.#entry;
    return choices.length === 1 ? choices[0] : undefined;
  }
}

const none: readonly Constant[] = [];

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function holdsFields({ kind }: Expression): boolean {
  return kind === "object" || kind === "array" || kind === "function";
}

function constantsOf(value: Expression, context: BodyContext): readonly Constant[] {
  const resolved = context.values.valueOf(value);
  return resolved.exhaustive ? resolved.options.map((option) => option.value) : [];
}
