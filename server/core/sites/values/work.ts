/**
 * How much is computed for one file. Every step is cheap, and ordinary files take a few thousand; a file that was made by
 * a machine may ask for so many that an editor would wait. Then the rest of its names stays unknown.
 */

/** Some forty times what the largest bundles of the measured projects take, and a hundred times the largest file that a person wrote. */
const mostUnits = 4_000_000;

/** Read access for whoever explains or measures. */
export interface WorkDone {
  /** Nodes stepped through, expressions lowered and values computed so far. */
  readonly units: number;
  /** Whether the file took more than any file may: names that were not known by then are unknown. */
  readonly isSpent: boolean;
}

export class Work implements WorkDone {
  #most = mostUnits;
  #units = 0;

  /** Sets another limit than the usual one. */
  limitTo(most: number): void {
    this.#most = most;
  }

  get units(): number {
    return this.#units;
  }

  get isSpent(): boolean {
    return this.#units > this.#most;
  }

  add(units: number): void {
    this.#units += units;
  }
}
