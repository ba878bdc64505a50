/** Where specifiers lead: paths, aliases of a tsconfig, packages of the workspace, internal names. */
import { resolveSpecifier } from "../../sites/values/resolve-specifier.ts";
import { parentUri } from "../../text/uri.ts";
import type { Root } from "../file-system.ts";
import { JointCache } from "../joint-cache.ts";
import type { SourceView } from "../source-view.ts";
import { entryPaths, importTargets } from "./package-entry.ts";
import { PackageStore } from "./package-store.ts";
import { boundaryOf, isInside } from "./project-files.ts";
import type { PathMapping } from "./read-tsconfig.ts";
import { type PathOptions, placeOf, TsconfigStore } from "./tsconfig-store.ts";

/** Resolves on demand only; an answer is kept for the folder that asked until something that it rests on changes. */
export class ModuleResolution {
  readonly #roots: readonly Root[];
  readonly #places = new Map<string, { readonly folder: string; readonly boundary: string | undefined }>();
  readonly #packages = new PackageStore();
  readonly #tsconfigs = new TsconfigStore(
    (view, name, folder, boundary) => this.#packages.find(view, name, folder, boundary)?.folder,
  );
  readonly #resolved = new JointCache<string | undefined>("module");

  constructor(roots: readonly Root[]) {
    this.#roots = roots;
  }

  /** How often a specifier was resolved anew. */
  get resolutions(): number {
    return this.#resolved.derivations;
  }

  /** Which files `uri` may come to: those of the projects, or for a file outside all of them, any beside it. */
  readableFrom(uri: string): (other: string) => boolean {
    if (boundaryOf(uri, this.#roots) === undefined) return () => true;
    return (other) => this.#roots.some(({ boundary }) => isInside(boundary, other));
  }

  /** The file that `specifier` leads to from the file `fromUri`, none where there is none; undefined for packages that are not the workspace's own. */
  resolve(view: SourceView, specifier: string, fromUri: string): readonly string[] | undefined {
    const plain = specifier.replace(/\?.*$/, "");
    const isRelative = /^\.\.?(?:\/|$)/.test(plain);
    const { folder, boundary } = this.#whereIs(fromUri);
    if (isRelative && boundary === undefined) return resolveSpecifier(fromUri, plain);
    if (boundary === undefined || plain === "" || (!isRelative && /^(?:[./]|[a-z][a-z0-9+.-]*:)/i.test(plain)))
      return undefined;
    const found = this.#resolved.get(view, `${boundary} ${folder} ${plain}`, (look) => {
      const from = { view: look, folder, boundary, mayRead: this.readableFrom(fromUri) };
      return isRelative ? firstFile(from, [{ folder, path: plain }]) : this.#look(from, plain);
    });
    if (found !== undefined) return [found];
    return isRelative ? [] : undefined;
  }

  #whereIs(uri: string): { readonly folder: string; readonly boundary: string | undefined } {
    const known = this.#places.get(uri);
    if (known) return known;
    const place = { folder: parentUri(uri), boundary: boundaryOf(uri, this.#roots) };
    this.#places.set(uri, place);
    return place;
  }

  #look(from: Place, specifier: string): string | undefined {
    const options = this.#tsconfigs.nearest(from.view, from.folder, from.boundary);
    const aliased = options && firstFile(from, aliases(options, specifier));
    if (aliased !== undefined) return aliased;
    // A generated configuration is often not there to be read: one without any paths says nothing of aliases.
    const usual = options === undefined || options.paths.length === 0 ? usualAlias.exec(specifier) : null;
    if (usual !== null) return this.#ofTools(from, usual[1] ?? "", usual[2] ?? "");
    const conditions = options?.conditions ?? [];
    return specifier.startsWith("#")
      ? this.#internal(from, specifier, conditions)
      : this.#inPackage(from, specifier, conditions);
  }

  /** What bundlers are usually told that an alias means. */
  #ofTools(from: Place, alias: string, path: string): string | undefined {
    const folder = this.#packages.nearest(from.view, from.folder, from.boundary)?.folder ?? from.boundary;
    const parents = parentsOf.get(alias) ?? [];
    return firstFile(
      from,
      parents.map((parent) => ({ folder, path: `./${parent}${path}` })),
    );
  }

  /** A name that the own package gives to one of its files, or to another package. */
  #internal(from: Place, specifier: string, conditions: readonly string[]): string | undefined {
    const own = this.#packages.nearest(from.view, from.folder, from.boundary);
    if (!own) return undefined;
    for (const target of importTargets(own.manifest, specifier, conditions)) {
      const found = target.startsWith("./")
        ? firstFile(from, [{ folder: own.folder, path: target }])
        : /^[./#]/.test(target)
          ? undefined
          : this.#inPackage(from, target, conditions);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #inPackage(from: Place, specifier: string, conditions: readonly string[]): string | undefined {
    const [, name, subpath] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.*))?$/.exec(specifier) ?? [];
    if (name === undefined) return undefined;
    const found = this.#packages.find(from.view, name, from.folder, from.boundary);
    if (!found) return undefined;
    const paths = entryPaths(found.manifest, subpath ?? "", conditions);
    return firstFile(
      from,
      paths.map((path) => ({ folder: found.folder, path })),
    );
  }
}

