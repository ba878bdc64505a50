import { classOf, continuesWord, NEWLINE, SPACE, WORD } from "./characters.ts";

const STATEMENT_TEXT =
  /[ \t]*(?:export[ \t]+(?:default|const|let|var|function|class|async|type|interface|enum|abstract)[ \t]+\w|(?:async[ \t]+)?function[ \t]+\w+[ \t]*[(<]|(?:const|let|var)[ \t]+[\w$]+[ \t]*[=:]|(?:const|let|var)[ \t]+[{[]|class[ \t]+\w+[^\n]*\{)/y;

/** Whether the line at `position` reads like a statement and not like an element's text. */
export function startsStatementText(text: string, position: number): boolean {
  STATEMENT_TEXT.lastIndex = position;
  return STATEMENT_TEXT.test(text);
}

/** Whether a name, a `>` or a comment follows the `<`, as in an element. */
export function opensElement(text: string, start: number): boolean {
  let position = start + 1;
  while (isBlank(text.charCodeAt(position))) position += 1;
  const unit = text.charCodeAt(position);
  if (unit === 47)
    return text.charCodeAt(position + 1) === 42 || (position > start + 1 && text.charCodeAt(position + 1) === 47);
  return unit === 62 || classOf(unit) === WORD;
}

/** Whether a tag's name, dots included, goes on with the unit. */
function isTagNameUnit(unit: number): boolean {
  return isAttributeNameUnit(unit) || unit === 46;
}

/** Whether an attribute's name, dashes and colons included, goes on with the unit. */
export function isAttributeNameUnit(unit: number): boolean {
  return unit === 45 || unit === 58 || continuesWord(unit);
}

/** Whether the unit is a space or ends a line. */
export function isBlank(unit: number): boolean {
  const found = classOf(unit);
  return found === SPACE || found === NEWLINE;
}

/** Whether the names of two tags, written at `first` and `second`, are the same. */
export function sameTagName(text: string, first: number, second: number): boolean {
  let left = first;
  let right = second;
  while (isBlank(text.charCodeAt(left))) left += 1;
  while (isBlank(text.charCodeAt(right))) right += 1;
  for (;;) {
    const unit = text.charCodeAt(left);
    if (!isTagNameUnit(unit)) return !isTagNameUnit(text.charCodeAt(right));
    if (unit !== text.charCodeAt(right)) return false;
    left += 1;
    right += 1;
  }
}
