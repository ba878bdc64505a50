import { type Disposable, LanguageStatusSeverity, languages } from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";
import { readLanguages } from "./language-client.ts";
import { type StatusParams, statusNotification } from "./protocol.ts";

const selector = readLanguages.map((language) => ({ language }));

/** The entry under `{}` in the status bar: how many catalogs are loaded, how many problems they have. */
export class StatusItem implements Disposable {
  readonly #item = languages.createLanguageStatusItem("errorCodeInsight.status", selector);
  readonly #subscriptions: readonly Disposable[];

  constructor(client: LanguageClient) {
    this.#item.name = "Error Code Insight";
    this.#item.command = { command: "errorCodeInsight.showCatalogs", title: "Show Catalogs" };
    this.loading();
    this.#subscriptions = [
      client.onNotification(statusNotification, (params) => this.#show(params)),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Stopped) this.failed();
      }),
    ];
  }

  loading(): void {
    this.#item.busy = true;
    this.#item.text = "Error Code Insight";
    this.#item.detail = "loading catalogs";
    this.#item.severity = LanguageStatusSeverity.Information;
  }

  failed(): void {
    this.#item.busy = false;
    this.#item.text = "Error Code Insight stopped";
    this.#item.detail = "its output says why";
    this.#item.severity = LanguageStatusSeverity.Error;
    this.#item.command = { command: "errorCodeInsight.restart", title: "Restart" };
  }

  dispose(): void {
    this.#item.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #show(params: StatusParams): void {
    this.#item.busy = params.state === "loading";
    this.#item.text = `${counted(params.catalogs, "catalog")} · ${counted(params.problems, "problem")}`;
    this.#item.detail = "Error Code Insight";
    this.#item.severity = params.problems > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    this.#item.command = { command: "errorCodeInsight.showCatalogs", title: "Show Catalogs" };
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
