/** Files on disk with the texts that fixes gave them, written only when all is known. */
import {
  accessSync,
  constants,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { URI } from "vscode-uri";
import type { FileContent, FileSystem, FolderEntries } from "../core/index.ts";
import { decode } from "../node/node-file-system.ts";
import type { Disk } from "./cache/file-states.ts";

/** What the disk says, but for files that were edited. */
export class EditedFiles implements FileSystem {
  readonly #disk: Disk;
  readonly #edited = new Map<string, Edited>();

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  /** The new texts by URI. */
  get texts(): ReadonlyMap<string, string> {
    return new Map([...this.#edited].map(([uri, { after }]) => [uri, after]));
  }

  /** Gives a file another text, from now on and for this program only. */
  edit(uri: string, before: string, after: string): void {
    this.#edited.set(uri, { before: this.#edited.get(uri)?.before ?? before, after });
  }

  read(uri: string): Promise<FileContent> {
    return Promise.resolve(this.readNow(uri));
  }

  readNow(uri: string): FileContent {
    const edited = this.#edited.get(uri);
    return edited === undefined ? this.#disk.readNow(uri) : { kind: "text", text: edited.after };
  }

  entriesIn(uri: string): FolderEntries | undefined {
    return this.#disk.entriesIn(uri);
  }

  /** Writes an edited file; returns why it was left as it is, undefined when it was written. */
  write(uri: string): string | undefined {
    const edited = this.#edited.get(uri);
    if (edited === undefined) return undefined;
    try {
      return replaceText(realpathSync(URI.parse(uri).fsPath), edited);
    } catch (error) {
      return error instanceof Error && "code" in error ? String(error.code) : String(error);
    }
  }

  /** Forgets an edit: the disk counts again. */
  forget(uri: string): void {
    this.#edited.delete(uri);
  }
}

interface Edited {
  /** The text on disk when the first fix was found. */
  readonly before: string;
  readonly after: string;
}

/** The new text in the encoding of the file, in one step: nobody ever sees half of it. */
function replaceText(path: string, { before, after }: Edited): string | undefined {
  const bytes = readFileSync(path);
  if (decode(bytes) !== before) return "it has changed meanwhile";
  const encode = encodingOf(bytes);
  if (!encode(before).equals(bytes)) return "it is not written in UTF-8";
  accessSync(path, constants.W_OK);
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(beside, encode(after), { mode: statSync(path).mode, flag: "wx" });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  return undefined;
}

/** How a text becomes bytes such as these, the byte order mark included. */
function encodingOf(bytes: Buffer): (text: string) => Buffer {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return (text) => Buffer.from(`\ufeff${text}`, "utf16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16();
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "\ufeff" : "";
  return (text) => Buffer.from(mark + text, "utf8");
}
