/**
 * The state of one conversation with one client: what it can do, which buffers it has open, and the workspace beneath.
 */
import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  FileChangeType,
  type FileEvent,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import {
  baseName,
  configurationFileNames,
  dialectOf,
  type FileAnalysis,
  mayServe,
  normalUri,
  pathBelow,
  type Root,
  type Workspace,
} from "../core/index.ts";
import type { ServerHost } from "./host.ts";
import type { OpenDocument } from "./open-documents.ts";
import { type PositionEncoding, PositionMap } from "./position-encoding.ts";
import { findFilesRequest, type InitializationOptions } from "./protocol.ts";
import type { FileMaps } from "./to-lsp.ts";

export interface SessionOptions {
  readonly connection: Connection;
  readonly host: ServerHost;
  readonly capabilities: ClientCapabilities;
  readonly encoding: PositionEncoding;
  readonly initialization: InitializationOptions;
  readonly workspace: Workspace;
}

export class Session {
  readonly connection: Connection;
  readonly host: ServerHost;
  readonly capabilities: ClientCapabilities;
  readonly encoding: PositionEncoding;
  readonly workspace: Workspace;
  readonly canReadFiles: boolean;
  readonly #documents = new Map<string, OpenDocument>();
  readonly #locale: string | undefined;
  #languages: readonly string[];
  #lookedAround: Promise<void> | undefined;
  /** Configuration files known in the workspace, from the first look and from watching. */
  readonly configurationUris = new Set<string>();
  /** Documents whose names are those of pages and others that may serve as catalogs, known in the same way. */
  readonly documentUris = new Set<string>();

  constructor(options: SessionOptions) {
    this.connection = options.connection;
    this.host = options.host;
    this.capabilities = options.capabilities;
    this.encoding = options.encoding;
    this.workspace = options.workspace;
    this.canReadFiles = options.initialization.canReadFiles;
    this.#locale = options.initialization.locale;
    this.#languages = options.initialization.languages;
  }

  /** Languages for explanations, the most wanted first. */
  get languages(): readonly string[] {
    return this.#languages.length > 0
      ? this.#languages
      : this.#locale === undefined
        ? []
        : [this.#locale.toLowerCase()];
  }

  /** The folder of the rules' pages; undefined where the client cannot link to them. */
  get rulePages(): string | undefined {
    const { diagnostic, publishDiagnostics } = this.capabilities.textDocument ?? {};
    const links = diagnostic?.codeDescriptionSupport ?? publishDiagnostics?.codeDescriptionSupport;
    return links === true ? this.host.rulePages : undefined;
  }

  setLanguages(languages: readonly string[]): void {
    this.#languages = languages;
  }

  document(clientUri: string): OpenDocument | undefined {
    return this.#documents.get(normalUri(clientUri));
  }

  get documents(): readonly OpenDocument[] {
    return [...this.#documents.values()];
  }

  setDocument(document: OpenDocument): void {
    const uri = normalUri(document.clientUri);
    this.#documents.set(uri, document);
    this.workspace.setOpen(uri, document.text, document.languageId);
  }

  closeDocument(clientUri: string): void {
    const uri = normalUri(clientUri);
    this.#documents.delete(uri);
    this.workspace.close(uri);
  }

  /**
   * The analysis of an open document, for one request. Undefined when there is no such document.
   * Other messages are let in first, so that a cancellation can arrive; a cancelled request ends here.
   */
  async analysis(clientUri: string, token: CancellationToken): Promise<FileAnalysis | undefined> {
    await otherMessages();
    stopIfCancelled(token);
    const uri = normalUri(clientUri);
    if (!this.#documents.has(uri)) return undefined;
    const analysis = await this.workspace.analyse(uri);
    stopIfCancelled(token);
    return analysis;
  }

  /** Files changed on disk, as the client saw it. */
  filesChanged(changes: readonly FileEvent[]): void {
    for (const change of changes) {
      const uri = normalUri(change.uri);
      this.workspace.invalidate(uri);
      for (const known of this.#listsFor(uri)) {
        if (change.type === FileChangeType.Deleted) known.delete(uri);
        else known.add(uri);
      }
    }
  }

  /** The first look at the workspace, which configurations and documents there are; settles when it has been made. */
  lookAround(): Promise<void> {
    this.#lookedAround ??= this.#lookAround();
    return this.#lookedAround;
  }

  async #lookAround(): Promise<void> {
    for (const root of this.workspace.roots) {
      const isLocal = root.uri.startsWith("file:");
      const uris = isLocal
        ? await this.host.findFiles(root, (name) => configurationFileNames.includes(name) || mayServe(name))
        : await this.findFiles(root, configurationFileNames);
      for (const uri of uris) for (const known of this.#listsFor(uri)) known.add(uri);
    }
  }

  #listsFor(uri: string): readonly Set<string>[] {
    const name = baseName(uri);
    return [
      ...(configurationFileNames.includes(name) ? [this.configurationUris] : []),
      ...(mayServe(name) ? [this.documentUris] : []),
    ];
  }

  /** Folders joined or left the workspace. */
  foldersChanged(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(normalUri));
    this.#lookedAround = undefined;
    const kept = this.workspace.roots.filter((root) => !gone.has(root.uri));
    this.workspace.setRoots([...kept, ...added.map((folder) => this.host.rootOf(normalUri(folder)))]);
  }

  /** Files by name below a root, through the client where Node cannot look. */
  async findFiles(root: Root, names: readonly string[]): Promise<readonly string[]> {
    if (root.uri.startsWith("file:")) return this.host.findFiles(root, (name) => names.includes(name));
    if (!this.canReadFiles) return [];
    const { uris } = await this.connection.sendRequest(findFilesRequest, { names });
    return uris.map(normalUri).filter((uri) => pathBelow(root.uri, uri) !== undefined);
  }

  isOpen(uri: string): boolean {
    return this.#documents.has(uri);
  }

  /** The source and data files below a root; none where they would have to be asked for one by one. */
  async sourceFiles(root: Root): Promise<readonly string[]> {
    return root.uri.startsWith("file:") ? this.host.findFiles(root, (name) => dialectOf(name) !== undefined) : [];
  }

  /** The YAML and JSON files of the workspace, as far as they can be looked for. */
  async dataFiles(): Promise<readonly string[]> {
    const roots = this.workspace.roots.filter(({ uri }) => uri.startsWith("file:"));
    const found = await Promise.all(
      roots.map((root) => this.host.findFiles(root, (name) => /\.(?:ya?ml|jsonc?)$/i.test(name))),
    );
    return found.flat();
  }

  /** Positions in a loaded file; in one that is not there only its start. */
  positionsOf(uri: string): PositionMap {
    return new PositionMap(this.workspace.textOf(uri) ?? "", this.encoding);
  }

  /** Positions and names for protocol data about `analysis` and other loaded files. */
  maps(analysis: FileAnalysis): FileMaps {
    const maps = new Map<string, PositionMap>();
    return {
      positions: (uri) => {
        const known = maps.get(uri);
        if (known) return known;
        const text = uri === analysis.uri ? analysis.text : (analysis.textOf(uri) ?? "");
        const made = new PositionMap(text, this.encoding);
        maps.set(uri, made);
        return made;
      },
      clientUri: (uri) => this.#documents.get(uri)?.clientUri ?? uri,
    };
  }
}

/** Ends a request whose answer nobody waits for. */
export function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
}

/** Lets whatever the client sent meanwhile be heard. */
export function otherMessages(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
