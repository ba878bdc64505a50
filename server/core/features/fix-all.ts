/** Fixes that need nobody to choose, many at once. */
import type { FileEdit, Finding, Fix } from "../rules/model.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import type { FileAnalysis } from "./analysis.ts";

/** A fix that is made without asking, with the finding that it is for. */
export interface SafeFix {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** Safe fixes of one or many files that do not touch each other; what overlaps is left for another run. */
export class SafeFixes {
  readonly #rule: string | undefined;
  readonly #edits = new Map<string, TextEdit[]>();
  #count = 0;

  /** All rules, or one. */
  constructor(rule?: string) {
    this.#rule = rule;
  }

  /** How many findings are fixed. */
  get count(): number {
    return this.#count;
  }

  get edits(): readonly FileEdit[] {
    return [...this.#edits].map(([uri, edits]) => ({ uri, edits }));
  }

  /** Takes in the safe fixes of a file; returns those that were taken. */
  add({ findings }: Pick<FileAnalysis, "findings">): readonly SafeFix[] {
    return findings.flatMap((finding) => {
      const fix = this.#rule === undefined || finding.rule === this.#rule ? safeFixOf(finding) : undefined;
      return fix !== undefined && this.#take(fix.edits) ? [{ finding, fix }] : [];
    });
  }

  #take(files: readonly FileEdit[]): boolean {
    const isFree = files.every(({ uri, edits }) => {
      const taken = this.#edits.get(uri) ?? [];
      return edits.every(({ span }) => !taken.some((other) => collides(span, other.span)));
    });
    if (!isFree) return false;
    for (const { uri, edits } of files) this.#edits.set(uri, [...(this.#edits.get(uri) ?? []), ...edits]);
    this.#count += 1;
    return true;
  }
}

/** The fix of a finding that may be made without asking. */
export function safeFixOf({ fixes }: Finding): Fix | undefined {
  const safe = fixes.filter(({ safety }) => safety === "safe");
  return safe.find(({ preferred }) => preferred) ?? safe[0];
}

/** Whether both cannot be made at once; places that only touch may be one insertion beside another, and count too. */
function collides(left: Span, right: Span): boolean {
  return left.start <= right.end && right.start <= left.end;
}
