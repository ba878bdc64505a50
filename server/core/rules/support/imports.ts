/** Reading and changing the imports of a file. */
import type { ImportBinding, ImportStatement, SourceFile } from "../../syntax/tree.ts";
import type { TextEdit } from "../../text/edit.ts";

/** The package that a name is imported from, or required from. */
export function specifierOf(name: string | undefined, file: SourceFile, text: string): string | undefined {
  if (name === undefined) return undefined;
  const found = importsOf(file).find(({ bindings }) => bindings.some(({ local }) => local === name));
  if (found !== undefined) return found.specifier?.value;
  const escaped = name.replaceAll("$", "\\$");
  return new RegExp(`\\b(?:const|let|var)\\s+${escaped}\\s*=\\s*require\\(\\s*["'\`]([^"'\`]+)["'\`]\\s*\\)`).exec(
    text,
  )?.[1];
}

/** The import statements of a file. */
export function importsOf(file: SourceFile): readonly ImportStatement[] {
  return file.statements.filter((statement) => statement.kind === "import");
}

/** How often a name stands in a text, comments and strings included. */
export function mentions(text: string, name: string): number {
  return text.match(new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`, "g"))?.length ?? 0;
}

/** Takes a name out of a list, with the comma and the blanks that were for it. */
export function removal({ bindings }: ImportStatement, binding: ImportBinding, text: string): TextEdit {
  const following = /^\s*,\s*/.exec(text.slice(binding.end))?.[0];
  const next = bindings[bindings.indexOf(binding) + 1];
  if (following !== undefined && next !== undefined)
    return { span: { start: binding.start, end: next.start }, newText: "" };
  const previous = bindings[bindings.indexOf(binding) - 1];
  return { span: { start: previous?.end ?? binding.start, end: binding.end }, newText: "" };
}

/** Adds a name to a list, in the order of the alphabet where the list is in it, else at its end. */
export function addition({ bindings }: ImportStatement, name: string, text: string): TextEdit {
  const named = bindings.filter(({ imported }) => imported !== "default" && imported !== "*");
  const names = named.map(({ imported }) => imported);
  const isSorted = names.every((one, index) => index === 0 || (names[index - 1] ?? "") <= one);
  const next = isSorted ? named.find(({ imported }) => imported > name) : undefined;
  const last = named.at(-1);
  const gap = gapIn(named, text);
  if (next !== undefined) return { span: { start: next.start, end: next.start }, newText: `${name},${gap}` };
  const at = last?.end ?? 0;
  return { span: { start: at, end: at }, newText: `,${gap}${name}` };
}

/** What stands between the names of a list, a line break with its indentation or a blank. */
function gapIn(named: readonly ImportBinding[], text: string): string {
  const [first] = named;
  const before = first === undefined ? "" : text.slice(Math.max(0, first.start - 200), first.start);
  return /(?:\r\n|\r|\n)[ \t]*$/.exec(before)?.[0] ?? " ";
}
