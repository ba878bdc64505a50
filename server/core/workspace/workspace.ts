/**
 * The one host object: it holds the files, what was read from them, and hands out immutable analyses. Everything else
 * in the core is a pure function; the editor and the command line both live on top of this.
 */
import type { Code } from "../catalog/model.ts";
import type { FileAnalysis } from "../features/analysis.ts";
import { observedErrors } from "../references/observe/observed-errors.ts";
import { isTestFile } from "../references/observe/test-files.ts";
import { normalUri, pathBelow } from "../text/uri.ts";
import { analyseFile } from "./analyse-file.ts";
import { BaselineStore } from "./baseline-store.ts";
import { CatalogStore, type LoadedCatalog } from "./catalog-store.ts";
import { ConfigurationStore } from "./configuration-store.ts";
import { ContentStore } from "./content-store.ts";
import { DependencyStore } from "./dependencies.ts";
import type { BuiltinCatalog, FileSystem, Root } from "./file-system.ts";
import type { NearReference } from "./found-references.ts";
import { type ImportedCatalog, importedCatalog } from "./imported-catalog.ts";
import { ModuleStore } from "./module-store.ts";
import { allCatalogs, composingDocuments, type NamedContext } from "./named-catalogs.ts";
import { type Naming, namingOf } from "./naming.ts";
import { type NearQuestion, nearReferences, promisingDocuments } from "./near-references.ts";
import { type ComposedReference, ReferenceStore } from "./reference-store.ts";
import { ModuleResolution } from "./resolution/module-resolution.ts";
import { SentIndex } from "./sent-index.ts";
import { SourceView, stillHolds } from "./source-view.ts";

export interface WorkspaceOptions {
  readonly fileSystem: FileSystem;
  readonly builtins: readonly BuiltinCatalog[];
  readonly roots: readonly Root[];
  /** A configuration that is in force for every file, whatever lies beside them. */
  readonly configurationUri?: string;
  /** `ignore` shows what the project's baseline would hide. */
  readonly baseline?: "obey" | "ignore";
}

/** An analysis, and of what it was made. */
interface Kept {
  readonly analysis: FileAnalysis;
  readonly dependencies: ReadonlyMap<string, number>;
  /** Whether other files have changed what its findings are. */
  readonly isOutdated: boolean;
}

/** How often a file may ask for more files (imports of imports) before the answer is given without them. */
const maximumRounds = 24;

export class Workspace {
  readonly #contents: ContentStore;
  readonly #languages = new Map<string, string>();
  readonly #modules = new ModuleStore();
  readonly #configurations = new ConfigurationStore();
  readonly #baselines = new BaselineStore();
  readonly #sent = new SentIndex();
  readonly #obeysBaseline: boolean;
  readonly #dependencies = new DependencyStore();
  readonly #catalogs: CatalogStore;
  readonly #configurationUri: string | undefined;
  readonly #analyses = new Map<string, Kept>();
  #resolution: ModuleResolution;
  #roots: readonly Root[];

  constructor(options: WorkspaceOptions) {
    this.#contents = new ContentStore(options.fileSystem);
    const references = new ReferenceStore(
      (view, uri) => this.#modules.providerFor(view, this.#resolution, uri),
      (uri) => this.#roots.some(({ boundary }) => pathBelow(boundary, uri) !== undefined),
    );
    this.#catalogs = new CatalogStore(options.builtins, references);
    this.#obeysBaseline = options.baseline !== "ignore";
    this.#roots = options.roots;
    this.#resolution = new ModuleResolution(options.roots);
    this.#configurationUri = options.configurationUri && normalUri(options.configurationUri);
  }

  /** The catalogs that come with the product. */
  get builtins(): readonly BuiltinCatalog[] {
    return this.#catalogs.builtins;
  }

  /** How much was done so far: for tests and for the curious. */
  get work(): {
    readonly reads: number;
    readonly modules: number;
    readonly resolutions: number;
    readonly references: number;
  } {
    return {
      reads: this.#contents.reads,
      modules: this.#modules.reads,
      resolutions: this.#resolution.resolutions,
      references: this.#catalogs.references.reads,
    };
  }

  get roots(): readonly Root[] {
    return this.#roots;
  }

