/** From the core's plain data to the protocol. Nothing else in the program makes protocol objects. */
import {
  type ChangeAnnotation,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Location,
  type MarkupContent,
  MarkupKind,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import {
  assertUnreachable,
  type TextEdit as CoreEdit,
  type FileEdit,
  type Finding,
  type Rendered,
  ruleNamed,
  type Severity,
  type Span,
} from "../core/index.ts";
import type { PositionMap } from "./position-encoding.ts";

/** Where positions come from: one map per file, under the name that the client knows the file by. */
export interface FileMaps {
  readonly positions: (uri: string) => PositionMap;
  readonly clientUri: (uri: string) => string;
}

export function toRange(span: Span, positions: PositionMap): Range {
  return { start: positions.toPosition(span.start), end: positions.toPosition(span.end) };
}

export function toTextEdit(edit: CoreEdit, positions: PositionMap): TextEdit {
  return { range: toRange(edit.span, positions), newText: edit.newText };
}

export function toLocation(uri: string, span: Span, maps: FileMaps): Location {
  return { uri: maps.clientUri(uri), range: toRange(span, maps.positions(uri)) };
}

/** Edits of several files, as the plain map that every client understands. */
export function toWorkspaceEdit(edits: readonly FileEdit[], maps: FileMaps): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const file of edits) {
    const positions = maps.positions(file.uri);
    changes[maps.clientUri(file.uri)] = file.edits.map((edit) => toTextEdit(edit, positions));
  }
  return { changes };
}

export interface AnnotatedEditOptions {
  /** The version of a buffer that is open; null for a file on disk. */
  readonly version: (uri: string) => number | null;
  /** What the edits are for, where the client shows that before it makes them. */
  readonly annotation: ChangeAnnotation | undefined;
}

/** Edits of several files, each for the version of its buffer that was looked at. */
export function toAnnotatedEdit(
  edits: readonly FileEdit[],
  maps: FileMaps,
  { version, annotation }: AnnotatedEditOptions,
): WorkspaceEdit {
  const annotationId = "fix";
  const documentChanges = edits.map((file) => {
    const positions = maps.positions(file.uri);
    const plain = file.edits.map((edit) => toTextEdit(edit, positions));
    const textDocument = { uri: maps.clientUri(file.uri), version: version(file.uri) };
    return { textDocument, edits: annotation === undefined ? plain : plain.map((one) => ({ ...one, annotationId })) };
  });
  return annotation === undefined
    ? { documentChanges }
    : { documentChanges, changeAnnotations: { [annotationId]: annotation } };
}

export function toSeverity(severity: Severity): DiagnosticSeverity {
  switch (severity) {
    case "error":
      return DiagnosticSeverity.Error;
    case "warning":
      return DiagnosticSeverity.Warning;
    case "information":
      return DiagnosticSeverity.Information;
    case "hint":
      return DiagnosticSeverity.Hint;
    default:
      return assertUnreachable(severity);
  }
}

/** The `source` of every diagnostic. */
export const diagnosticSource = "error-code-insight";

export interface DiagnosticOptions {
  readonly relatedInformation: boolean;
  /** The folder of the rules' pages, where the client can link a diagnostic to one. */
  readonly rulePages: string | undefined;
}

export function toDiagnostic(
  finding: Finding,
  uri: string,
  maps: FileMaps,
  { relatedInformation, rulePages }: DiagnosticOptions,
): Diagnostic {
  return {
    range: toRange(finding.span, maps.positions(uri)),
    severity: toSeverity(finding.severity),
    code: finding.rule,
    // A file of the product itself: it opens without a network, and says what this version does.
    ...(rulePages === undefined || ruleNamed(finding.rule) === undefined
      ? {}
      : { codeDescription: { href: `${rulePages}/${finding.rule}.md` } }),
    source: diagnosticSource,
    message: finding.message,
    ...(finding.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(relatedInformation && finding.related.length > 0
      ? {
          relatedInformation: finding.related.map((place) => ({
            message: place.message,
            location: toLocation(place.uri, place.span, maps),
          })),
        }
      : {}),
  };
}

/** Markdown where the client shows it, else plain text. */
export function toMarkup({ markdown, text }: Rendered, kinds: readonly string[] | undefined): MarkupContent {
  return kinds === undefined || !kinds.includes(MarkupKind.Markdown)
    ? { kind: MarkupKind.PlainText, value: text }
    : { kind: MarkupKind.Markdown, value: markdown };
}
