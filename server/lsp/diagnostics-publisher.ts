/**
 * Keeps Problems up to date: for clients that pull, it says when to pull again; for the others it pushes. Old findings
 * stay until new ones are ready, and answers for old versions are dropped.
 */
import { type FileAnalysis, normalUri } from "../core/index.ts";
import { surviving } from "./guard.ts";
import type { Session } from "./session.ts";
import { toDiagnostic } from "./to-lsp.ts";

/** How long to wait after a keystroke before pushing, in milliseconds. */
const pushDelay = 150;

export class DiagnosticsPublisher {
  readonly #session: Session;
  readonly #pulls: boolean;
  readonly #refreshes: boolean;
  #timer: NodeJS.Timeout | undefined;
  readonly #waiting = new Set<string>();

  constructor(session: Session) {
    this.#session = session;
    this.#pulls = session.capabilities.textDocument?.diagnostic !== undefined;
    this.#refreshes = session.capabilities.workspace?.diagnostics?.refreshSupport === true;
  }

  /** A buffer changed, or something it may depend on did: everything whose analysis no longer holds is due. */
  changed(clientUri?: string): void {
    for (const document of this.#session.documents) {
      const uri = normalUri(document.clientUri);
      if (!this.#session.workspace.isCurrent(uri)) this.#waiting.add(uri);
    }
    // The client itself pulls for the buffer that was typed in.
    if (this.#pulls && clientUri !== undefined) this.#waiting.delete(normalUri(clientUri));
    if (this.#waiting.size > 0) this.#schedule();
  }

  /** Takes the findings of a closed buffer out of Problems. */
  closed(clientUri: string): void {
    this.#waiting.delete(normalUri(clientUri));
    if (!this.#pulls) void this.#session.connection.sendDiagnostics({ uri: clientUri, diagnostics: [] });
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const uris = [...this.#waiting];
      this.#waiting.clear();
      void surviving(this.#session.connection, "publishing findings", async () => {
        if (!this.#pulls) for (const uri of uris) await this.#push(uri);
        else if (this.#refreshes) this.#session.connection.languages.diagnostics.refresh();
      });
    }, pushDelay);
  }

  async #push(uri: string): Promise<void> {
    const before = this.#session.documents.find((document) => normalUri(document.clientUri) === uri);
    if (!before) return;
    const analysis = await this.#session.workspace.analyse(uri);
    const now = this.#session.document(before.clientUri);
    if (!analysis || now?.version !== before.version) return;
    await this.#session.connection.sendDiagnostics({
      uri: before.clientUri,
      version: before.version,
      diagnostics: diagnosticsOf(
        analysis,
        this.#session,
        this.#session.capabilities.textDocument?.publishDiagnostics?.relatedInformation === true,
      ),
    });
  }
}

/** The findings of one file as the protocol wants them. */
export function diagnosticsOf(analysis: FileAnalysis, session: Session, relatedInformation: boolean) {
  const maps = session.maps(analysis);
  const options = { relatedInformation, rulePages: session.rulePages };
  return analysis.findings.map((finding) => toDiagnostic(finding, analysis.uri, maps, options));
}
