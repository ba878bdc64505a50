import type { DraftCode, DraftStatus } from "../draft.ts";
import { draftEntry } from "../empty.ts";
import { flowingText } from "../page/inline.ts";
import { type Block, type Inline, type List, type Paragraph, textOfInline } from "../page/page.ts";
import { draftStatus } from "./draft-entry.ts";
import { labelledEntries } from "./labelled-entries.ts";
import { areStatusLeads, codeLeadEvidence, enough, isPlainlyMeant } from "./lead-evidence.ts";
import { blocksOf, isContent, isSection, type Section } from "./outline.ts";
import { codeOf } from "./read-codes.ts";
import { readFence } from "./read-fence.ts";
import { itemsOfDefinitions, itemsOfList, itemsOfParagraphs, mayBeItems, readItems } from "./read-items.ts";
import { readLabelled } from "./read-labels.ts";
import { type Lead, readLead } from "./read-lead.ts";
import { readSamples } from "./read-sample.ts";
import { completedBySamples, entryTexts } from "./read-section-entry.ts";
import { exactStatuses } from "./read-statuses.ts";
import { type EntriesRead, messagesIn, readErrorTable } from "./read-table.ts";
import { digitsAreText, type ReadingContext } from "./reading-context.ts";
import { captioned, introducedBy, titledContext } from "./section-context.ts";
import { statusClassesIn } from "./status-classes.ts";
import { settledStatuses } from "./told-statuses.ts";
import { roleOfWords } from "./words/roles.ts";

/** Collects what the sections of a page define. */
export class SectionReader {
  readonly codes: DraftCode[] = [];
  readonly statuses: DraftStatus[] = [];
  /** The evidence of each block that defines something. */
  readonly evidence: number[] = [];

  /** Reads the parts of a section; its own title has been read. */
  readParts(section: Section, context: ReadingContext): void {
    const entries = this.#entrySections(section, context);
    let paragraphs: Paragraph[] = [];
    let introduced = context;
    const flush = (): void => {
      const labelled = labelledEntries(paragraphs, introduced, undefined);
      if (labelled.length > 0) this.#add({ codes: labelled, statuses: [], evidence: enough + 1 });
      else if (paragraphs.some(mayBeItems)) {
        this.#add(readItems(itemsOfParagraphs(paragraphs.filter(mayBeItems)), introduced));
      }
      paragraphs = [];
    };
    for (const part of section.parts) {
      if (isSection(part)) {
        flush();
        const lead = entries.get(part);
        if (lead === undefined) this.#readPlain(part, context);
        else this.#readEntry(part, lead, context);
        continue;
      }
      if (part.kind === "paragraph") {
        if (context.aboutErrors > 0) this.statuses.push(...statusClassesIn(part));
        paragraphs.push(part);
        introduced = introducedBy(part, context);
        continue;
      }
      flush();
      this.#readBlock(part, introduced);
      if (part.kind !== "code") introduced = context;
    }
    flush();
  }

