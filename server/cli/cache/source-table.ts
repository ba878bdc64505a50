import type { Source } from "./cache-file.ts";

/** A source with its name: a file, a folder, or what was made of several, whose members have names of kind `Name`. */
export type NamedSource<Name> =
  | { readonly name: string; readonly source: Source }
  | { readonly name: string | number; readonly members: Iterable<Name> };

/** The list of sources as it is written, each name once. */
export class SourceTable {
  readonly #sources: Source[] = [];
  readonly #places = new Map<string | number, number>();

  get sources(): readonly Source[] {
    return this.#sources;
  }

  /** The places of the sources that `names` mean, put into the list where they are new; undefined where one is not known. */
  places<Name>(
    names: Iterable<Name>,
    sourceOf: (name: Name) => NamedSource<Name> | undefined,
  ): readonly number[] | undefined {
    const places: number[] = [];
    for (const name of names) {
      const source = sourceOf(name);
      const place = source && (this.#places.get(source.name) ?? this.#add(source, sourceOf));
      if (place === undefined) return undefined;
      places.push(place);
    }
    return places;
  }

  #add<Name>(named: NamedSource<Name>, sourceOf: (name: Name) => NamedSource<Name> | undefined): number | undefined {
    const source = "source" in named ? named.source : this.places(named.members, sourceOf);
    if (source === undefined) return undefined;
    const place = this.#sources.push(source) - 1;
    this.#places.set(named.name, place);
    return place;
  }
}

/** Whether a source stands for several others. */
export function isJoint(source: Source): source is readonly number[] {
  return typeof source[0] !== "string";
}
