/**
 * Files are named by URI strings everywhere in the core, in one normal form, so that equal files have equal names:
 * clients escape differently (`[id]` or `%5Bid%5D`). Done by `vscode-uri`, which is what VS Code itself uses.
 */
import { URI, Utils } from "vscode-uri";

/** The normal form of `uri`; text that is no URI is returned unchanged. */
export function normalUri(uri: string): string {
  try {
    return URI.parse(uri, true).toString();
  } catch {
    return uri;
  }
}

/** The folder that holds `uri`; a root is its own parent. */
export function parentUri(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

/** The file at `path` (`/` separated, `..` allowed, absolute paths taken as such) seen from the folder `folder`. */
export function resolveUri(folder: string, path: string): string {
  return Utils.resolvePath(URI.parse(folder), path).toString();
}

/** The last segment, decoded. */
export function baseName(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** The decoded path of `uri` below `folder`, without a leading slash; undefined when it is not below it. */
export function pathBelow(folder: string, uri: string): string | undefined {
  const parent = URI.parse(folder);
  const child = URI.parse(uri);
  if (parent.scheme !== child.scheme || parent.authority !== child.authority) return undefined;
  const prefix = parent.path.endsWith("/") ? parent.path : `${parent.path}/`;
  return child.path.startsWith(prefix) ? child.path.slice(prefix.length) : undefined;
}

/** How far up the tree a relative path may lead. */
const mostSteps = 8;

/** `./errors.md`, `../docs/errors.md`: the file at `uri` seen from `folder`; undefined where it lies too far away. */
export function relativePath(folder: string, uri: string): string | undefined {
  for (let from = folder, up = ""; up.length <= mostSteps * 3; from = parentUri(from), up += "../") {
    const path = pathBelow(from, uri);
    if (path !== undefined) return up === "" ? `./${path}` : `${up}${path}`;
  }
  return undefined;
}

/** Whether files can be beside and above `uri`: false for `untitled:` and other opaque names. */
export function isHierarchical(uri: string): boolean {
  const parsed = URI.parse(uri);
  return parsed.scheme !== "untitled" && parsed.path.startsWith("/");
}
