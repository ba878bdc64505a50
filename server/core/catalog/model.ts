/**
 * An error catalog as the program holds it: immutable, complete, every text in one or several languages, every entry
 * with its place in the file that defines it. Readers make it from YAML or JSON; nothing here knows a file format.
 */
import type { Problem } from "../text/problem.ts";
import type { Span } from "../text/span.ts";

/** A BCP 47 tag in lower case (`uk`, `en`, `zh-hans`) to the text in that language. Never empty. */
export type LocalizedText = ReadonlyMap<string, string>;

/** A code exactly as on the wire: `-104` and `"-104"` differ. */
export type Code = string | number;

/** The weight of a demand, as RFC 2119 words it. */
export type Level = "must" | "should" | "may";

/** One status (`from` equals `to`) or a whole class such as 2xx (200–299). */
export interface StatusRange {
  readonly from: number;
  readonly to: number;
}

export interface Catalog {
  readonly id: string;
  /** Where the catalog was read from; what links and provenance point to. */
  readonly uri: string;
  readonly title: LocalizedText;
  readonly summary: LocalizedText | undefined;
  /** The language of plain strings in the file, a BCP 47 tag. */
  readonly language: string;
  readonly homepage: string | undefined;
  /** Whence the facts come: page, date of reading. */
  readonly provenance: Provenance | undefined;
  readonly envelopes: readonly Envelope[];
  readonly statuses: readonly StatusEntry[];
  readonly codes: readonly CodeEntry[];
  readonly policies: readonly Policy[];
  readonly evidence: CatalogEvidence;
  /** Samples of bodies that the page itself shows, checked against its own table. */
  readonly samples: readonly Sample[];
  /** Whether `codes` is meant to be all codes of the API: only then is a code outside it `unknown-code`. */
  readonly complete: boolean;
  /** Whether this is knowledge of HTTP at large, in force everywhere beside the catalogs of APIs. */
  readonly general: boolean;
  /** How wire messages behave: `exact` is compared, `varies` (by language or scenario) never is. */
  readonly messages: "exact" | "varies";
  /** Where the documents that the catalog was composed of contradict each other; empty for a file of its own format. */
  readonly conflicts: readonly SourceConflict[];
  readonly problems: readonly Problem[];
}

/** A code to which two sources give statuses that cannot both be meant. */
export interface SourceConflict {
  readonly code: Code;
  readonly sides: readonly ConflictSide[];
}

export interface ConflictSide {
  readonly uri: string;
  /** The code. */
  readonly span: Span;
  readonly statuses: readonly number[];
  /** Where the statuses stand. */
  readonly statusSpans: readonly Span[];
}

export interface Provenance {
  readonly page: string | undefined;
  readonly retrieved: string | undefined;
  readonly note: LocalizedText | undefined;
}

/** A dotted path in a body, split: `error.code` is `["error", "code"]`. */
export type BodyPath = readonly string[];

/** Where an error body carries what. */
export interface Envelope {
  readonly id: string;
  readonly code: BodyPath | undefined;
  readonly message: BodyPath | undefined;
  /** A field of the body that repeats the HTTP status (`status: 404`). */
  readonly status: BodyPath | undefined;
  readonly details: BodyPath | undefined;
  /** A flag that tells failure from success: `ok: false`, `status: "error"`. */
  readonly failure: { readonly path: BodyPath; readonly value: string | number | boolean } | undefined;
  /** Paths that every error body of this API has; the envelope fits a body that has all of them. */
  readonly required: readonly BodyPath[];
  /** What stands at `code`: an application code, or the HTTP status itself. */
  readonly codeHolds: "code" | "http-status";
  /** How a body writes the HTTP status that it repeats, `404` or `"404"`; undefined where the catalog does not say. */
  readonly statusType: "number" | "string" | undefined;
  /** Whether this shape alone may bring the catalog into scope: only for shapes that hardly any other API has. */
  readonly distinctive: boolean;
  readonly summary: LocalizedText | undefined;
  readonly span: Span;
}

export interface StatusEntry {
  readonly status: StatusRange;
  /** The reason phrase as the page writes it, such as `Not Found`. */
  readonly title: string | undefined;
  readonly summary: LocalizedText | undefined;
  /** When to use it. */
  readonly use: LocalizedText | undefined;
  /** When not to use it, and what instead. */
  readonly avoid: readonly Avoidance[];
  readonly cause: LocalizedText | undefined;
  readonly fix: LocalizedText | undefined;
  readonly retry: Retry | undefined;
  readonly headers: readonly HeaderRule[];
  readonly body: BodyRule | undefined;
  /** Rate or size limits documented for this status. */
  readonly limits: readonly Limit[];
  readonly deprecated: boolean;
  readonly tags: readonly string[];
  /** Section of the authority, such as `RFC 9110 §15.5.4`. */
  readonly authority: string | undefined;
  readonly link: string | undefined;
  readonly span: Span;
  /** The file in which the entry stands, where it is not the catalog's own. */
  readonly origin: string | undefined;
}

export interface Avoidance {
  readonly when: LocalizedText;
  readonly instead: number | undefined;
}

