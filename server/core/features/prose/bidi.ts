/**
 * Right-to-left words beside codes. Without isolation a viewer reorders the two (`-104` shows as `104-` in Persian text),
 * because the direction of neutral characters is taken from their neighbours (Unicode UAX #9, sections 2.4 and 3.3.2).
 */

const firstStrongIsolate = "\u2068";
const popDirectionalIsolate = "\u2069";

// Hebrew, Arabic, Syriac, Thaana, N'Ko and the Arabic presentation forms.
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;
// Latin words of one line read together: `Bad Request`, `Retry-After: 5`, `{0}`, `-104`.
const leftToRightRun = /[-+#@/{]?[A-Za-z0-9_](?:[A-Za-z0-9_.:/{} -]*[A-Za-z0-9_/}])?/gu;

/** Whether the text holds letters that are written from right to left. */
export function hasRightToLeft(value: string): boolean {
  return rightToLeft.test(value);
}

/** `value` shut off from its surroundings. */
export function isolated(value: string): string {
  return `${firstStrongIsolate}${value}${popDirectionalIsolate}`;
}

/**
 * The runs of a text that stands in right-to-left surroundings; those to be read from left to right (numbers with their
 * sign, names, paths, placeholders) are marked, so that a caller can isolate each.
 */
export function leftToRightRuns(value: string): readonly { readonly text: string; readonly isolate: boolean }[] {
  const runs: { text: string; isolate: boolean }[] = [];
  let position = 0;
  for (const match of value.matchAll(leftToRightRun)) {
    if (match.index > position) runs.push({ text: value.slice(position, match.index), isolate: false });
    runs.push({ text: match[0], isolate: true });
    position = match.index + match[0].length;
  }
  if (position < value.length) runs.push({ text: value.slice(position), isolate: false });
  return runs;
}
