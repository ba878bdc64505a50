import { join, resolve } from "node:path";

/** Where the parts of the npm-borne VS Code lie once they are installed; all paths are absolute. */
export type HostPaths = {
  /** The folder with the manifest, the lock file and `node_modules`. */
  readonly root: string;
  /** Written last, so that its presence means a finished install. */
  readonly stamp: string;
  /** VS Code's own folder: `out/server-main.js`, `extensions`, `product.json`. */
  readonly vscode: string;
  /** The unpacked browser, its fonts and the libraries it may need. */
  readonly browser: string;
};

/** The project's root folder. */
export const projectRoot: string = resolve(import.meta.dirname, "../..");

/** The folder for everything that runs leave behind: bundles, pictures, logs. */
export const outputRoot: string = join(projectRoot, "out", "host");

/**
 * The folder that holds `package.json` and the lock file of the host, and by default its `node_modules` too.
 */
export const hostManifestFolder: string = import.meta.dirname;

/**
 * Returns the paths of the host. `ERROR_CODE_INSIGHT_HOST_DIR` moves the install elsewhere, so that several
 * clones share one; otherwise it lies beside this file and goes away with the clone.
 */
export function hostPaths(environment: NodeJS.ProcessEnv = process.env): HostPaths {
  const chosen = environment.ERROR_CODE_INSIGHT_HOST_DIR;
  const root = chosen === undefined || chosen === "" ? hostManifestFolder : resolve(chosen);
  const modules = join(root, "node_modules");
  return {
    root,
    stamp: join(modules, ".error-code-insight-host"),
    vscode: join(modules, "code-server", "lib", "vscode"),
    browser: join(modules, ".browser"),
  };
}
