/** What is recognised at a place, part by part and step by step, or where each idiom stopped. */
import type { Fact, Verdict } from "../facts/model.ts";
import type { ErrorSite, EvidenceStep, Part } from "../sites/model.ts";
import type { SitePartName } from "../sites/why.ts";
import { LineMap } from "../text/line-map.ts";
import { type Span, touches } from "../text/span.ts";
import { baseName } from "../text/uri.ts";
import type { FileAnalysis } from "./analysis.ts";
import { chosen, type Telling } from "./describe/telling.ts";
import { codeEntriesOf } from "./lookup.ts";
import { code, joined, type Line, phrase, text, titled } from "./prose/document.ts";

/** The lines on the smallest site at `offset`; without one, what was tried. */
export function aboutSites(analysis: FileAnalysis, offset: number, telling: Telling): readonly Line[] {
  if (analysis.file === undefined) return [];
  const here = analysis.facts.filter(({ site }) => touches(site.span, offset));
  const narrowest = here.toSorted((left, right) => widthOf(left.site.span) - widthOf(right.site.span))[0];
  if (narrowest === undefined) {
    const why = analysis.whyAt?.(offset);
    const elsewhere = analysis.facts.length;
    const rest = elsewhere === 0 ? "nor anywhere in this file" : `the file has ${elsewhere} elsewhere`;
    return [
      titled("Here", text(`no place that sends, declares or compares an error is recognised, ${rest}.`)),
      ...(why?.sentences ?? []).map((reason): Line => [phrase(reason)]),
      ...(why?.nodes.some((kind) => kind === "call" || kind === "new")
        ? [[phrase("If a function of your own makes the error, describe it under `wrappers` in the configuration.")]]
        : []),
    ];
  }
  return [
    titled("Here", phrase(`recognised as \`${narrowest.site.idiom}\` (${narrowest.site.role})`)),
    ...partLines(analysis, narrowest.site, analysis.whyAt?.(offset).unknown ?? new Map()),
    ...narrowest.verdicts.flatMap((verdict) => verdictLine(verdict, narrowest, telling)),
    ...silentLines(analysis, narrowest, telling),
  ];
}

function partLines(
  analysis: FileAnalysis,
  site: ErrorSite,
  unknown: ReadonlyMap<SitePartName, string>,
): readonly Line[] {
  const parts: readonly (readonly [SitePartName, Part<string | number> | undefined])[] = [
    ["status", site.status],
    ["code", site.code],
    ["message", site.message],
  ];
  return parts.flatMap(([name, part]): readonly Line[] => [
    [text(`${name}: `), ...partWords(part, unknown.get(name))],
    ...(part?.evidence ?? []).filter((step) => step.text !== writtenHere).map((step) => stepLine(step, analysis)),
  ]);
}

/** The first step of every part that stands at the site itself. */
const writtenHere = "written here";

function stepLine({ text: step, place }: EvidenceStep, { uri, textOf, text: own }: FileAnalysis): Line {
  if (place === undefined) return [text("– "), phrase(step)];
  const content = place.uri === uri ? own : textOf(place.uri);
  const line = content === undefined ? undefined : new LineMap(content).toLineColumn(place.span.start).line + 1;
  const file = place.uri === uri ? [] : [text(", "), code(baseName(place.uri))];
  return [text("– "), phrase(step), ...file, text(line === undefined ? "" : `, line ${line}`)];
}

function partWords(part: Part<string | number> | undefined, reason: string | undefined): Line {
  if (part === undefined) return [text("none seen")];
  const because = reason === undefined ? [] : [text(": "), phrase(reason)];
  if (part.values.length === 0) return [text("not constant, so nothing is said about it"), ...because];
  const values = joined(
    part.values.map(({ value }): Line => [code(value)]),
    " or ",
  );
  const rest = part.exhaustive ? [] : [text(", or another value that is not known"), ...because];
  const doubt =
    part.certainty === "certain" ? "" : `, ${part.certainty === "weak" ? "a guess" : "inferred from names"}`;
  return [...values, text(doubt), ...rest];
}

function verdictLine(verdict: Verdict, fact: Fact, telling: Telling): readonly Line[] {
  const { catalog } = verdict.scoped;
  const title = phrase(chosen(telling, catalog, catalog.title) ?? catalog.id);
  if (fact.site.code === undefined || fact.site.code.values.length === 0) return [];
  const shape = verdict.envelope.kind === "differs" ? ", though the body has another shape than its errors" : "";
  switch (verdict.code.kind) {
    case "known":
      return [[title, text(`: knows the code${shape}`)]];
    case "unknown":
      return [
        [title, text(`: does not have the code${catalog.complete ? "" : ", and does not claim to list all"}${shape}`)],
      ];
    case "none":
      return [[title, text(": has nothing to say of a code at this place")]];
  }
}

// Catalogs that would know the code, were they in scope; no matter where one in scope knows it.
function silentLines({ scope, available }: FileAnalysis, { site, verdicts }: Fact, telling: Telling): readonly Line[] {
  if (verdicts.some((verdict) => verdict.code.kind === "known")) return [];
  const inScope = new Set(scope.catalogs.map(({ catalog }) => catalog.id));
  const codes = site.code?.values.map(({ value }) => value) ?? [];
  const knowing = available.filter(
    (catalog) => !inScope.has(catalog.id) && codes.some((value) => codeEntriesOf(catalog, value).length > 0),
  );
  return knowing.map((catalog): Line => {
    const title = chosen(telling, catalog, catalog.title) ?? catalog.id;
    return [
      phrase(title),
      text(" would know the code, but does not apply here: name "),
      code(catalog.id),
      text(" to use it"),
    ];
  });
}

function widthOf(span: Span): number {
  return span.end - span.start;
}
