import type { BodyPath, Catalog } from "../catalog/model.ts";
import { samePath } from "./envelope-fit.ts";

/**
 * Whether a piece of source reads a body at the place where a catalog's envelopes carry the code: `body.error.code`,
 * `data?.Msg?.Code`, `json["error"]["code"]`. Paths of one step (`code`) are in every program and prove nothing.
 */
export function readsCodeOf(catalog: Catalog, source: string): boolean {
  return catalog.envelopes.some(
    ({ code, codeHolds }) => code !== undefined && code.length > 1 && codeHolds === "code" && readsPath(code, source),
  );
}

/** Whether names that lead into a body (`["data", "Msg", "Code"]`) end where a catalog's envelopes carry the code. */
export function leadsToCodeOf(catalog: Catalog, path: BodyPath): boolean {
  return catalog.envelopes.some(
    ({ code, codeHolds }) =>
      code !== undefined &&
      code.length > 1 &&
      codeHolds === "code" &&
      path.length > code.length &&
      samePath(path.slice(-code.length), code),
  );
}

/** Whether a piece of source reads a body where a catalog's envelopes carry the message. */
export function readsMessageOf(catalog: Catalog, source: string): boolean {
  return catalog.envelopes.some(({ message }) => message !== undefined && readsPath(message, source));
}

function readsPath(path: BodyPath, source: string): boolean {
  const steps = path.map((step) => step.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const chain = steps.map((step) => `(?:[?!]?\\.\\s*${step}|[?!]?\\.?\\[\\s*["'\`]${step}["'\`]\\s*\\])`);
  return new RegExp(`${chain.join("\\s*")}(?![\\p{L}\\p{N}_$])`, "u").test(source);
}
