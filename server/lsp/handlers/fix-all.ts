/** Safe fixes, many at once: of one file when it is saved, of the whole workspace when somebody asks. */
import {
  type CodeAction,
  CodeActionKind,
  type ExecuteCommandParams,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type WorkspaceEdit,
} from "vscode-languageserver";
import {
  configurationFileNames,
  dialectOf,
  type FileAnalysis,
  type FileEdit,
  ruleNamed,
  SafeFixes,
} from "../../core/index.ts";
import { surviving } from "../guard.ts";
import { PositionMap } from "../position-encoding.ts";
import type { Session } from "../session.ts";
import { toAnnotatedEdit, toWorkspaceEdit } from "../to-lsp.ts";

/** The kind under which "fix all" on save can be asked for. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.errorCodeInsight`;

/** The command that fixes the whole workspace; its one argument names a rule, all rules are meant without it. */
export const fixWorkspaceCommand = "errorCodeInsight.fixWorkspace";

/** All safe fixes of a file as one action; none where there is nothing to fix. */
export function fixAllInFile(session: Session, analysis: FileAnalysis): readonly CodeAction[] {
  const fixes = new SafeFixes();
  fixes.add(analysis);
  if (fixes.count === 0) return [];
  const edit = toWorkspaceEdit(fixes.edits, session.maps(analysis));
  return [{ title: "Fix all safe error code findings", kind: fixAllKind, edit }];
}

/** The actions that ask for the whole workspace, one a rule; where the client can run no commands there are none. */
export function fixAllInWorkspace(session: Session, rules: readonly string[]): readonly CodeAction[] {
  if (session.capabilities.workspace?.applyEdit !== true) return [];
  return [...new Set(rules)].map((rule) => {
    const title = `Fix all \`${rule}\` findings in the workspace`;
    return {
      title,
      kind: CodeActionKind.QuickFix,
      command: { title, command: fixWorkspaceCommand, arguments: [rule] },
    };
  });
}

/**
 * Answers `workspace/executeCommand` at once, and goes on to look through all files, to ask, and to have the client make
 * one edit over all of them.
 */
export function onFixWorkspace(session: Session, { command, arguments: given = [] }: ExecuteCommandParams): null {
  const [rule] = given;
  const isRule = rule === undefined || rule === null || (typeof rule === "string" && ruleNamed(rule) !== undefined);
  if (command !== fixWorkspaceCommand || !isRule)
    throw new ResponseError(
      LSPErrorCodes.RequestFailed,
      `There is no command \`${command}\` for ${JSON.stringify(rule)}`,
    );
  const only = typeof rule === "string" ? rule : undefined;
  void surviving(session.connection, "fixing the workspace", () => fixWorkspace(session, only));
  return null;
}

async function fixWorkspace(session: Session, rule: string | undefined): Promise<void> {
  const found = await safeFixesIn(session, rule);
  if (found === undefined) return;
  if (found.count === 0) return tell(session, words.nothing(rule));
  const answer = await ask(session, words.question(found, rule));
  if (answer === undefined) return;
  const label = words.label(rule);
  const edit = found.edit(answer === "review" ? label : undefined);
  const { applied } = await session.connection.workspace.applyEdit({ label, edit });
  // Who looks at each one knows best what was done.
  if (applied && answer === "all") await tell(session, words.done(found, rule));
}

/** What to do; undefined for nothing. A client that cannot ask is one in which nobody could answer. */
async function ask({ connection, capabilities }: Session, question: string): Promise<"all" | "review" | undefined> {
  if (capabilities.window?.showMessage === undefined) return "all";
  const canReview = capabilities.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
  const actions = [words.fixAll, ...(canReview ? [words.review] : [])].map((title) => ({ title }));
  const chosen = await connection.window.showInformationMessage(question, ...actions);
  if (chosen?.title === words.fixAll) return "all";
  return chosen?.title === words.review ? "review" : undefined;
}

