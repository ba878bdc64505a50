import type { Problem, Severity } from "./problem.ts";
import type { Span } from "./span.ts";

export interface ProblemCollectorOptions {
  /** The code of every problem collected. */
  readonly code: string;
  /** Length of the text that the problems are about; spans are moved inside it. */
  readonly length: number;
  /** How many problems are kept; what comes after is only counted. 100 unless given. */
  readonly limit?: number;
}

/**
 * The problems of one file while it is read: spans inside the text, only the first of each weight at one place (what is
 * said there afterwards follows from it), and capped, so that a file with thousands of mistakes costs neither memory nor
 * the reader's patience.
 */
export class ProblemCollector {
  readonly #code: string;
  readonly #length: number;
  readonly #limit: number;
  readonly #kept: Problem[] = [];
  readonly #seen = new Set<string>();
  #further = 0;
  #refusal: string | undefined;

  constructor(options: ProblemCollectorOptions) {
    this.#code = options.code;
    this.#length = options.length;
    this.#limit = options.limit ?? 100;
  }

  /** Something is wrong and could not be read. */
  error(span: Span, message: string): void {
    this.#add("error", span, message);
  }

  /** The file is not read at all, for what it would cost. */
  refuse(span: Span, message: string): void {
    this.#refusal ??= message;
    this.#add("error", span, message);
  }

  /** Why the file is not read at all; undefined where it is, however much is wrong in it. */
  get refusal(): string | undefined {
    return this.#refusal;
  }

  /** Something was read, but hardly as it was meant. */
  warning(span: Span, message: string): void {
    this.#add("warning", span, message);
  }

  /** The problems in the order of the text; the last one tells how many were left out, if any. */
  toList(): readonly Problem[] {
    const ordered = this.#kept.toSorted((left, right) => left.span.start - right.span.start);
    const last = ordered.at(-1);
    if (last === undefined || this.#further === 0) return ordered;
    const message = `and ${this.#further} more problems in this file`;
    return [...ordered, { code: this.#code, message, severity: "warning", span: last.span }];
  }

  #add(severity: Severity, span: Span, message: string): void {
    if (this.#kept.length >= this.#limit) {
      this.#further += 1;
      return;
    }
    const start = Math.max(0, Math.min(span.start, this.#length));
    const end = Math.max(start, Math.min(span.end, this.#length));
    const identity = `${severity} ${start}:${end}`;
    if (this.#seen.has(identity)) return;
    this.#seen.add(identity);
    this.#kept.push({ code: this.#code, message, severity, span: { start, end } });
  }
}
