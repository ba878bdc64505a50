/** The files of a description that is written in several, and where their `$ref`s lead. */
import { type DataNode, valueAt } from "../../../text/data-node.ts";
import { readData } from "../../../text/read-data.ts";
import { parentUri, resolveUri } from "../../../text/uri.ts";

/** The text of another document of the workspace; undefined where there is none, or none that may be read. */
export type OtherDocuments = (uri: string) => string | undefined;

/** A node, and the file that it stands in. */
export interface Located {
  readonly uri: string;
  readonly node: DataNode;
}

export interface Documents {
  /** What stands there, references followed; undefined for one that leads nowhere, round in a circle, or too far. */
  follow(at: Located): Located | undefined;
}

/** How many references are followed one after another, and how many files one description may have. */
const mostSteps = 30;
const mostFiles = 3000;

/** The document at `uri` with all that it refers to. Nothing is fetched, and no path leaves for another host or drive. */
export function documentsAround(uri: string, root: DataNode, others: OtherDocuments): Documents {
  const roots = new Map<string, DataNode | undefined>([[uri, root]]);
  const rootOf = (file: string): DataNode | undefined => {
    if (!roots.has(file) && roots.size < mostFiles) {
      const text = others(file);
      const format = /\.jsonc?$/i.test(file) ? "json" : "yaml";
      roots.set(file, text === undefined ? undefined : readData(text, format, { duplicates: "keep" }).root);
    }
    return roots.get(file);
  };
  return {
    follow(at) {
      let place: Located | undefined = at;
      for (let step = 0; place !== undefined && step < mostSteps; step += 1) {
        const reference = referenceOf(place.node);
        if (reference === undefined) return place;
        const file = fileOf(reference, place.uri);
        const target = file === undefined ? undefined : rootOf(file);
        const node = target === undefined ? undefined : nodeAt(target, reference.split("#")[1] ?? "");
        place = node === undefined || file === undefined ? undefined : { uri: file, node };
      }
      return undefined;
    },
  };
}

/** Whether anything in the document refers to another file. */
export function refersToFiles(root: DataNode): boolean {
  const pending = [root];
  for (const node of pending) {
    const reference = referenceOf(node);
    if (reference !== undefined && !reference.startsWith("#")) return true;
    if (node.kind === "list") for (const item of node.items) pending.push(item);
    else if (node.kind === "map") for (const { value } of node.entries) pending.push(value);
  }
  return false;
}

/** The value of a `$ref`. */
export function referenceOf(node: DataNode): string | undefined {
  const reference = valueAt(node, "$ref");
  return reference?.kind === "scalar" && typeof reference.value === "string" ? reference.value : undefined;
}

/** The file that a reference names: beside or below the one that it stands in, or elsewhere by a relative path. */
function fileOf(reference: string, uri: string): string | undefined {
  const [path = ""] = reference.split("#");
  if (path === "") return uri;
  const isPlain = /\.(?:ya?ml|jsonc?)$/i.test(path) && !/[\\%:]|^\//.test(path);
  return isPlain ? resolveUri(parentUri(uri), path) : undefined;
}

/** What a JSON pointer (RFC 6901) leads to; the whole for an empty one. */
function nodeAt(root: DataNode, pointer: string): DataNode | undefined {
  let node: DataNode | undefined = root;
  for (const part of pointer.split("/").slice(1)) {
    const name = unescaped(part);
    node = node?.kind === "list" ? node.items[Number(name)] : valueAt(node, name);
  }
  return node;
}

function unescaped(part: string): string {
  const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
