/** What files on disk were like when they were read, and whether they still are. */
import { createHash } from "node:crypto";
import { type Stats, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { baseName, type FileContent, type FileSystem, type FolderEntries, isDocumentName } from "../../core/index.ts";
import { filePathOf } from "../../node/file-uri.ts";
import type { FolderListings } from "../../node/folder-listings.ts";
import { plainFileName } from "../../node/node-file-system.ts";

/**
 * Null for a file that is not there. `changed` is when the system last changed anything of the file, in milliseconds,
 * which nobody can set back as they can its time of modification; 0 where it says nothing. `size` is in bytes.
 */
export type FileState = { readonly changed: number; readonly size: number; readonly hash: string } | null;

/** A file that was written so shortly before it was read may change again within one tick of its clock. */
const tick = 2000;

/** A disk that notes what every file was like when it was first read, and every folder when it was listed. */
export class FileStates implements FileSystem {
  readonly #disk: Disk;
  readonly #listings: FolderListings;
  readonly #seen = new Map<string, FileState>();
  readonly #listed = new Map<string, string>();
  readonly #started: number;
  /** How many files were read to see whether they still hold what they held. */
  compared = 0;

  /** `started` is when the program was started, in milliseconds. */
  constructor(disk: Disk, listings: FolderListings, started: number) {
    this.#disk = disk;
    this.#listings = listings;
    this.#started = started;
  }

  read(uri: string): Promise<FileContent> {
    return Promise.resolve(this.readNow(uri));
  }

  readNow(uri: string): FileContent {
    if (this.#seen.has(uri)) return this.#disk.readNow(uri);
    // Looked at before it is read: a change in between is found out the next time.
    const stats = this.#statsOf(uri);
    const content = this.#disk.readNow(uri);
    this.#seen.set(uri, this.#stateOf(content, stats));
    return content;
  }

  entriesIn(uri: string): FolderEntries | undefined {
    const entries = this.#disk.entriesIn(uri);
    this.#listed.set(withSlash(uri), folderState(entries));
    return entries;
  }

  /** What was in the folder `uri` (a slash at its end) when it was listed; undefined where it was not. */
  listed(uri: string): string | undefined {
    return this.#listed.get(uri);
  }

  /** What is in the folder `uri` now, comparable with `listed`. */
  lists(uri: string): string {
    return this.#listed.get(uri) ?? folderState(this.#disk.entriesIn(uri.slice(0, -1)));
  }

  /** What the file `uri` was like when it was read; undefined where it was not. */
  seen(uri: string): FileState | undefined {
    return this.#seen.get(uri);
  }

  /** What the file `uri` is like now, where it holds what it held then; undefined where it holds something else. */
  still(uri: string, then: FileState): FileState | undefined {
    const stats = this.#statsOf(uri);
    if (then === null) return stats === undefined ? null : undefined;
    if (stats === undefined) return undefined;
    if (then.changed !== 0 && stats.ctimeMs === then.changed && stats.size === then.size) return then;
    this.compared += 1;
    const now = this.#stateOf(this.#disk.readNow(uri), stats);
    return now?.hash === then.hash ? now : undefined;
  }

  #stateOf(content: FileContent, stats: Stats | undefined): FileState {
    if (content.kind === "absent") return null;
    const isSettled = stats !== undefined && stats.ctimeMs < this.#started - tick;
    return { changed: isSettled ? stats.ctimeMs : 0, size: stats?.size ?? 0, hash: hashOf(content) };
  }

  /** Undefined for what is no regular file. */
  #statsOf(uri: string): Stats | undefined {
    const path = filePathOf(uri);
    if (path === undefined) return undefined;
    const name = basename(path);
    if (plainFileName.test(name) && this.#listings.entry(dirname(path), name) === undefined) return undefined;
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() ? stats : undefined;
  }
}

/** What is needed of a disk. */
export interface Disk {
  readNow(uri: string): FileContent;
  entriesIn(uri: string): FolderEntries | undefined;
}

function hashOf(content: Exclude<FileContent, { readonly kind: "absent" }>): string {
  return content.kind === "text" ? digest(content.text) : `refused: ${content.reason}`;
}

/** Folders may be packages, documents may be catalogs; programs beside them come and go. */
function folderState(entries: FolderEntries | undefined): string {
  if (entries === undefined) return "";
  return digest([...entries.folders, "", ...entries.files.filter((uri) => isDocumentName(baseName(uri)))].join("\n"));
}

function withSlash(uri: string): string {
  return uri.endsWith("/") ? uri : `${uri}/`;
}

/** A short text that differs wherever `text` does. */
export function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64").slice(0, 24);
}
