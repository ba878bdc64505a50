/** The language server as a Node program: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`. */
import { join } from "node:path";
import { createConnection } from "vscode-languageserver/node";
import { URI } from "vscode-uri";
import { serve } from "../lsp/server.ts";
import { builtinCatalogsIn } from "./builtin-catalogs.ts";
import { findBoundary } from "./find-boundary.ts";
import { NodeFileSystem } from "./node-file-system.ts";
import { schemasIn } from "./schemas.ts";
import { walkFiles } from "./walk-files.ts";

const transports = ["--stdio", "--node-ipc", "--socket", "--pipe"];
if (!process.argv.some((argument) => transports.some((transport) => argument.startsWith(transport))))
  process.argv.push("--stdio");

const catalogs = join(__dirname, "..", "catalogs");
const connection = createConnection();

serve(connection, {
  fileSystem: new NodeFileSystem(),
  builtins: builtinCatalogsIn(catalogs),
  schemas: schemasIn(catalogs),
  rulePages: URI.file(join(__dirname, "..", "docs", "rules")).toString(),
  rootOf: (uri) => {
    const parsed = URI.parse(uri);
    return { uri, boundary: parsed.scheme === "file" ? URI.file(findBoundary(parsed.fsPath)).toString() : uri };
  },
  findFiles: async (root, accepts) => {
    const folder = URI.parse(root.uri).fsPath;
    const found: string[] = [];
    let sinceRest = performance.now();
    for (const file of walkFiles({ folder, boundary: URI.parse(root.boundary).fsPath, accepts })) {
      found.push(URI.file(file).toString());
      if (performance.now() - sinceRest < 20) continue;
      await new Promise((resolve) => setImmediate(resolve));
      sinceRest = performance.now();
    }
    return found;
  },
});

// Whatever escapes a handler is a defect of ours: it is told to the client's log, and the server lives on.
process.on("uncaughtException", (error) => connection.console.error(`unexpected: ${error.stack ?? error.message}`));
process.on("unhandledRejection", (reason) => connection.console.error(`unexpected: ${String(reason)}`));

connection.listen();
