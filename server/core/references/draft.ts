/**
 * What a reader finds in one document that tells about errors: entries with the exact place of every part, before they
 * are put together with other sources and become a catalog.
 */
import type { BodyPath, Code, LocalizedText, RetryAdvice, StatusRange } from "../catalog/model.ts";
import type { Problem } from "../text/problem.ts";
import type { Span } from "../text/span.ts";

/** A value, and where it is written in the document. */
export interface Drafted<Value> {
  readonly value: Value;
  readonly span: Span;
}

/** What one document tells. Everything absent is unknown, never guessed. */
export interface Draft {
  readonly title: Drafted<string> | undefined;
  /** BCP 47; told by the document or by its letters and words. */
  readonly language: string | undefined;
  readonly codes: readonly DraftCode[];
  readonly statuses: readonly DraftStatus[];
  /** Bodies that the document shows as examples. */
  readonly samples: readonly DraftSample[];
  /** Where the bodies that the document shows or describes carry what. */
  readonly envelopes: readonly DraftEnvelope[];
  readonly problems: readonly Problem[];
}

export interface DraftCode {
  readonly code: Drafted<Code>;
  readonly statuses: readonly Drafted<number>[];
  /** What stands on the wire, placeholders included. */
  readonly messages: readonly Drafted<string>[];
  readonly title: Drafted<string> | undefined;
  readonly summary: Drafted<string> | undefined;
  readonly cause: Drafted<string> | undefined;
  readonly fix: Drafted<string> | undefined;
  readonly retry: Drafted<RetryAdvice> | undefined;
  /** Texts by language and field; those of messages in all languages, the one that is the message included. */
  readonly translations: ReadonlyMap<"message" | "summary" | "cause" | "fix", LocalizedText>;
  readonly methods: readonly Drafted<string>[];
  readonly tags: readonly string[];
  readonly parent: Code | undefined;
  readonly isDeprecated: boolean;
  readonly replacement: Drafted<Code> | undefined;
  readonly link: string | undefined;
  /** The row, section, member: all that belongs to the entry. */
  readonly span: Span;
  /** What a person should look at before trusting the entry, as sentences. */
  readonly doubts: readonly string[];
}

export interface DraftStatus {
  readonly status: Drafted<StatusRange>;
  readonly title: Drafted<string> | undefined;
  readonly summary: Drafted<string> | undefined;
  readonly cause: Drafted<string> | undefined;
  readonly fix: Drafted<string> | undefined;
  readonly span: Span;
}

export interface DraftSample {
  readonly status: number | undefined;
  readonly code: Drafted<Code> | undefined;
  readonly message: Drafted<string> | undefined;
  readonly span: Span;
}

/** The shape of error bodies, as samples, schemas or sentences of a document show it. */
export interface DraftEnvelope {
  readonly code: BodyPath | undefined;
  readonly message: BodyPath | undefined;
  /** A field that repeats the HTTP status. */
  readonly status: BodyPath | undefined;
  readonly failure: { readonly path: BodyPath; readonly value: string | number | boolean } | undefined;
  /** Paths that every error body has. */
  readonly required: readonly BodyPath[];
  readonly codeHolds: "code" | "http-status";
  /** How a body writes the status that it repeats. */
  readonly statusType: "number" | "string" | undefined;
  readonly span: Span;
}

/** A document, as it comes to a reader. */
export interface ReferenceDocument {
  readonly uri: string;
  readonly text: string;
}

/**
 * What a reader makes of a document. `confidence` (0–1) says how surely this is an error reference at all, `reason` why,
 * in a sentence for people: above 0.8 it is used unasked, above 0.4 it is offered.
 */
export interface ReferenceReading {
  readonly draft: Draft;
  readonly confidence: number;
  readonly reason: string;
}
