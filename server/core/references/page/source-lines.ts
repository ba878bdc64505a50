/** A line of a source: its text without the line break, and where it begins. */
export interface SourceLine {
  readonly text: string;
  readonly start: number;
}

/** The lines of `source`; they end at LF, CRLF or a lone CR. */
export function sourceLines(source: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  const breaks = /\r\n?|\n/g;
  let start = 0;
  for (let match = breaks.exec(source); match; match = breaks.exec(source)) {
    lines.push({ text: source.slice(start, match.index), start });
    start = match.index + match[0].length;
  }
  lines.push({ text: source.slice(start), start });
  return lines;
}

/** Where a line ends, its break not included. */
export function lineEnd({ text, start }: SourceLine): number {
  return start + text.length;
}

/** `source` with `spans` blanked out: as long as before, its line breaks kept. */
export function blanked(source: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let result = "";
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at) continue;
    result += source.slice(at, start) + source.slice(start, end).replace(/[^\r\n]/g, " ");
    at = end;
  }
  return result + source.slice(at);
}
