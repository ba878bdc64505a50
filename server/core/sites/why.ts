/** Why there is, or is not, an error site at a place: what is written there, who looked, and where each one stopped. */
import type { SourceFile } from "../syntax/tree.ts";
import { isExpression, isStatement, nodesAt } from "../syntax/walk.ts";
import { touches } from "../text/span.ts";
import { type FindSitesOptions, findSites, recognitionOf } from "./find-sites.ts";
import { mayHoldSites } from "./may-hold-sites.ts";
import type { ErrorSite } from "./model.ts";
import type { RecognisedNode } from "./recogniser.ts";
import { createValueService } from "./values/value-service-for-file.ts";

export interface Why {
  /** The sites that stand at the place, the smallest first. */
  readonly sites: readonly ErrorSite[];
  /** The kinds of nodes from the outermost to the one at the place. */
  readonly nodes: readonly RecognisedNode["kind"][];
  /** Sentences for people, in the order of reading. */
  readonly sentences: readonly string[];
}

/** Explains the place at `offset`; never throws, whatever stands there. */
export function whyAt(file: SourceFile, offset: number, given: FindSitesOptions): Why {
  if (file.refusal !== undefined) return { sites: [], nodes: [], sentences: [file.refusal] };
  const values = given.values ?? createValueService({ file, ...given });
  const options = { ...given, values };
  const sites = findSites(file, options)
    .filter((site) => touches(site.span, offset))
    .sort((left, right) => left.span.end - left.span.start - (right.span.end - right.span.start));
  const path = nodesAt(file, offset).filter((node) => isExpression(node) || isStatement(node));
  const nodes = path.map((node) => node.kind);
  const sentences = [...commentSentences(file, offset), ...sites.map(siteSentence)];
  if (values.work.isSpent) {
    sentences.push(
      "Finding out what the names of this file stand for takes too long, so that some of them stay unknown.",
    );
  }
  if (sites.length > 0) return { sites, nodes, sentences };
  if (path.length === 0) sentences.push("Nothing that could be read as code stands here.");
  if (!mayHoldSites(file.text)) {
    sentences.push("The file names no status, no code and no error class, so that the command line skips it.");
  }
  return { sites, nodes, sentences: [...sentences, ...reasons(file, path, options)] };
}

/** What each recogniser says of the nodes around the place, the innermost node first. */
function reasons(file: SourceFile, path: readonly RecognisedNode[], options: FindSitesOptions): readonly string[] {
  const recognition = recognitionOf(file, options);
  const found: string[] = [];
  for (let depth = path.length - 1; depth >= 0; depth -= 1) {
    const node = path[depth];
    if (node === undefined) continue;
    const looked = recognition.at(node, path.slice(0, depth));
    for (const { idiom, site, reason } of looked) {
      if (site !== undefined) found.push(`\`${idiom}\` saw a site here, but another idiom reads the same place.`);
      else if (reason !== undefined) found.push(`\`${idiom}\`: ${reason}`);
    }
    if (looked.length > 0 && found.length === 0 && depth === path.length - 1) {
      const idioms = looked.map(({ idiom }) => `\`${idiom}\``).join(", ");
      found.push(`This ${wordFor(node.kind)} was shown to ${idioms}; none of them saw an error in it.`);
    }
  }
  if (found.length === 0) found.push("No recogniser looks at what is written here.");
  return [...new Set(found)];
}

function siteSentence(site: ErrorSite): string {
  const parts: string[] = [];
  if (site.status !== undefined) parts.push(`status ${valuesText(site.status)}`);
  if (site.code !== undefined) parts.push(`code ${valuesText(site.code)}`);
  if (site.message !== undefined) parts.push(`message ${valuesText(site.message)}`);
  return `\`${site.idiom}\` reads ${parts.length === 0 ? "an answer" : parts.join(", ")} here.`;
}

function valuesText(part: {
  readonly values: readonly { readonly value: string | number }[];
  readonly certainty: string;
}): string {
  const values = part.values.map(({ value }) => `\`${value}\``).join(" or ");
  return `${values === "" ? "that is not constant" : values} (${part.certainty})`;
}

function commentSentences(file: SourceFile, offset: number): readonly string[] {
  return file.comments.some((comment) => comment.start < offset && offset < comment.end)
    ? ["This is a comment; comments are not read as code."]
    : [];
}

const words: ReadonlyMap<string, string> = new Map([
  ["call", "call"],
  ["new", "construction"],
  ["object", "object literal"],
  ["array", "list"],
  ["binary", "expression"],
  ["assignment", "assignment"],
  ["switch", "switch"],
  ["throw", "throw"],
]);

function wordFor(kind: RecognisedNode["kind"]): string {
  return words.get(kind) ?? "place";
}