/** A message that nobody has to answer. */
function tell({ connection }: Session, message: string): Promise<void> {
  return connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
}

interface FoundFixes {
  readonly count: number;
  readonly files: number;
  /** With a label the client shows each change under it, and makes those that are confirmed. */
  readonly edit: (label: string | undefined) => WorkspaceEdit;
}

/** The safe fixes of all files; undefined where nobody waits for them any more. */
async function safeFixesIn(session: Session, rule: string | undefined): Promise<FoundFixes | undefined> {
  const { workspace } = session;
  const fixes = new SafeFixes(rule);
  const looked = new Map<string, Looked>();
  const uris = await checkedFiles(session);
  const progress = await session.connection.window.createWorkDoneProgress();
  progress.begin("Error Code Insight", 0, "looking for findings to fix", true);
  try {
    for (const [index, uri] of uris.entries()) {
      if (progress.token?.isCancellationRequested) return undefined;
      if (index % 50 === 0) progress.report(Math.floor((index / uris.length) * 100));
      // A buffer may go on changing: its version is that of the text that was looked at.
      const version = session.document(uri)?.version ?? null;
      const analysis = await workspace.analyse(uri);
      if (analysis !== undefined && fixes.add(analysis).length > 0) looked.set(uri, { version, text: analysis.text });
      if (!session.isOpen(uri)) workspace.release(uri);
    }
  } finally {
    progress.done();
  }
  const edit = (label: string | undefined) => editFor(session, fixes.edits, { looked, label });
  return { count: fixes.count, files: fixes.edits.length, edit };
}

interface Looked {
  readonly version: number | null;
  readonly text: string;
}

/** The sources and data of all folders, and what is open of other schemes. */
async function checkedFiles(session: Session): Promise<readonly string[]> {
  const isChecked = (name: string) => dialectOf(name) !== undefined || configurationFileNames.includes(name);
  const found: string[] = [];
  for (const root of session.workspace.roots)
    if (root.uri.startsWith("file:")) found.push(...(await session.host.findFiles(root, isChecked)));
  return [...new Set([...found, ...session.workspace.openUris])];
}

interface EditOptions {
  readonly looked: ReadonlyMap<string, Looked>;
  readonly label: string | undefined;
}

function editFor(session: Session, edits: readonly FileEdit[], { looked, label }: EditOptions): WorkspaceEdit {
  const maps = {
    positions: (uri: string) => new PositionMap(looked.get(uri)?.text ?? "", session.encoding),
    clientUri: (uri: string) => session.document(uri)?.clientUri ?? uri,
  };
  const able = session.capabilities.workspace?.workspaceEdit;
  if (able?.documentChanges !== true) return toWorkspaceEdit(edits, maps);
  return toAnnotatedEdit(edits, maps, {
    version: (uri) => looked.get(uri)?.version ?? null,
    annotation: label === undefined ? undefined : { label, needsConfirmation: true },
  });
}

/** All that is said, in one place and without marks: messages show plain text. */
const words = {
  fixAll: "Fix All",
  review: "Review",
  label: (rule: string | undefined) =>
    rule === undefined ? "Fix all safe error code findings" : `Fix all ${rule} findings`,
  question: ({ count, files }: FoundFixes, rule: string | undefined) =>
    `${counted(count, "finding")}${ofRule(rule)} in ${counted(files, "file")} can be fixed safely.`,
  done: ({ count, files }: FoundFixes, rule: string | undefined) =>
    `Fixed ${counted(count, "finding")}${ofRule(rule)} in ${counted(files, "file")}.`,
  nothing: (rule: string | undefined) =>
    `${rule === undefined ? "No finding" : `No ${rule} finding`} in the workspace has a fix that is safe to make without asking.`,
};

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function ofRule(rule: string | undefined): string {
  return rule === undefined ? "" : ` of ${rule}`;
}
