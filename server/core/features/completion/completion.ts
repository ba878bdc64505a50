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
import type { CompletionData, CompletionItem } from "./item.ts";
import { messageItems } from "./message-items.ts";
import { type ProbeAnswer, probe } from "./probe.ts";
import { sampleCodes, sampleStatus } from "./samples.ts";
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
  const telling = tellingFor(options.languages, { general: analysis.scope.general, textOf: analysis.textOf });
  const request = { analysis, file, slot, telling, taken: takenAt(file, offset) };
  const coded = codesOrMessages(request);
  return [...coded, ...statuses(request, coded.length > 0)];
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
}

function codesOrMessages({ analysis, file, slot, telling, taken }: Request): readonly CompletionItem[] {
  const items: CompletionItem[] = [];
  for (const code of sampleCodes(analysis, slot)) {
    const written = sampleText(file, slot, code);
    const answers = probe(analysis, slot.span, written);
    const asCode = answers.filter((answer) => answer.role === "code" && answer.certainty !== "weak");
    if (asCode.length > 0) {
      const withStatus = slot.kind === "key" && !slot.hasValue;
      const accepts = (candidate: Code): boolean =>
        !taken.has(String(candidate)) && (slot.kind === "key" || typeof candidate === typeof code);
      items.push(
        ...codeItems(analysis, telling, {
          file,
          slot,
          statuses: withStatus ? [] : statusesAt(asCode),
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

function statuses({ analysis, file, slot, telling }: Request, codesBelongHere: boolean): readonly CompletionItem[] {
  if (slot.kind !== "bare") return [];
  const typed = analysis.text.slice(slot.span.start, slot.span.end);
  const named = !/^\d*$/u.test(typed);
  const scoped = analysis.scope.catalogs.length > 0;
  if (named && (!scoped || typed.startsWith("-"))) return [];
  const answers = probe(analysis, slot.span, String(sampleStatus(analysis))).filter(
    (answer) => answer.role === "status" && isSure(answer.certainty, scoped && !codesBelongHere),
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
  const { newText } = writeValue(file, slot, code).edit;
  return slot.kind === "key" && !slot.hasValue ? `${newText}: 400` : newText;
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
