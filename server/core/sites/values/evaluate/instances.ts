/** Fields of what `new` makes: from the constructor, the fields of the class, and its superclasses. */
import type { SymbolicClass, SymbolicFunction, SymbolicProperty } from "../module-summary.ts";
import { builtInField, isBuiltInError } from "./built-in-errors.ts";
import type { Evaluation } from "./evaluator.ts";
import { activation } from "./frames.ts";
import {
  absentHead,
  type Frame,
  type Given,
  type Head,
  headOf,
  type InstanceHead,
  type SymbolicHead,
  type Thunk,
  unknownHead,
  withStep,
} from "./head.ts";
import { memberNames, memberOf } from "./members.ts";
import { schemaMember } from "./schemas.ts";

type Instance = Head & InstanceHead;

/** What one class of a chain does to an instance. */
interface Layer {
  readonly name: string;
  /** The constructor or the old-style function; undefined where the class has none of its own. */
  readonly making: SymbolicFunction | undefined;
  readonly fields: readonly SymbolicProperty[];
  /** In which the constructor's body is computed. */
  readonly frame: Frame;
  readonly parents: readonly Head[];
  /** What the superclass's constructor is given. */
  readonly upwards: Given;
}

/** What `instance.name` may be; absent where no class of the chain sets it, unknown where a class is not known. */
export function fieldOf(instance: Instance, name: string, evaluation: Evaluation): readonly Head[] {
  const found: Head[] = [];
  for (const { entry, conditional, frame } of instance.changes?.toReversed() ?? []) {
    if (entry.kind === "spread") {
      found.push(unknownHead);
    } else if (entry.name === name) {
      found.push(...setField(entry, frame, evaluation));
      if (!conditional) return found;
    }
  }
  const before = fieldAsMade(instance, name, evaluation);
  return found.length === 0 ? before : [...found, ...before.filter((head) => head.kind !== "absent")];
}

/** The field before any method was called. */
function fieldAsMade(instance: Instance, name: string, evaluation: Evaluation): readonly Head[] {
  const layer = layerOf(instance, evaluation);
  if (layer === undefined) return foreignField(instance, name, evaluation);
  const found: Head[] = [];
  for (const { entry, conditional } of layer.making?.assignments.toReversed() ?? []) {
    if (entry.kind === "spread") {
      const spread = evaluation.within(() =>
        evaluation.resolve(entry.value, layer.frame).flatMap((head) => memberOf(head, name, evaluation)),
      );
      if (spread.length === 0) return [...found, unknownHead];
      const present = spread.filter((head) => head.kind !== "absent");
      found.push(...present);
      if (!conditional && present.length === spread.length && present.every((head) => head.kind !== "unknown"))
        return found;
    } else if (entry.name === name) {
      found.push(...property(entry, layer, evaluation));
      if (!conditional) return found;
    }
  }
  const parameter = layer.making?.parameters.find((one) => one.isField && one.name === name);
  if (parameter !== undefined)
    return [...found, ...property({ ...parameter, kind: "property", name }, layer, evaluation)];
  const field = layer.fields.findLast((one) => one.name === name);
  if (field !== undefined) return [...found, ...property(field, layer, evaluation)];
  const inherited = evaluation.within(() =>
    layer.parents.flatMap((parent) =>
      parent.kind === "unknown" ? [unknownHead] : fieldOf(parentInstance(parent, layer), name, evaluation),
    ),
  );
  if (inherited.length === 0 && layer.parents.length > 0) return [...found, unknownHead];
  if (layer.parents.length === 0) return found.length > 0 ? found : [absentHead];
  return found.length > 0 ? [...found, ...inherited.filter((head) => head.kind !== "absent")] : inherited;
}

/** The names of all fields that the known classes of the chain set. */
export function fieldNames(instance: Instance, evaluation: Evaluation): readonly string[] {
  return [...new Set(chainOf(instance, evaluation).flatMap((link) => layerNames(link, evaluation)))];
}

/** The names of the fields that one class of a chain sets. */
export function layerNames({ layer }: ChainLink, evaluation: Evaluation): readonly string[] {
  if (layer === undefined) return [];
  const names = new Set<string>();
  for (const { entry } of layer.making?.assignments ?? []) {
    if (entry.kind === "property") names.add(entry.name);
    else
      for (const head of evaluation.resolve(entry.value, layer.frame))
        for (const name of evaluation.within(() => memberNames(head, evaluation))) names.add(name);
  }
  for (const one of layer.making?.parameters ?? []) if (one.isField && one.name !== undefined) names.add(one.name);
  for (const one of layer.fields) names.add(one.name);
  return [...names];
}