  setRoots(roots: readonly Root[]): void {
    this.#roots = roots;
    this.#resolution = new ModuleResolution(roots);
    this.#analyses.clear();
  }

  get openUris(): readonly string[] {
    return this.#contents.openUris;
  }

  /** Opens or changes a buffer; it goes before the file on disk until it is closed. */
  setOpen(uri: string, text: string, languageId?: string): void {
    // A file that somebody opens is looked at more closely, also where its text stays what it was.
    if (!this.#contents.isOpen(uri)) this.#analyses.delete(uri);
    this.#contents.setOpen(uri, text);
    if (languageId !== undefined) this.#languages.set(uri, languageId);
  }

  close(uri: string): void {
    this.#contents.close(uri);
    this.#languages.delete(uri);
    this.#analyses.delete(uri);
  }

  /** A file on disk was made, changed or deleted; a folder counts with everything below it. */
  invalidate(uri: string): void {
    this.#contents.invalidate(uri);
    if (!this.#contents.isOpen(uri)) this.#sent.delete(uri);
  }

  /** Drops the text of a file that will not be asked about again. */
  release(uri: string): void {
    this.#contents.release(uri);
    this.#analyses.delete(uri);
  }

  /** Files that send a code with another status than others do, of those that were looked at so far. */
  get inconsistentUris(): ReadonlySet<string> {
    return this.#sent.inconsistent();
  }

  /** Whether the kept analysis of `uri` still says what a new one would say. */
  isCurrent(uri: string): boolean {
    const kept = this.#analyses.get(uri);
    return kept !== undefined && this.#holds(kept);
  }

  /**
   * Everything that is known of the file `uri`, as of now. Undefined when there is no such file.
   * Files that it needs (configuration, catalogs, imports) are loaded on the way.
   */
  async analyse(uri: string): Promise<FileAnalysis | undefined> {
    const kept = this.#analyses.get(uri);
    if (kept && this.#holds(kept)) return kept.analysis;
    const { value, dependencies } = await this.#settle((view) =>
      analyseFile({
        uri,
        view,
        roots: this.#roots,
        languageId: this.#languages.get(uri),
        isOpen: this.#contents.isOpen(uri),
        modules: this.#modules.providerFor(view, this.#resolution, uri),
        configuration: this.#configurationFor(view, uri),
        configurations: this.#configurations,
        sent: this.#sent,
        sentStatuses: (code) => this.#sentStatuses(code),
        baselines: this.#baselines,
        obeysBaseline: this.#obeysBaseline,
        catalogs: this.#catalogs,
        dependencies: this.#dependencies,
        textOf: (other) => this.textOf(other),
      }),
    );
    if (value) this.#analyses.set(uri, { analysis: value, dependencies, isOutdated: false });
    else this.#analyses.delete(uri);
    const others = this.#sent.set(uri, value?.sent?.group ?? "", value?.sent?.sent ?? []);
    // What they send is held against something else from now on; that they send it is as true as before.
    for (const other of others) {
      const held = this.#analyses.get(other);
      if (held) this.#analyses.set(other, { ...held, isOutdated: true });
    }
    return value;
  }

  #holds({ dependencies, isOutdated }: Kept): boolean {
    return !isOutdated && stillHolds(dependencies, this.#contents);
  }

  /**
   * Of what the analysis of `uri` at hand was made: files, folders (a slash at their end), and what was made from several
   * of them. Undefined where there is no such analysis.
   */
  sourcesOf(uri: string): Iterable<string> | undefined {
    return this.#analyses.get(uri)?.dependencies.keys();
  }

  /** Of what something was made that was made from several files or folders; undefined for a file or a folder itself. */
  membersOf(key: string): Iterable<string> | undefined {
    return this.#contents.joints.members(key)?.keys();
  }

  /** What the file `uri` sends, of those that were looked at; undefined where it sends nothing. */
  sentBy(uri: string): FileAnalysis["sent"] {
    return this.#sent.get(uri);
  }

  /** Takes in what a file sends that was looked at in an earlier run and has not changed since. */
  recallSent(uri: string, { group, sent }: NonNullable<FileAnalysis["sent"]>): void {
    this.#sent.set(uri, group, sent);
  }

  /** All catalogs: the built-in ones and those that the configurations at `configurationUris` name. */
  async allCatalogs(configurationUris: readonly string[]): Promise<readonly LoadedCatalog[]> {
    const { value } = await this.#settle((view) => allCatalogs(this.#named(view), configurationUris));
    return value;
  }

  /** The files of which the configurations at `configurationUris` compose catalogs, in the order of the configurations. */
  async documents(configurationUris: readonly string[]): Promise<readonly string[]> {
    const { value } = await this.#settle((view) => composingDocuments(this.#named(view), configurationUris));
    return value;
  }

  /** What the documents at `uris` are worth as catalogs, the surest first; only those whose names promise something are read. */
  async nearReferences(uris: readonly string[], asked: NearQuestion = "offered"): Promise<readonly NearReference[]> {
    const promising = promisingDocuments(uris, this.#roots, asked);
    const { value } = await this.#settle((view) => {
      const configurationFor = (uri: string) => this.#configurationFor(view, uri);
      const context = { view, catalogs: this.#catalogs, roots: this.#roots, configurationFor };
      return nearReferences(context, promising, asked);
    });
    for (const uri of promising) if (!this.#contents.isOpen(uri)) this.#contents.release(uri);
    return value;
  }

  /** How the document `uri` is named in the project's configuration, so that it serves as a catalog. */
  async naming(uri: string): Promise<Naming> {
    const { value } = await this.#settle((view) => {
      const configurationFor = (other: string) => this.#configurationFor(view, other);
      return namingOf({ view, catalogs: this.#catalogs, roots: this.#roots, configurationFor }, uri);
    });
    return value;
  }

  /** A catalog made from documents, with its text in our format; `missing` says why there is none. */
  async importCatalog(
    uris: readonly string[],
    identity: Omit<ComposedReference, "uris">,
  ): Promise<ImportedCatalog | { readonly kind: "missing"; readonly reason: string }> {
    const { value } = await this.#settle((view) => this.#catalogs.references.lookUp(view, { uris, ...identity }));
    if (value.kind === "missing") return value;
    if (value.kind === "pending" || !value.loaded.catalog)
      return { kind: "missing", reason: "It could not be loaded." };
    return importedCatalog(value.loaded.catalog, value.loaded.problems, (uri) => this.textOf(uri));
  }

  /** The text of a file that is loaded or came with the product; undefined where it is not at hand. */
  textOf(uri: string): string | undefined {
    const content = this.#catalogs.isBuiltIn(uri)
      ? this.#contents.get(uri)?.content
      : this.#contents.peek(uri)?.content;
    return content?.kind === "text" ? content.text : undefined;
  }

  #named(view: SourceView): NamedContext {
    return { view, catalogs: this.#catalogs, configurations: this.#configurations, roots: this.#roots };
  }

  #configurationFor(view: SourceView, uri: string) {
    return this.#configurationUri === undefined
      ? this.#configurations.nearest(view, uri, this.#roots)
      : this.#configurations.at(view, this.#configurationUri);
  }

  /** The statuses with which the files that are analysed now send `code`; a page cannot show whether that is a number. */
  #sentStatuses(code: Code): readonly number[] {
    const analyses = [...this.#analyses.values()].filter(({ analysis }) => !isTestFile(analysis.uri));
    const observed = analyses.flatMap(({ analysis: { uri, facts } }) =>
      observedErrors(
        uri,
        facts.map(({ site }) => site),
      ),
    );
    const statuses = observed.flatMap((one) => (String(one.code) === String(code) ? (one.status ?? []) : []));
    return [...new Set(statuses)];
  }

  /** Looks, loads what the look was missing, and looks again, until nothing is missing. */
  async #settle<Value>(
    look: (view: SourceView) => Value,
  ): Promise<{ readonly value: Value; readonly dependencies: ReadonlyMap<string, number> }> {
    for (let round = 1; ; round += 1) {
      const view = new SourceView(this.#contents);
      const value = look(view);
      if (view.needs.size === 0 || round === maximumRounds) return { value, dependencies: view.dependencies };
      await Promise.all([...view.needs].map((uri) => this.#contents.load(uri)));
    }
  }
}
