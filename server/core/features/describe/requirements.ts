import type { Catalog, HeaderRule, Limit } from "../../catalog/model.ts";
import { code, joined, type Line, phrase, text } from "../prose/document.ts";
import { chosen, type Telling } from "./telling.ts";

/** `Headers: Retry-After (required)`; empty without headers. */
export function headersLine(telling: Telling, catalog: Catalog, headers: readonly HeaderRule[]): Line {
  if (headers.length === 0) return [];
  const parts = headers.map((header): Line => {
    const note = chosen(telling, catalog, header.note);
    const level = telling.words.level[header.level];
    if (note === undefined) return [code(header.name), text(` (${level})`)];
    return [
      code(header.name),
      text(` (${level}${telling.words.separators.clauses}`),
      phrase(note.replace(/[.。]$/u, "")),
      text(")"),
    ];
  });
  return [text(`${telling.words.headers}: `), ...joined(parts, telling.words.separators.items)];
}

/** `Limits: group messages 20 per second`; empty without limits. */
export function limitsLine(telling: Telling, catalog: Catalog, limits: readonly Limit[]): Line {
  if (limits.length === 0) return [];
  const parts = limits.map((limit): Line => {
    const what = chosen(telling, catalog, limit.what);
    const figure = telling.words.per(limit.amount, limit.per);
    return what === undefined ? [text(figure)] : [phrase(what), text(` ${figure}`)];
  });
  return [text(`${telling.words.limits}: `), ...joined(parts, telling.words.separators.items)];
}
