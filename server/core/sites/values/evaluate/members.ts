/** Members of what has members: objects, enums, classes, modules, tables, instances. */
import type {
  SymbolicArray,
  SymbolicEnum,
  SymbolicObject,
  SymbolicProperty,
  SymbolicValue,
} from "../module-summary.ts";
import type { Evaluation } from "./evaluator.ts";
import { absentHead, type Frame, type Head, headOf, type SymbolicHead, unknownHead, withStep } from "./head.ts";
import { fieldNames, fieldOf } from "./instances.ts";
import { assumedMember, externalHead } from "./known-values.ts";
import { exportedNames, exportHeads } from "./modules.ts";

const mostMembers = 64;

/** What `object.name` may be; never empty. `label` is how the object is written, for the evidence. */
export function memberOf(object: Head, name: string, evaluation: Evaluation, label = ""): readonly Head[] {
  switch (object.kind) {
    case "symbolic":
      return symbolicMember(object, name, evaluation, label);
    case "module":
      return exportHeads(object.view, name, evaluation);
    case "table": {
      const value = object.members.get(name);
      if (value === undefined) return [unknownHead];
      const step = { text: `\`${name}\` of \`${object.name}\` is ${value}`, place: undefined };
      return withStep([headOf({ kind: "constant", value, place: undefined })], step);
    }
    case "external":
      return (
        assumedMember(object.path.at(-1), name) ??
        assumedMember(label.split(".").at(-1), name) ?? [externalHead(object.specifier, [...object.path, name])]
      );
    case "global":
      return assumedMember(object.name, name) ?? [headOf({ kind: "global", name: `${object.name}.${name}` })];
    case "instance":
      return name === "constructor" ? [object.made ?? object.maker] : fieldOf(object, name, evaluation);
    case "absent":
      return [absentHead];
    case "constant":
    case "unknown":
      return [unknownHead];
  }
}

function symbolicMember(
  object: Head & SymbolicHead,
  name: string,
  evaluation: Evaluation,
  label: string,
): readonly Head[] {
  const { value } = object;
  switch (value.kind) {
    case "object":
      return entryOf({ object: value, frame: object.frame, label }, name, evaluation);
    case "array":
      return elementOf(value, object.frame, name, evaluation);
    case "enum":
      return enumMember(value, object.frame, name, evaluation);
    case "function":
      return name === "name" && value.name !== "" ? [nameConstant(value, object.frame)] : [unknownHead];
    case "class": {
      const own = value.statics.findLast((property) => property.name === name);
      if (own !== undefined) return propertyHeads(own, object.frame, value.name, evaluation);
      if (name === "name" && value.name !== "") return [nameConstant(value, object.frame)];
      if (value.superclass === undefined) return [absentHead];
      return statics(value.superclass, object.frame, name, evaluation);
    }
  }
}

/** A static member that a superclass has. */
function statics(superclass: SymbolicValue, frame: Frame, name: string, evaluation: Evaluation): readonly Head[] {
  const found = evaluation.within(() =>
    evaluation
      .resolve(superclass, frame)
      .flatMap((parent) =>
        parent.kind === "global" || parent.kind === "external" ? [unknownHead] : memberOf(parent, name, evaluation),
      ),
  );
  return found.length === 0 ? [unknownHead] : found;
}

function nameConstant(
  named: { readonly name: string; readonly start: number; readonly end: number },
  frame: Frame,
): Head {
  const place = { uri: frame.view.uri, span: { start: named.start, end: named.end } };
  return headOf({ kind: "constant", value: named.name, place });
}

function propertyHeads(
  property: SymbolicProperty,
  frame: Frame,
  owner: string,
  evaluation: Evaluation,
): readonly Head[] {
  const place = { uri: frame.view.uri, span: { start: property.start, end: property.end } };
  const text = owner === "" ? `\`${property.name}\`` : `\`${property.name}\` of \`${owner}\``;
  return withStep(evaluation.resolve(property.value, frame), { text, place });
}

interface Entries {
  readonly object: SymbolicObject;
  readonly frame: Frame;
  readonly label: string;
}

