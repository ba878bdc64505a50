/** Hovers on the ids of catalogs and the names of rules in the comments that speak to this tool. */
import type { Catalog } from "../catalog/model.ts";
import { factRules } from "../rules/index.ts";
import type { FileAnalysis } from "./analysis.ts";
import { commentPlaceAt } from "./comment-place.ts";
import { chosen, sentence, type Telling } from "./describe/telling.ts";
import type { Hover } from "./hover.ts";
import { code, joined, type Line, link, type Prose, phrase, strong, text } from "./prose/document.ts";
import { rendered } from "./prose/rendered.ts";

/** What the word at `offset` of a comment names; undefined where it names nothing known. */
export function commentHoverAt(analysis: FileAnalysis, offset: number, telling: Telling): Hover | undefined {
  const place = commentPlaceAt(analysis, offset);
  if (place === undefined) return undefined;
  const prose = place.kind === "catalog" ? tellCatalog(analysis, place.word, telling) : tellRule(place.word);
  return prose === undefined ? undefined : { span: place.span, ...rendered(prose) };
}

function tellCatalog(analysis: FileAnalysis, word: string, telling: Telling): Prose | undefined {
  const id = word.replace(/^builtin:/u, "");
  const catalog = analysis.available.find((candidate) => candidate.id === id);
  if (catalog === undefined) return undefined;
  const title = chosen(telling, catalog, catalog.title) ?? catalog.id;
  const summary = chosen(telling, catalog, catalog.summary);
  const lines: readonly Line[] = [
    joined([[strong(phrase(title))], [code(catalog.id)], [text(countsOf(catalog, telling))]], " · "),
    summary === undefined ? [] : [sentence(telling, summary)],
    [link(catalog.uri, telling.words.openInCatalog)],
  ];
  return [{ kind: "lines", lines: lines.filter((line) => line.length > 0) }];
}

function countsOf({ codes, statuses }: Catalog, { words }: Telling): string {
  return `${words.codes}: ${codes.length}, HTTP: ${statuses.length}`;
}

function tellRule(name: string): Prose | undefined {
  const rule = factRules.find(({ meta }) => meta.name === name);
  if (rule === undefined) return undefined;
  const head = joined([[strong(code(name))], [text(rule.meta.severity)]], " · ");
  return [{ kind: "lines", lines: [head, [phrase(rule.meta.summary)]] }];
}
