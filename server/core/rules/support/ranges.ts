import type { Catalog, StatusEntry, StatusRange } from "../../catalog/model.ts";

/** Whether `status` lies in one of `ranges`. */
export function inRanges(ranges: readonly StatusRange[], status: number): boolean {
  return ranges.some(({ from, to }) => from <= status && status <= to);
}

/** The narrowest entry of a status: `404` before `4xx`. */
export function statusEntry(catalog: Catalog | undefined, status: number): StatusEntry | undefined {
  let best: StatusEntry | undefined;
  for (const entry of catalog?.statuses ?? []) {
    if (!inRanges([entry.status], status)) continue;
    if (best === undefined || width(entry) < width(best)) best = entry;
  }
  return best;
}

/** The entry for exactly this status, not for its class. */
export function exactStatusEntry(catalog: Catalog | undefined, status: number): StatusEntry | undefined {
  return catalog?.statuses.find((entry) => entry.status.from === status && entry.status.to === status);
}

/** `429`, `2xx`, `500–510`. */
export function rangeName({ from, to }: StatusRange): string {
  if (from === to) return String(from);
  return from % 100 === 0 && to === from + 99 ? `${from / 100}xx` : `${from}–${to}`;
}

function width({ status }: StatusEntry): number {
  return status.to - status.from;
}
