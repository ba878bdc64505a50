import { type ExtensionContext, env, type LogOutputChannel, Uri, workspace } from "vscode";
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from "vscode-languageclient/node";
import { findFilesRequest, readFileRequest } from "./protocol.ts";

/** Languages whose files are checked. Activation in package.json names the same. */
const checked = ["typescript", "typescriptreact", "javascript", "javascriptreact", "json", "jsonc", "yaml"];

/** Languages of pages and other documents that may serve as catalogs: edits in them count at once. */
const documents = [
  ...["markdown", "mdx", "restructuredtext", "asciidoc", "html", "csv", "plaintext"],
  ...["properties", "proto", "proto3"],
];

/** All languages of files that the server is told of. */
export const readLanguages: readonly string[] = [...checked, ...documents];

/** Where documents that people edit live; views of history and output are left alone. */
const schemes = ["file", "untitled", "vscode-vfs", "vscode-test-web", "memfs"];

/** The client of the bundled server, not started yet. */
export function createLanguageClient(context: ExtensionContext, channel: LogOutputChannel): LanguageClient {
  const module = context.asAbsolutePath("dist/server.cjs");
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--nolazy", "--inspect=6019"] } },
  };
  const options: LanguageClientOptions = {
    documentSelector: readLanguages.flatMap((language) => schemes.map((scheme) => ({ language, scheme }))),
    outputChannel: channel,
    initializationOptions: {
      locale: env.language,
      languages: workspace.getConfiguration("errorCodeInsight").get<readonly string[]>("languages", []),
      canReadFiles: true,
    },
    progressOnInitialization: true,
    synchronize: { configurationSection: "errorCodeInsight" },
    diagnosticPullOptions: { onChange: true, onSave: true, onTabs: false },
  };
  const client = new LanguageClient("errorCodeInsight", "Error Code Insight", server, options);
  client.onRequest(readFileRequest, async ({ uri }) => ({ text: await readText(Uri.parse(uri)) }));
  client.onRequest(findFilesRequest, async ({ names }) => ({
    uris: (await workspace.findFiles(`**/{${names.join(",")}}`, "**/node_modules/**", 200)).map((uri) =>
      uri.toString(),
    ),
  }));
  return client;
}

async function readText(uri: Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
