import type { DraftStatus } from "../draft.ts";
import type { Paragraph } from "../page/page.ts";
import { draftedText } from "./clean-text.ts";
import { draftStatus } from "./draft-entry.ts";
import { readStatuses } from "./read-statuses.ts";

/** The classes of statuses, `4xx`, that a paragraph sets as code: it says something about all of them. */
export function statusClassesIn({ content, span }: Paragraph): readonly DraftStatus[] {
  return content.runs.flatMap((run) => {
    if (run.style !== "code") return [];
    const { statuses, isOnly } = readStatuses({ runs: [run], span: run.span });
    const [status, ...more] = statuses;
    if (!isOnly || status === undefined || more.length > 0 || status.value.from === status.value.to) return [];
    return [draftStatus({ status, span }, { summary: draftedText(content) })];
  });
}
