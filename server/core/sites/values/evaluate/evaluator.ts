import type { Expression } from "../../../syntax/tree.ts";
import { encloses, type Span } from "../../../text/span.ts";
import type {
  SymbolicCall,
  SymbolicConcatenation,
  SymbolicFallback,
  SymbolicIndex,
  SymbolicMember,
  SymbolicParameter,
  SymbolicValue,
} from "../module-summary.ts";
import { injected, tableGiven } from "./assumed-results.ts";
import { Bounds } from "./bounds.ts";
import { activation, labelOf, moduleFrame, owningFrame, parameterIn, quoted, restOf, selfOf } from "./frames.ts";
import {
  absentHead,
  detached,
  type Frame,
  type Given,
  type Head,
  headOf,
  type Thunk,
  unknownHead,
  withStep,
} from "./head.ts";
import { joinedText } from "./joined-text.ts";
import { changedText, knownCall } from "./known-calls.ts";
import { knownClassOf } from "./known-makers.ts";
import { assumedException } from "./known-values.ts";
import { lookedUpInMap } from "./map-lookup.ts";
import { allMembers, memberOf } from "./members.ts";
import { calledMethod } from "./methods.ts";
import type { ModuleView } from "./module-view.ts";
import { importHeads, type Modules } from "./modules.ts";
import { added, isAbsent, mayBeAbsent } from "./operators.ts";
import { returnedIn } from "./returned.ts";
import { refined } from "./schema-fields.ts";

const mostCombinations = 16;

export interface EvaluationInput {
  readonly modules: Modules;
  /** The expressions behind the symbolic values of the file that is being read. */
  readonly sources: ReadonlyMap<SymbolicValue, Expression> | undefined;
  /** Where in the file expressions are to be told from other sources: the arguments of a call. */
  readonly sourceSpan: Span | undefined;
  /** How much may be computed; some thousand steps where it is not said. */
  readonly mostSteps?: number;
}

/** One question's computation. It ends: after a number of steps or at a depth everything is unknown. */
export class Evaluation {
  readonly modules: Modules;
  readonly #sources: ReadonlyMap<SymbolicValue, Expression> | undefined;
  readonly #sourceSpan: Span | undefined;
  readonly #bounds: Bounds;

  constructor(input: EvaluationInput) {
    this.modules = input.modules;
    this.#sources = input.sources;
    this.#bounds = new Bounds(input.modules.work, input.mostSteps);
    this.#sourceSpan = input.sourceSpan;
  }

