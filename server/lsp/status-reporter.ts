import { normalUri } from "../core/index.ts";
import { surviving } from "./guard.ts";
import { statusNotification } from "./protocol.ts";
import type { Session } from "./session.ts";

/** How long to wait after the last change before counting again, in milliseconds. */
const delay = 300;

/** Tells the client how many catalogs are loaded and how many problems catalogs and configurations have. */
export class StatusReporter {
  readonly #session: Session;
  #timer: NodeJS.Timeout | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Counts again once things are quiet. */
  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void surviving(this.#session.connection, "status", () => this.report()), delay);
  }

  async report(): Promise<void> {
    const { workspace, configurationUris, connection } = this.#session;
    const own = [...configurationUris];
    const loaded = await workspace.allCatalogs(own);
    const builtins = new Set(workspace.builtins.map(({ uri }) => uri));
    // Faults of the pages behind the built-in catalogs are not this workspace's to mend.
    const files = [...own, ...loaded.map(({ uri }) => normalUri(uri)).filter((uri) => !builtins.has(uri))];
    let problems = 0;
    for (const uri of files)
      problems += (await workspace.analyse(uri))?.findings.filter(({ severity }) => severity !== "hint").length ?? 0;
    await connection.sendNotification(statusNotification, { state: "ready", catalogs: loaded.length, problems });
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
