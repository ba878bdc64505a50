/** What a rule is, and what it finds. */
import type { Catalog, Code } from "../catalog/model.ts";
import type { Fact, Scope } from "../facts/model.ts";
import type { SourceFile } from "../syntax/tree.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Severity } from "../text/problem.ts";
import type { Span } from "../text/span.ts";
import type { SentStatus } from "./support/sent-statuses.ts";

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  /** The catalog by whose word this is a finding. */
  readonly catalog: string | undefined;
  readonly code: Code | undefined;
  readonly status: number | undefined;
  readonly fixes: readonly Fix[];
  readonly related: readonly RelatedPlace[];
  /** Text that fades in editors: unused suppressions, dead comparisons. */
  readonly unnecessary: boolean;
}

export interface RelatedPlace {
  readonly message: string;
  readonly uri: string;
  readonly span: Span;
}

/** `safe` only if it cannot change meaning beyond the finding; otherwise a suggestion for people to choose. */
export interface Fix {
  readonly title: string;
  readonly safety: "safe" | "suggestion";
  readonly preferred: boolean;
  /** Edits by file; the finding's own file is among them unless the literal stands elsewhere. */
  readonly edits: readonly FileEdit[];
}

export interface FileEdit {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
}

export interface RuleMeta {
  readonly name: string;
  readonly severity: Severity;
  /** One sentence: what the rule finds. */
  readonly summary: string;
  /** By whose word something is a finding, with sections (`RFC 9110 §15.5.4`). */
  readonly authority: string;
  /** Paragraphs: why, and where the rule is silent. */
  readonly description: string;
  readonly examples: { readonly invalid: readonly RuleExample[]; readonly valid: readonly RuleExample[] };
  readonly fix: "safe" | "suggestion" | "none";
}

/** A snippet that tests run: `catalogs` are ids in scope. */
export interface RuleExample {
  readonly title: string;
  readonly language: "ts" | "json" | "yaml";
  /** The file's name, where it matters. */
  readonly file?: string;
  readonly catalogs: readonly string[];
  /** One more catalog in scope, in YAML, for what no built-in catalog has. */
  readonly catalog?: string;
  readonly text: string;
  /** What a fix of the finding makes of the text. */
  readonly fixed?: { readonly title: string; readonly text: string };
}

/** A rule over the facts of a source or data file. `State` is what `check` found; `message` words it; `fixes` mends it. */
export interface FactRule<State> {
  readonly kind: "fact";
  readonly meta: RuleMeta;
  check(context: FactRuleContext): Iterable<State>;
  span(state: State): Span;
  message(state: State): string;
  /** Overrides the default severity where the authority's weight differs (must, should, may). */
  severity?(state: State): Severity;
  about?(state: State): { readonly catalog?: string; readonly code?: Code; readonly status?: number };
  fixes?(state: State, context: FactRuleContext): readonly Fix[];
  related?(state: State): readonly RelatedPlace[];
  /** Whether the found text does nothing, so that editors fade it. */
  unnecessary?(state: State): boolean;
}

export interface FactRuleContext {
  readonly uri: string;
  readonly text: string;
  /** The structure of the text. */
  readonly file: SourceFile;
  readonly facts: readonly Fact[];
  readonly scope: Scope;
  /** Where other files send a code, as far as they were looked at; absent where one file is all there is. */
  readonly sentElsewhere?: ((code: Code) => readonly SentStatus[]) | undefined;
}

/** A rule over one catalog, reported in the catalog's file. */
export interface CatalogRule<State> {
  readonly kind: "catalog";
  readonly meta: RuleMeta;
  check(context: CatalogRuleContext): Iterable<State>;
  span(state: State): Span;
  message(state: State): string;
  severity?(state: State): Severity;
  about?(state: State): { readonly code?: Code; readonly status?: number };
  fixes?(state: State, context: CatalogRuleContext): readonly Fix[];
  related?(state: State): readonly RelatedPlace[];
}

export interface CatalogRuleContext {
  readonly catalog: Catalog;
  /** The file that is looked at: one of those that the catalog is composed of. */
  readonly uri: string;
  readonly text: string;
}

/** What a report of others is called and weighs: no `check`, its findings come from readers and from the run itself. */
export interface ReportRule {
  readonly kind: "report";
  readonly meta: RuleMeta;
}

// The list of rules is heterogeneous in State; each rule is closed over its own.
export type Rule = FactRule<unknown> | CatalogRule<unknown> | ReportRule;
