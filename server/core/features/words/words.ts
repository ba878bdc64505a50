/** The few words that the program itself says in hovers and completion, by language. Backticks mark code. */
import type { Level, RetryAdvice } from "../../catalog/model.ts";
import { en } from "./en.ts";
import { fa } from "./fa.ts";
import { ru } from "./ru.ts";
import { uk } from "./uk.ts";
import { zh } from "./zh.ts";

export interface Words {
  readonly language: string;
  readonly fix: string;
  readonly cause: string;
  readonly retry: string;
  readonly advice: Readonly<Record<RetryAdvice, string>>;
  /** `two meanings`. */
  readonly meanings: (count: number) => string;
  readonly readMessage: string;
  /** Before the first and before each further reason why a status is wrong. */
  readonly notFor: readonly [first: string, next: string];
  readonly deprecated: string;
  /** Between `deprecated` and the code that replaces. */
  readonly replacedBy: string;
  readonly confusedWith: string;
  readonly message: string;
  readonly messages: string;
  readonly otherMessages: string;
  readonly more: (count: number) => string;
  readonly methods: string;
  readonly partOf: string;
  readonly subErrors: string;
  readonly headers: string;
  readonly level: Readonly<Record<Level, string>>;
  readonly noBody: string;
  readonly limits: string;
  readonly per: (amount: number, unit: string | undefined) => string;
  readonly alert: string;
  readonly codes: string;
  readonly documentation: string;
  readonly openInCatalog: string;
  readonly inScope: string;
  readonly reason: ReasonWords;
  /** Before and after the name of a catalog that does not define a code. */
  readonly notIn: readonly [before: string, after: string];
  /** Of a code that a catalog shows and does not define. */
  readonly ownSample: string;
  /** Before the codes that a catalog defines for a status. */
  readonly defines: (status: number) => string;
  /** Of a status that never has a body, after advice for its whole class. */
  readonly statusWithoutBody: (status: number) => string;
  /** Ends a sentence that a catalog left open. */
  readonly fullStop: string;
  readonly separators: Separators;
}

/** What stands between items of a list, between clauses, and between parts of a longer sentence; spaces included. */
export interface Separators {
  readonly items: string;
  readonly clauses: string;
  readonly parts: string;
}

/** Why a catalog applies; `name` is a file, a host, a package, an envelope. */
export interface ReasonWords {
  readonly configuration: (name: string) => string;
  readonly override: (name: string, files: string) => string;
  readonly comment: string;
  readonly envelope: (name: string) => string;
  readonly host: (name: string) => string;
  readonly dependency: (name: string, file: string) => string;
  readonly codes: (codes: string) => string;
  /** A page that was found near the file. */
  readonly found: (name: string) => string;
  readonly general: string;
}

const known: readonly Words[] = [en, fa, uk, ru, zh];

/** The words in the first of `languages` that the program speaks, else in English. */
export function wordsFor(languages: readonly string[]): Words {
  for (const language of languages) {
    const primary = language.toLowerCase().split("-")[0];
    const found = known.find((words) => words.language === primary);
    if (found !== undefined) return found;
  }
  return en;
}
