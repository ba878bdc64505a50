import { distance } from "fastest-levenshtein";

/**
 * The candidate most like `word`, case aside, if it is near enough to be meant: at most a third of the word may differ
 * (one letter in a short word), or the word is the beginning of the candidate. Undefined when nothing is.
 */
export function nearestWord(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  // Nobody mistypes a word this long, and the distance is quadratic.
  if (wanted.length > 100) return undefined;
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = allowed + 1;
  for (const candidate of candidates) {
    const name = candidate.toLowerCase();
    const isBeginning = wanted.length >= 3 && name.startsWith(wanted) && name !== wanted;
    if (!isBeginning && Math.abs(name.length - wanted.length) >= bestDistance) continue;
    const found = isBeginning ? 1 : distance(wanted, name);
    if (found < bestDistance) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}
