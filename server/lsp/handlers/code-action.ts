import { type CancellationToken, type CodeAction, CodeActionKind, type CodeActionParams } from "vscode-languageserver";
import {
  type CodeAction as CoreAction,
  codeActionsAt,
  type FileAnalysis,
  normalUri,
  safeFixOf,
} from "../../core/index.ts";
import type { Session } from "../session.ts";
import { toDiagnostic, toWorkspaceEdit } from "../to-lsp.ts";
import { fixAllInFile, fixAllInWorkspace, fixAllKind } from "./fix-all.ts";

/** Answers `textDocument/codeAction`: fixes of the findings in the range, silencing comments, and "fix all". */
export async function onCodeAction(
  session: Session,
  params: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[] | null> {
  const analysis = await session.analysis(params.textDocument.uri, token);
  if (!analysis) return null;
  const wanted = (kind: string) =>
    params.context.only === undefined ||
    params.context.only.some((only) => only === "" || kind === only || kind.startsWith(`${only}.`));
  const positions = session.maps(analysis).positions(analysis.uri);
  const span = { start: positions.toOffset(params.range.start), end: positions.toOffset(params.range.end) };
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    const found = codeActionsAt(analysis, span);
    actions.push(...found.map((action, index) => toAction(action, { session, analysis, span, index })));
    const rules = found.map(({ finding }) => finding).filter((finding) => safeFixOf(finding) !== undefined);
    actions.push(
      ...fixAllInWorkspace(
        session,
        rules.map(({ rule }) => rule),
      ),
    );
  }
  // Only where it is asked for: a list of quick fixes has no place for it.
  if (params.context.only && wanted(fixAllKind)) actions.push(...fixAllInFile(session, analysis));
  return actions.length > 0 ? actions : null;
}

/** What `codeAction/resolve` needs to find the action again; it goes through the client and is not believed blindly. */
interface ActionData {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
  readonly index: number;
  readonly title: string;
}

interface ActionContext {
  readonly session: Session;
  readonly analysis: FileAnalysis;
  readonly span: { readonly start: number; readonly end: number };
  readonly index: number;
}

function toAction(action: CoreAction, { session, analysis, span, index }: ActionContext): CodeAction {
  const maps = session.maps(analysis);
  const options = { relatedInformation: false, rulePages: session.rulePages };
  const lazily = session.capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes("edit") === true;
  const data: ActionData = { uri: analysis.uri, ...span, index, title: action.title };
  return {
    title: action.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(action.finding, analysis.uri, maps, options)],
    ...(action.preferred ? { isPreferred: true } : {}),
    ...(lazily ? { data } : { edit: toWorkspaceEdit(action.edits, maps) }),
  };
}

/** Answers `codeAction/resolve` with the edit; an action that no longer exists comes back without one. */
export async function onCodeActionResolve(
  session: Session,
  action: CodeAction,
  token: CancellationToken,
): Promise<CodeAction> {
  const data = readData(action.data);
  const document = data && session.documents.find(({ clientUri }) => normalUri(clientUri) === data.uri);
  const analysis = document && (await session.analysis(document.clientUri, token));
  if (!data || !analysis) return action;
  const found = codeActionsAt(analysis, data)[data.index];
  return found?.title === data.title
    ? { ...action, edit: toWorkspaceEdit(found.edits, session.maps(analysis)) }
    : action;
}

function readData(value: unknown): ActionData | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { uri, start, end, index, title }: Partial<Record<keyof ActionData, unknown>> = value;
  if (typeof uri !== "string" || typeof title !== "string") return undefined;
  if (typeof start !== "number" || typeof end !== "number" || typeof index !== "number") return undefined;
  return { uri, title, start, end, index };
}
