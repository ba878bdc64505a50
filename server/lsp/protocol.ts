/** The few messages beyond LSP. `client/protocol.ts` names the same; a test compares them. */
import {
  NotificationType,
  type Position,
  RequestType,
  type TextDocumentIdentifier,
  type TextEdit,
} from "vscode-languageserver";

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

/** What a client may say of itself in `initializationOptions`; all of it is optional and checked. */
export interface InitializationOptions {
  readonly locale: string | undefined;
  readonly languages: readonly string[];
  /** The client answers `errorCodeInsight/readFile` and `errorCodeInsight/findFiles`. */
  readonly canReadFiles: boolean;
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
export const readFileRequest = new RequestType<{ readonly uri: string }, { readonly text: string | null }, void>(
  "errorCodeInsight/readFile",
);
export const findFilesRequest = new RequestType<
  { readonly names: readonly string[] },
  { readonly uris: readonly string[] },
  void
>("errorCodeInsight/findFiles");

/** Outside data, read with care: anything of another type counts as not said. */
export function readInitializationOptions(options: unknown): InitializationOptions {
  const given: Partial<Record<keyof InitializationOptions, unknown>> =
    typeof options === "object" && options !== null ? options : {};
  return {
    locale: typeof given.locale === "string" ? given.locale : undefined,
    languages: readLanguages(given.languages),
    canReadFiles: given.canReadFiles === true,
  };
}

export function readLanguages(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((item) => typeof item === "string" && item.length > 0 && item.length < 36)
    : [];
}
