/** Why there is, or is not, an error site at a place: what is written there, who looked, and where each one stopped. */
import { isDocument } from "../syntax/dialect.ts";
import type { SourceFile } from "../syntax/tree.ts";
import { isExpression, isStatement, nodesAt } from "../syntax/walk.ts";
import { assertUnreachable } from "../text/assert.ts";
import { touches } from "../text/span.ts";
import { type DocumentReading, documentReading } from "./documents/formats.ts";
import { type FindSitesOptions, findSites, recognitionOf } from "./find-sites.ts";
import { mayHoldSites } from "./may-hold-sites.ts";
import type { ErrorSite } from "./model.ts";
import { type Bindings, createBindings } from "./reading/bindings.ts";
import type { RecognisedNode } from "./recogniser.ts";
import type { ValueService } from "./values/value-service.ts";
import { createValueService } from "./values/value-service-for-file.ts";
import { whyUnknown } from "./why-unknown.ts";

export interface Why {
  /** The sites that stand at the place, the smallest first. */
  readonly sites: readonly ErrorSite[];
  /** The kinds of nodes from the outermost to the one at the place. */
  readonly nodes: readonly RecognisedNode["kind"][];
  /** Sentences for people, in the order of reading. */
  readonly sentences: readonly string[];
  /** Whether an idiom resembles what is written here without being it. */
  readonly resembles: boolean;
  /** Why parts of the smallest site have no constant value, as clauses. */
  readonly unknown: ReadonlyMap<SitePartName, string>;
}

export type SitePartName = "status" | "code" | "message";

/** Explains the place at `offset`; never throws, whatever stands there. */
export function whyAt(file: SourceFile, offset: number, given: FindSitesOptions): Why {
  const nothing = { sites: [], nodes: [], resembles: false, unknown: new Map() };
  if (file.refusal !== undefined) return { ...nothing, sentences: [file.refusal] };
  const values = given.values ?? createValueService({ file, ...given });
  const options = { ...given, values };
  const sites = findSites(file, options)
    .filter((site) => touches(site.span, offset))
    .sort((left, right) => left.span.end - left.span.start - (right.span.end - right.span.start));
  const path = nodesAt(file, offset).filter((node) => isExpression(node) || isStatement(node));
  const nodes = path.map((node) => node.kind);
  const comment = isInComment(file, offset);
  const sentences = [
    ...(comment ? ["This is a comment; comments are not read as code."] : []),
    ...sites.map(siteSentence),
  ];
  if (values.work.isSpent) {
    sentences.push(
      "Finding out what the names of this file stand for takes too long, so that some of them stay unknown.",
    );
  }
  const [smallest] = sites;
  if (smallest !== undefined) {
    const unknown = unknownParts(smallest, { file, values, bindings: createBindings(file) });
    return { sites, nodes, sentences, resembles: false, unknown };
  }
  if (path.length === 0 && !comment) sentences.push("Nothing that could be read as code stands here.");
  if (!mayHoldSites(file.text, file.dialect, given.wrappers)) {
    sentences.push("The file names no status, no code and no error class, so that the command line skips it.");
  }
  const document = isDocument(file.dialect) ? documentReading(file) : undefined;
  if (document !== undefined) sentences.push(documentSentence(document));
  const found = document === undefined || document.kind === "plain" ? reasons(file, path, options) : [];
  const isTold = found.length > 0 || path.length === 0 || comment || document !== undefined;
  const told = isTold ? found : [nobodyLooks(file, path, options)];
  return { sites, nodes, sentences: [...sentences, ...told], resembles: found.length > 0, unknown: new Map() };
}

/** As what a document is read, and where errors are looked for in it. */
function documentSentence(reading: DocumentReading): string {
  switch (reading.kind) {
    case "format":
      return `The document is read as \`${reading.format.idiom}\`: errors are looked for where that format keeps its answers, and this is no such place, or it shows no failure.`;
    case "foreign":
      return "The document is a manifest, a lock, a pipeline or the like, in which statuses and codes mean something else: no errors are looked for.";
    case "plain":
      return "The document has no format that is known (such as OpenAPI, Postman, HAR, Pact or WireMock), so that only what looks like an error's body, or like an answer with one, counts.";
    default:
      return assertUnreachable(reading);
  }
}

/** Why the parts of a site that are seen but have no constant value have none. */
function unknownParts(
  site: ErrorSite,
  place: { readonly file: SourceFile; readonly values: ValueService; readonly bindings: Bindings },
): ReadonlyMap<SitePartName, string> {
  const found = new Map<SitePartName, string>();
  for (const name of ["status", "code", "message"] as const) {
    const part = site[name];
    if (part === undefined || (part.values.length > 0 && part.exhaustive)) continue;
    const expression = nodesAt(place.file, part.span.start).find(
      (node) => isExpression(node) && node.start === part.span.start && node.end === part.span.end,
    );
    const reason = expression !== undefined && isExpression(expression) ? whyUnknown(expression, place) : undefined;
    if (reason !== undefined) found.set(name, reason);
  }
  return found;
}

/** What each recogniser says of the nodes around the place, the innermost node first, as far as the function around. */
function reasons(file: SourceFile, path: readonly RecognisedNode[], options: FindSitesOptions): readonly string[] {
  const recognition = recognitionOf(file, options);
  const found: string[] = [];
  for (const [depth, node] of [...path.entries()].toReversed()) {
    const isInnermost = depth === path.length - 1;
    if (!isInnermost && outermost.has(node.kind)) break;
    for (const { idiom, site, reason } of recognition.at(node, path.slice(0, depth))) {
      if (site !== undefined) found.push(notKept(idiom, site));
      else if (reason !== undefined) found.push(`\`${idiom}\`: ${reason}`);
    }
  }
  return [...new Set(found)];
}

/** What holds places of its own: whatever is to say of it is no answer for a place inside. */
const outermost: ReadonlySet<string> = new Set(["function", "function-declaration", "class", "class-declaration"]);

function notKept(idiom: string, site: ErrorSite): string {
  const parts = [site.status, site.code, site.message];
  return parts.every((part) => part === undefined || part.values.length === 0)
    ? `\`${idiom}\`: an error is made here, but nothing that it carries is constant.`
    : `\`${idiom}\`: what stands here belongs to a larger place, or is told better by another idiom there.`;
}

/** The answer where nothing resembles anything. */
function nobodyLooks(file: SourceFile, path: readonly RecognisedNode[], options: FindSitesOptions): string {
  const node = path.at(-1);
  if (node !== undefined && (outermost.has(node.kind) || node.kind === "block")) {
    return "Ask again at what sends, throws, declares or compares the error, inside what begins here.";
  }
  const isLookedAt = node !== undefined && recognitionOf(file, options).at(node, path.slice(0, -1)).length > 0;
  return isLookedAt
    ? `This ${wordFor(node.kind)} is no known way to send, throw, declare or compare an error.`
    : "An error needs something that sends, throws, declares or compares it, and nothing of the kind stands here.";
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

function isInComment(file: SourceFile, offset: number): boolean {
  return file.comments.some((comment) => comment.start < offset && offset < comment.end);
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
