import { setTimeout as pause } from "node:timers/promises";
import { suiteMark } from "./marks.ts";

/** A test that runs inside VS Code's extension host. */
export type SuiteTest = {
  readonly name: string;
  readonly run: () => Promise<void>;
};

/**
 * Runs tests one after the other and prints the name and result of each. Rejects when one has failed, which is how VS
 * Code learns of it.
 */
export async function runAll(tests: readonly SuiteTest[]): Promise<void> {
  const failed: string[] = [];
  for (const test of tests) {
    try {
      await test.run();
      console.log(`${suiteMark.log}ok ${test.name}`);
    } catch (error) {
      failed.push(test.name);
      console.log(`${suiteMark.log}not ok ${test.name}`);
      console.error(
        `${suiteMark.error}${test.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }
  console.log(`${suiteMark.log}${tests.length - failed.length} of ${tests.length} tests passed`);
  if (failed.length > 0) throw new Error(`Failed: ${failed.join("; ")}`);
}

/** Asks `probe` until it gives something; throws with what was there last after twenty seconds. */
export async function eventually<T, U extends T>(
  what: string,
  probe: () => T | PromiseLike<T>,
  isIt: (value: T) => value is U,
): Promise<U>;
export async function eventually<T>(
  what: string,
  probe: () => T | PromiseLike<T>,
  isIt: (value: T) => boolean,
): Promise<T>;
export async function eventually<T>(
  what: string,
  probe: () => T | PromiseLike<T>,
  isIt: (value: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const value = await probe();
    if (isIt(value)) return value;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}; last there was ${JSON.stringify(value)}`);
    await pause(50);
  }
}
