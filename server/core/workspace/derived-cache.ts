import type { FileContent } from "./file-system.ts";
import type { SourceView } from "./source-view.ts";

/** Something read from one file's content, kept until that content changes. */
export class DerivedCache<Value> {
  readonly #entries = new Map<string, { readonly stamp: number; readonly value: Value }>();
  readonly #derive: (content: FileContent, uri: string, previous: Value | undefined) => Value;
  /** How many times something was derived anew. */
  derivations = 0;

  /** `derive` is given the value made from the file's former content, so that a last good state can go on serving. */
  constructor(derive: (content: FileContent, uri: string, previous: Value | undefined) => Value) {
    this.#derive = derive;
  }

  /** The value for `uri`, or undefined while its content is not loaded. */
  get(view: SourceView, uri: string): Value | undefined {
    const known = this.#entries.get(uri);
    if (known && known.stamp === view.stamp(uri)) return known.value;
    const content = view.content(uri);
    const stamp = view.stamp(uri);
    if (!content || stamp === undefined) return undefined;
    this.derivations += 1;
    const value = this.#derive(content, uri, known?.value);
    this.#entries.set(uri, { stamp, value });
    return value;
  }
}
