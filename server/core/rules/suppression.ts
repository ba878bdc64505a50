/**
 * Comments that silence rules: `error-code-insight-disable-next-line RULE[, RULE] -- reason`, `-disable-line`, and from
 * `error-code-insight-disable` to `-enable` or the end of the file. Without names all rules are meant.
 */

import { LineMap } from "../text/line-map.ts";
import { nearestWord } from "../text/nearest.ts";
import type { Span } from "../text/span.ts";
import type { Finding, Fix } from "./model.ts";

export const unusedSuppression = "unused-suppression";

/** One comment's demand. */
export interface Suppression {
  /** Where findings are silenced: those that start here. */
  readonly region: Span;
  readonly names: readonly SuppressedName[];
  /** The comment, for those without names. */
  readonly span: Span;
}

export interface SuppressedName {
  readonly name: string;
  readonly span: Span;
}

/** The suppressions of a file; `comments` are spans with their marks, of any comment form (`//`, a block, `#`, `<!--`). */
export function readSuppressions(text: string, comments: readonly Span[]): readonly Suppression[] {
  const directives = comments.flatMap((comment) => directiveIn(text, comment) ?? []);
  if (directives.length === 0) return [];
  const lines = new LineMap(text);
  return directives.flatMap((directive, index) => {
    const region = regionOf(directive, directives.slice(index + 1), { lines, text });
    return region === undefined ? [] : [{ region, names: directive.names, span: directive.span }];
  });
}

/**
 * The comments of a text in which nobody has told comments apart that speak to this program: `#` of YAML, `//` of JSON and
 * AsciiDoc, `<!--` of Markdown and HTML, `{/*` of MDX, `..` of reStructuredText.
 */
