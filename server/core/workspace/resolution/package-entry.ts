import { type PathConditions, type PathConditionsMap, resolveExports, resolveImports } from "resolve-pkg-maps";
import type { Manifest } from "./read-manifest.ts";

/**
 * Conditions as the tools that run, bundle or check the code set them, nearest to the source first. Which of those that
 * hold is taken is for the order in the package.json to say, so they are asked for in several goes.
 */
const conditionSets: readonly (readonly string[])[] = [
  ["source", "development", "import", "require", "node"],
  ["development", "import", "node"],
  ["import", "node"],
  ["require", "node"],
  ["types", "import", "require", "node"],
  ["browser", "import"],
];

/** The paths in the package that `subpath` (empty for the whole package) may stand for, best first, `./` before each. */
export function entryPaths(manifest: Manifest, subpath: string, custom: readonly string[]): readonly string[] {
  const guesses = subpath === "" ? ["./src/index", "./index"] : [`./${subpath}`, `./src/${subpath}`];
  const named =
    manifest.exports === undefined
      ? subpath === ""
        ? manifest.entries
        : [`./${subpath}`]
      : inSets(custom, (conditions) =>
          // The shapes that the field may have are checked by the resolver, which throws for others.
          resolveExports(manifest.exports as PathConditions, subpath, conditions),
        );
  return [...new Set([...named.filter(isPath).flatMap(withSources), ...guesses])];
}

/** What an internal name (`#lib/errors`) stands for: paths in the package, or specifiers of other packages. */
export function importTargets(manifest: Manifest, specifier: string, custom: readonly string[]): readonly string[] {
  if (typeof manifest.imports !== "object" || manifest.imports === null) return [];
  const targets = inSets(custom, (conditions) =>
    // As above: an object is all that is known, the resolver checks the rest.
    resolveImports(manifest.imports as PathConditionsMap, specifier, conditions),
  );
  return [...new Set(targets.flatMap((target) => (target.startsWith("./") ? withSources(target) : [target])))];
}

function inSets(
  custom: readonly string[],
  resolve: (conditions: readonly string[]) => readonly string[],
): readonly string[] {
  return conditionSets.flatMap((conditions) => {
    try {
      return resolve([...custom, ...conditions]);
    } catch {
      // Not exported under these conditions, or written in a way that Node refuses as well.
      return [];
    }
  });
}

function isPath(target: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(target) && !target.split("/").includes("node_modules");
}

/** Folders that builds write to and that nobody keeps sources in. */
const outputs: ReadonlySet<string> = new Set(["dist", "build", "out", "output", ".output", "target"]);
/** Folders that builds write to, or that hold the sources of packages that need no build. */
const perhapsOutputs: ReadonlySet<string> = new Set(["lib", "libs", "es", "esm", "cjs", "types", "typings", "module"]);
/** Folders in an output that tell kinds of the same code apart. */
const flavours: ReadonlySet<string> = new Set([
  ...["esm", "cjs", "es", "mjs", "es5", "es6", "es2015", "esnext", "module", "modules", "commonjs"],
  ...["import", "require", "types", "typings"],
]);

/**
 * A file of a package, and before or after it the sources that it may have been built from. Sources come first, built or
 * not: they are what people edit, and what is found must not depend on whether somebody ran a build.
 */
function withSources(target: string): readonly string[] {
  const path = `./${target.replace(/^\.?\//, "")}`;
  const segments = path.split("/").slice(1);
  const at = segments.findIndex((segment) => outputs.has(segment) || perhapsOutputs.has(segment));
  if (at < 0 || at === segments.length - 1 || segments.slice(0, at).includes("src")) return [path];
  const before = segments.slice(0, at);
  const after = withoutEnding(segments.slice(at + 1));
  const plain = after.slice(after.findIndex((segment, index) => !flavours.has(segment) || index === after.length - 1));
  const inSource = [after, plain].map((rest) => toPath([...before, "src", ...rest]));
  const instead = [after, plain].map((rest) => toPath([...before, ...rest]));
  const isOutput = outputs.has(segments[at] ?? "") || after[0] === "src";
  return isOutput ? [...inSource, ...instead, path] : [...inSource, path, ...instead];
}

function withoutEnding(segments: readonly string[]): readonly string[] {
  return segments.map((segment, index) =>
    index === segments.length - 1 ? segment.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, "") : segment,
  );
}

function toPath(segments: readonly string[]): string {
  return ["..", ...segments].join("/").slice(1);
}
