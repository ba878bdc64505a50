/** A module that defines errors, as a reference: enums, tables, maps of statuses, factories, classes, with their comments. */
import type { ErrorSite, Part } from "../../sites/model.ts";
import type { SourceFile } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";
import type { Draft, DraftCode, Drafted, ReferenceReading } from "../draft.ts";
import { docCommentAt } from "./doc-comments.ts";
import { draftCode } from "./draft-code.ts";
import { textsByCode } from "./texts-by-code.ts";

/**
 * What the sites of a module define. Every site with a code that is written here counts: in a module of definitions a
 * factory's `new ApiError(404, "NOT_FOUND")` is one. What is only compared or expected is no definition.
 */
export function readProgram(file: SourceFile, sites: readonly ErrorSite[]): ReferenceReading {
  const defined = sites.flatMap((site) => draftedCodes(file, site));
  const texts = textsByCode(file, new Map(defined.map(({ code }) => [String(code.value), code.value])));
  const codes = [...defined, ...texts];
  const declared = sites.filter(({ role, code }) => role === "declare" && code !== undefined).length;
  const draft: Draft = {
    title: undefined,
    language: undefined,
    codes,
    statuses: [],
    samples: [],
    envelopes: [],
    problems: [],
  };
  return { draft, ...judged(declared, sites.length) };
}

/** A module is a reference as far as it declares codes and does nothing else with errors. */
function judged(declared: number, all: number): Pick<ReferenceReading, "confidence" | "reason"> {
  if (declared < 3) return { confidence: 0, reason: "It declares fewer than three error codes." };
  const share = declared / all;
  const reason = `It declares ${declared} error codes${share < 1 ? ` and uses errors at ${all - declared} places` : ""}.`;
  return { confidence: share >= 0.8 ? 0.7 : 0.5, reason };
}

function draftedCodes(file: SourceFile, site: ErrorSite): readonly DraftCode[] {
  if ((site.role !== "declare" && site.role !== "emit") || site.code === undefined) return [];
  const { code } = site;
  if (code.certainty === "weak" || code.values.length === 0) return [];
  const comment = docCommentAt(file, site.span.start, site.span.end);
  const statuses = draftedValues(site.status);
  const messages = site.message?.values.length === 1 ? draftedValues(site.message) : [];
  return draftedValues(code).map((value) =>
    draftCode({ code: value, statuses, messages, span: site.span, doubts: doubtsOf(code) }, comment),
  );
}

function doubtsOf({ values, exhaustive }: Part<string | number>): readonly string[] {
  if (values.length > 1) return ["One of several codes that are chosen here: the statuses may belong to another one."];
  return exhaustive ? [] : ["Other codes are possible here."];
}

function draftedValues<Value>(part: Part<Value> | undefined): readonly Drafted<Value>[] {
  if (part === undefined || part.certainty === "weak") return [];
  return part.values.map(({ value, written, origin }) => ({ value, span: writtenSpan(part, written, origin) }));
}

/** Where the value is written in this file: itself, or what stands for it. */
function writtenSpan(part: Part<unknown>, written: { readonly span: Span }, origin: unknown): Span {
  return origin === undefined ? written.span : part.span;
}
