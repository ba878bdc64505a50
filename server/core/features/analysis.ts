/** What every feature is given: one file, read once, and the means to look a little further. */
import type { Catalog, Code } from "../catalog/model.ts";
import type { Fact, Scope } from "../facts/model.ts";
import type { Baseline, RuleCounts } from "../rules/baseline.ts";
import type { Finding } from "../rules/model.ts";
import type { SentStatus } from "../rules/support/sent-statuses.ts";
import type { ErrorSite } from "../sites/model.ts";
import type { ValueService } from "../sites/values/value-service.ts";
import type { Why } from "../sites/why.ts";
import type { SourceFile } from "../syntax/tree.ts";

/** Why a file that was looked at has no structure: what kind it is, or who left it out. */
export type Unread =
  /** Neither source, JSON, YAML nor a configuration. */
  | { readonly kind: "unsupported" }
  | { readonly kind: "configuration" }
  /** A glob of the configuration at `uri` leaves it out. */
  | { readonly kind: "excluded"; readonly uri: string; readonly glob: string }
  /** No word in it that a status, a code or an error has. */
  | { readonly kind: "nothing-in-it" }
  /** Too large, nested too deeply, or not readable as text. */
  | { readonly kind: "refused"; readonly reason: string };

/** What a baseline says of one file. */
export interface Recorded {
  /** Where the baseline is, or would be. */
  readonly uri: string;
  /** The file's path as the baseline writes it. */
  readonly path: string;
  /** Empty where nothing is recorded, or where there is no baseline that can be read. */
  readonly counts: RuleCounts;
  /** Undefined where there is no such file. */
  readonly baseline: Baseline | undefined;
}

/** One immutable analysis of one file. Features read nothing else. */
export interface FileAnalysis {
  readonly uri: string;
  readonly text: string;
  /** The structure of a source or data file; undefined for catalogs and files that are not read. */
  readonly file: SourceFile | undefined;
  /** Why there is no `file`; undefined where there is one, and for catalogs. */
  readonly unread?: Unread | undefined;
  readonly scope: Scope;
  readonly facts: readonly Fact[];
  readonly findings: readonly Finding[];
  /** Findings that the project's baseline has already; nobody is shown them. */
  readonly hidden: readonly Finding[];
  /** What the baseline says of this file; undefined where none could. */
  readonly recorded: Recorded | undefined;
  /** What the file sends, to be held against other files; undefined for files without sites. */
  readonly sent?: { readonly group: string; readonly sent: readonly SentStatus[] } | undefined;
  readonly values: ValueService | undefined;
  /** The catalog that this file itself is, read from the present text; undefined while only the last good one serves. */
  readonly catalog: Catalog | undefined;
  /** All catalogs that are loaded, also those not in scope here. */
  readonly available: readonly Catalog[];
  /** The sites of this file if it had another text: how completion asks what would stand at the cursor. */
  readonly sitesIn: (text: string) => readonly ErrorSite[];
  /** Who looked at a place and where each one stopped; without it the reasons are left out. */
  readonly whyAt?: (offset: number) => Why;
  /** The text of a loaded file (a catalog, for line numbers of links); undefined where it is not at hand. */
  readonly textOf: (uri: string) => string | undefined;
  /** The statuses with which the files that were looked at so far send a code; of pages and other documents only. */
  readonly sentStatuses?: (code: Code) => readonly number[];
  /** Whether a catalog is the project's own to change, not one that comes with the product; absent for files without sites. */
  readonly isOwn?: (catalogUri: string) => boolean;
}

/** Options of the person, not of the file. */
export interface FeatureOptions {
  /** Languages to show texts in, the most wanted first, as BCP 47 tags (`["uk", "en"]`). */
  readonly languages: readonly string[];
}