/** Names that no package can have: a bundler's, Nuxt's or SvelteKit's aliases. */
const usualAlias = /^(@@?|~~?|\$lib)\/(.+)$/;

/** The folders of a package that the aliases mean: its sources, or all of it. */
const sources: readonly string[] = ["src/", "", "app/"];
const parentsOf: ReadonlyMap<string, readonly string[]> = new Map([
  ["@", sources],
  ["~", sources],
  ["@@", [""]],
  ["~~", [""]],
  ["$lib", ["src/lib/"]],
]);

/** From where a specifier is looked at. */
interface Place {
  readonly view: SourceView;
  readonly folder: string;
  readonly boundary: string;
  readonly mayRead: (uri: string) => boolean;
}

/** `path` starts with `./` or `../`. */
interface Target {
  readonly folder: string;
  readonly path: string;
}

/** What a project's options say that `specifier` may be: the best pattern's targets, then the base folder. */
function aliases(options: PathOptions, specifier: string): readonly Target[] {
  const { baseUrl, pathsFolder, configFolder } = options;
  const best = bestMapping(options.paths, specifier);
  const targets =
    best?.mapping.targets.map((target) =>
      placeOf(
        target.replace("*", () => best.rest),
        pathsFolder,
        configFolder,
      ),
    ) ?? [];
  const based = baseUrl === undefined || specifier.startsWith("#") ? [] : [{ folder: baseUrl, path: `./${specifier}` }];
  return [...targets.map((uri) => ({ folder: parentUri(uri), path: `./${lastOf(uri)}` })), ...based];
}

/** The mapping that fits best, as the compiler chooses: an exact one, else the one with the longest text before its `*`. */
function bestMapping(
  mappings: readonly PathMapping[],
  specifier: string,
): { readonly mapping: PathMapping; readonly rest: string } | undefined {
  let best: { readonly mapping: PathMapping; readonly rest: string; readonly length: number } | undefined;
  for (const mapping of mappings) {
    const [start = "", end, more] = mapping.pattern.split("*");
    if (more !== undefined) continue;
    if (end === undefined) {
      if (mapping.pattern === specifier) return { mapping, rest: "" };
      continue;
    }
    const fits =
      specifier.length >= start.length + end.length && specifier.startsWith(start) && specifier.endsWith(end);
    if (!fits || (best && best.length >= start.length)) continue;
    best = { mapping, rest: specifier.slice(start.length, specifier.length - end.length), length: start.length };
  }
  return best;
}

function lastOf(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
}

/**
 * The first file of the project that one of `targets` means. Files that have to be loaded first are asked for a few at a
 * time, more with every look: the usual ending costs one question, and many possibilities cost few rounds.
 */
function firstFile({ view, mayRead }: Place, targets: readonly Target[]): string | undefined {
  let absent = 0;
  let asked = 0;
  for (const { folder, path } of targets) {
    for (const candidate of resolveSpecifier(`${folder}/_`, path) ?? []) {
      if (!mayRead(candidate)) continue;
      const exists = view.exists(candidate);
      if (exists === true) return asked > 0 ? undefined : candidate;
      if (exists === false) absent += 1;
      else asked += 1;
      if (asked > 0 && asked >= absent) return undefined;
    }
  }
  return undefined;
}
