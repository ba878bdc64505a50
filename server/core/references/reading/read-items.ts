import type { DraftCode, DraftStatus } from "../draft.ts";
import { draftEntry } from "../empty.ts";
import { linesOfInline } from "../page/inline.ts";
import { type Block, type DefinitionList, type Inline, type List, type Paragraph, textOfInline } from "../page/page.ts";
import { draftedText } from "./clean-text.ts";
import { asciiText } from "./digits.ts";
import { draftStatus } from "./draft-entry.ts";
import { areStatusLeads, codeLeadEvidence, enough, isPlainlyMeant } from "./lead-evidence.ts";
import { codeOf } from "./read-codes.ts";
import { type Labelled, readLabel, readLabelled } from "./read-labels.ts";
import { type Lead, readLead } from "./read-lead.ts";
import { entryTexts } from "./read-section-entry.ts";
import { exactStatuses, mentionedStatuses } from "./read-statuses.ts";
import type { EntriesRead } from "./read-table.ts";
import { digitsAreText, type ReadingContext } from "./reading-context.ts";
import { statusTexts } from "./reason-phrase.ts";
import { settledStatuses } from "./told-statuses.ts";

/** Something in a row of its like: an item of a list, a term with its definition, a line. */
export interface Item {
  readonly content: Inline;
  readonly blocks: readonly Block[];
  readonly span: DraftCode["span"];
}

/** The items of a list. */
export function itemsOfList({ items }: List): readonly Item[] {
  return items;
}

/** Terms with their definitions; several terms of one definition are items of their own. */
export function itemsOfDefinitions({ items }: DefinitionList): readonly Item[] {
  return items.flatMap(({ terms, blocks, span }) => terms.map((content) => ({ content, blocks, span })));
}

/** The lines of paragraphs that follow each other. */
export function itemsOfParagraphs(paragraphs: readonly Paragraph[]): readonly Item[] {
  return paragraphs.flatMap(({ content }) =>
    linesOfInline(content).map((line) => ({ content: line, blocks: [], span: line.span })),
  );
}

interface ReadItem {
  readonly item: Item;
  readonly lead: Lead;
  readonly labelled: readonly Labelled[];
}

/** The errors that items define, one or several each; undefined where they are about something else. */
export function readItems(items: readonly Item[], context: ReadingContext): EntriesRead | undefined {
  const read = items.filter(({ content }) => !isIndexEntry(content)).map((item) => readItem(item, context));
  if (read.length === 0) return undefined;
  const hasLabels = read.some(({ labelled }) =>
    labelled.some(({ role }) => role === "cause" || role === "fix" || role === "message"),
  );
  const coded = read.filter(({ lead }) => lead.codes.length > 0 && isPlainlyMeant(lead, context));
  const evidence = codeLeadEvidence({ leads: coded.map(({ lead }) => lead), hasLabels }, context);
  if (coded.length / read.length >= 0.6 && evidence >= enough && (coded.length > 1 || context.aboutErrors >= 3)) {
    const typing = { digitsAreText: digitsAreText(context) };
    const codes = coded.flatMap(({ item, lead, labelled }) => {
      const texts = entryTexts(labelled, lead.rest);
      const settled = settledStatuses([
        { where: "its line", statuses: exactStatuses(lead.statuses) },
        { where: "the text below it", statuses: texts.statuses },
        { where: "the section around it", statuses: context.statuses },
      ]);
      const mentioned = [lead.rest, ...labelled.map(({ text }) => text)].map(mentionedStatuses);
      const statuses = [settled.statuses, ...mentioned].find(({ length }) => length > 0) ?? [];
      const { title, summary } = textsBeside(texts, lead.rest);
      return lead.codes.map((token) => {
        const essentials = { code: { value: codeOf(token, typing), span: token.span }, statuses, span: item.span };
        const { messages, cause, fix, retry, methods } = texts;
        return draftEntry(essentials, {
          messages,
          title,
          summary,
          cause,
          fix,
          retry,
          methods,
          isDeprecated: token.isStruck,
          doubts: settled.doubts,
        });
      });
    });
    return { codes, statuses: statusesOf(read), evidence };
  }
  const stated = read.filter(({ lead }) => lead.codes.length === 0 && lead.statuses.length > 0);
  if (
    stated.length / read.length < 0.6 ||
    !areStatusLeads({ leads: stated.map(({ lead }) => lead), hasLabels }, context)
  )
    return undefined;
  return { codes: [], statuses: statusesOf(stated), evidence: enough };
}

/** Whether an item only leads to another part of the page. */
function isIndexEntry({ runs }: Inline): boolean {
  return (
    runs.some(({ target }) => target?.startsWith("#") === true) &&
    runs.every(({ target, text }) => target?.startsWith("#") === true || text.trim() === "")
  );
}

function readItem(item: Item, { numbersAreCodes }: ReadingContext): ReadItem {
  const [first] = linesOfInline(item.content);
  const label = first === undefined ? undefined : readLabel(first);
  // "Code: E00000" as the first of several labelled lines.
  const head = label?.role === "code" ? label.text : (first ?? item.content);
  const lead = readLead(head, { numbersAreCodes });
  const more = linesOfInline(item.content)
    .slice(1)
    .map((content): Block => ({ kind: "paragraph", content, span: content.span }));
  return { item, lead, labelled: readLabelled([...more, ...item.blocks]) };
}

/** The text beside the code explains it, unless what stands beneath does: then it is the name. */
function textsBeside(
  { title, summary }: Pick<DraftCode, "title" | "summary">,
  rest: Inline,
): Pick<DraftCode, "title" | "summary"> {
  if (summary !== undefined || title === undefined) return { title, summary };
  return { title: undefined, summary: draftedText(rest) };
}

function statusesOf(read: readonly ReadItem[]): readonly DraftStatus[] {
  return read.flatMap(({ item, lead, labelled }) => {
    if (lead.codes.length > 0) return [];
    const told = entryTexts(
      labelled.filter(({ role, isListed }) => role !== undefined || !isListed),
      undefined,
    );
    const beside = statusTexts(lead.rest);
    const { cause, fix } = told;
    const isNamed = beside.title !== undefined || told.summary === undefined;
    const title = isNamed ? beside.title : beside.summary;
    const summary = isNamed ? (beside.summary ?? told.summary) : told.summary;
    return lead.statuses.map((status) => draftStatus({ status, span: item.span }, { title, summary, cause, fix }));
  });
}

/** How much of a line can tell what it begins with. */
const headLength = 200;

/** Whether a paragraph may be lines of codes or statuses, cheaply told. */
export function mayBeItems({ content }: Paragraph): boolean {
  return linesOfInline(content).some((line) =>
    /^[\s`"'*([{]*[-+]?[\w.-]*[\d_A-Za-z]{2,}[`"'*)\]}]*\s*(?:[\s\w]{0,40}[`"'*]*\s*)[-–—:=|(\t]/.test(
      asciiText(textOfInline(line).slice(0, headLength)),
    ),
  );
}
