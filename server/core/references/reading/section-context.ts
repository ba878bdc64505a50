import { flowingText } from "../page/inline.ts";
import { type Paragraph, textOfInline } from "../page/page.ts";
import type { Section } from "./outline.ts";
import { readLead } from "./read-lead.ts";
import { exactStatuses } from "./read-statuses.ts";
import type { ReadingContext } from "./reading-context.ts";
import {
  speaksOfCodes,
  speaksOfErrorCodes,
  speaksOfErrors,
  speaksOfRelated,
  speaksOfSuccessOnly,
} from "./words/subjects.ts";

/** What a heading says for what stands beneath it. */
export function titledContext({ title: heading }: Section, context: ReadingContext): ReadingContext {
  const title = heading === undefined ? "" : flowingText(heading);
  const said = heading === undefined ? [] : exactStatuses(readLead(heading, context).statuses);
  const statuses = said.length > 0 ? said : context.statuses;
  if (title === "") return { ...context, statuses };
  if (speaksOfRelated(title)) return { ...context, aboutErrors: 0, aboutSuccess: true, statuses };
  const aboutSuccess = speaksOfSuccessOnly(title);
  if (speaksOfErrorCodes(title)) return { ...context, aboutErrors: 4, aboutSuccess, statuses };
  if (context.aboutErrors >= 2 && speaksOfCodes(title)) return { ...context, aboutErrors: 4, aboutSuccess, statuses };
  // What stands right below a heading on error codes is about them, whatever its own heading says.
  if (context.aboutErrors === 4 && !aboutSuccess) return { ...context, aboutErrors: 3, statuses };
  if (speaksOfErrors(title) || said.some(({ value }) => value >= 400))
    return { ...context, aboutErrors: 3, aboutSuccess, statuses };
  const aboutErrors = context.aboutErrors >= 2 ? 2 : context.aboutErrors;
  return { ...context, aboutErrors, aboutSuccess, statuses };
}

/** A paragraph that speaks of errors right before a block speaks for the block, as a heading would. */
export function introducedBy({ content }: Pick<Paragraph, "content">, context: ReadingContext): ReadingContext {
  const text = textOfInline(content).slice(-300);
  if (context.aboutErrors >= 4 || !speaksOfErrors(text)) return context;
  // A short line without an end is a heading in all but its marks.
  const isTitle = text.length <= 60 && !/[.!?。]\s*$/.test(text) && !text.includes("\n");
  if (isTitle && speaksOfErrorCodes(text)) return { ...context, aboutErrors: 4 };
  if (context.aboutErrors === 3) return context;
  return {
    ...context,
    aboutErrors:
      speaksOfErrorCodes(text) && /[:：]\s*$/.test(text) ? 3 : context.aboutErrors < 2 ? 2 : context.aboutErrors,
  };
}

/** What the caption of a table says for the table. */
export function captioned(caption: string, context: ReadingContext): ReadingContext {
  if (caption === "" || context.aboutErrors >= 4 || !speaksOfErrors(caption)) return context;
  return { ...context, aboutErrors: 3 };
}
