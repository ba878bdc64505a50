/** Which binding each write of a file goes to. The writes to one name are placed once, when the name is first asked for. */
import type { Expression, SourceFile } from "../../../syntax/tree.ts";
import type { Binding } from "./binding.ts";
import { findMutations, type MemberMutation, type Mutations, type NameMutation } from "./mutations.ts";
import { lookUp, type Scope, type ScopeTree } from "./scope.ts";

/** `scope`: the one in which the assignment stands. */
export interface PlacedMutation extends MemberMutation {
  readonly scope: Scope;
}

/** `scope`: the one in which the assignment stands. */
export interface PlacedAssignment extends NameMutation {
  readonly scope: Scope;
}

type Placed<Item> = ReadonlyMap<Binding, readonly Item[]>;

/** What is written to the bindings of one file after their declaration. */
export class BindingMutations {
  readonly #file: SourceFile;
  readonly #scopes: ScopeTree;
  readonly #assigned = new Map<string, Placed<PlacedAssignment>>();
  readonly #members = new Map<string, Placed<PlacedMutation>>();
  #written: Mutations | undefined;

  constructor(file: SourceFile, scopes: ScopeTree) {
    this.#file = file;
    this.#scopes = scopes;
  }

  /** The assignments to the binding of that name, in the order of the text. */
  ofName(name: string, binding: Binding): readonly PlacedAssignment[] {
    const mutations = this.#mutations.assigned.get(name);
    if (mutations === undefined) return [];
    let placed = this.#assigned.get(name);
    if (placed === undefined) {
      placed = this.#place(name, mutations);
      this.#assigned.set(name, placed);
    }
    return placed.get(binding) ?? [];
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

  #place<Item extends { readonly variable: Expression }>(
    name: string,
    mutations: readonly Item[],
  ): Placed<Item & { readonly scope: Scope }> {
    const placed = new Map<Binding, (Item & { readonly scope: Scope })[]>();
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
