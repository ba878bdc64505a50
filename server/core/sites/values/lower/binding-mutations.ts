/** Which binding each write of a file goes to. The writes to one name are placed once, when the name is first asked for. */
import type { SourceFile } from "../../../syntax/tree.ts";
import type { Binding } from "./binding.ts";
import { findMutations, type MemberMutation, type Mutations } from "./mutations.ts";
import { lookUp, type Scope, type ScopeTree } from "./scope.ts";

/** `scope`: the one in which the assignment stands. */
export interface PlacedMutation extends MemberMutation {
  readonly scope: Scope;
}

type Placed = ReadonlyMap<Binding, readonly PlacedMutation[]>;

/** What is written to the bindings of one file after their declaration. */
export class BindingMutations {
  readonly #file: SourceFile;
  readonly #scopes: ScopeTree;
  readonly #assigned = new Map<string, ReadonlySet<Binding>>();
  readonly #members = new Map<string, Placed>();
  #written: Mutations | undefined;

  constructor(file: SourceFile, scopes: ScopeTree) {
    this.#file = file;
    this.#scopes = scopes;
  }

  /** Whether the binding of that name gets another value somewhere. */
  isAssigned(name: string, binding: Binding): boolean {
    const places = this.#mutations.assigned.get(name);
    if (places === undefined) return false;
    let assigned = this.#assigned.get(name);
    if (assigned === undefined) {
      const found = places.map((place) => lookUp(this.#scopes.at(place), name)?.binding);
      assigned = new Set(found.filter((one) => one !== undefined));
      this.#assigned.set(name, assigned);
    }
    return assigned.has(binding);
  }

  /** The assignments to members of the binding of that name, in the order of the text. */
  ofMembers(name: string, binding: Binding): readonly PlacedMutation[] {
    const mutations = this.#mutations.members.get(name);
    if (mutations === undefined) return [];
    let placed = this.#members.get(name);
    if (placed === undefined) {
      placed = this.#place(name, mutations);
      this.#members.set(name, placed);
    }
    return placed.get(binding) ?? [];
  }

  get #mutations(): Mutations {
    this.#written ??= findMutations(this.#file);
    return this.#written;
  }

  #place(name: string, mutations: readonly MemberMutation[]): Placed {
    const placed = new Map<Binding, PlacedMutation[]>();
    for (const mutation of mutations) {
      const scope = this.#scopes.at(mutation.variable);
      const binding = lookUp(scope, name)?.binding;
      if (binding === undefined) continue;
      const known = placed.get(binding);
      if (known === undefined) placed.set(binding, [{ ...mutation, scope }]);
      else known.push({ ...mutation, scope });
    }
    return placed;
  }
}
