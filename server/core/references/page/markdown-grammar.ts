import { GFM, type MarkdownConfig, parser } from "@lezer/markdown";
import { maximumMarkedLength } from "./markdown-bounds.ts";
import { componentLineEnd } from "./markdown-components.ts";

/**
 * Lines that frame what stands between or below them: directives (`:::tip`), template tags (`{% tab %}`, `{{< note >}}`),
 * admonitions (`!!! note "Title"`, `=== "Tab"`), tags of components on lines of their own. Each becomes one `FrameLine`; what they frame is told when the blocks are known.
 */
const frames: MarkdownConfig = {
  defineNodes: [{ name: "FrameLine", block: true }],
  parseBlock: [
    {
      name: "FrameLine",
      before: "LinkReference",
      parse(context, line) {
        const text = line.text.slice(line.pos);
        if (!frameLine.test(text)) return false;
        context.addElement(
          context.elt("FrameLine", context.lineStart + line.pos, context.lineStart + line.text.length),
        );
        context.nextLine();
        return true;
      },
      endLeaf: (_context, line) => frameLine.test(line.text.slice(line.pos)),
    },
    {
      name: "ComponentLine",
      before: "HTMLBlock",
      parse(context, line) {
        if (line.next !== 60 || !/^<\/?[A-Z]/.test(line.text.slice(line.pos))) return false;
        const start = context.lineStart + line.pos;
        let text = line.text.slice(line.pos);
        let end = componentLineEnd(text);
        if (end === "text") return false;
        for (let more = 0; context.nextLine() && end === "open" && more < tagLines; more += 1) {
          if (line.pos >= line.text.length) break;
          text += `\n${line.text}`;
          end = componentLineEnd(text);
        }
        context.addElement(context.elt("FrameLine", start, context.prevLineEnd()));
        return true;
      },
      endLeaf(_context, line) {
        const text = line.text.slice(line.pos);
        return /^<\/?[A-Z]/.test(text) && componentLineEnd(text) === "tags";
      },
    },
  ],
};

/** Lines over which a tag may go on. */
const tagLines = 60;

const frameLine = /^(?::{3,}.*|\{%[^%]*%\}\s*|\{\{[<%][^}]*[>%]\}\}\s*|(?:!!!|\?\?\?\+?)\s+\S.*|===[+!]?\s+".*)$/;

/** HTML goes on over blank lines while one of its tables is open. */
const htmlTables: MarkdownConfig = {
  parseBlock: [
    {
      name: "HTMLTable",
      before: "HTMLBlock",
      parse(context, line) {
        if (line.next !== 60 || !/^<(?:table|div|figure|center|details|section|p)\b/i.test(line.text.slice(line.pos))) {
          return false;
        }
        let open = openTables(line.text);
        if (open <= 0 && !/<table\b/i.test(context.peekLine())) return false;
        const start = context.lineStart + line.pos;
        while (context.nextLine()) {
          if (open <= 0 && line.pos >= line.text.length) break;
          open += openTables(line.text);
        }
        context.addElement(context.elt("HTMLBlock", start, context.prevLineEnd()));
        return true;
      },
    },
  ],
};

function openTables(line: string): number {
  return (line.match(/<table\b/gi)?.length ?? 0) - (line.match(/<\/table\s*>/gi)?.length ?? 0);
}

/** What is too long to look for pairs of marks in is taken as plain text. */
const inlineBound: MarkdownConfig = {
  parseInline: [
    {
      name: "Bound",
      before: "Escape",
      parse: (context) => (context.text.length > maximumMarkedLength ? context.end : -1),
    },
  ],
};

const extensions = [GFM, frames, htmlTables, inlineBound];

/** Markdown as it is met in documentation: GitHub's, with the frames of the usual site generators. */
export const markdownGrammar = parser.configure(extensions);

/** The same without code by indentation: where blocks are indented inside components (MDX) or below admonitions. */
export const unindentedGrammar = parser.configure([...extensions, { remove: ["IndentedCode"] }]);
