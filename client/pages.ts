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
  readonly onDidChange = this.#changed.event;
  // Looks at `onDidChange` at once, which has to be there by then.
  readonly #registration = workspace.registerTextDocumentContentProvider(scheme, this);

  provideTextDocumentContent(uri: Uri): string {
    return this.#pages.get(uri.toString()) ?? "";
  }

  /** Shows `page` under `title`; one of the same title is replaced. */
  async show(title: string, page: Page): Promise<void> {
    const isDesktop = env.uiKind === UIKind.Desktop;
    const uri = Uri.from({ scheme, path: `/${title.replaceAll("/", " ")}.${isDesktop ? "md" : "txt"}` });
    this.#pages.set(uri.toString(), isDesktop ? page.markdown : folded(page.text));
    this.#changed.fire(uri);
    if (isDesktop) await commands.executeCommand("markdown.showPreview", uri);
    else await window.showTextDocument(uri, { preview: true });
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}

/** How many characters a line of a page that is shown as a text may have: half a window's width. */
const longestLine = 80;

/** The text with its long lines broken between words; what follows a break is indented. */
function folded(text: string): string {
  return text.replace(/^.+$/gmu, (line) => {
    const lines: string[] = [];
    let current = "";
    for (const word of line.split(" ")) {
      if (current !== "" && current.length + 1 + word.length > longestLine) {
        lines.push(current);
        current = `  ${word}`;
      } else current = current === "" ? word : `${current} ${word}`;
    }
    return [...lines, current].join("\n");
  });
}
