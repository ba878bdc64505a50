import { readMarkedText, type TextMark } from "../marked-text.ts";
import type { Inline } from "../page.ts";

/** Formatting marks, links and cross references of AsciiDoc (docs.asciidoctor.org, "Text", 2026-11). */
const marks: readonly TextMark[] = [
  { pattern: /``?\+?(?<text>[^`]+?)\+?`?`/, style: "code" },
  { pattern: /(?<![\w+])\+(?<text>[^+\s](?:[^+]*[^+\s])?)\+(?!\w)/, style: "code" },
  { pattern: /(?<![\w*])\*\*?(?<text>[^*\s](?:[^*]*[^*\s])?)\*\*?(?!\w)/, style: "strong" },
  { pattern: /(?<!\w)_(?<text>[^_\s](?:[^_]*[^_\s])?)_(?!\w)/, style: "emphasis" },
  {
    pattern: /(?:link:|xref:)?(?<target>(?:https?:\/\/|(?<=(?:link|xref):))[^\s[\]]+)\[(?<text>[^\]]*?)\^?\]/,
    style: "plain",
  },
  { pattern: /<<[^,>]+,\s*(?<text>[^>]+)>>/, style: "plain" },
  { pattern: /<<(?<text>[^,>]+)>>/, style: "plain" },
  { pattern: /\\(?<text>[|*_`+#])/, style: "plain" },
  { pattern: /\[\[[^\]]*\]\]|\[#[^\]]*\](?<text>)/, style: "plain" },
];

/** The text `[start, end)` with AsciiDoc's marks read. */
export function readAsciidocText(source: string, start: number, end: number): Inline {
  return readMarkedText(source, start, end, marks);
}
