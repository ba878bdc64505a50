/** Turns the expressions of one file into symbolic values. */
import type { Expression, FunctionExpression, SourceFile } from "../../../syntax/tree.ts";
import { unwrapped } from "../../../syntax/unwrapped.ts";
import type { Span } from "../../../text/span.ts";
import type { SymbolicEntry, SymbolicValue } from "../module-summary.ts";
import { Work } from "../work.ts";
import type { Binding, ParameterBinding, PatternStep, VariableBinding } from "./binding.ts";
import { BindingMutations, type PlacedMutation } from "./binding-mutations.ts";
import { lowerClass } from "./lower-class.ts";
import { lowerEnum, lowerNamespace } from "./lower-declarations.ts";
import { lowerExpression } from "./lower-expression.ts";
import { lowerFunction } from "./lower-function.ts";
import { lookUp, type Scope, ScopeTree } from "./scope.ts";

const deepest = 150;
/** How deep expressions nest before they are let be: sums of a thousand parts are no codes. */
const deepestExpression = 400;
/** What is set more often than this is a state, not a constant with a few values. */
const mostAssignments = 8;

/** What belongs to an answer and not to its body. */
const ofAnswers = /^(?:http_?)?(?:status|status_?code|headers)$/i;

export class Lowering {
  readonly file: SourceFile;
  readonly scopes: ScopeTree;
  readonly work: Work;
  /** The expressions that symbolic values were made from; undefined for summaries, which outlive the tree. */
  readonly sources: Map<SymbolicValue, Expression> | undefined;
  /** The functions that were looked into, by their `owner`. */
  readonly functions = new Map<number, FunctionExpression>();
  readonly #bound = new Map<Binding, SymbolicValue>();
  readonly #underway = new Set<Binding>();
  readonly #mutations: BindingMutations;
  #depth = 0;

  constructor(file: SourceFile, options?: { readonly keepsSources: boolean }) {
    this.file = file;
    this.sources = options?.keepsSources === true ? new Map() : undefined;
    this.work = new Work();
    this.scopes = new ScopeTree(file, this.work);
    this.#mutations = new BindingMutations(file, this.scopes);
  }

  /** The symbolic value of an expression that stands in `scope`. */
  expression(written: Expression, scope: Scope): SymbolicValue {
    const expression = unwrapped(written);
    this.work.add(1);
    if (this.work.isSpent || this.#depth > deepestExpression) return unknownAt(expression);
    this.#depth += 1;
    const value = lowerExpression(expression, scope, this);
    this.#depth -= 1;
    this.sources?.set(value, expression);
    return value;
  }

  function(node: FunctionExpression, scope: Scope): SymbolicValue {
    return lowerFunction(node, scope, this);
  }

  /** What `name`, written at `at`, stands for in `scope`: a name of the module stays a name. */
  name(name: string, at: Span, scope: Scope): SymbolicValue {
    const found = lookUp(scope, name);
    if (found === undefined || found.scope.parent === undefined) return { kind: "name", name, ...spanOf(at) };
    const value = this.bound(found.binding, name, found.scope);
    if (found.binding.kind === "parameter") return { ...value, ...spanOf(at) };
    return { kind: "local", name, declaredAt: spanOf(found.binding.at), value, ...spanOf(at) };
  }

  /** The value of a binding, computed once; unknown where it needs itself. */
  bound(binding: Binding, name: string, scope: Scope): SymbolicValue {
    const known = this.#bound.get(binding);
    if (known !== undefined) return known;
    if (this.#underway.has(binding) || this.#underway.size > deepest) return unknownAt(binding.at);
    this.#underway.add(binding);
    const value = this.#lowerBinding(binding, name, scope);
    this.#underway.delete(binding);
    this.#bound.set(binding, value);
    return value;
  }

  #lowerBinding(binding: Binding, name: string, scope: Scope): SymbolicValue {
    switch (binding.kind) {
      case "variable":
        return this.#variable(binding, name, scope);
      case "parameter":
        return this.#parameter(binding, name, scope);
      case "function":
        return this.#withMutations(this.function(binding.function, scope), name, binding, scope);
      case "class":
        return this.#withMutations(lowerClass(binding.class, scope, this), name, binding, scope);
      case "enum":
        return lowerEnum(binding.statement, scope, this);
      case "namespace":
        return lowerNamespace(binding.statements, scope, this);
      case "import":
        return { kind: "import", ...binding.imported, ...spanOf(binding.at) };
      case "opaque":
        return unknownAt(binding.at);
    }
  }

  #variable(binding: VariableBinding, name: string, scope: Scope): SymbolicValue {
    const assigned = binding.constant ? [] : this.#mutations.ofName(name, binding);
    const value = this.#initial(binding, scope);
    if (assigned.length === 0) return this.#withMutations(value ?? unknownAt(binding.at), name, binding, scope);
    const later = assigned.flatMap(({ value, scope: inner }) =>
      value === undefined ? [] : [this.expression(value, inner)],
    );
    // What is counted, looped over or taken apart is a state, and so is what is set often.
    if (later.length < assigned.length || later.length > mostAssignments) return unknownAt(binding.at);
    return { kind: "choice", options: value === undefined ? later : [value, ...later], ...spanOf(binding.at) };
  }

