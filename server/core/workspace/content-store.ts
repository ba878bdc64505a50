/**
 * The text of every file in use: open buffers over files on disk. Each content has a stamp, new with every change, so
 * that whatever was derived from it can tell whether it still holds.
 */
import type { FileContent, FileSystem } from "./file-system.ts";

/** `content` is undefined once it was released: what was derived from it goes on holding, the text is gone. */
export interface StampedContent {
  readonly content: FileContent | undefined;
  readonly stamp: number;
}

export class ContentStore {
  readonly #fileSystem: FileSystem;
  readonly #open = new Map<string, StampedContent>();
  readonly #disk = new Map<string, StampedContent>();
  readonly #loading = new Map<string, Promise<void>>();
  #stamp = 0;
  /** How many times a file was asked of the file system. */
  reads = 0;

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
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

  setOpen(uri: string, text: string): void {
    this.#stamp += 1;
    this.#open.set(uri, { content: { kind: "text", text }, stamp: this.#stamp });
  }

  close(uri: string): void {
    this.#open.delete(uri);
    this.#disk.delete(uri);
  }

  /** Forgets what the disk said of `uri`, so that the next question reads it again. */
  invalidate(uri: string): void {
    this.#disk.delete(uri);
    this.#loading.delete(uri);
  }

  /** Forgets every file on disk for which `matches` holds: a folder was moved or deleted. */
  invalidateWhere(matches: (uri: string) => boolean): void {
    for (const uri of [...this.#disk.keys(), ...this.#loading.keys()]) if (matches(uri)) this.invalidate(uri);
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
    this.#stamp += 1;
    const stamped = { content, stamp: this.#stamp };
    this.#disk.set(uri, stamped);
    return stamped;
  }
}
