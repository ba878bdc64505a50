import { isHierarchical, pathBelow } from "../../text/uri.ts";
import type { Root } from "../file-system.ts";

/** The boundary of the project that holds `uri`; undefined for files outside all roots. */
export function boundaryOf(uri: string, roots: readonly Root[]): string | undefined {
  if (!isHierarchical(uri)) return undefined;
  return roots.find(({ boundary }) => pathBelow(boundary, uri) !== undefined)?.boundary;
}

/** Whether `uri` is a file or folder of the project's own: below the boundary, and not something that was installed. */
export function isInside(boundary: string, uri: string): boolean {
  const prefix = boundary.endsWith("/") ? boundary : `${boundary}/`;
  return (uri === boundary || uri.startsWith(prefix)) && !`${uri}/`.includes("/node_modules/", prefix.length - 1);
}
