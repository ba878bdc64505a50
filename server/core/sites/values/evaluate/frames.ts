/** Activations of functions and modules, and how people write what they call. */
import type { EvidenceStep } from "../../model.ts";
import type { SymbolicFunction, SymbolicParameter, SymbolicValue } from "../module-summary.ts";
import { type Frame, type Given, type Head, headOf, unknownHead } from "./head.ts";
import type { ModuleView } from "./module-view.ts";

/** The frame in which a function's body runs. */
export function activation(called: SymbolicFunction, outer: Frame, given: Given, self: Head | undefined): Frame {
  return { view: outer.view, parent: outer, owner: called.owner, given, self };
}

/** The frame of a module's top level. */
export function moduleFrame(view: ModuleView): Frame {
  return {
    view,
    parent: undefined,
    owner: undefined,
    given: { arguments: [], complete: false, label: "" },
    self: undefined,
  };
}

/** The frame of the function whose parameter it is; undefined where the function is not running. */
export function owningFrame({ owner }: SymbolicParameter, frame: Frame): Frame | undefined {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) if (at.owner === owner) return at;
  return undefined;
}

/** The list of the arguments that a rest parameter takes, where all of them are known. */
export function restOf({ index, start, end }: SymbolicParameter, given: Given): Head {
  const rest = given.arguments.slice(index);
  const [first] = rest;
  if (!given.complete || first === undefined || rest.some(({ frame }) => frame !== first.frame)) return unknownHead;
  const elements = rest.map(({ value }) => value);
  return headOf({
    kind: "symbolic",
    value: { kind: "array", elements, complete: true, start, end },
    frame: first.frame,
  });
}

/** Which parameter it is, and of what, for the evidence. */
export function parameterIn(value: SymbolicParameter, frame: Frame): EvidenceStep["parameter"] {
  const given = owningFrame(value, frame)?.given;
  return given?.complete === true ? { index: value.index, of: given.label } : undefined;
}

/** What `this` is in a frame, if that is known. */
export function selfOf(frame: Frame): Head | undefined {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) if (at.self !== undefined) return at.self;
  return undefined;
}

/** How people write what has members: `Codes`, `errors.Codes`. */
export function labelOf(value: SymbolicValue): string {
  switch (value.kind) {
    case "name":
    case "local":
    case "parameter":
      return value.name;
    case "member":
      return `${labelOf(value.object)}.${value.name}`;
    case "this":
      return "this";
    default:
      return "";
  }
}

/** A name for the evidence; nothing for what has none. */
export function quoted(label: string): string {
  return label === "" ? "" : `\`${label}\``;
}
