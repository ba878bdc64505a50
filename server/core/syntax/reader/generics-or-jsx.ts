import { classOf, continuesWord, NEWLINE, SPACE } from "./characters.ts";
import * as T from "./token-kind.ts";
import type { Tokens } from "./tokens.ts";

/**
 * Whether the `<` at `start`, where a value may stand in TSX, opens type parameters and not an element: `<T,>`,
 * `<T extends …>`, `<T = …>`, `<const T …`, those behind `function`, and `<T>(…) =>` or a call signature `<T>(…): …` of a type.
 */
export function looksLikeGenerics(text: string, start: number, tokens: Tokens): boolean {
  if (followsDeclaringWord(tokens)) return true;
  const nameStart = skipSpace(text, start + 1);
  const nameEnd = wordEnd(text, nameStart);
  if (nameEnd === nameStart) return false;
  const after = skipSpace(text, nameEnd);
  const unit = text.charCodeAt(after);
  if (unit === 44) return true;
  if (unit === 61) return true;
  if (unit === 62) return parametersFollow(text, after + 1, tokens);
  const nextEnd = wordEnd(text, after);
  if (nextEnd === after) return false;
  if (nextEnd - after === 7 && text.startsWith("extends", after)) {
    const behind = text.charCodeAt(skipSpace(text, nextEnd));
    return behind !== 61 && behind !== 62 && behind !== 47;
  }
  if (nameEnd - nameStart === 5 && text.startsWith("const", nameStart)) {
    const behind = skipSpace(text, nextEnd);
    return text.charCodeAt(behind) === 44 || text.charCodeAt(behind) === 62 || text.startsWith("extends", behind);
  }
  return false;
}

/** Behind `function`, `function*`, `class` and `new` of a type. */
function followsDeclaringWord(tokens: Tokens): boolean {
  let last = tokens.count - 1;
  if (tokens.kindAt(last) === T.asterisk) last -= 1;
  const kind = tokens.kindAt(last);
  return kind === T.kFunction || kind === T.kClass || kind === T.kNew;
}

/** Whether `(…) =>` stands at `start`, or `(…):` where only a signature can. */
function parametersFollow(text: string, start: number, tokens: Tokens): boolean {
  const open = skipSpace(text, start);
  if (text.charCodeAt(open) !== 40) return false;
  let depth = 0;
  const limit = Math.min(text.length, open + 4000);
  for (let position = open; position < limit; position += 1) {
    const unit = text.charCodeAt(position);
    if (unit === 40) depth += 1;
    else if (unit === 41) depth -= 1;
    if (depth > 0) continue;
    const after = skipSpace(text, position + 1);
    if (text.charCodeAt(after) === 61 && text.charCodeAt(after + 1) === 62) return true;
    return text.charCodeAt(after) === 58 && signatureMayStand(tokens);
  }
  return false;
}

function signatureMayStand(tokens: Tokens): boolean {
  const previous = tokens.kindAt(tokens.count - 1);
  return previous === T.semicolon || previous === T.comma || (previous === T.braceOpen && tokens.count > 1);
}

function wordEnd(text: string, start: number): number {
  let position = start;
  while (continuesWord(text.charCodeAt(position))) position += 1;
  return position;
}

function skipSpace(text: string, start: number): number {
  let position = start;
  for (;;) {
    const found = classOf(text.charCodeAt(position));
    if (found !== SPACE && found !== NEWLINE) return position;
    position += 1;
  }
}
