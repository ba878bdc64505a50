/** What may be written at the cursor where a code, a status or a wire message belongs, and nothing anywhere else. */
import type { Code } from "../../catalog/model.ts";
import { statusesOfCode } from "../../facts/verdicts.ts";
import type { Part } from "../../sites/model.ts";
import type { SourceFile } from "../../syntax/tree.ts";
import type { FeatureOptions, FileAnalysis } from "../analysis.ts";
import { codeBody } from "../describe/describe-code.ts";
import { statusBody } from "../describe/describe-status.ts";
import { type Telling, tellingFor } from "../describe/telling.ts";
import { codeEntriesOf } from "../lookup.ts";
import type { Block } from "../prose/document.ts";
import { type Rendered, rendered } from "../prose/rendered.ts";
import { toldCodes, toldStatuses } from "../sections.ts";
import { codeItems } from "./code-items.ts";
import { continuationsOf } from "./continuations.ts";
import type { CompletionData, CompletionItem } from "./item.ts";
import { messageItems } from "./message-items.ts";
import { type ProbeAnswer, probe } from "./probe.ts";
import { sampleCodes, sampleStatus } from "./samples.ts";
import { type Slice, sliceAround } from "./slice.ts";
import { type Slot, slotAt } from "./slot.ts";
import { statusItems } from "./status-items.ts";
import { takenAt } from "./taken.ts";
import { writeValue } from "./write-value.ts";

/** The items at `offset`, best first by `sortText`; empty wherever neither a code nor a status nor a message belongs. */
export function completionsAt(
  analysis: FileAnalysis,
  offset: number,
  options: FeatureOptions,
): readonly CompletionItem[] {
  const { file } = analysis;
  if (file === undefined || file.refusal !== undefined) return [];
  const slot = slotAt(file, offset);
  if (slot === undefined) return [];
  const samples = sampleCodes(analysis, slot);
  const mayBeStatus = isStatusSlot(analysis, slot);
  if (samples.length === 0 && !mayBeStatus) return [];
  const telling = tellingFor(options.languages, { general: analysis.scope.general, textOf: analysis.textOf });
  const slice = sliceAround(file, slot.span);
  const request = { analysis, file, slot, telling, taken: takenAt(file, offset), slice };
  const coded = codesOrMessages(request, samples);
  return mayBeStatus ? [...coded, ...statuses(request, coded.length > 0)] : coded;
}

/** The docs of an item; empty when its catalog is gone meanwhile. */
export function resolveCompletion(analysis: FileAnalysis, data: CompletionData, options: FeatureOptions): Rendered {
  const telling = tellingFor(options.languages, { general: analysis.scope.general, textOf: analysis.textOf });
  const { subject } = data;
  const about = {
    span: { start: 0, end: 0 },
    codes: subject.kind === "code" ? [subject.code] : [],
    statuses: subject.kind === "status" ? [subject.status] : [],
    facts: [],
  };
  const sections = [
    ...toldCodes(analysis, about).map((told) => codeBody(telling, told)),
    ...toldStatuses(analysis, about).map((told) => statusBody(telling, told)),
  ];
  const rule: Block = { kind: "rule" };
  return rendered(sections.flatMap((section, index) => (index === 0 ? section : [rule, ...section])));
}

interface Request {
  readonly analysis: FileAnalysis;
  readonly file: SourceFile;
  readonly slot: Slot;
  readonly telling: Telling;
  readonly taken: ReadonlySet<string>;
  readonly slice: Slice;
}

/** What a sample is at the slot; where it is nothing that is wanted, what it is once more of the line is there. */
function probeOn(
  { analysis, file, slot, slice }: Request,
  { sample, role }: { readonly sample: string; readonly role: "code" | "status" },
  isWanted: (answer: ProbeAnswer) => boolean,
): readonly ProbeAnswer[] {
  for (const rest of continuationsOf(file, slot, role)) {
    const answers = probe(analysis, slice, sample, rest).filter(isWanted);
    if (answers.length > 0) return answers;
  }
  return [];
}