/** The last entry of that name wins; what may overwrite it makes other values possible. */
function entryOf({ object, frame, label }: Entries, name: string, evaluation: Evaluation): readonly Head[] {
  const properties = propertiesOf(object, evaluation);
  if (properties !== undefined) {
    const property = properties.get(name);
    return property === undefined ? [absentHead] : propertyHeads(property, frame, label, evaluation);
  }
  const found: Head[] = [];
  for (let index = object.entries.length - 1; index >= 0; index -= 1) {
    const entry = object.entries[index];
    if (entry === undefined) continue;
    if (entry.kind === "property") {
      if (entry.name === name) return [...found, ...propertyHeads(entry, frame, label, evaluation)];
    } else if (entry.kind === "computed") {
      const keys = evaluation.resolve(entry.key, frame);
      if (keys.every((key) => key.kind === "constant" && String(key.value) !== name)) continue;
      found.push(
        ...propertyHeads(
          { kind: "property", name, value: entry.value, start: entry.start, end: entry.end },
          frame,
          label,
          evaluation,
        ),
      );
      if (keys.length === 1 && keys[0]?.kind === "constant") return found;
      found.push(unknownHead);
    } else {
      const spread = evaluation.within(() =>
        evaluation.resolve(entry.value, frame).flatMap((head) => memberOf(head, name, evaluation, label)),
      );
      if (spread.length === 0) return [...found, unknownHead];
      const present = spread.filter((head) => head.kind !== "absent");
      found.push(...present);
      if (present.length === spread.length && present.every((head) => head.kind !== "unknown")) return found;
    }
  }
  return found.length > 0 ? found : [absentHead];
}

/** The last property of each name; undefined for an object with spreads or computed keys. */
function propertiesOf(
  object: SymbolicObject,
  evaluation: Evaluation,
): ReadonlyMap<string, SymbolicProperty> | undefined {
  const known = evaluation.modules.properties.get(object);
  if (known !== undefined) return known;
  const properties = new Map<string, SymbolicProperty>();
  for (const entry of object.entries) {
    if (entry.kind !== "property") return undefined;
    properties.set(entry.name, entry);
  }
  evaluation.modules.properties.set(object, properties);
  return properties;
}

function elementOf(array: SymbolicArray, frame: Frame, name: string, evaluation: Evaluation): readonly Head[] {
  if (!/^\d+$/.test(name)) return [unknownHead];
  const element = array.elements[Number(name)];
  if (element === undefined) return array.complete ? [absentHead] : [unknownHead];
  return evaluation.resolve(element, frame);
}

/** A member by name, or by number the name of a member. */
function enumMember(value: SymbolicEnum, frame: Frame, name: string, evaluation: Evaluation): readonly Head[] {
  const member = value.members.find((property) => property.name === name);
  if (member !== undefined) return propertyHeads(member, frame, value.name, evaluation);
  if (!/^-?\d+$/.test(name)) return [unknownHead];
  for (const candidate of value.members) {
    const heads = evaluation.resolve(candidate.value, frame);
    const number = heads.length === 1 ? heads[0] : undefined;
    if (number?.kind !== "constant" || number.value !== Number(name)) continue;
    const place = { uri: frame.view.uri, span: { start: candidate.start, end: candidate.end } };
    return [headOf({ kind: "constant", value: candidate.name, place })];
  }
  return [unknownHead];
}

/** The names of all members that are known, each once. */
export function memberNames(object: Head, evaluation: Evaluation): readonly string[] {
  switch (object.kind) {
    case "symbolic":
      return [...new Set(symbolicNames(object, evaluation))];
    case "module":
      return [...new Set(exportedNames(object.view, evaluation))];
    case "table":
      return [...object.members.keys()];
    case "instance":
      return fieldNames(object, evaluation);
    default:
      return [];
  }
}

function symbolicNames(object: Head & SymbolicHead, evaluation: Evaluation): readonly string[] {
  const { value, frame } = object;
  switch (value.kind) {
    case "object":
      return value.entries.flatMap((entry) => {
        if (entry.kind === "property") return [entry.name];
        const heads = evaluation.resolve(entry.kind === "computed" ? entry.key : entry.value, frame);
        if (entry.kind === "spread")
          return evaluation.within(() => heads.flatMap((head) => memberNames(head, evaluation)));
        return heads.flatMap((head) => (head.kind === "constant" ? [String(head.value)] : []));
      });
    case "enum":
      return value.members.map((member) => member.name);
    case "class":
      return value.statics.map((member) => member.name);
    case "array":
    case "function":
      return [];
  }
}

/** What any member may be, where the key is not known; nothing for what has too many. */
export function allMembers(object: Head, evaluation: Evaluation): readonly Head[] {
  if (object.kind !== "symbolic" || (object.value.kind !== "object" && object.value.kind !== "enum")) return [];
  const names = memberNames(object, evaluation);
  if (names.length > mostMembers) return [];
  return names.flatMap((name) => memberOf(object, name, evaluation));
}
