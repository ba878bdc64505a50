import type { Catalog, Retry } from "../../catalog/model.ts";
import type { Line } from "../prose/document.ts";
import { chosen, labelled, sentence, type Telling } from "./telling.ts";

/** `**Retry** with backoff.`, with the catalog's note in place of our words where there is one; empty without advice. */
export function retryLine(telling: Telling, catalog: Catalog, retry: Retry | undefined): Line {
  if (retry === undefined) return [];
  const note = chosen(telling, catalog, retry.note);
  const advice = telling.words.advice[retry.advice];
  return labelled(telling.words.retry, sentence(telling, note === undefined ? advice : `${advice}: ${note}`));
}