function codesOrMessages(request: Request, samples: readonly Code[]): readonly CompletionItem[] {
  const { analysis, file, slot, telling, taken } = request;
  const items: CompletionItem[] = [];
  for (const code of samples) {
    const written = sampleText(file, slot, code);
    const isCode = (answer: ProbeAnswer): boolean => answer.role === "code" && answer.certainty !== "weak";
    const answers = probeOn(
      request,
      { sample: written, role: "code" },
      (answer) => isCode(answer) || answer.role === "message",
    );
    const asCode = answers.filter(isCode);
    if (asCode.length > 0) {
      const withStatus = slot.kind === "key" && !slot.hasValue;
      const accepts = (candidate: Code): boolean =>
        !taken.has(String(candidate)) && (slot.kind === "key" || typeof candidate === typeof code);
      items.push(
        ...codeItems(analysis, telling, {
          file,
          slot,
          statuses: withStatus ? [] : statusesAt(asCode),
          path: asCode[0]?.path,
          accepts,
          withStatus,
        }),
      );
      continue;
    }
    const asMessage = answers.filter((answer) => answer.role === "message");
    const codes = asMessage.flatMap((answer) => answer.site.code?.values.map((value) => value.value) ?? []);
    if (typeof code === "string") items.push(...messageItems(analysis, telling, { file, slot, codes }));
  }
  return items;
}

// A name half typed may still become a status, but only where a catalog makes statuses worth offering unasked.
function isStatusSlot(analysis: FileAnalysis, slot: Slot): boolean {
  const { start, end } = slot.kind === "quoted" ? slot.inner : slot.span;
  const typed = analysis.text.slice(start, end);
  // The key of an answer in a description, or of a table: one that is begun.
  if (slot.kind === "key" || (slot.kind === "quoted" && slot.isKey)) return /^[1-5]\d{0,2}$/u.test(typed);
  if (slot.kind === "quoted") return false;
  return /^\d*$/u.test(typed) || (analysis.scope.catalogs.length > 0 && !typed.startsWith("-"));
}

function statuses(request: Request, codesBelongHere: boolean): readonly CompletionItem[] {
  const { analysis, file, slot, telling } = request;
  // Where a number may be a code as well, one that begins like a failure's status may be either.
  const mayBeEither = /^[45]\d{0,2}$/u.test(analysis.text.slice(slot.span.start, slot.span.end));
  const lenient = analysis.scope.catalogs.length > 0 && (!codesBelongHere || mayBeEither);
  const answers = probeOn(
    request,
    { sample: statusText(file, slot, sampleStatus(analysis)), role: "status" },
    (answer) => answer.role === "status" && isSure(answer.certainty, lenient),
  );
  if (answers.length === 0) return [];
  return statusItems(analysis, telling, { file, slot, expected: statusesOfCodesAt(analysis, answers) });
}

function isSure(certainty: Part<number>["certainty"], lenient: boolean): boolean {
  return certainty === "certain" || (lenient && certainty === "likely");
}

// An unclosed string is closed for the question, or the rest of the line would hide the site.
function sampleText(file: SourceFile, slot: Slot, code: Code): string {
  if (slot.kind === "quoted") {
    if (typeof code === "number" && !slot.isKey) return String(code);
    return `${slot.quote}${code}${slot.quote}`;
  }
  return writeValue(file, slot, code).edit.newText;
}

function statusText(file: SourceFile, slot: Slot, status: number): string {
  return slot.kind === "quoted" ? `${slot.quote}${status}${slot.quote}` : writeValue(file, slot, status).edit.newText;
}

function statusesAt(answers: readonly ProbeAnswer[]): readonly number[] {
  return answers.flatMap((answer) => answer.site.status?.values.map((value) => value.value) ?? []);
}

function statusesOfCodesAt(analysis: FileAnalysis, answers: readonly ProbeAnswer[]): readonly number[] {
  const codes = answers.flatMap((answer) => answer.site.code?.values.map((value) => value.value) ?? []);
  const entries = analysis.scope.catalogs.flatMap(({ catalog }) =>
    codes.flatMap((code) => codeEntriesOf(catalog, code)),
  );
  return [...new Set(entries.flatMap(statusesOfCode))];
}
