import { type DataScalar, valueAt } from "../../text/data-node.ts";
import type { DraftCode, Drafted } from "../draft.ts";
import { draftEntry } from "../empty.ts";
import { plainInline } from "../page/inline.ts";
import { type Block, type Inline, type Page, textOfInline } from "../page/page.ts";
import { codeShape, soundsLikeError } from "./code-shape.ts";
import { isStatus } from "./known-statuses.ts";
import { isDocumentNumber } from "./lead-evidence.ts";
import { codeOf, readCodes } from "./read-codes.ts";
import { readLabelled } from "./read-labels.ts";
import { type Lead, readLead } from "./read-lead.ts";
import { entryTexts } from "./read-section-entry.ts";
import { exactStatuses } from "./read-statuses.ts";
import { digitsAreText, type ReadingContext } from "./reading-context.ts";
import { speaksOfErrors } from "./words/subjects.ts";

/** The error that a page as a whole is about: its data in front names the code, or its title is one. */
export function readPageEntry(page: Page, name: string, context: ReadingContext): DraftCode | undefined {
  const { frontMatter, blocks } = page;
  const told = scalarAt(page, ["code", "error_code", "errorCode", "errcode", "error-code"]);
  const hasTold =
    scalarAt(page, statusNames) !== undefined ||
    readLabelled(blocks).some(({ role }) => role === "cause" || role === "fix" || role === "message");
  const lead = told === undefined ? leadOfTitle(page, name, hasTold) : undefined;
  const token = told === undefined ? (codeAlone(blocks, lead) ?? lead?.codes[0]) : readCodes(placed(told)).codes[0];
  if (token === undefined || token.shape === "word") return undefined;
  if (told !== undefined && context.aboutErrors === 0 && !soundsLikeError(token.text)) return undefined;
  const status = scalarAt(page, statusNames);
  const texts = entryTexts(readLabelled(blocks), lead?.rest);
  const description = valueAt(frontMatter, "description");
  const sampled = context.samples.filter(({ code }) => code === undefined || String(code.value) === token.text);
  const stated = [
    statusOf(status),
    lead === undefined ? [] : exactStatuses(lead.statuses),
    texts.statuses,
    sampled.flatMap(({ status: value, span }) => (value === undefined ? [] : [{ value, span }])).slice(0, 1),
  ];
  const { messages, cause, fix, retry, methods, title } = texts;
  const summary =
    description?.kind === "scalar" ? { value: description.written, span: description.span } : texts.summary;
  const end = blocks.at(-1)?.span.end ?? token.span.end;
  const essentials = {
    code: { value: codeOf(token, { digitsAreText: digitsAreText(context) }), span: token.span },
    statuses: stated.find(({ length }) => length > 0) ?? [],
    span: {
      start: Math.min(token.span.start, blocks[0]?.span.start ?? token.span.start),
      end: Math.max(token.span.end, end),
    },
  };
  const wire = messages.length > 0 ? messages : sampled.flatMap(({ message }) => message ?? []).slice(0, 1);
  return draftEntry(essentials, { messages: wire, title, summary, cause, fix, retry, methods });
}

const statusNames = ["status", "http_status", "httpStatus", "statusCode", "http-status"];

/** The title, if it is a code. `hasTold` says that the page tells of an error by labels or a status. */
function leadOfTitle(page: Page, name: string, hasTold: boolean): Lead | undefined {
  if (!speaksOfErrors(name.split(/[\\/]/).slice(-5, -1).join(" "))) return undefined;
  const told = scalarAt(page, ["title"]);
  const heading = page.blocks.find((block) => block.kind === "heading");
  const title = told === undefined ? (heading?.kind === "heading" ? heading.content : undefined) : placed(told);
  const lead = title === undefined ? undefined : readLead(title);
  // A page called by a class or function of a program documents that.
  const isCode =
    lead?.codes.length === 1 &&
    !lead.codes.some(({ text }) => isDocumentNumber(text)) &&
    lead.strength >= 2 &&
    lead.codes.every(
      ({ text }) =>
        !/^[A-Za-z]*[a-z][A-Z]|^(?:[A-Z][a-z\d]+)+$/.test(text) &&
        (hasTold || soundsLikeError(text) || /\d{2,}/.test(text)),
    );
  return isCode ? lead : undefined;
}

/** The whole code, where a line of its own says it and the title has only its end. */
function codeAlone(blocks: readonly Block[], lead: Lead | undefined): Lead["codes"][number] | undefined {
  const [code] = lead?.codes ?? [];
  if (code === undefined) return undefined;
  for (const block of blocks.slice(0, 3)) {
    if (block.kind !== "paragraph") continue;
    const read = readCodes(block.content);
    const [alone, ...more] = read.codes;
    const isAlone = alone !== undefined && more.length === 0 && textOfInline(read.rest).trim() === "";
    if (isAlone && alone.isCode && alone.text.endsWith(code.text) && codeShape(alone.text) === "name") return alone;
  }
  return undefined;
}

function scalarAt({ frontMatter }: Page, names: readonly string[]): DataScalar | undefined {
  for (const name of names) {
    const value = valueAt(frontMatter, name);
    if (value?.kind === "scalar" && value.written !== "") return value;
  }
  return undefined;
}

function statusOf(scalar: DataScalar | undefined): readonly Drafted<number>[] {
  const value = Number(scalar?.written);
  return scalar !== undefined && isStatus(value) ? [{ value, span: scalar.span }] : [];
}

/** A value of the data in front as a text with its place, quotes left out. */
function placed({ written, quoted, span }: DataScalar): Inline {
  const start = quoted && span.end - span.start === written.length + 2 ? span.start + 1 : span.start;
  return {
    ...plainInline(written, 0, written.length),
    runs: [{ text: written, span: { start, end: start + written.length }, style: "plain", target: undefined }],
    span: { start, end: start + written.length },
  };
}
