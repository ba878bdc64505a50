import type { ReferenceReading } from "../draft.ts";
import type { Page } from "../page/page.ts";

/** What a page tells about errors. */
export function readPage(page: Page, _source: string): ReferenceReading {
  const draft = {
    title: undefined,
    language: undefined,
    codes: [],
    statuses: [],
    samples: [],
    envelopes: [],
    problems: page.problems,
  };
  return { draft, confidence: 0, reason: "" };
}
