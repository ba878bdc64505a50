/** Files through Node: regular files only, bounded in size, decoded as UTF-8 (UTF-16 with a byte order mark too). */
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { URI } from "vscode-uri";
import type { FileContent, FileSystem, FolderEntries } from "../core/index.ts";
import { filePathOf, fileUriOf } from "./file-uri.ts";
import type { FolderListings } from "./folder-listings.ts";

/** Files larger than this many bytes are refused: 5 MB of text is beyond anything written by hand. */
export const maximumFileBytes = 5 * 1024 * 1024;

/** Answers at once: a single file is bounded in size, and waiting costs more than reading it. */
export class NodeFileSystem implements FileSystem {
  readonly #listings: FolderListings | undefined;

  /** `listings` answers for files that are not there, where folders need not be looked at again. */
  constructor(listings?: FolderListings) {
    this.#listings = listings;
  }

  read(uri: string): Promise<FileContent> {
    return Promise.resolve(this.readNow(uri));
  }

  readNow(uri: string): FileContent {
    const path = filePathOf(uri);
    if (path === undefined) {
      return { kind: "refused", reason: `Files of the kind \`${URI.parse(uri).scheme}:\` cannot be read here.` };
    }
    return this.#readListed(path) ?? readFile(path);
  }

  /** Undefined where the listing of the folder cannot tell. */
  #readListed(path: string): FileContent | undefined {
    const name = basename(path);
    if (this.#listings === undefined || !plainFileName.test(name)) return undefined;
    const entry = this.#listings.entry(dirname(path), name);
    if (entry === undefined) return { kind: "absent" };
    return entry.isFile() ? readFile(path, { isFile: true }) : undefined;
  }

  entriesIn(uri: string): FolderEntries | undefined {
    const path = filePathOf(uri);
    return path === undefined ? undefined : entriesIn(path);
  }
}

/** A name that every system takes as it is written, but for its case. */
export const plainFileName = /^[\w@.+-]*[\w@+-]$/;

/** What is in the folder `path`, in a stable order; nothing where it cannot be looked into. */
function entriesIn(path: string): FolderEntries {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    const uris = (found: typeof entries): readonly string[] =>
      found.map((entry) => fileUriOf(join(path, entry.name))).sort();
    return {
      folders: uris(entries.filter((entry) => entry.isDirectory())),
      files: uris(entries.filter((entry) => entry.isFile())),
    };
  } catch {
    return { folders: [], files: [] };
  }
}

/** Never throws. Anything but a regular file (a folder, a pipe, a device) is absent; `isFile` where that is known. */
export function readFile(path: string, known?: { readonly isFile: true }): FileContent {
  let descriptor: number | undefined;
  try {
    if (!known?.isFile && !statSync(path, { throwIfNoEntry: false })?.isFile()) return { kind: "absent" };
    // Asked again once it is open, and opened without waiting: what is read is what was asked about, never a pipe.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const status = fstatSync(descriptor);
    if (!status.isFile()) return { kind: "absent" };
    if (status.size > maximumFileBytes) {
      return {
        kind: "refused",
        reason: `The file has ${(status.size / 1048576).toFixed(1)} MB; more than 5 MB is not read.`,
      };
    }
    return { kind: "text", text: decode(bytesOf(descriptor, status.size)) };
  } catch (error) {
    return isAbsence(error)
      ? { kind: "absent" }
      : { kind: "refused", reason: `The file cannot be read (${codeOf(error)}).` };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** As many bytes as the file had when it was measured, fewer where it has shrunk since. */
function bytesOf(descriptor: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(size);
  let read = 0;
  while (read < size) {
    const count = readSync(descriptor, bytes, read, size - read, null);
    if (count === 0) break;
    read += count;
  }
  return bytes.subarray(0, read);
}

/** Text of bytes; a byte order mark chooses the encoding and is dropped. Wrong UTF-8 becomes replacement characters. */
export function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const text = bytes.toString("utf8");
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function isAbsence(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP", "ERR_INVALID_ARG_VALUE"].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}
