import { type DataNode, valueAt } from "../../text/data-node.ts";
import { readJsonData } from "../../text/read-json-data.ts";
import { readYamlData } from "../../text/read-yaml-data.ts";
import { textsIn } from "./read-tsconfig.ts";

/** What a package.json says of the package's modules, as written. */
export interface Manifest {
  readonly name: string | undefined;
  /** The files that stand for the whole package, sources first, where there is no `exports`. */
  readonly entries: readonly string[];
  /** Plain data in the shapes that Node documents for these fields, or in any other: whoever uses it checks. */
  readonly exports: unknown;
  readonly imports: unknown;
  /** Globs of the folders of member packages. */
  readonly workspaces: readonly string[];
  /** Packages that are named by the path of their folder. */
  readonly links: ReadonlyMap<string, string>;
}

const entryFields = ["source", "module", "main", "types", "typings"];
const dependencyFields = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];

/** Reads what can be made out of a package.json. Never throws. */
export function readManifest(text: string): Manifest {
  const { root } = readJsonData(text, { duplicates: "keep" });
  const workspaces = valueAt(root, "workspaces");
  return {
    name: textsIn(valueAt(root, "name"))[0],
    entries: entryFields.flatMap((field) => textsIn(valueAt(root, field))),
    exports: plain(valueAt(root, "exports")),
    imports: plain(valueAt(root, "imports")),
    workspaces: textsIn(workspaces?.kind === "map" ? valueAt(workspaces, "packages") : workspaces),
    links: new Map(dependencyFields.flatMap((field) => linksIn(valueAt(root, field)))),
  };
}

/** The globs of member packages in a pnpm-workspace.yaml, or in a lerna.json. Never throws. */
export function readMemberGlobs(text: string, format: "json" | "yaml"): readonly string[] {
  const { root } = format === "yaml" ? readYamlData(text) : readJsonData(text);
  return textsIn(valueAt(root, "packages"));
}

function linksIn(node: DataNode | undefined): readonly (readonly [string, string])[] {
  if (node?.kind !== "map") return [];
  return node.entries.flatMap(({ key, value }) => {
    const path = /^(?:file|link|portal|workspace):(\.{0,2}\/.*)$/.exec(textsIn(value)[0] ?? "")?.[1];
    return path === undefined ? [] : [[key, path] as const];
  });
}

/** Plain data; keys keep their order, which decides among conditions. */
function plain(node: DataNode | undefined): unknown {
  switch (node?.kind) {
    case "map":
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
    case "list":
      return node.items.map(plain);
    case "scalar":
      return node.value;
    case undefined:
      return undefined;
  }
}
