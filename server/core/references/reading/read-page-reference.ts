import { valueAt } from "../../text/data-node.ts";
import type { Draft, Drafted, DraftSample, ReferenceReading } from "../draft.ts";
import { flowingText } from "../page/inline.ts";
import { type Block, type CodeBlock, type Inline, type Page, textOfInline } from "../page/page.ts";
import { completedStatuses, distinctEnvelopes, withoutRepeatedStatuses, withoutRepeats } from "./distinct-entries.ts";
import { judged } from "./judge-page.ts";
import { outlineOf } from "./outline.ts";
import { languageOfText } from "./page-language.ts";
import { leadsWithForeignNumber } from "./read-lead.ts";
import { readPageEntry } from "./read-page-entry.ts";
import { readProgramFence } from "./read-program-fence.ts";
import { readSamples } from "./read-sample.ts";
import { SectionReader } from "./read-section.ts";
import type { ReadingContext } from "./reading-context.ts";
import { enough } from "./table-evidence.ts";
import { speaksOfErrorCodes, speaksOfErrors } from "./words/subjects.ts";

/** What a page of documentation tells about errors. `name` is what it is called where it was found, its path or address. */
export function readPageReference(page: Page, name: string): ReferenceReading {
  const samples = codeBlocksIn(page.blocks).flatMap(readSamples);
  const title = titleOf(page);
  const isNamedSo = speaksOfErrors(nameWords(name)) || (title !== undefined && speaksOfErrors(title.value));
  const front = titleInFront(page) ?? "";
  const reader = new SectionReader();
  const context: ReadingContext = {
    aboutErrors: speaksOfErrorCodes(front)
      ? 4
      : speaksOfErrors(front) || speaksOfErrorCodes(nameWords(name))
        ? 2
        : isNamedSo
          ? 1
          : 0,
    aboutSuccess: false,
    statuses: [],
    numbersAreCodes: numbersAreCodes(page.blocks),
    samples,
  };
  reader.readParts(outlineOf(page), context);
  // What no text of the page defines, its title may, or a program that it shows.
  const entry = reader.codes.length === 0 ? readPageEntry(page, name, context) : undefined;
  const isList = speaksOfErrorCodes(title?.value ?? "") || speaksOfErrorCodes(nameWords(name));
  const declared =
    reader.codes.length === 0 && entry === undefined && isList
      ? codeBlocksIn(page.blocks).flatMap(readProgramFence)
      : [];
  const codes = [...reader.codes, ...declared, ...(entry === undefined ? [] : [entry])];
  const statuses = entry === undefined ? reader.statuses : [];
  const evidence = codes.length > reader.codes.length ? [enough + 2] : reader.evidence;
  const draft: Draft = {
    title,
    language: languageOf(page),
    codes: withoutRepeats(codes),
    statuses: completedStatuses(withoutRepeatedStatuses(statuses), codes),
    samples: samples.map(({ status, code, message, span }): DraftSample => ({ status, code, message, span })),
    envelopes: distinctEnvelopes(samples),
    problems: page.problems,
  };
  return { draft, ...judged(draft, { isNamedSo, evidence }) };
}

/** The words of the last two parts of a path, its ending taken off. */
function nameWords(name: string): string {
  return name
    .split(/[\\/]/)
    .slice(-2)
    .join(" ")
    .replace(/\.\w+$/, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[-_.]/g, " ");
}

/** The title in the data in front of the text: it stands above all headings. */
function titleInFront({ frontMatter }: Page): string | undefined {
  const told = valueAt(frontMatter, "title");
  return told?.kind === "scalar" ? told.written : undefined;
}

/** Whether the numbers in front of headings cannot be HTTP statuses, taken together: `0`, `1` and `101` count errors. */
function numbersAreCodes(blocks: readonly Block[]): boolean {
  const numbered = headingsIn(blocks).flatMap((content) => leadsWithForeignNumber(content) ?? []);
  const foreign = numbered.filter((isForeign) => isForeign).length;
  return foreign >= 2 && foreign / numbered.length >= 0.3;
}

function headingsIn(blocks: readonly Block[]): readonly Inline[] {
  return blocks.flatMap((block) => {
    if (block.kind === "heading") return [block.content];
    if (block.kind !== "group") return [];
    return block.title === undefined ? headingsIn(block.blocks) : [block.title, ...headingsIn(block.blocks)];
  });
}

function titleOf({ frontMatter, blocks }: Page): Drafted<string> | undefined {
  const told = valueAt(frontMatter, "title");
  if (told?.kind === "scalar" && told.written !== "") return { value: told.written, span: told.span };
  const heading = blocks.find((block) => block.kind === "heading");
  return heading?.kind === "heading" ? { value: flowingText(heading.content), span: heading.content.span } : undefined;
}

function languageOf(page: Page): string | undefined {
  for (const key of ["lang", "language", "locale"]) {
    const told = valueAt(page.frontMatter, key);
    if (told?.kind === "scalar" && /^[A-Za-z]{2,3}(?:-\w+)*$/.test(told.written)) return told.written.toLowerCase();
  }
  return languageOfText(textOfBlocks(page.blocks));
}

/** Enough of the text of a page to tell its language; code is in none. */
function textOfBlocks(blocks: readonly Block[]): string {
  let text = "";
  const visit = (block: Block): void => {
    if (text.length > 60_000) return;
    if (block.kind === "heading" || block.kind === "paragraph") text += `${textOfInline(block.content)}\n`;
    else if (block.kind === "group") for (const inner of block.blocks) visit(inner);
    else if (block.kind === "list") {
      for (const { content, blocks: inner } of block.items) {
        text += `${textOfInline(content)}\n`;
        for (const each of inner) visit(each);
      }
    } else if (block.kind === "table") {
      for (const { cells } of block.header === undefined ? block.rows : [block.header, ...block.rows]) {
        for (const { content } of cells) text += `${textOfInline(content)}\n`;
      }
    } else if (block.kind === "definitions")
      for (const { blocks: inner } of block.items) for (const each of inner) visit(each);
  };
  for (const block of blocks) visit(block);
  return text;
}

function codeBlocksIn(blocks: readonly Block[]): readonly CodeBlock[] {
  return blocks.flatMap((block): readonly CodeBlock[] => {
    switch (block.kind) {
      case "code":
        return [block];
      case "group":
        return codeBlocksIn(block.blocks);
      case "list":
      case "definitions":
        return block.items.flatMap((item) => codeBlocksIn(item.blocks));
      default:
        return [];
    }
  });
}
