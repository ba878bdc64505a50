/**
 * The few messages beyond LSP that the server and this client exchange. The server answers them to any client; the
 * same shapes are written down in `server/lsp/protocol.ts`, and a test compares the two files' names.
 */
import type { Position, TextDocumentIdentifier, TextEdit } from "vscode-languageclient";
import { NotificationType, RequestType } from "vscode-languageclient";

/** What the status item shows. `problems` counts findings in catalogs and configuration files. */
export interface StatusParams {
  readonly state: "loading" | "ready";
  readonly catalogs: number;
  readonly problems: number;
}

/** `offered`: a document that could serve as a catalog, if the configuration named it. */
export interface CatalogListItem {
  readonly id: string;
  readonly title: string;
  readonly uri: string;
  readonly inScope: boolean;
  readonly offered: boolean;
  readonly reason: string;
  readonly codes: number;
  readonly statuses: number;
  readonly problems: number;
}

export interface ExplainableItem {
  readonly query: string;
  readonly catalog: string;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
}

/** A short text for people, as Markdown and without marks. */
export interface Page {
  readonly markdown: string;
  readonly text: string;
}

/** A catalog in the product's format, made from a page or from the code; `reason` says why there is none. */
export interface MadeCatalog {
  readonly text: string | null;
  readonly reason: string;
}

/** What is to be written so that a document serves as a catalog; `reason` says why nothing can be. */
export interface CatalogNaming {
  /** The configuration's URI; null where nothing can be written. */
  readonly configuration: string | null;
  readonly isNew: boolean;
  readonly edits: readonly TextEdit[];
  readonly path: string;
  readonly reason: string;
}

export const statusNotification = new NotificationType<StatusParams>("errorCodeInsight/status");
export const catalogsRequest = new RequestType<
  { readonly textDocument: TextDocumentIdentifier | null },
  readonly CatalogListItem[],
  void
>("errorCodeInsight/catalogs");
export const explainableRequest = new RequestType<
  { readonly textDocument: TextDocumentIdentifier | null },
  readonly ExplainableItem[],
  void
>("errorCodeInsight/explainable");
export const explainRequest = new RequestType<{ readonly query: string; readonly catalog: string | null }, Page, void>(
  "errorCodeInsight/explain",
);
export const whyRequest = new RequestType<
  { readonly textDocument: TextDocumentIdentifier; readonly position: Position },
  Page,
  void
>("errorCodeInsight/why");
export const importCatalogRequest = new RequestType<
  { readonly textDocument: TextDocumentIdentifier },
  MadeCatalog,
  void
>("errorCodeInsight/importCatalog");
export const bootstrapCatalogRequest = new RequestType<Record<string, never>, MadeCatalog, void>(
  "errorCodeInsight/bootstrapCatalog",
);
export const nameCatalogRequest = new RequestType<
  { readonly textDocument: TextDocumentIdentifier },
  CatalogNaming,
  void
>("errorCodeInsight/nameCatalog");

/** Asked of the client: files of workspaces that Node cannot open (`vscode-vfs:` and the like). */
export const readFileRequest = new RequestType<{ readonly uri: string }, { readonly text: string | null }, void>(
  "errorCodeInsight/readFile",
);
export const findFilesRequest = new RequestType<
  { readonly names: readonly string[] },
  { readonly uris: readonly string[] },
  void
>("errorCodeInsight/findFiles");
