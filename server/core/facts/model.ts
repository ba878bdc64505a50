/** Facts: an error site joined with the catalogs in scope, and what each of them says about it. */
import type { Catalog, Code, CodeEntry, Envelope, StatusEntry } from "../catalog/model.ts";
import type { NearCode } from "../catalog/nearest-codes.ts";
import type { ErrorSite } from "../sites/model.ts";
import type { Problem, Severity } from "../text/problem.ts";
import type { Span } from "../text/span.ts";

/** Why a catalog applies at a place. */
export type ScopeReason =
  | { readonly kind: "configuration"; readonly uri: string }
  | { readonly kind: "override"; readonly uri: string; readonly files: readonly string[] }
  | { readonly kind: "comment"; readonly span: Span }
  | { readonly kind: "envelope"; readonly envelope: string; readonly span: Span }
  | { readonly kind: "host"; readonly host: string; readonly span: Span }
  | { readonly kind: "dependency"; readonly name: string; readonly uri: string }
  | { readonly kind: "codes"; readonly codes: readonly string[] }
  /** A page about errors that lies near the file. */
  | { readonly kind: "found"; readonly uri: string }
  /** The general knowledge of HTTP, in force everywhere. */
  | { readonly kind: "general" };

export interface ScopedCatalog {
  readonly catalog: Catalog;
  readonly reason: ScopeReason;
}

/**
 * Catalogs for one file, each with one reason. The nearest configuration names them; an override replaces its list for
 * some files; a comment replaces it for one file; evidence counts only where none of these names a catalog.
 */
export interface Scope {
  /** The API catalogs in force; the general one is not among them. */
  readonly catalogs: readonly ScopedCatalog[];
  /** The general catalog of HTTP; undefined only when it could not be read. */
  readonly general: Catalog | undefined;
  readonly rules: RuleLevels;
  /** What is wrong in the file's own scope comments: names of catalogs that do not exist. */
  readonly problems: readonly Problem[];
}

/** Severity by rule name, `off` included; what is not named keeps its default. */
export type RuleLevels = ReadonlyMap<string, Severity | "off">;

export interface Fact {
  /** The site as read, with the code and the message that an envelope in scope finds in its body. */
  readonly site: ErrorSite;
  /** What each catalog in scope says, catalogs that have nothing to say included (`code.kind` is `none`). */
  readonly verdicts: readonly Verdict[];
  /** The general catalog's entry for each possible status of the site. */
  readonly general: Catalog | undefined;
}

/** One catalog's word on one site. */
export interface Verdict {
  readonly scoped: ScopedCatalog;
  /** Whether the site's body has the shape of one of the catalog's envelopes; `unknown` where no body was seen. */
  readonly envelope:
    | { readonly kind: "fits"; readonly envelope: Envelope }
    | { readonly kind: "differs" }
    | { readonly kind: "unknown" };
  readonly code: CodeVerdict;
  readonly statuses: readonly StatusEntry[];
}

export type CodeVerdict =
  /** The site shows no code, or the code's place does not belong to this catalog's envelope. */
  | { readonly kind: "none" }
  /** At least one possible value is a code of the catalog; `unknown` are the other possible values. */
  | { readonly kind: "known"; readonly entries: readonly CodeEntry[]; readonly unknown: readonly UnknownCode[] }
  /** No possible value is a code of the catalog; `value` and `nearest` are those of the first in `unknown`. */
  | {
      readonly kind: "unknown";
      readonly value: Code;
      readonly nearest: readonly CodeEntry[];
      readonly unknown: readonly UnknownCode[];
    };

/** A value that is no code of a catalog, with the codes that may have been meant, likeliest first. */
export interface UnknownCode {
  readonly value: Code;
  readonly nearest: readonly NearCode[];
}
