/**
 * Whether a file says by its path or in its first comments that a program wrote it (`@generated`, `DO NOT EDIT`, or linters switched off
 * beside the word): what is wrong in it is mended elsewhere.
 */
export function isGenerated(uri: string, text: string): boolean {
  if (/(?:^|[/._-])generated(?:[/._-]|$)/i.test(uri)) return true;
  const head = text.slice(0, longestHead);
  const comments =
    /^\uFEFF?(?:#![^\n]*\n)?(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(["'])use \w+\1;?)*/.exec(head)?.[0] ?? "";
  if (/@generated\b|\bdo not (?:edit|modify)\b|\bdon't edit\b/i.test(comments)) return true;
  return /(?:eslint|tslint|biome|oxlint)[-:]?\s?(?:disable|ignore)/i.test(comments) && /\bgenerated\b/i.test(comments);
}

const longestHead = 2000;
