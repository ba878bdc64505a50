/**
 * Whether a file says in its first comments that a program wrote it (`@generated`, `DO NOT EDIT`, or linters switched off
 * beside the word): what is wrong in it is mended elsewhere.
 */
export function isGenerated(text: string): boolean {
  const head = text.slice(0, longestHead);
  const comments =
    /^\uFEFF?(?:#![^\n]*\n)?(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(["'])use \w+\1;?)*/.exec(head)?.[0] ?? "";
  if (/@generated\b|\bdo not (?:edit|modify)\b|\bdon't edit\b/i.test(comments)) return true;
  return /(?:eslint|tslint|biome|oxlint)[-:]?\s?(?:disable|ignore)/i.test(comments) && /\bgenerated\b/i.test(comments);
}

const longestHead = 2000;
