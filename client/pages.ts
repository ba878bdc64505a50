import {
  commands,
  type Disposable,
  EventEmitter,
  env,
  type TextDocumentContentProvider,
  UIKind,
  Uri,
  window,
  workspace,
} from "vscode";
import type { Page } from "./protocol.ts";

const scheme = "error-code-insight";

/**
 * Pages that commands ask for. On a desktop they are shown in VS Code's Markdown preview; in a browser, where a preview
 * needs a page from elsewhere, as a text.
 */
export class Pages implements TextDocumentContentProvider, Disposable {
  readonly #pages = new Map<string, string>();
  readonly #changed = new EventEmitter<Uri>();
  readonly #registration = workspace.registerTextDocumentContentProvider(scheme, this);
  readonly onDidChange = this.#changed.event;

  provideTextDocumentContent(uri: Uri): string {
    return this.#pages.get(uri.toString()) ?? "";
  }

  /** Shows `page` under `title`; one of the same title is replaced. */
  async show(title: string, page: Page): Promise<void> {
    const isDesktop = env.uiKind === UIKind.Desktop;
    const uri = Uri.from({ scheme, path: `/${title.replaceAll("/", " ")}.${isDesktop ? "md" : "txt"}` });
    this.#pages.set(uri.toString(), isDesktop ? page.markdown : page.text);
    this.#changed.fire(uri);
    if (isDesktop) await commands.executeCommand("markdown.showPreview", uri);
    else await window.showTextDocument(uri, { preview: true });
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}
