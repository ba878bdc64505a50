/**
 * What a symbolic value turns out to be when it is computed as far as its outermost form: a constant, something with
 * members, something that can be called, nothing, or something unknown.
 */

import type { Code } from "../../../catalog/model.ts";
import type { Expression } from "../../../syntax/tree.ts";
import type { EvidenceStep, Place } from "../../model.ts";
import type {
  SymbolicArray,
  SymbolicAssignment,
  SymbolicClass,
  SymbolicEnum,
  SymbolicFunction,
  SymbolicObject,
  SymbolicValue,
} from "../module-summary.ts";
import type { Constant } from "../value-service.ts";
import type { ModuleView } from "./module-view.ts";

export type Head = Trail & HeadForm;

/** How a head was found. */
export interface Trail {
  readonly steps: readonly EvidenceStep[];
  /** The expression at the call in question that gave the value. */
  readonly source: Expression | undefined;
  /** Whether it was put together with what an expression at the call gave. */
  readonly isOfSource?: boolean;
  /** What the value was read from as a member. */
  readonly container: Container | undefined;
  /** What a constant was first read from as a member, whatever it was handed to since. */
  readonly table?: Container;
  /** False where a name was only taken for what it usually means. */
  readonly certain: boolean;
}

export interface Container {
  readonly head: Head;
  /** How the container is written. */
  readonly name: string;
  readonly member: string;
}

export type HeadForm =
  | ConstantHead
  | SymbolicHead
  | { readonly kind: "module"; readonly view: ModuleView }
  | TableHead
  /** Something of a package that is not looked into. */
  | { readonly kind: "external"; readonly specifier: string; readonly path: readonly string[] }
  /** A name that nothing in the file declares. */
  | { readonly kind: "global"; readonly name: string }
  | InstanceHead
  | { readonly kind: "absent" }
  | { readonly kind: "unknown" };

/** `place` is the literal's. */
export interface ConstantHead {
  readonly kind: "constant";
  readonly value: Constant;
  readonly place: Place | undefined;
}

export interface SymbolicHead {
  readonly kind: "symbolic";
  readonly value: SymbolicObject | SymbolicArray | SymbolicEnum | SymbolicClass | SymbolicFunction;
  readonly frame: Frame;
}

/** A table of a well-known package. */
export interface TableHead {
  readonly kind: "table";
  readonly name: string;
  readonly members: ReadonlyMap<string, Code>;
}

/** `new X(…)`, or what a function of a package returned for a call. */
export interface InstanceHead {
  readonly kind: "instance";
  readonly maker: Head;
  readonly given: Given;
  /** The class that was made, where this is the instance as one of its superclasses sees it. */
  readonly made?: Head;
  /** What methods that were called on it have set since, the last one last. */
  readonly changes?: readonly InstanceChange[];
}

/** A field that a method has set, with what the method was given. */
export interface InstanceChange extends SymbolicAssignment {
  readonly frame: Frame;
}

/** The arguments of a call. `complete` is false where there may be more. */
export interface Given {
  readonly arguments: readonly Thunk[];
  readonly complete: boolean;
  /** What is called, for the evidence; empty where it has no name. */
  readonly label: string;
}

/** A value with what its open names mean. */
export interface Thunk {
  readonly value: SymbolicValue;
  readonly frame: Frame;
}

/** One activation of a function (`owner`), or a module's top level. */
export interface Frame {
  readonly view: ModuleView;
  readonly parent: Frame | undefined;
  readonly owner: number | undefined;
  readonly given: Given;
  readonly self: Head | undefined;
}

const start: Trail = { steps: [], source: undefined, container: undefined, certain: true };

/** A head with nothing behind it yet. */
export function headOf(form: HeadForm): Head {
  return { ...start, ...form };
}

export const unknownHead: Head = headOf({ kind: "unknown" });
export const absentHead: Head = headOf({ kind: "absent" });

/** The same heads, found one step earlier. */
export function withStep(heads: readonly Head[], step: EvidenceStep): readonly Head[] {
  return heads.map((head) => ({ ...head, steps: [step, ...head.steps] }));
}

/** The same heads, no longer members of anything. */
export function detached(heads: readonly Head[]): readonly Head[] {
  return heads.map((head) => (head.container === undefined ? head : { ...head, container: undefined }));
}
