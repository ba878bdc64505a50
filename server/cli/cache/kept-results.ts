/** What earlier runs found out of files, as long as nothing that it was made of has changed. */
import type { Workspace } from "../../core/index.ts";
import { type CacheContent, type KeptEntry, readCache, type Source, writeCache } from "./cache-file.ts";
import type { FileStates } from "./file-states.ts";
import { isJoint, type NamedSource, SourceTable } from "./source-table.ts";

export interface KeptResultsOptions {
  /** Where the results lie between runs. */
  readonly path: string;
  /** Everything besides files that results depend on: the program and its options. */
  readonly key: string;
  readonly states: FileStates;
  readonly workspace: Workspace;
  /** Is told why the results could not be left to the next run. */
  readonly tell: (reason: string) => void;
}

/** The results of one command, by file. They have to be what JSON can hold. */
export class KeptResults<Result> {
  readonly #options: KeptResultsOptions;
  readonly #before: CacheContent<Result>;
  readonly #entries: ReadonlyMap<string, KeptEntry<Result>>;
  /** For each source of before whether it holds, and what it is like now. */
  readonly #checked: (Source | "changed" | undefined)[] = [];
  /** What the next run will find: the results, and for those of this run the names of what they were made of. */
  readonly #next = new Map<string, { readonly result: Result; readonly from: KeptEntry<Result> | readonly string[] }>();
  readonly #builtIn: ReadonlySet<string>;
  #isNew = false;

  constructor(options: KeptResultsOptions) {
    this.#options = options;
    this.#before = readCache(options.path, options.key) ?? { sources: [], entries: [] };
    this.#entries = new Map(this.#before.entries.map((entry) => [entry.uri, entry]));
    this.#builtIn = new Set(options.workspace.builtins.map(({ uri }) => uri));
  }

  /** What was found out of `uri`; undefined where nothing was, or where something has changed since. */
  recall(uri: string): Result | undefined {
    const entry = this.#entries.get(uri);
    if (!entry?.sources.every((source) => this.#holds(source))) return undefined;
    this.#next.set(uri, { result: entry.result, from: entry });
    return entry.result;
  }

  /** Takes in what was found out of `uri`, whose analysis is still at hand. */
  keep(uri: string, result: Result): void {
    const sources = this.#options.workspace.sourcesOf(uri);
    if (sources === undefined) return;
    this.#isNew = true;
    this.#next.set(uri, { result, from: [...sources] });
  }

  /** What was found out of `uri` depends on more than the files that it was made of. */
  forget(uri: string): void {
    this.#isNew = this.#next.delete(uri) || this.#isNew;
  }

  /** Leaves the results to the next run, those of files that this run had nothing to do with among them. */
  write(): void {
    for (const entry of this.#before.entries) {
      if (this.#next.has(entry.uri)) continue;
      if (entry.sources.every((source) => this.#holds(source))) this.#next.set(entry.uri, { ...entry, from: entry });
      else this.#isNew = true;
    }
    if (!this.#isNew) return;
    const { path, key, tell } = this.#options;
    try {
      writeCache(path, key, this.#content());
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
    }
  }

  #holds(index: number): boolean {
    this.#checked[index] ??= this.#check(this.#before.sources[index]);
    return this.#checked[index] !== "changed";
  }

  #check(source: Source | undefined): Source | "changed" {
    if (source === undefined) return "changed";
    if (isJoint(source)) return source.every((member) => this.#holds(member)) ? source : "changed";
    const { states } = this.#options;
    const [uri, then] = source;
    if (typeof then === "string") return states.lists(uri) === then ? source : "changed";
    const now = states.still(uri, then);
    if (now === undefined) return "changed";
    if (now !== then) this.#isNew = true;
    return [uri, now];
  }

  #content(): CacheContent<Result> {
    const table = new SourceTable();
    const entries: KeptEntry<Result>[] = [];
    for (const [uri, { result, from }] of this.#next) {
      const sources =
        "sources" in from
          ? table.places(from.sources, (index) => this.#sourceBefore(index))
          : table.places(from, (name) => this.#sourceNow(name));
      if (sources !== undefined) entries.push({ uri, sources, result });
    }
    return { sources: table.sources, entries };
  }

  /** A source of the last run that holds, under the name by which this run knows it too. */
  #sourceBefore(index: number): NamedSource<number> | undefined {
    const source = this.#checked[index];
    if (source === undefined || source === "changed") return undefined;
    return isJoint(source) ? { name: index, members: source } : { name: source[0], source };
  }

  /** Nothing for what this run did not see itself: then nothing can be said of it the next time. */
  #sourceNow(name: string): NamedSource<string> | undefined {
    if (this.#builtIn.has(name)) return { name: "", members: [] };
    const { states, workspace } = this.#options;
    const members = workspace.membersOf(name);
    if (members !== undefined) return { name, members };
    const entries = states.listed(name);
    if (entries !== undefined) return { name, source: [name, entries] };
    const state = states.seen(name);
    return state === undefined ? undefined : { name, source: [name, state] };
  }
}
