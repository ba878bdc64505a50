/** Paths and their URIs, as VS Code writes them. Names are plain in nearly all paths, and nothing has to be parsed for them. */
import { sep } from "node:path";
import { URI } from "vscode-uri";

const plainUri = /^file:\/\/\/(?!\/)[\w./~-]*$/;
const plainPath = /^\/(?!\/)[\w./~-]*$/;

/** The path of a `file:` URI; undefined for a URI of another kind. */
export function filePathOf(uri: string): string | undefined {
  if (sep === "/" && plainUri.test(uri)) return uri.slice("file://".length);
  const parsed = URI.parse(uri);
  return parsed.scheme === "file" ? parsed.fsPath : undefined;
}

/** The URI of an absolute path. */
export function fileUriOf(path: string): string {
  return sep === "/" && plainPath.test(path) ? `file://${path}` : URI.file(path).toString();
}
