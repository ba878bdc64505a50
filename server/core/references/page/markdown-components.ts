/**
 * What a text that begins with a component's tag is: nothing but tags to its end (`tags`), an unfinished tag (`open`), or
 * tags with text beside them (`text`).
 */
export function componentLineEnd(text: string): "tags" | "open" | "text" {
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    if (!/^<\/?[A-Za-z]|^<\/?>/.test(text.slice(at, at + 3))) return "text";
    const end = tagEnd(text, at);
    if (end === undefined) return "open";
    at = end;
  }
  return "tags";
}

/** Where the tag that begins at `start` ends, braces and quotes inside balanced; undefined if it does not. */
function tagEnd(text: string, start: number): number | undefined {
  let braces = 0;
  let quote = "";
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'" || character === "`") quote = character;
    else if (character === "{") braces += 1;
    else if (character === "}") braces -= 1;
    else if (character === ">" && braces <= 0 && text.charAt(at - 1) !== "=") return at + 1;
  }
  return undefined;
}

/** Lines that import or export values in MDX, and comments between braces: they are not text. */
export const moduleLine =
  /^(?:import\s+(?:[\w{*][^;]*?\sfrom\s+)?["'][^"']*["'];?|export\s+(?:const|let|default|function|async)\b.*)\s*$/;
