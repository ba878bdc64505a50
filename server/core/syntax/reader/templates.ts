import type { Dialect } from "../tree.ts";
import { scan } from "./scan.ts";
import type { ScanHints } from "./scan-hints.ts";
import * as T from "./token-kind.ts";
import { type Tokens, UNCLOSED } from "./tokens.ts";

/** How many templates are tried as the one whose closing backtick is missing. */
const MOST_CANDIDATES = 8;

/**
 * Scans a text anew in which the end cut off a template. One backtick is missing somewhere: behind it, templates and
 * code have changed places. The template that, ended with its line, leaves the fewest brackets without a partner is
 * taken for the broken one: those that run over a line's end are candidates, and the last one that the end cut off.
 */
export function scanTemplatesApart(text: string, dialect: Dialect, hints: ScanHints, first: Tokens): Tokens {
  let best = first;
  let fewest = Number.POSITIVE_INFINITY;
  for (const place of candidates(text, first)) {
    const tokens = scan(text, dialect, { ...hints, brokenTemplates: new Set([...hints.brokenTemplates, place]) });
    if (tokens.tooDeep) continue;
    const cost = costOf(tokens);
    if (cost >= fewest) continue;
    fewest = cost;
    best = tokens;
  }
  return best;
}

/** Offsets of the templates that may be the broken one: the first few of several lines, and the one cut off. */
function candidates(text: string, tokens: Tokens): readonly number[] {
  const places: number[] = [];
  let head = -1;
  for (let index = 0; index < tokens.count; index += 1) {
    const kind = tokens.kindAt(index);
    if (kind === T.templateHead) head = tokens.startAt(index);
    const isPiece = kind >= T.template && kind <= T.templateTail;
    if (!isPiece) continue;
    const place = kind === T.template || kind === T.templateHead ? tokens.startAt(index) : headOf(tokens, index, head);
    const runsOn = text.slice(tokens.startAt(index), tokens.endAt(index)).includes("\n");
    const isCut = ((tokens.flags[index] ?? 0) & UNCLOSED) !== 0;
    const isOpen = kind === T.templateHead && tokens.matchAt(index) < 0;
    if ((runsOn || isCut || isOpen) && places[places.length - 1] !== place) places.push(place);
  }
  return places.length <= MOST_CANDIDATES ? places : [...places.slice(0, MOST_CANDIDATES - 1), ...places.slice(-1)];
}

/** Where the template starts of which the token at `index` is a later piece. */
function headOf(tokens: Tokens, index: number, lastHead: number): number {
  let piece = index;
  while (tokens.kindAt(piece) === T.templateMiddle || tokens.kindAt(piece) === T.templateTail) {
    const before = tokens.matchAt(piece);
    if (before < 0 || before >= piece) return lastHead;
    piece = before;
  }
  return tokens.startAt(piece);
}

/** How broken a scan looks: brackets without partners, unclosed literals, a template that is still cut off. */
function costOf(tokens: Tokens): number {
  let cost = tokens.openTemplate < 0 ? 0 : 1000;
  for (let index = 0; index < tokens.count; index += 1) {
    const kind = tokens.kindAt(index);
    if (kind === T.unknown) cost += 2;
    if (kind >= T.parenOpen && kind <= T.braceClose && tokens.matchAt(index) < 0) cost += 1;
    if (kind === T.string && ((tokens.flags[index] ?? 0) & UNCLOSED) !== 0) cost += 2;
  }
  return cost;
}
