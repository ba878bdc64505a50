/** All formats of documents, those whose sign is plainest first: of two that recognise a document, the first one reads it. */
import type { Expression, SourceFile } from "../../syntax/tree.ts";
import { artilleryFormat } from "./artillery.ts";
import { brunoFormat } from "./bruno.ts";
import { cassetteFormat } from "./cassette.ts";
import type { DocumentFormat } from "./document.ts";
import { isForeignDocument } from "./foreign.ts";
import { harFormat } from "./har.ts";
import { insomniaFormat } from "./insomnia.ts";
import { mockoonFormat } from "./mockoon.ts";
import { openApiFormat } from "./openapi.ts";
import { pactFormat } from "./pact.ts";
import { postmanFormat } from "./postman.ts";
import { wireMockFormat } from "./wiremock.ts";

const formats: readonly DocumentFormat[] = [
  openApiFormat,
  postmanFormat,
  harFormat,
  insomniaFormat,
  pactFormat,
  cassetteFormat,
  mockoonFormat,
  wireMockFormat,
  artilleryFormat,
  brunoFormat,
];

/** How a document is read: as one of the formats, as a plain one that may hold bodies of errors, or not at all. */
export type DocumentReading =
  | { readonly kind: "format"; readonly format: DocumentFormat; readonly root: Expression }
  | { readonly kind: "plain" }
  | { readonly kind: "foreign" };

/** How the document in `file` is read. */
export function documentReading(file: SourceFile): DocumentReading {
  const [statement] = file.statements;
  if (statement?.kind !== "expression") return { kind: "foreign" };
  const root = statement.expression;
  const format = formats.find((one) => one.recognises(root));
  if (format !== undefined) return { kind: "format", format, root };
  return isForeignDocument(root) ? { kind: "foreign" } : { kind: "plain" };
}
