/** What all commands share: options read with care, the workspace, the files asked for, and where to write. */
import { existsSync, realpathSync, statSync } from "node:fs";
import { basename, isAbsolute, relative, resolve, sep } from "node:path";
import { URI } from "vscode-uri";
import { configurationFileNames, dialectOf, Workspace } from "../core/index.ts";
import { builtinCatalogsIn } from "../node/builtin-catalogs.ts";
import { filePathOf, fileUriOf } from "../node/file-uri.ts";
import { findBoundary } from "../node/find-boundary.ts";
import { FolderListings } from "../node/folder-listings.ts";
import { NodeFileSystem } from "../node/node-file-system.ts";
import { walkFiles } from "../node/walk-files.ts";
import { type CacheUse, cacheUse } from "./cache/cache-use.ts";
import { EditedFiles } from "./edited-files.ts";
import { UsageError } from "./exit.ts";

export interface CommonOptions {
  readonly format: string;
  readonly config?: string;
  /** False for `--no-baseline`: what the baseline would hide is shown. */
  readonly baseline?: boolean;
  /** Whether results are kept between runs. */
  readonly cache?: boolean;
  /** The folder in which they are kept. */
  readonly cacheLocation?: string;
}

export interface RunInput {
  readonly options: CommonOptions;
  readonly catalogsFolder: string;
  readonly folder: string;
  readonly output: NodeJS.WritableStream;
  readonly notices: NodeJS.WriteStream;
  /** Differs with every build of the program: results of another one are not believed. */
  readonly build: string;
  /** When the program was started, in milliseconds: what changed right before may change again unseen. */
  readonly started: number;
}

export interface Run {
  readonly workspace: Workspace;
  /** The disk as this run sees it, fixes included. */
  readonly files: EditedFiles;
  readonly folder: string;
  readonly boundary: string;
  /** How results are kept between runs; undefined where they are not. */
  readonly cache: CacheUse | undefined;
  /** Folders do not change while a command runs. */
  readonly listings: FolderListings;
  readonly json: boolean;
  readonly output: NodeJS.WritableStream;
  readonly notices: NodeJS.WriteStream;
  /** Paths as output shows them, by URI: evidence names the same few files over and over. */
  readonly shownPaths: Map<string, string>;
}

/** Opens a workspace on the working directory. Throws `UsageError` for options that make no sense. */
export function createRun(input: RunInput): Run {
  const { options } = input;
  if (options.format !== "text" && options.format !== "json") {
    throw new UsageError(`--format is text or json, not \`${options.format}\``);
  }
  const folder = realpathSync(input.folder);
  const boundary = findBoundary(folder);
  const root = { uri: fileUriOf(folder), boundary: fileUriOf(boundary) };
  const listings = new FolderListings();
  const disk = new NodeFileSystem(listings);
  const configuration = options.config === undefined ? undefined : configurationUri(folder, options.config);
  const cache = cacheUse({ ...input, folder, boundary, configuration, disk, listings });
  const files = new EditedFiles(cache?.states ?? disk);
  return {
    files,
    cache,
    workspace: new Workspace({
      fileSystem: files,
      builtins: builtinCatalogsIn(input.catalogsFolder),
      roots: [root],
      baseline: options.baseline === false ? "ignore" : "obey",
      configurationUri: configuration,
    }),
    folder,
    boundary,
    listings,
    json: options.format === "json",
    output: input.output,
    notices: input.notices,
    shownPaths: new Map(),
  };
}

function configurationUri(folder: string, path: string): string {
  const file = resolve(folder, path);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new UsageError(`there is no configuration file ${path}`);
  return fileUriOf(file);
}

/** Names that a walk through folders picks up; a file that is named on the command line is read whatever its name. */
export function isReadable(name: string): boolean {
  return dialectOf(name) !== undefined || /\.ya?ml$/i.test(name) || configurationFileNames.includes(name);
}

/** The files that `paths` mean, each once, in a stable order. Throws `UsageError` for a path that is not there. */
export function filesOf(run: Run, paths: readonly string[]): readonly string[] {
  const files = new Set<string>();
  for (const path of paths.length > 0 ? paths : ["."]) {
    const absolute = resolve(run.folder, path);
    if (!existsSync(absolute)) throw new UsageError(`there is no file or folder ${path}`);
    if (!statSync(absolute).isDirectory()) files.add(absolute);
    else
      for (const file of walkFiles({
        folder: absolute,
        boundary: boundaryOf(run, absolute),
        accepts: isReadable,
        list: (path) => run.listings.entries(path),
      }))
        files.add(file);
  }
  return [...files];
}

/** `files`, and the documents of which the configurations among them compose catalogs: pages are checked where they serve. */
export async function withDocuments(run: Run, files: readonly string[]): Promise<readonly string[]> {
  const configurations = files.filter((file) => configurationFileNames.includes(basename(file)));
  if (configurations.length === 0) return files;
  const documents = await run.workspace.documents(configurations.map(uriOf));
  const present = documents.map(pathOfUri).filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
  return [...new Set([...files, ...present])];
}

/** Ignore files count from the project's top; for a folder outside it, from that folder's own project. */
function boundaryOf(run: Run, folder: string): string {
  const path = relative(run.boundary, folder);
  return path.startsWith("..") || isAbsolute(path) ? findBoundary(folder) : run.boundary;
}

/** The path of a file as output shows it: relative to the working directory, with `/`. */
export function shownPath(run: Run, file: string): string {
  return relative(run.folder, file).split(sep).join("/") || ".";
}

/** `shownPath` of the file that `uri` names. */
export function shownUri(run: Run, uri: string): string {
  const known = run.shownPaths.get(uri);
  if (known !== undefined) return known;
  const path = shownPath(run, pathOfUri(uri));
  run.shownPaths.set(uri, path);
  return path;
}

export function pathOfUri(uri: string): string {
  return filePathOf(uri) ?? URI.parse(uri).fsPath;
}

export function uriOf(file: string): string {
  return fileUriOf(file);
}
