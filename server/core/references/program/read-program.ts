/** A module that defines errors, as a reference: enums, tables, maps of statuses, factories, classes, with their comments. */
import type { ErrorSite, Part } from "../../sites/model.ts";
import type { SourceFile } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";
import type { Draft, DraftCode, Drafted, ReferenceReading } from "../draft.ts";
import { emptyDraft } from "../empty.ts";
import { isNamedAfterErrors } from "../names.ts";
import { docCommentAt } from "./doc-comments.ts";
import { draftCode } from "./draft-code.ts";
import { nestedTexts } from "./nested-texts.ts";
import { plainDeclarations } from "./plain-declarations.ts";
import { tableRows, withRows } from "./table-rows.ts";
import { textsByCode } from "./texts-by-code.ts";
import { toldMessages } from "./told-messages.ts";

/** What a module tells, and whether it is one of texts alone. */
export interface ProgramReading extends ReferenceReading {
  readonly kind: "program" | "texts";
}

/**
 * What the sites of a module define. Every site with a code that is written here counts: in a module of definitions a
 * factory's `new ApiError(404, "NOT_FOUND")` is one. What is only compared or expected is no definition.
 */
export function readProgram(file: SourceFile, sites: readonly ErrorSite[], uri: string): ProgramReading {
  const isNamed = isNamedAfterErrors(uri);
  const messageOf = toldMessages(file);
  const ofSites = sites.flatMap((site) => draftedCodes(file, site, messageOf));
  const known = new Set(ofSites.map(({ code }) => code.value));
  const plain = plainDeclarations(file, { isNamed }).filter(({ code }) => !known.has(code.value));
  const defined = withoutHeadings(file, withRows([...ofSites, ...plain], tableRows(file)));
  const texts = textsByCode(file, new Map(defined.map(({ code }) => [String(code.value), code.value])));
  // What a component shows is no list of messages.
  const nested = defined.length === 0 && !/\.[jt]sx$/i.test(uri) ? nestedTexts(file, uri) : [];
  const codes = [...defined, ...texts, ...nested];
  const draft: Draft = { ...emptyDraft, codes };
  if (nested.length > 0) return { kind: "texts", draft, ...judgedTexts(nested.length, isNamed) };
  const declared = sites.filter(({ role, code }) => role === "declare" && code !== undefined).length;
  // In a module that is called after errors a factory defines what it makes.
  const isDefinition = ({ role }: ErrorSite): boolean => role === "declare" || (isNamed && role === "emit");
  const uses = sites.filter((site) => !isDefinition(site)).length;
  const count = isNamed ? new Set(defined.map(({ code }) => code.value)).size : declared;
  return { kind: "program", draft, ...judged(count, uses) };
}

/** A module is a reference as far as it declares codes and does nothing else with errors. */
function judged(declared: number, uses: number): Pick<ReferenceReading, "confidence" | "reason"> {
  if (declared < 3) return { confidence: 0, reason: "It declares fewer than three error codes." };
  const reason = `It declares ${declared} error codes${uses > 0 ? ` and uses errors at ${uses} places` : ""}.`;
  return { confidence: uses * 4 <= declared ? 0.7 : 0.5, reason };
}

function judgedTexts(count: number, isNamed: boolean): Pick<ReferenceReading, "confidence" | "reason"> {
  const reason = `It has ${count} texts${isNamed ? " under a name that speaks of errors" : ""}.`;
  return { confidence: isNamed && count >= 3 ? 0.5 : 0.1, reason };
}

/**
 * The entries without summaries that are headings: where few of them have a line comment above, it speaks of all that
 * follow.
 */
function withoutHeadings(file: SourceFile, entries: readonly DraftCode[]): readonly DraftCode[] {
  const isBelowLine = ({ summary, span }: DraftCode): boolean =>
    summary !== undefined && summary.span.end <= span.start && file.text.startsWith("//", summary.span.start);
  if (entries.filter(isBelowLine).length * 2 >= entries.length) return entries;
  return entries.map((entry) => (isBelowLine(entry) ? { ...entry, summary: undefined } : entry));
}

function draftedCodes(
  file: SourceFile,
  site: ErrorSite,
  messageOf: (site: ErrorSite) => Drafted<string> | undefined,
): readonly DraftCode[] {
  if ((site.role !== "declare" && site.role !== "emit") || site.code === undefined) return [];
  const { code } = site;
  if (code.certainty === "weak" || code.values.length === 0) return [];
  const comment = docCommentAt(file, site.span.start, site.span.end);
  const statuses = draftedValues(site.status);
  const constant = site.message?.values.length === 1 ? draftedValues(site.message) : [];
  const told = constant.length === 0 && code.values.length === 1 ? messageOf(site) : undefined;
  const messages = told === undefined ? constant : [told];
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