  #readBlock(
    block: Exclude<Block, { readonly kind: "heading" | "group" | "paragraph" }>,
    context: ReadingContext,
  ): void {
    switch (block.kind) {
      case "table":
        this.#add(
          readErrorTable(block, captioned(block.caption === undefined ? "" : flowingText(block.caption), context)),
        );
        break;
      case "code":
        this.#add(readFence(block, context));
        break;
      case "definitions":
        if (!this.#add(readItems(itemsOfDefinitions(block), context))) {
          for (const { blocks } of block.items) this.#readInside(blocks, context);
        }
        break;
      case "list": {
        const read = readItems(itemsOfList(block), context);
        this.#add(read);
        // Items that are codes keep what stands beneath them; beneath classes and statuses there may be more.
        if (read === undefined || read.codes.length === 0) this.#readInsideItems(block, context);
        break;
      }
    }
  }

  #readInsideItems({ items }: List, context: ReadingContext): void {
    for (const { content, blocks } of items) {
      const inner = exactStatuses(readLead(content, context).statuses);
      const statuses = inner.length > 0 ? inner : context.statuses;
      this.#readInside(blocks, { ...introducedBy({ content }, context), statuses });
    }
  }

  #readInside(blocks: readonly Block[], context: ReadingContext): void {
    for (const block of blocks)
      if (block.kind !== "heading" && block.kind !== "group" && block.kind !== "paragraph")
        this.#readBlock(block, context);
  }

  /** The sections under one heading whose own titles are codes or statuses, if together they are convincing. */
  #entrySections(section: Section, context: ReadingContext): ReadonlyMap<Section, Lead> {
    const titled = section.parts.filter(isSection).flatMap((part) => {
      if (part.title === undefined) return [];
      const lead = readLead(part.title, context);
      return lead.codes.length + lead.statuses.length === 0 || isLabel(part.title) ? [] : [{ part, lead }];
    });
    const coded = titled.filter(({ lead }) => lead.codes.length > 0 && isPlainlyMeant(lead, context));
    const stated = titled.filter(({ lead }) => lead.codes.length === 0);
    const labelled = titled.some(({ part }) =>
      readLabelled(blocksOf(part)).some(({ role }) => role === "cause" || role === "fix" || role === "message"),
    );
    const accepted: typeof titled = [];
    const evidence = codeLeadEvidence({ leads: coded.map(({ lead }) => lead), hasLabels: labelled }, context);
    if (evidence >= enough) {
      accepted.push(...coded);
      this.evidence.push(evidence);
    }
    if (areStatusLeads({ leads: stated.map(({ lead }) => lead), hasLabels: labelled }, context))
      accepted.push(...stated);
    return new Map(accepted.map(({ part, lead }) => [part, lead]));
  }

  #readPlain(section: Section, context: ReadingContext): void {
    const inner = titledContext(section, context);
    if (section.title !== undefined && this.#readLabelledEntry(section, inner)) return;
    this.readParts(section, inner);
  }

  /** A section whose title is words and whose text names its code after a label. */
  #readLabelledEntry(section: Section, context: ReadingContext): boolean {
    if (
      section.parts.some(
        (part) => isSection(part) && part.title !== undefined && readLead(part.title, context).strength > 1,
      )
    )
      return false;
    const own = section.parts.filter(isContent);
    const title =
      section.title === undefined ? undefined : { value: flowingText(section.title), span: section.title.span };
    const codes = labelledEntries(own, context, title);
    // Several of them are read line by line, together with whatever stands between.
    if (codes.length === 0 || new Set(codes.map(({ span }) => span.start)).size > 1) return false;
    this.codes.push(...codes.map((code) => ({ ...code, span: section.span })));
    this.evidence.push(enough + 1);
    return true;
  }

  #readEntry(section: Section, lead: Lead, context: ReadingContext): void {
    const inner = section.parts.filter((part) => isSection(part) && isEntryTitle(part, context));
    const parts = section.parts.filter((part) => !inner.includes(part));
    const body = blocksOf({ ...section, parts });
    const texts = entryTexts(readLabelled(body), lead.rest);
    if (lead.codes.length === 0) this.#readStatusSection(section, lead, context);
    else if (inner.length > 0 && lead.statuses.length === 0 && texts.labels === 0) this.#readPlain(section, context);
    else {
      const { statuses, doubts } = settledStatuses([
        { where: "its heading", statuses: exactStatuses(lead.statuses) },
        { where: "the text below it", statuses: texts.statuses },
        { where: "the section around it", statuses: context.statuses },
      ]);
      const samples = body.flatMap((block) => (block.kind === "code" ? readSamples(block) : []));
      const { title, summary, cause, fix, retry, methods } = texts;
      const messages = [
        ...texts.messages,
        ...body.flatMap((block) => (block.kind === "table" ? messagesIn(block) : [])),
      ];
      const typing = { digitsAreText: digitsAreText(context) };
      for (const token of lead.codes) {
        const essentials = { code: { value: codeOf(token, typing), span: token.span }, statuses, span: section.span };
        const told = { messages, title, summary, cause, fix, retry, methods, isDeprecated: token.isStruck, doubts };
        this.codes.push(completedBySamples(draftEntry(essentials, told), samples));
      }
      for (const block of section.parts) {
        if (isContent(block) && block.kind === "table") this.#readBlock(block, { ...context, statuses });
      }
      if (inner.length > 0) this.readParts({ ...section, parts: inner }, { ...context, statuses });
    }
  }

  #readStatusSection(section: Section, lead: Lead, context: ReadingContext): void {
    const own = section.parts.filter(isContent);
    const { title, summary, cause, fix } = entryTexts(
      readLabelled(
        own.filter(
          (part) => part.kind !== "table" && part.kind !== "list" && !(part.kind === "paragraph" && mayBeItems(part)),
        ),
      ),
      lead.rest,
    );
    for (const status of lead.statuses)
      this.statuses.push(draftStatus({ status, span: section.span }, { title, summary, cause, fix }));
    const isFailure = lead.statuses.some(({ value }) => value.from >= 400);
    const aboutErrors = isFailure && context.aboutErrors < 3 ? 3 : context.aboutErrors;
    this.readParts(section, { ...context, aboutErrors, statuses: exactStatuses(lead.statuses) });
  }

  #add(read: EntriesRead | undefined): boolean {
    if (read === undefined) return false;
    this.codes.push(...read.codes);
    this.statuses.push(...read.statuses);
    this.evidence.push(read.evidence);
    return true;
  }
}

function isEntryTitle({ title }: Section, context: ReadingContext): boolean {
  return title !== undefined && readLead(title, context).strength > 1 && !isLabel(title);
}

/** Whether a heading is a label for what stands beneath it: "Message", "Cause". */
function isLabel(title: Inline): boolean {
  const spoken = roleOfWords(textOfInline(title));
  return spoken !== undefined && spoken.weight >= 3;
}
