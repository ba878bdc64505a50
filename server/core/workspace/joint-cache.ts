import type { SourceView } from "./source-view.ts";

/** Something read from several files, kept until one of them changes. The counterpart of `DerivedCache` for one file. */
export class JointCache<Value> {
  readonly #name: string;
  readonly #entries = new Map<string, { readonly stamp: number; readonly value: Value }>();
  /** How many times something was derived anew. */
  derivations = 0;

  /** `name` tells the cache from the others of a workspace. */
  constructor(name: string) {
    this.#name = name;
  }

  /**
   * The value for `subject`, made by `derive` from what it looks at through the view that it is given. What was made
   * while something was not loaded yet is for now only, and not kept.
   */
  get(view: SourceView, subject: string, derive: (view: SourceView) => Value): Value {
    // Joined, not concatenated: the engine would keep the pieces, and with a piece of a file's text the whole text.
    const key = [this.#name, subject].join(" ");
    const known = this.#entries.get(key);
    if (known && known.stamp === view.stamp(key)) return known.value;
    this.derivations += 1;
    const branch = view.branch();
    const value = derive(branch);
    if (branch.needs.size === 0) this.#entries.set(key, { stamp: view.join(key, branch), value });
    for (const need of branch.needs) view.needs.add(need);
    return value;
  }
}