export function suppressingComments(text: string): readonly Span[] {
  const comments = text.matchAll(/(?:#+|\/\/|<!--|\{?\/\*+|^\.\.)[ \t]*error-code-insight-.*?(?:-->|\*\/\}?|$)/gm);
  return [...comments].map(({ 0: comment, index }) => ({ start: index, end: index + comment.length }));
}

interface Directive {
  readonly action: "disable" | "enable" | "disable-line" | "disable-next-line";
  readonly names: readonly SuppressedName[];
  readonly span: Span;
}

const directivePattern =
  /^[\s/*#!<{.-]*error-code-insight-(disable-next-line|disable-line|disable|enable)(?![\w-])([^\r\n]*)/;

function directiveIn(text: string, span: Span): Directive | undefined {
  const match = directivePattern.exec(text.slice(span.start, span.end));
  if (match === null) return undefined;
  const [whole, action, rest = ""] = match;
  const list = rest.replace(/\*\/.*$|-->.*$|(?:^|\s)--(?:\s.*)?$/, "");
  const listStart = span.start + whole.length - rest.length;
  const names = [...list.matchAll(/[^\s,:]+/g)].map(({ 0: name, index }) => ({
    name,
    span: { start: listStart + index, end: listStart + index + name.length },
  }));
  return isAction(action) ? { action, names, span } : undefined;
}

function isAction(text: string | undefined): text is Directive["action"] {
  return text === "disable" || text === "enable" || text === "disable-line" || text === "disable-next-line";
}

function regionOf(
  directive: Directive,
  later: readonly Directive[],
  { lines, text }: { readonly lines: LineMap; readonly text: string },
): Span | undefined {
  const lineAt = (offset: number) => lines.toLineColumn(offset).line;
  const rows = (first: number, count: number) => ({
    start: lines.lineStart(first),
    end: lines.lineStart(first + count),
  });
  switch (directive.action) {
    case "enable":
      return undefined;
    case "disable-line":
      return widened(
        rows(lineAt(directive.span.start), lineAt(directive.span.end) - lineAt(directive.span.start) + 1),
        text,
      );
    case "disable-next-line":
      return widened(rows(lineAt(directive.span.end) + 1, 1), text);
    case "disable": {
      const end = later.find((other) => other.action === "enable" && endsWith(other, directive))?.span.start;
      return widened({ start: directive.span.start, end: end ?? text.length }, text);
    }
  }
}

// The last line of a text has no break after it: a finding at its very end still starts in it.
function widened(region: Span, text: string): Span {
  return region.end >= text.length ? { start: region.start, end: text.length + 1 } : region;
}

function endsWith(enable: Directive, disable: Directive): boolean {
  return (
    enable.names.length === 0 || disable.names.every(({ name }) => enable.names.some((other) => other.name === name))
  );
}

/** What is left after the suppressions, and those that silenced nothing, by name. */
export interface Suppressed {
  readonly kept: readonly Finding[];
  readonly unused: readonly UnusedSuppression[];
}

/** `name` is undefined for a comment without names. */
export interface UnusedSuppression {
  readonly suppression: Suppression;
  readonly name: SuppressedName | undefined;
}

export function applySuppressions(findings: readonly Finding[], suppressions: readonly Suppression[]): Suppressed {
  const used = new Set<SuppressedName | Suppression>();
  const kept = findings.filter((finding) => {
    let silenced = false;
    for (const suppression of suppressions) {
      const { region, names } = suppression;
      if (finding.span.start < region.start || finding.span.start >= region.end) continue;
      const name = names.find((candidate) => candidate.name === finding.rule);
      if (names.length > 0 && name === undefined) continue;
      used.add(name ?? suppression);
      silenced = true;
    }
    return !silenced;
  });
  const unused = suppressions.flatMap((suppression): readonly UnusedSuppression[] => {
    if (suppression.names.length > 0) {
      return suppression.names.filter((name) => !used.has(name)).map((name) => ({ suppression, name }));
    }
    return used.has(suppression) ? [] : [{ suppression, name: undefined }];
  });
  return { kept, unused };
}

export interface SuppressionReport {
  readonly uri: string;
  readonly text: string;
  /** Every rule there is. */
  readonly known: ReadonlySet<string>;
  /** The rules that were asked here: only of these is it sure that nothing was silenced. */
  readonly asked: ReadonlySet<string>;
}

/** Findings about suppressions that silence nothing or name no rule. The severity is the rule's default. */
export function reportSuppressions(unused: Suppressed["unused"], report: SuppressionReport): readonly Finding[] {
  return unused.flatMap(({ suppression, name }) => {
    const message = messageFor(name?.name, report);
    if (message === undefined) return [];
    const alone = suppression.names.length < 2;
    return {
      rule: unusedSuppression,
      severity: "hint" as const,
      message,
      span: name?.span ?? suppression.span,
      catalog: undefined,
      code: undefined,
      status: undefined,
      fixes: alone ? [removal(suppression.span, report)] : [],
      related: [],
      unnecessary: true,
    };
  });
}

function messageFor(name: string | undefined, { known, asked }: SuppressionReport): string | undefined {
  if (name === undefined) return "This comment silences nothing: no rule finds anything here";
  if (asked.has(name)) return `This comment silences nothing: \`${name}\` finds nothing here`;
  if (known.has(name)) return undefined;
  const nearest = nearestWord(name, known);
  return `There is no rule \`${name}\`${nearest === undefined ? "" : `: did you mean \`${nearest}\`?`}`;
}

/** Takes the comment away, with its line where nothing else is on it. */
function removal(comment: Span, { uri, text }: SuppressionReport): Fix {
  let { start, end } = inBraces(comment, text) ?? comment;
  const first = start;
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start -= 1;
  const startsLine = start === 0 || /[\r\n]/.test(text.charAt(start - 1));
  const breakAfter = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(end))?.[0];
  if (startsLine && breakAfter !== undefined) end += breakAfter.length;
  else if (startsLine) start = first;
  return {
    title: "Remove this comment",
    safety: "safe",
    preferred: true,
    edits: [{ uri, edits: [{ span: { start, end }, newText: "" }] }],
  };
}

// The braces that a comment among the children of a JSX element needs: without it they would be left empty.
function inBraces({ start, end }: Span, text: string): Span | undefined {
  const before = /(?:(?<!=)>|\})(\s*)\{\s*$/.exec(text.slice(Math.max(0, start - 400), start));
  const after = /^\s*\}(?=\s*[<{])/.exec(text.slice(end));
  if (before === null || after === null) return undefined;
  return { start: start - before[0].length + 1 + (before[1]?.length ?? 0), end: end + after[0].length };
}
