import type { DraftCode, Drafted } from "../draft.ts";
import { draftEntry } from "../empty.ts";
import type { Block } from "../page/page.ts";
import { soundsLikeError } from "./code-shape.ts";
import { codeOf } from "./read-codes.ts";
import { type Labelled, readLabelled } from "./read-labels.ts";
import { entryTexts } from "./read-section-entry.ts";
import { digitsAreText, type ReadingContext } from "./reading-context.ts";

/**
 * The errors of texts in which a label names each code ("Error code: …", "Status: …", "Message: …"), one after the other.
 * `title` is the heading above them; it names the error where there is only one.
 */
export function labelledEntries(
  blocks: readonly Block[],
  context: ReadingContext,
  title: Drafted<string> | undefined,
): readonly DraftCode[] {
  const groups = groupsByCode(readLabelled(blocks));
  const typing = { digitsAreText: digitsAreText(context) };
  return groups.flatMap((labelled) => {
    const texts = entryTexts(labelled, undefined);
    const isPlain = texts.codes.every(
      ({ text, shape }) => shape === "number" || (shape === "name" && (/[_\d]/.test(text) || soundsLikeError(text))),
    );
    if (
      texts.labels < 2 ||
      texts.codes.length === 0 ||
      !isPlain ||
      (context.aboutErrors === 0 && texts.statuses.length === 0)
    )
      return [];
    const statuses = texts.statuses.length > 0 ? texts.statuses : context.statuses;
    const { messages, summary, cause, fix, retry, methods } = texts;
    const name = groups.length === 1 ? title : texts.title;
    const start = labelled[0]?.text.span.start ?? 0;
    const span = { start, end: Math.max(start, labelled.at(-1)?.text.span.end ?? start) };
    return texts.codes.map((token) =>
      draftEntry(
        { code: { value: codeOf(token, typing), span: token.span }, statuses, span },
        { messages, title: name, summary, cause, fix, retry, methods },
      ),
    );
  });
}

/** Texts from one code's label to the next; with a single code, what stands before it belongs to it too. */
function groupsByCode(labelled: readonly Labelled[]): readonly (readonly Labelled[])[] {
  const starts = labelled.flatMap(({ role }, index) => (role === "code" ? [index] : []));
  if (starts.length === 1) return [labelled];
  return starts.map((start, at) => labelled.slice(start, starts[at + 1]));
}
