/**
 * A long run over many files leaves garbage behind that nothing waits for. Left alone, the engine lets its heap grow to
 * several times of what lives in it. These limits more than halve the memory of a run for some more sweeping.
 */
import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/** The room for what was just made stops growing here: most of it is dead by the time that it is full. */
const mostNewBytes = 16 * 1024 * 1024;

/** How often the room is looked at, in calls. */
const interval = 4;

/** Keeps the heap of this process small while `tend` is called now and then. */
export class SmallHeap {
  #calls = 0;
  #isFixed = false;

  constructor() {
    // The old part is swept when it has grown by a fifth, not when it has doubled.
    setFlagsFromString("--heap-growing-percent=20");
  }

  tend(): void {
    this.#calls += 1;
    if (this.#isFixed || this.#calls % interval !== 0) return;
    const room = getHeapSpaceStatistics().find((space) => space.space_name === "new_space");
    if (room === undefined || room.space_size < mostNewBytes) return;
    setFlagsFromString("--semi-space-growth-factor=1");
    this.#isFixed = true;
  }
}
