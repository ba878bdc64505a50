/** The core's one door: what the language server, the command line and the tests may use. */
export { isCatalogName, looksLikeCatalog } from "./catalog/looks-like-catalog.ts";
export type {
  Catalog,
  CodeEntry,
  HeaderRule,
  LocalizedText,
  Policy,
  Retry,
  StatusEntry,
  StatusRange,
} from "./catalog/model.ts";
export { prepareCatalog, preparedCatalog } from "./catalog/prepared-catalog.ts";
export { readCatalog } from "./catalog/read-catalog.ts";
export type { SchemaCompletion } from "./catalog/schema-completion.ts";
export { textIn } from "./catalog/text-in.ts";
export { type ExportFormat, exportCatalog, exportFormats, isExportFormat } from "./catalog/write/export-catalog.ts";
export { writeYamlCatalog } from "./catalog/write/write-catalog.ts";
export { configurationFileNames } from "./facts/configuration.ts";
export type { Fact, Scope, ScopedCatalog } from "./facts/model.ts";
export { statusesOfCode } from "./facts/verdicts.ts";
export type { FeatureOptions, FileAnalysis } from "./features/analysis.ts";
export { catalogListFor } from "./features/catalog-list.ts";
export { type CodeAction, codeActionsAt } from "./features/code-actions.ts";
export { type CommentCompletion, commentCompletionsAt } from "./features/completion/comment-completion.ts";
export { completionsAt, resolveCompletion } from "./features/completion/completion.ts";
export type { CompletionData, CompletionItem } from "./features/completion/item.ts";
export { definitionAt } from "./features/definition.ts";
export { type DocumentSymbol, documentSymbolsOf } from "./features/document-symbols.ts";
export {
  explainAsMarkdown,
  explainAsText,
  explainSamplesAsMarkdown,
  explainSamplesAsText,
  findExplained,
  nearestExplained,
} from "./features/explain.ts";
export { explanationOf } from "./features/explanation-data.ts";
export { type SafeFix, SafeFixes, safeFixOf } from "./features/fix-all.ts";
export { hoverAt } from "./features/hover.ts";
export type { Rendered } from "./features/prose/rendered.ts";
export { type ReferenceTarget, referencesIn, referenceTargetsAt } from "./features/references.ts";
export { ruleData, ruleNamed, rulePage } from "./features/rule-page.ts";
export {
  type FileSchemas,
  isCatalogNameAt,
  type NameableCatalog,
  schemaCompletionsAt,
  schemaHoverAt,
} from "./features/schema-completion.ts";
export { type WhyNothing, whyNothingAt } from "./features/why-nothing.ts";
export { observedCatalog } from "./references/observe/observed-catalog.ts";
export { type ObservedError, observedErrors } from "./references/observe/observed-errors.ts";
export { isProgramFile } from "./references/observe/program-files.ts";
export { documentEndings, isDocumentName } from "./references/read-reference.ts";
export {
  type Baseline,
  baselineFileName,
  countsOf,
  parseBaseline,
  type RuleCounts,
  writeBaseline,
} from "./rules/baseline.ts";
export { ruleNames } from "./rules/index.ts";
export type { FileEdit, Finding, Fix, RuleMeta } from "./rules/model.ts";
export type { ErrorSite, EvidenceStep, Part, Place } from "./sites/model.ts";
export { dialectOf } from "./syntax/dialect.ts";
export { assertUnreachable } from "./text/assert.ts";
export { applyEdits, type TextEdit } from "./text/edit.ts";
export { LineMap } from "./text/line-map.ts";
export { once } from "./text/once.ts";
export type { Problem, Severity } from "./text/problem.ts";
export { type Span, touches } from "./text/span.ts";
export { baseName, normalUri, parentUri, pathBelow, relativePath } from "./text/uri.ts";
export type { LoadedCatalog } from "./workspace/catalog-store.ts";
export type { BuiltinCatalog, FileContent, FileSystem, FolderEntries, Root } from "./workspace/file-system.ts";
export { type NearReference, nearReasonOf } from "./workspace/found-references.ts";
export { type IgnoreFile, ignoreFile, isIgnored, toolFolders } from "./workspace/ignore-rules.ts";
export type { Naming } from "./workspace/naming.ts";
export { mayServe } from "./workspace/reference-names.ts";
export { Workspace } from "./workspace/workspace.ts";
