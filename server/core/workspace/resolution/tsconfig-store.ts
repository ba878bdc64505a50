import { parentUri, resolveUri } from "../../text/uri.ts";
import { DerivedCache } from "../derived-cache.ts";
import { JointCache } from "../joint-cache.ts";
import type { SourceView } from "../source-view.ts";
import { isInside } from "./project-files.ts";
import { type PathMapping, readTsconfig, type Tsconfig } from "./read-tsconfig.ts";

/** How a project's compiler options name modules, everything that is extended included. */
export interface PathOptions {
  /** The folder against which plain specifiers are tried; undefined where none is. */
  readonly baseUrl: string | undefined;
  readonly paths: readonly PathMapping[];
  /** The folder that the targets of `paths` are relative to. */
  readonly pathsFolder: string;
  /** The folder that `${configDir}` stands for. */
  readonly configFolder: string;
  readonly conditions: readonly string[];
}

/** Where a package of the workspace is, for configurations that extend one that comes in a package. */
export type PackageFinder = (view: SourceView, name: string, folder: string, boundary: string) => string | undefined;

const names = ["tsconfig.json", "jsconfig.json"];

/** The compiler options around a file: each configuration is read once for every content that it has. */
export class TsconfigStore {
  readonly #read = new DerivedCache<Tsconfig | "absent">((content) =>
    content.kind === "text" ? readTsconfig(content.text) : "absent",
  );
  readonly #nearest = new JointCache<PathOptions | undefined>("paths");
  readonly #findPackage: PackageFinder;

  constructor(findPackage: PackageFinder) {
    this.#findPackage = findPackage;
  }

  /** The options for files in `folder`: those of the nearest configuration, up to the boundary. */
  nearest(view: SourceView, folder: string, boundary: string): PathOptions | undefined {
    return this.#nearest.get(view, `${boundary} ${folder}`, (look) => {
      for (const name of names) {
        const uri = resolveUri(folder, name);
        const tsconfig = this.#read.get(look, uri);
        if (tsconfig !== undefined && tsconfig !== "absent") return this.#governing(look, uri, tsconfig, boundary);
      }
      return folder === boundary ? undefined : this.nearest(look, parentUri(folder), boundary);
    });
  }

  /**
   * The options of the configuration `uri`. One that only points to those of parts (`tsconfig.app.json` beside it) leaves
   * the names of modules to them: the first that says something of names speaks for all.
   */
  #governing(view: SourceView, uri: string, tsconfig: Tsconfig, boundary: string): PathOptions | undefined {
    const own = this.#effective(view, uri, boundary);
    if (own && namesModules(own)) return own;
    const folder = parentUri(uri);
    const parts = tsconfig.references
      .map((path) => resolveUri(folder, path))
      // A reference to a folder is another project, with a configuration nearer to its own files.
      .filter((part) => part.endsWith(".json") && parentUri(part) === folder && isInside(boundary, part));
    return parts.map((part) => this.#effective(view, part, boundary)).find((part) => part && namesModules(part)) ?? own;
  }

  #effective(view: SourceView, uri: string, boundary: string): PathOptions | undefined {
    const configFolder = parentUri(uri);
    // A configuration that is met again while it is being read extends itself: it adds nothing then.
    const met = new Map<string, Inherited>();
    const read = (one: string): Inherited => {
      const known = met.get(one);
      if (known) return known;
      met.set(one, {});
      const tsconfig = this.#read.get(view, one);
      if (tsconfig === undefined || tsconfig === "absent") return {};
      const folder = parentUri(one);
      let result: Inherited = {};
      for (const name of tsconfig.extends) {
        const base = this.#extended(view, name, folder, boundary);
        if (base !== undefined) result = { ...result, ...read(base) };
      }
      const own: Inherited = {
        ...(tsconfig.baseUrl === undefined ? {} : { baseUrl: placeOf(tsconfig.baseUrl, folder, configFolder) }),
        ...(tsconfig.paths === undefined ? {} : { paths: { mappings: tsconfig.paths, folder } }),
        ...(tsconfig.conditions === undefined ? {} : { conditions: tsconfig.conditions }),
      };
      result = { ...result, ...own };
      met.set(one, result);
      return result;
    };
    const { baseUrl, paths, conditions } = read(uri);
    return {
      baseUrl,
      paths: paths?.mappings ?? [],
      pathsFolder: baseUrl ?? paths?.folder ?? configFolder,
      configFolder,
      conditions: conditions ?? [],
    };
  }

  /** The configuration that `extends` names, seen from `folder`. */
  #extended(view: SourceView, name: string, folder: string, boundary: string): string | undefined {
    const candidates = /^\.\.?(\/|$)/.test(name)
      ? withEnding(resolveUri(folder, name))
      : this.#inPackage(view, name, folder, boundary);
    return candidates.find((candidate) => isInside(boundary, candidate) && view.exists(candidate) === true);
  }

  #inPackage(view: SourceView, name: string, folder: string, boundary: string): readonly string[] {
    const [, packageName, rest] = /^((?:@[^/]+\/)?[^/@.][^/]*)(?:\/(.+))?$/.exec(name) ?? [];
    const found = packageName === undefined ? undefined : this.#findPackage(view, packageName, folder, boundary);
    if (found === undefined) return [];
    return rest === undefined ? [resolveUri(found, "tsconfig.json")] : withEnding(resolveUri(found, `./${rest}`));
  }
}

function namesModules(options: PathOptions): boolean {
  return options.paths.length > 0 || options.baseUrl !== undefined;
}

/** What a configuration and those that it extends say; what is absent is left to the one that extends it. */
interface Inherited {
  readonly baseUrl?: string;
  readonly paths?: { readonly mappings: readonly PathMapping[]; readonly folder: string };
  readonly conditions?: readonly string[];
}

function withEnding(uri: string): readonly string[] {
  return uri.endsWith(".json") ? [uri] : [`${uri}.json`, uri];
}

/** The folder that a written path means: relative to its configuration, or to the one that is in force. */
export function placeOf(path: string, folder: string, configFolder: string): string {
  const below = /^\$\{configDir\}\/?(.*)$/.exec(path)?.[1];
  return below === undefined ? resolveUri(folder, path) : resolveUri(configFolder, `./${below}`);
}