export type RetryAdvice = "no" | "yes" | "backoff" | "after-fix" | "after-delay" | "check-first";

/** Whether to try again: `check-first` where the operation may have succeeded; `after-delay` waits for `Retry-After`. */
export interface Retry {
  readonly advice: RetryAdvice;
  readonly note: LocalizedText | undefined;
}

export interface HeaderRule {
  readonly name: string;
  readonly level: Level;
  readonly note: LocalizedText | undefined;
  readonly authority: string | undefined;
  readonly span: Span;
}

export interface BodyRule {
  readonly allowed: boolean;
  readonly level: Level;
  readonly authority: string | undefined;
}

/** A figure from the page: `amount` per `per` of `what` (`20` per `second` of group messages). */
export interface Limit {
  readonly what: LocalizedText;
  readonly amount: number;
  readonly per: string | undefined;
}

export interface CodeEntry {
  readonly code: Code;
  /** All statuses that this code may come with; empty where the catalog names none. */
  readonly statuses: readonly number[];
  readonly messages: readonly WireMessage[];
  readonly title: LocalizedText | undefined;
  readonly summary: LocalizedText | undefined;
  readonly cause: LocalizedText | undefined;
  readonly fix: LocalizedText | undefined;
  /** Two or more where the code alone does not tell what happened. Otherwise empty. */
  readonly meanings: readonly Meaning[];
  readonly retry: Retry | undefined;
  /** Whether to alert operations people; the page's advice. */
  readonly alert: LocalizedText | undefined;
  readonly tags: readonly string[];
  /** API methods that alone give this code, wildcards allowed (`set.*.update`); empty means all. */
  readonly methods: readonly string[];
  /** The code that this one is a part of: `no_full_text_index` under the general 500. */
  readonly parent: Code | undefined;
  /** Codes easily mistaken for this one. */
  readonly confusedWith: readonly Code[];
  readonly headers: readonly HeaderRule[];
  readonly limits: readonly Limit[];
  readonly deprecated: boolean;
  readonly replacement: Code | undefined;
  readonly link: string | undefined;
  readonly span: Span;
  /** Where the code itself is written, for links into the catalog. */
  readonly codeSpan: Span;
  /** Where the same code is written again in the list; what stands there is merged into this entry. */
  readonly duplicates: readonly Span[];
  /** The file in which the entry stands, where it is not the catalog's own. */
  readonly origin: string | undefined;
  /** Where further documents tell of the code, in a catalog that is composed of several. */
  readonly alsoIn?: readonly EntryPlace[];
}

/** Where a document tells of a code. */
export interface EntryPlace {
  readonly uri: string;
  readonly span: Span;
}

/**
 * A message as on the wire, exactly, with placeholders: `{0}`, `{appkey}` stand for any text.
 * A message may have a cause, a fix and a status of its own, where one code has several messages.
 */
export interface WireMessage {
  readonly template: string;
  readonly statuses: readonly number[];
  readonly summary: LocalizedText | undefined;
  readonly cause: LocalizedText | undefined;
  readonly fix: LocalizedText | undefined;
  readonly methods: readonly string[];
  readonly span: Span;
  /** The file in which the message stands, where it is not the entry's. */
  readonly origin?: string;
}

/** One of several things that an ambiguous code may mean. */
export interface Meaning {
  readonly message: string | undefined;
  readonly summary: LocalizedText;
  readonly fix: LocalizedText | undefined;
}

/**
 * What a policy is about. Rules of the same concern obey it, so that no rule knows any catalog:
 * `rate-limit` (who sends too much, too fast), `quota` (an allowance is used up: plan, storage, seats; only a catalog that
 * names this concern has an opinion on it), `unauthenticated` (the caller is not known), `business-failure` (the request was understood and the business says no), `most-specific`, `other`.
 */
export type PolicyConcern = "rate-limit" | "quota" | "unauthenticated" | "business-failure" | "most-specific" | "other";

/** A house rule about statuses. */
export interface Policy {
  readonly concern: PolicyConcern;
  /** Statuses that are right for the concern, the first one preferred. */
  readonly use: readonly StatusRange[];
  /** Statuses that are wrong for it. */
  readonly never: readonly StatusRange[];
  readonly level: Level;
  readonly summary: LocalizedText;
  readonly authority: string | undefined;
  /** Documented exceptions: where one of `words` appears in code, message, names or path around the site, `use` is right as well. */
  readonly exceptions: readonly PolicyException[];
  readonly span: Span;
}

export interface PolicyException {
  readonly use: readonly StatusRange[];
  readonly words: readonly string[];
  readonly summary: LocalizedText;
}

/** What may bring a catalog into scope without anybody naming it. */
export interface CatalogEvidence {
  /** Host names in URLs, `*.` allowed in front. */
  readonly hosts: readonly string[];
  /** Package names in package.json. */
  readonly dependencies: readonly string[];
  /** Whether several member codes in one file are evidence; false for catalogs whose codes are common words or numbers. */
  readonly codes: boolean;
}

/** A body that the page shows as an example, with the place of its code. */
export interface Sample {
  readonly status: number | undefined;
  readonly code: Code | undefined;
  readonly message: string | undefined;
  readonly span: Span;
}
