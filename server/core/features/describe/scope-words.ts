/** Why a catalog applies, in words. */
import type { ScopeReason } from "../../facts/model.ts";
import { assertUnreachable } from "../../text/assert.ts";
import { baseName } from "../../text/uri.ts";
import { type Line, phrase } from "../prose/document.ts";
import type { Words } from "../words/words.ts";

/** The reason as the end of a sentence: `named in error-code-insight.json`. */
export function reasonLine(words: Words, reason: ScopeReason): Line {
  return [phrase(reasonWords(words, reason))];
}

function reasonWords({ reason: words, separators }: Words, reason: ScopeReason): string {
  switch (reason.kind) {
    case "configuration":
      return words.configuration(fileName(reason.uri));
    case "override":
      return words.override(fileName(reason.uri), reason.files.map(ticked).join(separators.items));
    case "comment":
      return words.comment;
    case "envelope":
      return words.envelope(plain(reason.envelope));
    case "host":
      return words.host(plain(reason.host));
    case "dependency":
      return words.dependency(plain(reason.name), fileName(reason.uri));
    case "codes":
      return words.codes(reason.codes.map(ticked).join(separators.items));
    case "found":
      return words.found(fileName(reason.uri));
    case "general":
      return words.general;
    default:
      return assertUnreachable(reason);
  }
}

function ticked(value: string): string {
  return `\`${plain(value)}\``;
}

// Backticks mark code in our words, so none may come from outside.
function plain(value: string): string {
  return value.replaceAll("`", "'");
}

function fileName(uri: string): string {
  return plain(baseName(uri));
}
