/**
 * The text of every file in use: open buffers over files on disk. Each content has a stamp, new with every change, so
 * that whatever was derived from it can tell whether it still holds.
 */
import type { FileContent, FileSystem } from "./file-system.ts";
import { FolderListings } from "./folder-listings.ts";
import { JointStamps } from "./joint-stamps.ts";

/** `content` is undefined once it was released: what was derived from it goes on holding, the text is gone. */
export interface StampedContent {
  readonly content: FileContent | undefined;
  readonly stamp: number;
}

export class ContentStore {
  readonly folders: FolderListings;
  /** Stamps of what was made from several files. */
  readonly joints = new JointStamps((key) => this.stampOf(key));
  readonly #fileSystem: FileSystem;
  readonly #open = new Map<string, StampedContent>();
  readonly #disk = new Map<string, StampedContent>();
  readonly #loading = new Map<string, Promise<void>>();
  #stamp = 0;
  /** How many times a file was asked of the file system. */
  reads = 0;

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
    this.folders = new FolderListings(fileSystem);
  }

  /** The stamp of a file, of a folder's listing or of something made from several; undefined where nothing holds. */
  stampOf(key: string): number | undefined {
    return this.peek(key)?.stamp ?? this.joints.stamp(key) ?? this.folders.stamp(key);
  }

  /** What is held of `uri`; undefined when it was never loaded. */
  peek(uri: string): StampedContent | undefined {
    return this.#open.get(uri) ?? this.#disk.get(uri);
  }

  /** The content of `uri`, read at once where the file system can; undefined when `load` has to bring it. */
  get(uri: string): StampedContent | undefined {
    const known = this.peek(uri);
    if (known?.content) return known;
    const content = this.#fileSystem.readNow?.(uri);
    if (!content) return known;
    this.reads += 1;
    return this.#keep(uri, content);
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  get openUris(): readonly string[] {
    return [...this.#open.keys()];
  }

  /** What was derived from the same text, of the disk or of the buffer so far, goes on holding. */
  setOpen(uri: string, text: string): void {
    const known = this.peek(uri);
    const isSame = known?.content?.kind === "text" && known.content.text === text;
    if (!isSame) this.#stamp += 1;
    this.joints.recheck();
    this.#open.set(uri, { content: { kind: "text", text }, stamp: isSame ? known.stamp : this.#stamp });
  }

  close(uri: string): void {
    this.#open.delete(uri);
    this.#disk.delete(uri);
    this.joints.recheck();
  }

  /** Forgets what the disk said of `uri` and of everything below it, so that the next question reads it again. */
  invalidate(uri: string): void {
    for (const known of [...this.#disk.keys(), ...this.#loading.keys()]) {
      if (known !== uri && !known.startsWith(`${uri}/`)) continue;
      this.#disk.delete(known);
      this.#loading.delete(known);
    }
    this.folders.changed(uri);
    this.joints.recheck();
  }

  /** Drops the text of a file on disk but not what was derived from it: one-time runs over many files stay small. */
  release(uri: string): void {
    const stamped = this.#disk.get(uri);
    if (stamped) this.#disk.set(uri, { content: undefined, stamp: stamped.stamp });
  }

  /** Brings `uri` from the file system unless it is there. A change meanwhile makes the late answer void. */
  load(uri: string): Promise<void> {
    if (this.get(uri)?.content) return Promise.resolve();
    const running = this.#loading.get(uri);
    if (running) return running;
    this.reads += 1;
    const promise: Promise<void> = this.#fileSystem.read(uri).then((content) => {
      if (this.#loading.get(uri) !== promise) return;
      this.#loading.delete(uri);
      this.#keep(uri, content);
    });
    this.#loading.set(uri, promise);
    return promise;
  }

  #keep(uri: string, content: FileContent): StampedContent {
    // What was released and is read again has not changed: changes are told of by `invalidate`.
    const released = this.#disk.get(uri);
    if (released === undefined) this.#stamp += 1;
    const stamped = { content, stamp: released?.stamp ?? this.#stamp };
    this.#disk.set(uri, stamped);
    return stamped;
  }
}
