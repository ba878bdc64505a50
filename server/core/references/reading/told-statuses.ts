import type { Drafted } from "../draft.ts";

/** Statuses as one place tells them: a heading, a label, a row, the section around. */
export interface ToldStatuses {
  /** The place, as people name it in a sentence: `its heading`. */
  readonly where: string;
  readonly statuses: readonly Drafted<number>[];
}

/** The statuses of the first place that tells any, and a doubt for each later place that tells quite other ones. */
export function settledStatuses(told: readonly ToldStatuses[]): {
  readonly statuses: readonly Drafted<number>[];
  readonly doubts: readonly string[];
} {
  const [first, ...further] = told.filter(({ statuses }) => statuses.length > 0);
  if (first === undefined) return { statuses: [], doubts: [] };
  const known = new Set(first.statuses.map(({ value }) => value));
  const doubts = further
    .filter(({ statuses }) => !statuses.some(({ value }) => known.has(value)))
    .map(({ where, statuses }) => `${where} says ${listed(statuses)}, ${first.where} ${listed(first.statuses)}`);
  return { statuses: first.statuses, doubts };
}

function listed(statuses: readonly Drafted<number>[]): string {
  return [...new Set(statuses.map(({ value }) => value))].join(" or ");
}