  /** What a variable is declared with; undefined for one that is only declared. */
  #initial({ initializer, steps }: VariableBinding, scope: Scope): SymbolicValue | undefined {
    return initializer === undefined ? undefined : this.#alongSteps(this.expression(initializer, scope), steps, scope);
  }

  #parameter(binding: ParameterBinding, name: string, scope: Scope): SymbolicValue {
    if (this.#mutations.ofName(name, binding).length > 0) return unknownAt(binding.at);
    const parameter = binding.owner.parameters[binding.index];
    const whole = {
      kind: "parameter",
      owner: binding.owner.start,
      index: binding.index,
      rest: parameter?.rest === true,
      name,
      typeName: parameter?.typeName,
      ...spanOf(binding.at),
    } as const;
    return this.#withMutations(this.#alongSteps(whole, binding.steps, scope), name, binding, scope);
  }

  #alongSteps(whole: SymbolicValue, steps: readonly PatternStep[], scope: Scope): SymbolicValue {
    let value = whole;
    for (const step of steps) value = this.#alongStep(value, step, scope);
    return value;
  }

  #alongStep(value: SymbolicValue, step: PatternStep, scope: Scope): SymbolicValue {
    const span = spanOf(value);
    switch (step.kind) {
      case "property":
        return { kind: "member", object: value, name: step.name, ...span };
      case "element":
        return { kind: "member", object: value, name: String(step.index), ...span };
      case "computed":
        return { kind: "index", object: value, index: this.expression(step.key, scope), ...span };
      case "default": {
        const fallback = this.expression(step.initializer, scope);
        return { kind: "fallback", value, fallback, falsy: false, subject: step.subject, ...span };
      }
      case "rest":
        // Without its status an error is still what its code says; without other fields it may be anything.
        return step.without.every((name) => ofAnswers.test(name))
          ? { kind: "object", entries: [{ kind: "spread", value, ...span }], ...span }
          : unknownAt(value);
    }
  }

  /** Members that are set later: the one value where it is set once beside the declaration, else any of the values. */
  #withMutations(value: SymbolicValue, name: string, binding: Binding, scope: Scope): SymbolicValue {
    if (value.kind === "constant") return value;
    const mutations = this.#mutations.ofMembers(name, binding);
    if (mutations.length === 0) return value;
    const span = spanOf(value);
    const entries: SymbolicEntry[] = [{ kind: "spread", value, ...span }];
    const own = ownMembers(value);
    for (const [member, sets] of byMember(mutations)) {
      if (member === undefined) {
        entries.push({ kind: "spread", value: unknownAt(value), ...span });
        continue;
      }
      const before: SymbolicValue = { kind: "member", object: value, name: member, ...span };
      const values = sets.map((set) =>
        set.value === undefined
          ? unknownAt(value)
          : withMember(before, set.inner, this.expression(set.value, set.scope)),
      );
      const [first] = values;
      if (first === undefined) continue;
      const always = sets.length === 1 && sets[0]?.scope === scope && own?.has(member) === false;
      const set: SymbolicValue = always ? first : { kind: "choice", options: [before, ...values], ...span };
      entries.push({ kind: "property", name: member, value: set, ...spanOf(sets[0]?.variable ?? value) });
    }
    return { kind: "object", entries, ...span };
  }
}

/** `object` where the member at the end of `path` is `value`; `value` itself where there is no path. */
function withMember(object: SymbolicValue, path: readonly string[], value: SymbolicValue): SymbolicValue {
  const [name, ...inner] = path;
  if (name === undefined) return value;
  const span = spanOf(object);
  const set = withMember({ kind: "member", object, name, ...span }, inner, value);
  return {
    kind: "object",
    entries: [
      { kind: "spread", value: object, ...span },
      { kind: "property", name, value: set, ...spanOf(value) },
    ],
    ...span,
  };
}

type MutationsByMember = ReadonlyMap<string | undefined, readonly PlacedMutation[]>;

function byMember(mutations: readonly PlacedMutation[]): MutationsByMember {
  const sets = new Map<string | undefined, PlacedMutation[]>();
  for (const mutation of mutations) {
    const known = sets.get(mutation.member);
    if (known === undefined) sets.set(mutation.member, [mutation]);
    else known.push(mutation);
  }
  return sets;
}

/** The members that a value has at its declaration; undefined where they cannot be told. */
function ownMembers(value: SymbolicValue): ReadonlySet<string> | undefined {
  if (value.kind === "call" || value.kind === "function") return new Set();
  if (value.kind === "class") return new Set(value.statics.map((property) => property.name));
  if (value.kind !== "object") return undefined;
  const names = new Set<string>();
  for (const entry of value.entries) {
    if (entry.kind !== "property") return undefined;
    names.add(entry.name);
  }
  return names;
}

/** A value of which nothing is known. */
export function unknownAt(span: Span): SymbolicValue {
  return { kind: "unknown", ...spanOf(span) };
}

/** The bare span of something that has more to it. */
export function spanOf(span: Span): Span {
  return { start: span.start, end: span.end };
}
