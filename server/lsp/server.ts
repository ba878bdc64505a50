/** Ties a connection to the handlers: what is answered, what is watched, what is said at the start. */
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
} from "vscode-languageserver";
import { baseName, documentEndings, isDocumentName, normalUri, Workspace } from "../core/index.ts";
import { capabilitiesFor } from "./capabilities.ts";
import { ClientFileSystem } from "./client-file-system.ts";
import { DiagnosticsPublisher } from "./diagnostics-publisher.ts";
import { guarded, surviving } from "./guard.ts";
import { onCatalogs, onNameCatalog, refusedNaming } from "./handlers/catalogs.ts";
import { onCodeAction, onCodeActionResolve } from "./handlers/code-action.ts";
import { onCompletion, onCompletionResolve } from "./handlers/completion.ts";
import { nothingMade, onBootstrapCatalog, onImportCatalog } from "./handlers/create-catalog.ts";
import { onDefinition } from "./handlers/definition.ts";
import { DocumentDiagnosticHandler } from "./handlers/document-diagnostic.ts";
import { onDocumentSymbol } from "./handlers/document-symbol.ts";
import { onExplain, onExplainable } from "./handlers/explain.ts";
import { onFixWorkspace } from "./handlers/fix-all.ts";
import { onHover } from "./handlers/hover.ts";
import { onReferences } from "./handlers/references.ts";
import { onWhy } from "./handlers/why.ts";
import type { ServerHost } from "./host.ts";
import { changed } from "./open-documents.ts";
import { chooseEncoding } from "./position-encoding.ts";
import { ProjectReporter } from "./project-reporter.ts";
import {
  bootstrapCatalogRequest,
  catalogsRequest,
  explainableRequest,
  explainRequest,
  importCatalogRequest,
  nameCatalogRequest,
  readInitializationOptions,
  readLanguages,
  whyRequest,
} from "./protocol.ts";
import { Session } from "./session.ts";

/** Serves one client over `connection` until it says goodbye. */
export function serve(connection: Connection, host: ServerHost): void {
  connection.onInitialize((params): InitializeResult => {
    const session = createSession(connection, host, params);
    register(session);
    return {
      capabilities: capabilitiesFor(session),
      serverInfo: { name: "error-code-insight" },
    };
  });
}

function createSession(connection: Connection, host: ServerHost, params: InitializeParams): Session {
  const initialization = readInitializationOptions(params.initializationOptions);
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  return new Session({
    connection,
    host,
    capabilities: params.capabilities,
    encoding: chooseEncoding(params.capabilities.general?.positionEncodings),
    initialization: { ...initialization, locale: initialization.locale ?? params.locale },
    workspace: new Workspace({
      fileSystem: initialization.canReadFiles ? new ClientFileSystem(host.fileSystem, connection) : host.fileSystem,
      builtins: host.builtins,
      roots: folders.map((folder) => host.rootOf(folder)),
    }),
  });
}

function register(session: Session): void {
  const { connection } = session;
  const publisher = new DiagnosticsPublisher(session);
  const project = new ProjectReporter(session);
  const diagnostics = new DocumentDiagnosticHandler();

  connection.onInitialized(() => surviving(connection, "start", () => start(session, project)));
  connection.onShutdown(() => {
    publisher.dispose();
    project.dispose();
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    session.setDocument({ clientUri: uri, languageId, version, text });
    void surviving(connection, "opened file", () => project.opened(uri));
    publisher.changed(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    const document = session.document(textDocument.uri);
    if (!document) return;
    session.setDocument(changed(document, textDocument.version, contentChanges, session.encoding));
    publisher.changed(textDocument.uri);
    if (isProjectFile(textDocument.uri)) project.refresh();
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    session.closeDocument(textDocument.uri);
    publisher.closed(textDocument.uri);
    project.refresh();
  });
  connection.onDidChangeWatchedFiles(({ changes }) =>
    surviving(connection, "watched files", () => {
      session.filesChanged(changes);
      publisher.changed();
      project.refresh();
    }),
  );
  connection.onDidChangeConfiguration(({ settings }) => {
    session.setLanguages(readLanguages(settings?.errorCodeInsight?.languages));
  });

  connection.onHover(guarded(connection, "hover", null, (request, token) => onHover(session, request, token)));
  connection.onCompletion(
    guarded(connection, "completion", null, (request, token) => onCompletion(session, request, token)),
  );
  connection.onCompletionResolve((item, token) =>
    guarded(connection, "completion detail", item, () => onCompletionResolve(session, item, token))(item, token),
  );
  connection.onDefinition(
    guarded(connection, "definition", null, (request, token) => onDefinition(session, request, token)),
  );
  connection.onReferences(
    guarded(connection, "references", null, (request, token) => onReferences(session, request, token)),
  );
  connection.onCodeAction(
    guarded(connection, "quick fixes", null, (request, token) => onCodeAction(session, request, token)),
  );
  connection.onCodeActionResolve((action, token) =>
    guarded(connection, "quick fix", action, () => onCodeActionResolve(session, action, token))(action, token),
  );
  connection.onExecuteCommand(guarded(connection, "command", null, (params) => onFixWorkspace(session, params)));
  connection.onDocumentSymbol(
    guarded(connection, "outline", null, (request, token) => onDocumentSymbol(session, request, token)),
  );
  connection.languages.diagnostics.on(
    guarded(connection, "findings", { kind: "full", items: [] }, (request, token) =>
      diagnostics.handle(session, request, token),
    ),
  );
  connection.onRequest(
    importCatalogRequest,
    guarded(connection, "catalog from a page", nothingMade, (request) => onImportCatalog(session, request)),
  );
  connection.onRequest(
    bootstrapCatalogRequest,
    guarded(connection, "catalog from the workspace", nothingMade, (_, token) => onBootstrapCatalog(session, token)),
  );
  connection.onRequest(
    catalogsRequest,
    guarded(connection, "catalogs", [], (request, token) => onCatalogs(session, request, token)),
  );
  connection.onRequest(
    nameCatalogRequest,
    guarded(connection, "naming a catalog", refusedNaming("It failed. The output tells more."), (request) =>
      onNameCatalog(session, request),
    ),
  );
  connection.onRequest(
    explainableRequest,
    guarded(connection, "codes", [], (request, token) => onExplainable(session, request, token)),
  );
  connection.onRequest(
    explainRequest,
    guarded(connection, "explain", { markdown: "", text: "" }, (request) => onExplain(session, request)),
  );
  connection.onRequest(
    whyRequest,
    guarded(connection, "why", { markdown: "", text: "" }, (request, token) => onWhy(session, request, token)),
  );
}

/** Configurations and what may be a catalog: a change there may change the counts. */
function isProjectFile(uri: string): boolean {
  return isDocumentName(baseName(normalUri(uri)));
}

/** After the handshake: watches, then a first look at catalogs and configuration with progress. */
async function start(session: Session, project: ProjectReporter): Promise<void> {
  const { connection, capabilities } = session;
  if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    const endings = ["ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs", ...documentEndings];
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: `**/*.{${endings.join(",")}}` }],
    });
  }
  if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: "errorCodeInsight" });
  }
  if (capabilities.workspace?.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      session.foldersChanged(
        added.map(({ uri }) => uri),
        removed.map(({ uri }) => uri),
      );
      project.refresh();
    });
  }
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin("Error Code Insight", undefined, "reading catalogs", true);
  try {
    await project.report();
  } finally {
    progress.done();
  }
}
