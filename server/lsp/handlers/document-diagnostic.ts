import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from "vscode-languageserver";
import type { FileAnalysis } from "../../core/index.ts";
import { diagnosticsOf } from "../diagnostics-publisher.ts";
import type { Session } from "../session.ts";

/** Answers `textDocument/diagnostic`; an answer that the client has already is `unchanged`. */
export class DocumentDiagnosticHandler {
  readonly #ids = new WeakMap<FileAnalysis, string>();
  #count = 0;

  async handle(
    session: Session,
    params: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const analysis = await session.analysis(params.textDocument.uri, token);
    if (!analysis) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = this.#idOf(analysis);
    if (resultId === params.previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    const related =
      session.capabilities.textDocument?.diagnostic?.relatedInformation ??
      session.capabilities.textDocument?.publishDiagnostics?.relatedInformation;
    return {
      kind: DocumentDiagnosticReportKind.Full,
      resultId,
      items: diagnosticsOf(analysis, session, related === true),
    };
  }

  /** One id for one analysis: the same object means the same findings. */
  #idOf(analysis: FileAnalysis): string {
    const known = this.#ids.get(analysis);
    if (known) return known;
    this.#count += 1;
    const id = String(this.#count);
    this.#ids.set(analysis, id);
    return id;
  }
}
