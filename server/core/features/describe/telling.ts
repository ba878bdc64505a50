/** What every description needs to know of the person and the place it is for. */
import type { Catalog, Code, LocalizedText } from "../../catalog/model.ts";
import { textIn } from "../../catalog/text-in.ts";
import type { ScopeReason } from "../../facts/model.ts";
import { LineMap } from "../../text/line-map.ts";
import type { Span } from "../../text/span.ts";
import { hasRightToLeft } from "../prose/bidi.ts";
import { code, type Inline, type Line, link, phrase, text } from "../prose/document.ts";
import { type Words, wordsFor } from "../words/words.ts";

export interface Telling {
  readonly words: Words;
  readonly languages: readonly string[];
  /** Gives reason phrases that a catalog leaves out. */
  readonly general: Catalog | undefined;
  readonly textOf: (uri: string) => string | undefined;
}

/** One catalog's entry as told at one place. */
export interface Told {
  readonly catalog: Catalog;
  /** Why the catalog applies; undefined where nobody asks (the catalog's own file, `explain`). */
  readonly reason: ScopeReason | undefined;
}

/** How to tell things to a person with these languages. */
export function tellingFor(languages: readonly string[], about: Pick<Telling, "general" | "textOf">): Telling {
  return { words: wordsFor(languages), languages, general: about.general, textOf: about.textOf };
}

/** A catalog's text in the person's language, undefined when there is none. */
export function chosen(telling: Telling, catalog: Catalog, value: LocalizedText | undefined): string | undefined {
  const found = textIn(value, [...telling.languages, "en", catalog.language])?.trim();
  return found === "" ? undefined : found;
}

/** The words as a sentence that another may follow. */
export function sentence(telling: Telling, value: string): Inline {
  return phrase(/[.!?…。؟！？:;]["”»)]?$/u.test(value) ? value : `${value}${telling.words.fullStop}`);
}

/** `**Label** rest`. */
export function labelled(label: string, ...rest: readonly Inline[]): Line {
  return rest.length === 0 ? [] : [{ kind: "label", text: label }, text(" "), ...rest];
}

/** A message as on the wire, in the quotation marks of its script. */
export function quoted(message: string): Inline {
  const guillemets = hasRightToLeft(message) || /\p{Script=Cyrillic}/u.test(message);
  return text(guillemets ? `«${message}»` : `“${message}”`);
}

/** `FORBIDDEN_TABLE` (403). */
export function codeWithStatuses({ words }: Telling, value: Code, statuses: readonly number[]): Line {
  return statuses.length === 0 ? [code(value)] : [code(value), text(` (${statuses.join(words.separators.items)})`)];
}

/** A link to a place in the catalog's file; undefined where the text is not at hand. */
export function placeLink(telling: Telling, uri: string, span: Span): Inline | undefined {
  const content = telling.textOf(uri);
  if (content === undefined) return undefined;
  const line = new LineMap(content).toLineColumn(span.start).line + 1;
  return link(`${uri}#L${line}`, telling.words.openInCatalog);
}

/** A link out of a catalog, only where it leads to a web page. */
export function webLink(telling: Telling, uri: string | undefined): Inline | undefined {
  return uri !== undefined && /^https?:\/\//u.test(uri) ? link(uri, telling.words.documentation) : undefined;
}
