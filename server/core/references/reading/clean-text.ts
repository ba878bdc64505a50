import type { Drafted } from "../draft.ts";
import { linesOfInline, sliceInline, trimInline } from "../page/inline.ts";
import { type Inline, textOfInline } from "../page/page.ts";

/** What people write into a cell that has nothing to say. */
const nothing =
  /^(?:[-–—―ー_/.*]*|n\/?a|none|null|nil|无|無|なし|없음|нет|немає|нема|ninguno|nenhum|aucune?|keine?|yok|لا يوجد|ندارد|tbd|todo|\?+|…|\.\.\.)$/iu;

/** Whether a text says nothing. */
export function isNothing(inline: Inline): boolean {
  return nothing.test(textOfInline(inline).trim());
}

/** A text of explanation, runs of white space as one space; undefined where it says nothing. */
export function draftedText(inline: Inline | undefined): Drafted<string> | undefined {
  if (inline === undefined) return undefined;
  const trimmed = trimInline(inline);
  const value = textOfInline(trimmed)
    .split("\n")
    .map((line) => line.replace(/[\s\u00A0]+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
  return value === "" || nothing.test(value) ? undefined : { value, span: trimmed.span };
}

/** A message as on the wire: quotes and marks of code around it taken off. */
export function draftedMessage(inline: Inline): Drafted<string> | undefined {
  const text = textOfInline(inline);
  const trimmed = /^\s*(?:["“”„「『«](?=[^"“”]*["“”」』»][.。]?\s*$)|`(?=[^`]*`\s*$)|'(?=[^']*'\s*$))/.exec(text);
  const start = trimmed?.[0].length ?? 0;
  const end = trimmed === null ? text.length : text.replace(/["“”」』»`'][.。]?\s*$/, "").length;
  return draftedText(sliceInline(inline, start, end));
}

/** Several messages, one a line. */
export function draftedMessages(inline: Inline): readonly Drafted<string>[] {
  return linesOfInline(inline).flatMap((line) => {
    const bullet = /^[-•*·]\s+/.exec(textOfInline(line))?.[0].length ?? 0;
    const message = draftedMessage(sliceInline(line, bullet, textOfInline(line).length));
    return message === undefined ? [] : [message];
  });
}

/** Whether a text is wholly in quotes. */
export function isQuoted(inline: Inline): boolean {
  return /^\s*["“„「『«].*["“”」』»]\s*$/s.test(textOfInline(inline));
}
