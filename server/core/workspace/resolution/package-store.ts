import { parentUri, resolveUri } from "../../text/uri.ts";
import { DerivedCache } from "../derived-cache.ts";
import { JointCache } from "../joint-cache.ts";
import type { SourceView } from "../source-view.ts";
import { memberFolders } from "./member-folders.ts";
import { isInside } from "./project-files.ts";
import { type Manifest, readManifest, readMemberGlobs } from "./read-manifest.ts";

/** A package of the workspace: its folder, and what its package.json says. */
export interface WorkspacePackage {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The packages of a workspace by name. Each package.json is read once for every content that it has. */
export class PackageStore {
  readonly #manifests = new DerivedCache<Manifest | "absent">((content) =>
    content.kind === "text" ? readManifest(content.text) : "absent",
  );
  readonly #globs = new DerivedCache<readonly string[]>((content, uri) =>
    content.kind === "text" ? readMemberGlobs(content.text, uri.endsWith(".json") ? "json" : "yaml") : [],
  );
  readonly #members = new JointCache<ReadonlyMap<string, string>>("members");

  /** The package whose folder is `folder`; undefined where that is none, or is not loaded yet. */
  at(view: SourceView, folder: string): WorkspacePackage | undefined {
    const manifest = this.#manifests.get(view, resolveUri(folder, "package.json"));
    return manifest === undefined || manifest === "absent" ? undefined : { folder, manifest };
  }

  /** The package that holds `folder`. */
  nearest(view: SourceView, folder: string, boundary: string): WorkspacePackage | undefined {
    const folders = upwards(folder, boundary);
    // All are asked for before one is taken, so that those that have to be loaded come in one go.
    const found = folders.map((one) => this.at(view, one));
    return found.find((one) => one !== undefined);
  }

  /**
   * The package called `name`, seen from `folder`: one that the own package names by path, the own package itself, or a
   * member of a workspace around. Undefined for everything that is installed.
   */
  find(view: SourceView, name: string, folder: string, boundary: string): WorkspacePackage | undefined {
    const own = this.nearest(view, folder, boundary);
    const link = own?.manifest.links.get(name);
    if (own && link !== undefined) {
      const linked = resolveUri(own.folder, link);
      const found = isInside(boundary, linked) ? this.at(view, linked) : undefined;
      if (found) return found;
    }
    if (own?.manifest.name === name) return own;
    for (const root of upwards(folder, boundary)) {
      const member = this.#membersOf(view, root, boundary).get(name);
      if (member !== undefined) return this.at(view, member);
    }
    return undefined;
  }

  /** The folders of the packages of the workspace that `root` is the top of, by name; none where it is no top. */
  #membersOf(view: SourceView, root: string, boundary: string): ReadonlyMap<string, string> {
    return this.#members.get(view, `${boundary} ${root}`, (look) => {
      const members = new Map<string, string>();
      const globs = [
        ...(this.#globs.get(look, resolveUri(root, "pnpm-workspace.yaml")) ?? []),
        ...(this.at(look, root)?.manifest.workspaces ?? []),
        ...(this.#globs.get(look, resolveUri(root, "lerna.json")) ?? []),
      ];
      if (globs.length === 0) return members;
      for (const folder of [root, ...memberFolders(look, root, globs, boundary)]) {
        const name = this.at(look, folder)?.manifest.name;
        if (name !== undefined && !members.has(name)) members.set(name, folder);
      }
      return members;
    });
  }
}

function upwards(folder: string, boundary: string): readonly string[] {
  const folders = [folder];
  for (let current = folder; current !== boundary && parentUri(current) !== current; ) {
    current = parentUri(current);
    folders.push(current);
  }
  return folders;
}
