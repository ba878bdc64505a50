import { pathToFileURL } from "node:url";
import type { VSCodeServer } from "./vscode-server.ts";

/** The address of the workbench on a folder, as a person would type it into a browser. */
export function workbenchAddress(server: VSCodeServer, folder: string, payload: readonly PayloadEntry[] = []): string {
  const address = new URL(`http://${server.host}:${server.port}/`);
  if (server.token !== undefined) address.searchParams.set("tkn", server.token);
  address.searchParams.set("folder", toRemotePath(folder));
  if (payload.length > 0) address.searchParams.set("payload", JSON.stringify(payload));
  // Slashes may stand in a query as they are, and people read them more easily.
  return address.href.replaceAll("%2F", "/");
}

/** A setting of the page itself: `skipWelcome`, `extensionDevelopmentPath`, `extensionTestsPath`, `openFile`, … */
export type PayloadEntry = readonly [name: string, value: string];

/** A path on the server's disk as the address that the page knows it by. */
export function remoteAddress(server: VSCodeServer, path: string): string {
  return `vscode-remote://${server.host}:${server.port}${toRemotePath(path)}`;
}

function toRemotePath(path: string): string {
  return decodeURIComponent(pathToFileURL(path).pathname);
}
