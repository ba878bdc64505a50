/** Any document that may tell of errors, read by what its name says that it is. */

import { findSites } from "../sites/find-sites.ts";
import type { ErrorSite } from "../sites/model.ts";
import type { ModuleProvider } from "../sites/values/value-service.ts";
import { dialectOf } from "../syntax/dialect.ts";
import { readSource } from "../syntax/read-source.ts";
import { readData } from "../text/read-data.ts";
import { baseName } from "../text/uri.ts";
import type { DraftSource } from "./compose/to-entry.ts";
import type { OtherDocuments } from "./data/openapi/documents.ts";
import { readDataReference } from "./data/read-data-reference.ts";
import { isOpenApi, readOpenApiReference } from "./data/read-openapi-reference.ts";
import { readPropertiesReference } from "./data/read-properties.ts";
import { readProtoReference } from "./data/read-proto.ts";
import type { Draft, ReferenceDocument, ReferenceReading } from "./draft.ts";
import { languageOfUri } from "./names.ts";
import { pageEndings, readPage } from "./page/read-page.ts";
import { readProgram } from "./program/read-program.ts";
import { languageOfText } from "./reading/page-language.ts";
import { readPageReference } from "./reading/read-page-reference.ts";

/** What a reader made of a document, and what kind of document it is. */
export interface KnownReading extends ReferenceReading {
  readonly kind: DraftSource["kind"];
  /** What the document tells in other files that it refers to. */
  readonly elsewhere?: readonly { readonly uri: string; readonly draft: Draft }[];
}

/** Endings of documents that are no programs: pages, data, texts. */
export const documentEndings: readonly string[] = [
  ...pageEndings,
  "yaml",
  "yml",
  "json",
  "jsonc",
  "properties",
  "proto",
];

/** Whether the file is a document of a kind that can tell of errors. */
export function isDocumentName(name: string): boolean {
  return documentEndings.includes(endingOf(name));
}

/** Whether the file is of a kind that can be read as a reference: a document, or a program. */
export function isReferenceName(name: string): boolean {
  return isDocumentName(name) || dialectOf(name) !== undefined;
}

/**
 * What the document tells of errors; undefined for a kind of file that nobody reads. `modules` are those that a program
 * imports, `others` gives the documents that a description of an API refers to. Never throws.
 */
export function readReference(
  document: ReferenceDocument,
  modules: ModuleProvider,
  others: OtherDocuments = () => undefined,
): KnownReading | undefined {
  const reading = readDocument(document, modules, others);
  if (reading === undefined || reading.draft.language !== undefined) return reading;
  const language = languageOfUri(document.uri) ?? languageOfText(spokenIn(reading.draft));
  return { ...reading, draft: { ...reading.draft, language } };
}

/** What a draft says to people, as far as is needed to tell its language. */
function spokenIn({ codes }: Draft): string {
  const texts = codes.slice(0, 500).flatMap(({ messages, summary, cause, fix }) => [...messages, summary, cause, fix]);
  return texts.map((text) => text?.value ?? "").join("\n");
}

function readDocument(
  { uri, text }: ReferenceDocument,
  modules: ModuleProvider,
  others: OtherDocuments,
): KnownReading | undefined {
  const name = baseName(uri);
  const ending = endingOf(name);
  const page = readPage({ uri, text });
  if (page !== undefined) return { kind: "page", ...readPageReference(page, uri) };
  switch (ending) {
    case "properties":
      return { kind: "texts", ...readPropertiesReference(text, uri) };
    case "proto":
      return { kind: "program", ...readProtoReference(text, uri) };
  }
  const dialect = dialectOf(name) ?? (/^ya?ml$/.test(ending) ? "yaml" : undefined);
  if (dialect === undefined) return undefined;
  const sites = (): readonly ErrorSite[] => findSites(readSource(text, dialect), { uri, modules, wrappers: [] });
  if (dialect !== "json" && dialect !== "yaml") return readProgram(readSource(text, dialect), sites(), uri);
  const data = readData(text, dialect, { code: "catalog-syntax", duplicates: "keep" });
  if (isOpenApi(data.root)) return { kind: "data", ...readOpenApiReference({ uri, data, sites: sites(), others }) };
  return readDataReference(data, uri);
}

function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}