export interface ChainLink {
  readonly instance: Instance;
  /** Undefined for a class that is not in the workspace. */
  readonly layer: Layer | undefined;
}

/** The instance as each class of its chain sees it, the class itself first. Only the first of several superclasses is followed. */
export function chainOf(instance: Instance, evaluation: Evaluation): readonly ChainLink[] {
  const links: ChainLink[] = [];
  let current: Instance | undefined = instance;
  while (current !== undefined && links.length < 12) {
    const layer: Layer | undefined = layerOf(current, evaluation);
    links.push({ instance: current, layer });
    const parent: Head | undefined = layer?.parents.find((one) => one.kind !== "absent");
    current = layer === undefined || parent === undefined ? undefined : parentInstance(parent, layer);
  }
  return links;
}

function parentInstance(parent: Head, layer: Layer): Instance {
  const { self } = layer.frame;
  const made = self?.kind === "instance" ? (self.made ?? self.maker) : parent;
  return { ...absentHead, kind: "instance", maker: parent, given: layer.upwards, made };
}

function layerOf(instance: Instance, evaluation: Evaluation): Layer | undefined {
  const { maker } = instance;
  if (maker.kind !== "symbolic") return undefined;
  if (maker.value.kind === "class") return classLayer(maker, maker.value, instance, evaluation);
  if (maker.value.kind !== "function") return undefined;
  return functionLayer(maker, maker.value, instance, evaluation);
}

/** An old-style function; it has a superclass where it runs another one on its own `this`. */
function functionLayer(
  maker: SymbolicHead,
  making: SymbolicFunction,
  instance: Instance,
  evaluation: Evaluation,
): Layer {
  const frame = activation(making, maker.frame, instance.given, instance);
  const { name, superCallee } = making;
  const parents =
    superCallee === undefined
      ? []
      : evaluation.resolve(superCallee, frame).flatMap((parent) => evaluation.callable(parent));
  return { name, making, fields: [], frame, parents, upwards: upwardsOf(name, making, frame) };
}

function classLayer(maker: SymbolicHead, value: SymbolicClass, instance: Instance, evaluation: Evaluation): Layer {
  const making = value.constructor_;
  const frame: Frame =
    making === undefined
      ? { view: maker.frame.view, parent: maker.frame, owner: undefined, given: instance.given, self: instance }
      : activation(making, maker.frame, instance.given, instance);
  const parents =
    value.superclass === undefined
      ? []
      : evaluation.resolve(value.superclass, maker.frame).flatMap((parent) => evaluation.callable(parent));
  return {
    name: value.name,
    making,
    fields: value.fields,
    frame,
    parents,
    upwards: making === undefined ? instance.given : upwardsOf(value.name, making, frame),
  };
}

function upwardsOf(name: string, making: SymbolicFunction, frame: Frame): Given {
  const { given } = frame;
  const thunks = (making.superArguments ?? []).map((value): Thunk => ({ value, frame }));
  const label = `\`super\` in \`${name}\``;
  if (making.superRest === undefined)
    return { arguments: thunks, complete: making.superArguments !== undefined, label };
  return { arguments: [...thunks, ...given.arguments.slice(making.superRest)], complete: given.complete, label };
}

function setField(entry: SymbolicProperty, frame: Frame, evaluation: Evaluation): readonly Head[] {
  const place = { uri: frame.view.uri, span: { start: entry.start, end: entry.end } };
  return withStep(evaluation.resolve(entry.value, frame), { text: `field \`${entry.name}\``, place });
}

function property(entry: SymbolicProperty, layer: Layer, evaluation: Evaluation): readonly Head[] {
  const place = { uri: layer.frame.view.uri, span: { start: entry.start, end: entry.end } };
  const text = layer.name === "" ? `field \`${entry.name}\`` : `field \`${entry.name}\` of \`${layer.name}\``;
  return withStep(evaluation.resolve(entry.value, layer.frame), { text, place });
}

/** Fields of errors that the language itself makes, and of whatever is not known. */
function foreignField(instance: Instance, name: string, evaluation: Evaluation): readonly Head[] {
  const { maker, given } = instance;
  const schema = schemaMember(instance, name, evaluation);
  if (schema !== undefined) return schema;
  if (maker.kind !== "global" || !isBuiltInError(maker.name)) return [unknownHead];
  const value = builtInField(maker.name, name, given);
  if (value === "absent") return [absentHead];
  if (value.kind === "name") return [headOf({ kind: "constant", value: value.name, place: undefined })];
  return evaluation.resolveThunk(value.thunk, given.complete ? absentHead : unknownHead);
}
