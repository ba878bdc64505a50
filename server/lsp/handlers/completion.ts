import {
  type CancellationToken,
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
} from "vscode-languageserver";
import {
  type CommentCompletion,
  type CompletionData,
  type CompletionItem as CoreItem,
  commentCompletionsAt,
  completionsAt,
  isCatalogNameAt,
  normalUri,
  resolveCompletion,
  type SchemaCompletion,
  schemaCompletionsAt,
} from "../../core/index.ts";
import { nameableCatalogs } from "../nameable-catalogs.ts";
import type { PositionMap } from "../position-encoding.ts";
import { type Session, stopIfCancelled } from "../session.ts";
import { toMarkup, toTextEdit } from "../to-lsp.ts";

/** How many UTF-16 units label and meaning take of a row: with more, the status at its right edge is pushed away. */
const maximumRow = 36;

/** Answers `textDocument/completion`: codes, statuses and messages in code; keys and values in catalogs. */
export async function onCompletion(
  session: Session,
  params: CompletionParams,
  token: CancellationToken,
): Promise<CompletionList | null> {
  const analysis = await session.analysis(params.textDocument.uri, token);
  if (!analysis) return null;
  const positions = session.maps(analysis).positions(analysis.uri);
  const offset = positions.toOffset(params.position);
  const catalogs = isCatalogNameAt(analysis, offset) ? await nameableCatalogs(session, analysis) : [];
  stopIfCancelled(token);
  const items = [
    ...completionsAt(analysis, offset, { languages: session.languages }).map((item) => toItem(item, positions)),
    ...commentCompletionsAt(analysis, offset, { languages: session.languages }).map((item) =>
      ofComment(item, positions),
    ),
    ...schemaCompletionsAt(analysis, offset, { schemas: session.host.schemas, catalogs }).map((item) =>
      ofSchema(item, analysis.text, positions),
    ),
  ];
  return items.length === 0 ? null : { isIncomplete: false, items };
}

/** Answers `completionItem/resolve` with the documentation; an item that is not ours comes back as it was. */
export async function onCompletionResolve(
  session: Session,
  item: CompletionItem,
  token: CancellationToken,
): Promise<CompletionItem> {
  const data = readData(item.data);
  if (!data) return item;
  const document = session.documents.find((candidate) => normalUri(candidate.clientUri) === data.uri);
  const analysis = document && (await session.analysis(document.clientUri, token));
  if (!analysis) return item;
  const documentation = resolveCompletion(analysis, data, { languages: session.languages });
  const formats = session.capabilities.textDocument?.completion?.completionItem?.documentationFormat;
  return documentation.markdown === "" ? item : { ...item, documentation: toMarkup(documentation, formats) };
}

function toItem(item: CoreItem, positions: PositionMap): CompletionItem {
  return {
    label: item.label,
    labelDetails: { detail: meaningInRow(item), description: item.description },
    detail: item.detail,
    kind: kindOf(item.kind),
    sortText: item.sortText,
    filterText: item.filterText,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: toTextEdit(item.edit, positions),
    ...(item.preselect ? { preselect: true } : {}),
    ...(item.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    data: item.data,
  };
}

/** So much of an item's meaning as there is room for beside its label. */
function meaningInRow({ label, detail }: CoreItem): string | undefined {
  const room = maximumRow - label.length - 2;
  if (detail === undefined || room < 8) return undefined;
  return `  ${detail.length <= room ? detail : `${detail.slice(0, room - 1).trimEnd()}…`}`;
}

function ofComment(item: CommentCompletion, positions: PositionMap): CompletionItem {
  return {
    label: item.label,
    detail: item.detail,
    kind: CompletionItemKind.Keyword,
    textEdit: toTextEdit({ span: item.span, newText: item.label }, positions),
  };
}

function ofSchema(item: SchemaCompletion, text: string, positions: PositionMap): CompletionItem {
  // Clients compare with all that is replaced, its opening quote included.
  const quote = /^["']/u.exec(text.slice(item.span.start, item.span.end))?.[0] ?? "";
  return {
    label: item.label,
    filterText: quote + item.label,
    kind: item.kind === "property" ? CompletionItemKind.Property : CompletionItemKind.Value,
    textEdit: toTextEdit({ span: item.span, newText: item.insertText }, positions),
    documentation: item.documentation,
  };
}

function kindOf(kind: CoreItem["kind"]): CompletionItemKind {
  switch (kind) {
    case "code":
      return CompletionItemKind.EnumMember;
    case "status":
      return CompletionItemKind.Value;
    case "message":
      return CompletionItemKind.Text;
  }
}

/** `data` went through the client and is believed only as far as its shape. */
function readData(data: unknown): CompletionData | undefined {
  const given: { readonly uri?: unknown; readonly subject?: unknown } = isObject(data) ? data : {};
  if (typeof given.uri !== "string" || !isObject(given.subject)) return undefined;
  const subject: { readonly kind?: unknown; readonly code?: unknown; readonly status?: unknown } = given.subject;
  if (subject.kind === "code" && (typeof subject.code === "string" || typeof subject.code === "number")) {
    return { uri: given.uri, subject: { kind: "code", code: subject.code } };
  }
  if (subject.kind === "status" && typeof subject.status === "number") {
    return { uri: given.uri, subject: { kind: "status", status: subject.status } };
  }
  return undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