  /** Everything that a value may be; never empty. */
  resolve(value: SymbolicValue, frame: Frame): readonly Head[] {
    if (!this.#bounds.begin()) return [unknownHead];
    const heads = this.#bounds.end(this.#resolve(value, frame));
    const source = this.#sourceOf(value);
    return source === undefined ? heads : heads.map((head) => ({ ...head, source }));
  }

  /** Looks into what was found one level deeper, where what is found may lead back to itself; nothing at the end. */
  within<Found>(look: () => readonly Found[]): readonly Found[] {
    if (!this.#bounds.goDeeper()) return [];
    const found = look();
    this.#bounds.comeBack();
    return found;
  }

  resolveThunk(thunk: Thunk | undefined, otherwise: Head): readonly Head[] {
    return thunk === undefined ? [otherwise] : this.resolve(thunk.value, thunk.frame);
  }

  #sourceOf(value: SymbolicValue): Expression | undefined {
    if (this.#sourceSpan === undefined) return undefined;
    const source = this.#sources?.get(value);
    return source !== undefined && encloses(this.#sourceSpan, source) ? source : undefined;
  }

  #resolve(value: SymbolicValue, frame: Frame): readonly Head[] {
    switch (value.kind) {
      case "constant":
        return [headOf({ kind: "constant", value: value.value, place: { uri: frame.view.uri, span: spanOf(value) } })];
      case "object":
      case "array":
      case "enum":
      case "class":
      case "function":
        return [headOf({ kind: "symbolic", value, frame })];
      case "name":
        return this.#name(value.name, frame);
      case "local":
        return this.#named(this.resolve(value.value, frame), value.name, frame.view.uri, value.declaredAt);
      case "import":
        return detached(importHeads(frame.view, value.specifier, value.imported, this));
      case "member":
        return this.#member(value, frame);
      case "index":
        return this.#index(value, frame);
      case "choice":
        return value.options.flatMap((option) => this.resolve(option, frame));
      case "fallback":
        return this.#fallback(value, frame);
      case "concatenation":
        return this.#concatenation(value, frame);
      case "join":
        return [joinedText(value, frame, this)];
      case "parameter":
        return this.#parameter(value, frame);
      case "this":
        return [selfOf(frame) ?? unknownHead];
      case "call":
        return detached(this.#call(value, frame));
      case "undefined":
        return [absentHead];
      case "unknown":
        return [unknownHead];
    }
  }

  #name(name: string, frame: Frame): readonly Head[] {
    const binding = frame.view.binding(name);
    if (binding === undefined)
      return (
        assumedException(name) ??
        (name === "exports" ? this.#ownExports(frame) : undefined) ?? [headOf({ kind: "global", name })]
      );
    const heads = this.#bound(binding, frame.view);
    // An imported name is told of where it is declared.
    return binding.kind === "import" ? heads : this.#named(heads, name, frame.view.uri, binding);
  }

  /** What a name of a top level is bound to: the same at every place that has the name, but for what is told of its source. */
  #bound(binding: SymbolicValue, view: ModuleView): readonly Head[] {
    const { names, own } = this.modules;
    if (binding.kind !== "import" && view === own && this.#sourceSpan !== undefined)
      return this.resolve(binding, moduleFrame(view));
    const known = names.get(binding);
    if (known !== undefined) return this.#bounds.counted(known);
    const before = this.#bounds.givenUp;
    const heads = this.resolve(binding, moduleFrame(view));
    if (this.#bounds.givenUp === before) names.set(binding, heads);
    return heads;
  }

  /** A constant's name is worth telling; what has members is told of with its member. */
  #named(heads: readonly Head[], name: string, uri: string, declaredAt: Span): readonly Head[] {
    const place = { uri, span: spanOf(declaredAt) };
    return detached(heads).map((head) =>
      head.kind === "constant" ? { ...head, steps: [{ text: `constant \`${name}\``, place }, ...head.steps] } : head,
    );
  }

  #member(value: SymbolicMember, frame: Frame): readonly Head[] {
    const name = labelOf(value.object);
    const own = name === "module" && value.name === "exports" ? this.#ownExports(frame) : undefined;
    return own ?? this.resolve(value.object, frame).flatMap((object) => this.#memberOf(object, value.name, name));
  }

  /** What a module of CommonJS gives to others, asked for by the module itself: `exports.fail`, `module.exports.fail`. */
  #ownExports({ view }: Frame): readonly Head[] | undefined {
    const { commonJs } = view.exports();
    return commonJs === undefined ? undefined : this.within(() => this.resolve(commonJs, moduleFrame(view)));
  }

  #memberOf(object: Head, member: string, name: string): readonly Head[] {
    const container = { head: object, name, member };
    return memberOf(object, member, this, name).map((head) => ({
      ...head,
      certain: head.certain && object.certain,
      container,
      ...(head.kind === "constant" && head.table === undefined ? { table: container } : {}),
      steps: [...object.steps, ...head.steps],
    }));
  }

  #index(value: SymbolicIndex, frame: Frame): readonly Head[] {
    const name = labelOf(value.object);
    const objects = this.resolve(value.object, frame);
    return this.resolve(value.index, frame).flatMap((index) =>
      objects.flatMap((object) => {
        if (index.kind === "constant") return this.#memberOf(object, String(index.value), name);
        return [...allMembers(object, this), unknownHead];
      }),
    );
  }

