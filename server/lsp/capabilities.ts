import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import { fixAllKind, fixWorkspaceCommand } from "./handlers/fix-all.ts";
import type { Session } from "./session.ts";

/** What this server offers. */
export function capabilitiesFor(session: Session): ServerCapabilities {
  return {
    positionEncoding: session.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: {
      // Quotes and separators inside strings; the rest of typing continues an open list.
      triggerCharacters: ['"', "'", "`", "(", ":", " ", "-", ".", "="],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
    definitionProvider: true,
    referencesProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind], resolveProvider: true },
    documentSymbolProvider: true,
    executeCommandProvider: { commands: [fixWorkspaceCommand] },
    diagnosticProvider: { identifier: "error-code-insight", interFileDependencies: true, workspaceDiagnostics: false },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
