/** Why there is nothing to see at a place, or what there is: the answer to "configured, but nothing happens". */
import { readSuppressions } from "../rules/suppression.ts";
import { assertUnreachable } from "../text/assert.ts";
import { touches } from "../text/span.ts";
import { baseName } from "../text/uri.ts";
import type { FeatureOptions, FileAnalysis, Unread } from "./analysis.ts";
import { reasonLine } from "./describe/scope-words.ts";
import { chosen, type Telling, tellingFor } from "./describe/telling.ts";
import { type Block, code, joined, type Line, phrase, strong, text, titled } from "./prose/document.ts";
import { toMarkdown } from "./prose/markdown.ts";
import { toPlainText } from "./prose/plain.ts";
import { aboutSites } from "./why-site.ts";

export interface WhyNothing {
  readonly markdown: string;
  readonly text: string;
}

/** What is known at `offset` and what stands in the way of more, in the order in which things are decided. */
export function whyNothingAt(analysis: FileAnalysis, offset: number, options: FeatureOptions): WhyNothing {
  const telling = tellingFor(options.languages, { general: analysis.scope.general, textOf: analysis.textOf });
  const blocks: readonly Block[] = [
    { kind: "lines", lines: aboutFile(analysis) },
    { kind: "lines", lines: aboutScope(analysis, telling) },
    { kind: "lines", lines: aboutSites(analysis, offset, telling) },
    { kind: "lines", lines: aboutFindings(analysis, offset) },
  ];
  return { markdown: toMarkdown(blocks), text: toPlainText(blocks) };
}

function aboutFile(analysis: FileAnalysis): readonly Line[] {
  if (analysis.catalog !== undefined) {
    return [titled("File", phrase(`this is the catalog \`${analysis.catalog.id}\` itself, not code that uses it`))];
  }
  return analysis.unread === undefined ? [] : [titled("File", phrase(unreadWords(analysis.unread)))];
}

function unreadWords(unread: Unread): string {
  switch (unread.kind) {
    case "unsupported":
      return "not read: errors are looked for in TypeScript, JavaScript, JSON and YAML. Pages such as Markdown serve as catalogs where a configuration names them.";
    case "configuration":
      return "this is a configuration of this tool, not code.";
    case "excluded":
      return `not read: \`${unread.glob.replaceAll("`", "'")}\` under \`exclude\` in \`${baseName(unread.uri)}\` leaves it out.`;
    case "nothing-in-it":
      return "not read: it has no word that a status, a code or an error goes with.";
    case "refused":
      return `not read: ${unread.reason}`;
    default:
      return assertUnreachable(unread);
  }
}

function aboutScope(analysis: FileAnalysis, telling: Telling): readonly Line[] {
  const { scope } = analysis;
  if (analysis.catalog !== undefined) return [];
  if (scope.catalogs.length === 0) {
    return [
      titled(
        "Catalogs",
        phrase(
          "none applies here, only general rules of HTTP. Name one in `error-code-insight.json`, or write a comment `error-catalog: ID`.",
        ),
      ),
      ...scope.problems.map((problem): Line => [phrase(problem.message)]),
    ];
  }
  return [
    ...scope.catalogs.map(({ catalog, reason }): Line => {
      const title = chosen(telling, catalog, catalog.title) ?? catalog.id;
      return [strong(text("Catalog")), text(" "), phrase(title), text(": "), ...reasonLine(telling.words, reason)];
    }),
    ...scope.problems.map((problem): Line => [phrase(problem.message)]),
  ];
}

function aboutFindings(analysis: FileAnalysis, offset: number): readonly Line[] {
  const here = analysis.findings.filter(({ span }) => touches(span, offset));
  const off = [...analysis.scope.rules].filter(([, level]) => level === "off").map(([name]) => name);
  const silenced = suppressionsAt(analysis, offset);
  return [
    ...here.map(({ rule, message }): Line => [code(rule), text(": "), phrase(withoutEmphasis(message))]),
    ...(analysis.file !== undefined &&
    here.length === 0 &&
    analysis.facts.some(({ site }) => touches(site.span, offset))
      ? [titled("Findings", text("none here: no rule objects"))]
      : []),
    ...(silenced.length === 0
      ? []
      : [
          titled(
            "Silenced by a comment",
            ...joined(
              silenced.map((name) => [code(name)]),
              ", ",
            ),
          ),
        ]),
    ...(off.length === 0
      ? []
      : [
          titled(
            "Switched off in the configuration",
            ...joined(
              off.map((name) => [code(name)]),
              ", ",
            ),
          ),
        ]),
  ];
}

function suppressionsAt({ file, text: content }: FileAnalysis, offset: number): readonly string[] {
  if (file === undefined) return [];
  return readSuppressions(content, file.comments)
    .filter(({ region }) => region.start <= offset && offset < region.end)
    .flatMap(({ names }) => (names.length === 0 ? ["all rules"] : names.map(({ name }) => name)));
}

// Findings name catalogs in asterisks, which a phrase would show.
function withoutEmphasis(message: string): string {
  return message.replace(/\*([^*]+)\*/gu, "$1");
}
