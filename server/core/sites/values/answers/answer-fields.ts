/** What an answer's body carries once the parameters are filled in. */
import type { Evaluation } from "../evaluate/evaluator.ts";
import type { Frame, Head, SymbolicHead } from "../evaluate/head.ts";
import { memberNames, memberOf } from "../evaluate/members.ts";
import type { SymbolicArray, SymbolicEntry, SymbolicObject, SymbolicValue } from "../module-summary.ts";

export interface GivenField {
  readonly path: readonly string[];
  readonly heads: readonly Head[];
  /** The name of what gives it, where the body is written: `code` of `{ error: code }`. */
  readonly giver: string | undefined;
  readonly holdsFields: boolean;
}

export type GivenBody =
  | { readonly kind: "fields"; readonly fields: readonly GivenField[]; readonly complete: boolean }
  | { readonly kind: "text"; readonly heads: readonly Head[] }
  | { readonly kind: "dynamic" };

const deepest = 6;
const mostFields = 100;
const mostElements = 4;

/** The body that `value` is; `JSON.stringify(x)` is read through. */
export function givenBody(value: SymbolicValue, frame: Frame, evaluation: Evaluation): GivenBody {
  const heads = evaluation.resolve(value, frame).flatMap((head) => throughStringify(head, evaluation));
  if (heads.every((head) => head.kind === "constant" && typeof head.value === "string")) return { kind: "text", heads };
  const [made] = heads;
  if (made?.kind === "instance" && heads.length === 1) return fieldsOfInstance(made, evaluation);
  const objects = heads.filter(isObject);
  const [object] = objects;
  if (object === undefined || objects.length > 1) return { kind: "dynamic" };
  const fields = new Fields(evaluation);
  fields.addObject(object.value, object.frame, []);
  return { kind: "fields", fields: [...fields.found.values()], complete: fields.complete && heads.length === 1 };
}

/** `Response.json(this)`, `JSON.stringify(problem)`: what goes out of an instance are its fields. */
function fieldsOfInstance(made: Head, evaluation: Evaluation): GivenBody {
  const names = memberNames(made, evaluation);
  if (names.length === 0) return { kind: "dynamic" };
  const fields = new Fields(evaluation);
  for (const name of names) fields.addField([name], memberOf(made, name, evaluation), name);
  return { kind: "fields", fields: [...fields.found.values()], complete: false };
}

/** What has a default is called after the one that has it. */
function giverOf(value: SymbolicValue): string | undefined {
  const named = value.kind === "fallback" ? value.value : value;
  return named.kind === "local" || named.kind === "name" || named.kind === "parameter" || named.kind === "member"
    ? named.name
    : undefined;
}

function throughStringify(head: Head, evaluation: Evaluation): readonly Head[] {
  if (head.kind !== "instance" || head.maker.kind !== "global" || head.maker.name !== "JSON.stringify") return [head];
  return evaluation.resolveThunk(head.given.arguments[0], head);
}

function isObject(head: Head): head is Head & SymbolicHead & { readonly value: SymbolicObject } {
  return head.kind === "symbolic" && head.value.kind === "object";
}

class Fields {
  /** By the path; the last of a name wins, as in the object. */
  readonly found = new Map<string, GivenField>();
  complete = true;
  readonly #evaluation: Evaluation;

  constructor(evaluation: Evaluation) {
    this.#evaluation = evaluation;
  }

  addObject(object: SymbolicObject, frame: Frame, path: readonly string[]): void {
    for (const entry of object.entries) this.#addEntry(entry, frame, path);
  }

  #addEntry(entry: SymbolicEntry, frame: Frame, path: readonly string[]): void {
    if (this.found.size >= mostFields || path.length >= deepest) {
      this.complete = false;
      return;
    }
    const heads = this.#evaluation.resolve(entry.value, frame);
    if (entry.kind === "spread") {
      this.#addSpread(heads, path);
      return;
    }
    const name = entry.kind === "property" ? entry.name : this.#nameOf(entry.key, frame);
    if (name === undefined) this.complete = false;
    else this.addField([...path, name], heads, giverOf(entry.value));
  }

  addField(path: readonly string[], heads: readonly Head[], giver: string | undefined): void {
    // JSON leaves out what is undefined.
    if (heads.every((head) => head.kind === "absent")) return;
    const [only] = heads;
    const holdsFields = heads.every((head) => head.kind === "symbolic");
    this.found.set(path.join("\n"), { path, heads, giver, holdsFields });
    if (only === undefined || heads.length > 1) return;
    if (isObject(only)) this.addObject(only.value, only.frame, path);
    else if (only.kind === "symbolic" && only.value.kind === "array") this.#addElements(only.value, only.frame, path);
  }

  #addElements({ elements }: SymbolicArray, frame: Frame, path: readonly string[]): void {
    for (const [index, element] of elements.slice(0, mostElements).entries()) {
      this.addField([...path, String(index)], this.#evaluation.resolve(element, frame), giverOf(element));
    }
  }

  #addSpread(heads: readonly Head[], path: readonly string[]): void {
    const [only] = heads;
    if (heads.length !== 1 || only === undefined) this.complete = false;
    else if (isObject(only)) this.addObject(only.value, only.frame, path);
    else if (only.kind !== "absent" && only.kind !== "constant") this.complete = false;
  }

  #nameOf(key: SymbolicValue, frame: Frame): string | undefined {
    const [only, ...more] = this.#evaluation.resolve(key, frame);
    return only?.kind === "constant" && more.length === 0 ? String(only.value) : undefined;
  }
}
