/**
 * What concerns the project rather than one buffer: how many catalogs there are, and what is wrong in configurations
 * and catalogs that nobody has open. A wrong name in a closed configuration would otherwise go unseen.
 */
import { type FileAnalysis, normalUri } from "../core/index.ts";
import { diagnosticsOf } from "./diagnostics-publisher.ts";
import { surviving } from "./guard.ts";
import { statusNotification } from "./protocol.ts";
import type { Session } from "./session.ts";

/** How long to wait after the last change before looking again, in milliseconds. */
const delay = 300;

export class ProjectReporter {
  readonly #session: Session;
  readonly #published = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Looks again once things are quiet. */
  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => void surviving(this.#session.connection, "project report", () => this.report()),
      delay,
    );
  }

  async report(): Promise<void> {
    const { workspace, configurationUris, documentUris, connection } = this.#session;
    await this.#session.lookAround();
    const configurations = [...configurationUris];
    const loaded = await workspace.allCatalogs(configurations);
    const found = (await workspace.nearReferences([...documentUris], "found")).filter(({ use }) => use === "found");
    const builtins = new Set(workspace.builtins.map(({ uri }) => uri));
    // Faults of the pages behind the built-in catalogs are not this project's to mend.
    const own = loaded.map(({ uri }) => uri).filter((uri) => !builtins.has(uri));
    const analyses: FileAnalysis[] = [];
    for (const uri of new Set([...configurations, ...own])) {
      const analysis = await workspace.analyse(uri);
      if (analysis) analyses.push(analysis);
    }
    await this.#publish(analyses);
    const problems = analyses.reduce(
      (sum, { findings }) => sum + findings.filter(({ severity }) => severity !== "hint").length,
      0,
    );
    const catalogs = loaded.length + found.length;
    await connection.sendNotification(statusNotification, { state: "ready", catalogs, problems });
  }

  /** A file was opened: from now on its findings come with the buffer. */
  async opened(clientUri: string): Promise<void> {
    const uri = normalUri(clientUri);
    if (this.#published.delete(uri))
      await this.#session.connection.sendDiagnostics({ uri: clientUri, diagnostics: [] });
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  async #publish(analyses: readonly FileAnalysis[]): Promise<void> {
    const open = new Set(this.#session.workspace.openUris);
    const wrong = analyses.filter(({ uri, findings }) => findings.length > 0 && !open.has(uri));
    const healed = [...this.#published].filter((uri) => !wrong.some((analysis) => analysis.uri === uri));
    for (const uri of healed) {
      this.#published.delete(uri);
      if (!open.has(uri)) await this.#session.connection.sendDiagnostics({ uri, diagnostics: [] });
    }
    for (const analysis of wrong) {
      this.#published.add(analysis.uri);
      await this.#session.connection.sendDiagnostics({
        uri: analysis.uri,
        diagnostics: diagnosticsOf(analysis, this.#session, false),
      });
    }
  }
}
