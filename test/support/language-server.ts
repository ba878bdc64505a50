/** The built language server as a child process, spoken to over `--stdio` as any client would. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

const bundle = fileURLToPath(new URL("../../dist/server.cjs", import.meta.url));

export interface LanguageServer {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  /** The answer to `initialize`. */
  readonly initialized: { readonly capabilities: Readonly<Record<string, unknown>> };
  /** The next message of this name from the server. */
  next(method: string): Promise<unknown>;
  /** Says goodbye as the protocol wants it; resolves to the exit code. */
  stop(): Promise<number | null>;
}

/** Starts the server and shakes hands. `capabilities` are what the client claims to be able to do. */
export async function startLanguageServer(
  context: { after(end: () => unknown): void },
  options: {
    readonly root?: string;
    readonly capabilities?: object;
    readonly initializationOptions?: object;
  },
): Promise<LanguageServer> {
  const child = spawn(process.execPath, [bundle, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  // A test that failed midway leaves nobody waiting.
  context.after(() => {
    connection.dispose();
    child.kill("SIGKILL");
  });
  const waiting = new Map<string, ((params: unknown) => void)[]>();
  const arrived = new Map<string, unknown[]>();
  const arrive = (method: string, params: unknown) => {
    const waiter = waiting.get(method)?.shift();
    if (waiter) waiter(params);
    else arrived.set(method, [...(arrived.get(method) ?? []), params]);
  };
  connection.onNotification(arrive);
  // Progress goes a way of its own in the protocol's library.
  connection.onUnhandledProgress((params) => arrive("$/progress", params));
  connection.onRequest(() => null);
  connection.listen();
  const initialized: LanguageServer["initialized"] = await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: options.root ?? null,
    workspaceFolders: options.root === undefined ? null : [{ uri: options.root, name: "test" }],
    capabilities: options.capabilities ?? {},
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification("initialized", {});
  return {
    connection,
    process: child,
    initialized,
    next: (method) => {
      const early = arrived.get(method)?.shift();
      if (early !== undefined) return Promise.resolve(early);
      return new Promise((resolve) => waiting.set(method, [...(waiting.get(method) ?? []), resolve]));
    },
    stop: async () => {
      const exit = child.exitCode === null ? once(child, "exit") : Promise.resolve([child.exitCode]);
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      const [code] = await exit;
      connection.dispose();
      return code;
    },
  };
}