  #fallback(value: SymbolicFallback, frame: Frame): readonly Head[] {
    const heads = this.resolve(value.value, frame);
    const present = heads.filter((head) => !isAbsent(head, value.falsy));
    const maybeAbsent = present.length < heads.length || present.some(mayBeAbsent);
    if (!maybeAbsent) return present;
    const place = { uri: frame.view.uri, span: spanOf(value.fallback) };
    const text = value.subject === undefined ? "fallback" : `default of \`${value.subject}\``;
    const parameter = value.value.kind === "parameter" ? parameterIn(value.value, frame) : undefined;
    return [...present, ...withStep(this.resolve(value.fallback, frame), { text, place, parameter })];
  }

  #concatenation(value: SymbolicConcatenation, frame: Frame): readonly Head[] {
    let combined: readonly (readonly (string | number)[])[] = [[]];
    let isOfSource = false;
    for (const part of value.parts) {
      const constants: (string | number)[] = [];
      for (const head of this.resolve(part, frame)) {
        if (head.kind !== "constant" || head.value === null || typeof head.value === "boolean") return [unknownHead];
        constants.push(head.value);
        isOfSource ||= head.source !== undefined || head.isOfSource === true;
      }
      combined = combined.flatMap((before) => constants.map((constant) => [...before, constant]));
      if (combined.length > mostCombinations) return [unknownHead];
    }
    const place = { uri: frame.view.uri, span: spanOf(value) };
    return combined.map((parts) => ({ ...headOf({ kind: "constant", value: added(parts), place }), isOfSource }));
  }

  #parameter(value: SymbolicParameter, frame: Frame): readonly Head[] {
    const owning = owningFrame(value, frame);
    if (owning === undefined) return [unknownHead];
    return value.rest ? [restOf(value, owning.given)] : this.#argument(value, owning.given);
  }

  #argument({ index }: SymbolicParameter, given: Given): readonly Head[] {
    const thunk = given.arguments[index];
    if (thunk === undefined) return [given.complete ? absentHead : unknownHead];
    const heads = detached(this.resolveThunk(thunk, unknownHead));
    if (given.label === "") return heads;
    const place = { uri: thunk.frame.view.uri, span: spanOf(thunk.value) };
    const step = { text: `argument ${index + 1} of ${given.label}`, place };
    return heads.map((head) => (head.kind === "constant" ? { ...head, steps: [step, ...head.steps] } : head));
  }

  #call(value: SymbolicCall, frame: Frame): readonly Head[] {
    const given: Given = {
      arguments: value.arguments.map((argument) => ({ value: argument, frame })),
      complete: value.complete,
      label: quoted(labelOf(value.callee)),
    };
    if (value.construct) {
      const makers = this.resolve(value.callee, frame).flatMap((maker) => this.callable(maker));
      return makers.map((maker) => instanceOf(maker, given));
    }
    if (value.callee.kind !== "member") {
      return this.resolve(value.callee, frame).flatMap((callee) => this.call(callee, given, undefined));
    }
    const { object, name } = value.callee;
    return this.resolve(object, frame).flatMap((self) => {
      const found =
        self.kind === "instance"
          ? (lookedUpInMap(self, name, given, this) ?? calledMethod(self, name, given, this))
          : undefined;
      if (found !== undefined) return found;
      const changed =
        (given.arguments.length === 0 ? changedText(self, name) : undefined) ?? refined(self, name, given, this);
      return changed === undefined
        ? memberOf(self, name, this).flatMap((callee) => this.call(callee, given, self))
        : [changed];
    });
  }

  /** A function or a class that got members after it was made is an object around it. */
  callable(head: Head): readonly Head[] {
    if (head.kind !== "symbolic" || head.value.kind !== "object") return [head];
    const [first] = head.value.entries;
    if (first?.kind !== "spread") return [head];
    return this.within(() => this.resolve(first.value, head.frame).flatMap((inner) => this.callable(inner)));
  }

  /** What calling `callee` gives. */
  call(called: Head, given: Given, self: Head | undefined): readonly Head[] {
    return this.callable(called).flatMap((callee) => this.#callOne(callee, given, self));
  }

  #callOne(callee: Head, given: Given, self: Head | undefined): readonly Head[] {
    const heads = this.#resultOf(callee, given, self);
    return heads.every(isOpaque) ? (tableGiven(given, this) ?? injected(given, this) ?? heads) : heads;
  }

  #resultOf(callee: Head, given: Given, self: Head | undefined): readonly Head[] {
    if (callee.kind === "symbolic" && callee.value.kind === "function") {
      const called = callee.value;
      const frame = activation(called, callee.frame, given, self);
      if (called.returns.length === 0) return called.throws.length > 0 ? [unknownHead] : [absentHead];
      return returnedIn(called, frame, this);
    }
    const known = knownCall(callee, given, this);
    if (known !== undefined) return known;
    if (callee.kind === "external" || callee.kind === "global")
      return [headOf({ kind: "instance", maker: callee, given })];
    // Classes that packages make work without `new`, too.
    return knownClassOf(callee) === undefined ? [unknownHead] : [instanceOf(callee, given)];
  }
}

/** What has no members that could be told. */
function isOpaque(head: Head): boolean {
  return head.kind === "unknown" || (head.kind === "instance" && head.maker.kind !== "symbolic");
}

function instanceOf(maker: Head, given: Given): Head {
  // `this.constructor` and factories of classes that are parameters stay unknown.
  if (maker.kind === "unknown" || maker.kind === "absent" || maker.kind === "constant") return unknownHead;
  return headOf({ kind: "instance", maker, given });
}

function spanOf(span: Span): Span {
  return { start: span.start, end: span.end };
}
