import type { Connection } from "vscode-languageserver";
import type { FileContent, FileSystem, FolderEntries } from "../core/index.ts";
import { readFileRequest } from "./protocol.ts";

/** Files that Node cannot open (virtual workspaces) are asked of the client; the others go the short way. */
export class ClientFileSystem implements FileSystem {
  readonly #local: FileSystem;
  readonly #connection: Connection;

  constructor(local: FileSystem, connection: Connection) {
    this.#local = local;
    this.#connection = connection;
  }

  readNow(uri: string): FileContent | undefined {
    return uri.startsWith("file:") ? this.#local.readNow?.(uri) : undefined;
  }

  entriesIn(uri: string): FolderEntries | undefined {
    return uri.startsWith("file:") ? this.#local.entriesIn?.(uri) : undefined;
  }

  async read(uri: string): Promise<FileContent> {
    if (uri.startsWith("file:")) return this.#local.read(uri);
    try {
      const { text } = await this.#connection.sendRequest(readFileRequest, { uri });
      return typeof text === "string" ? { kind: "text", text } : { kind: "absent" };
    } catch {
      return { kind: "refused", reason: "The editor did not give the file." };
    }
  }
}
