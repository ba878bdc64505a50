/** What one question may cost: it ends after a number of steps, at a depth, or when too much was found. */
import type { Work } from "../work.ts";
import { type Head, unknownHead } from "./head.ts";

const usualSteps = 1500;
const deepest = 60;
/** What may be more things than this is not known. */
const mostHeads = 200;
/** How many things the steps of one question may find; where each may be many again they would soon be millions. */
const mostFound = 20_000;

export class Bounds {
  readonly #work: Work;
  readonly #mostSteps: number;
  #steps = 0;
  #found = 0;
  #depth = 0;
  #givenUp = 0;

  /** `work` is what is computed for the whole file. */
  constructor(work: Work, mostSteps = usualSteps) {
    this.#work = work;
    this.#mostSteps = mostSteps;
  }

  /** How often something was given up so far: what was found meanwhile may be less than there is. */
  get givenUp(): number {
    return this.#givenUp;
  }

  /** Begins a step, one level deeper, which has to `end`; false where nothing more may be computed. */
  begin(): boolean {
    this.#steps += 1;
    this.#work.add(1);
    if (!this.#work.isSpent) return this.goDeeper();
    this.#givenUp += 1;
    return false;
  }

  /** Ends a step with what it found. */
  end(heads: readonly Head[]): readonly Head[] {
    this.#depth -= 1;
    return this.counted(heads);
  }

  /** Goes one level deeper, from where one has to `comeBack`; false where that is too deep. */
  goDeeper(): boolean {
    if (this.#depth > deepest || this.#steps > this.#mostSteps) {
      this.#givenUp += 1;
      return false;
    }
    this.#depth += 1;
    return true;
  }

  comeBack(): void {
    this.#depth -= 1;
  }

  /** What was found, unless it is too much to be known. */
  counted(heads: readonly Head[]): readonly Head[] {
    this.#found += heads.length;
    if (heads.length <= mostHeads && this.#found <= mostFound) return heads;
    this.#givenUp += 1;
    return unknownAlone;
  }
}

const unknownAlone: readonly Head[] = [unknownHead];
