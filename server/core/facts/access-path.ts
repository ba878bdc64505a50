import type { Catalog } from "../catalog/model.ts";

/**
 * Whether a piece of source reads a body at the place where a catalog's envelopes carry the code: `body.error.code`,
 * `data?.Msg?.Code`, `json["error"]["code"]`. Paths of one step (`code`) are in every program and prove nothing.
 */
export function readsCodeOf(catalog: Catalog, source: string): boolean {
  return catalog.envelopes.some(({ code, codeHolds }) => {
    if (code === undefined || code.length < 2 || codeHolds !== "code") return false;
    const steps = code.map((step) => step.replace(/[^\p{L}\p{N}_$]/gu, "\\$&"));
    const chain = steps
      .map((step) => `(?:[?!]?\\.\\s*${step}|[?!]?\\.?\\[\\s*["'\`]${step}["'\`]\\s*\\])`)
      .join("\\s*");
    return new RegExp(`${chain}(?![\\p{L}\\p{N}_$])`, "u").test(`.${source}`);
  });
}
