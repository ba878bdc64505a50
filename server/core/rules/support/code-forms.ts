/** How codes are written. An API writes all of its codes in a form or two; a code of another form is somebody else's. */
import type { Catalog, Code } from "../../catalog/model.ts";

export type CodeForm =
  | "integer"
  | "numbered"
  | "screaming"
  | "snake"
  | "kebab"
  | "dotted"
  | "camel"
  | "pascal"
  | "mixed";

const forms: readonly (readonly [CodeForm, RegExp])[] = [
  ["integer", /^-?\d+$/],
  ["numbered", /^\p{L}{1,6}[-_.]?\d{2,}$/u],
  ["screaming", /^\p{Lu}[\p{Lu}\p{N}]*(?:_[\p{Lu}\p{N}]+)*$/u],
  ["snake", /^\p{Ll}[\p{Ll}\p{N}]*(?:_[\p{Ll}\p{N}]+)*$/u],
  ["kebab", /^(?:\p{Ll}[\p{Ll}\p{N}]*|\p{L}[\p{L}\p{N}]*(?:-[\p{L}\p{N}]+)+)$/u],
  ["dotted", /^[\p{L}][\p{L}\p{N}_-]*(?:[./:][\p{L}\p{N}_-]+)+$/u],
  ["camel", /^\p{Ll}[\p{Ll}\p{N}]*(?:\p{Lu}[\p{Ll}\p{N}]*)*$/u],
  ["pascal", /^(?:\p{Lu}\p{N}*\p{Ll}[\p{Ll}\p{N}]*)+$/u],
];

/** All forms that a code may be said to have: `forbidden` is snake, kebab and camel case at once. Never empty. */
export function formsOf(code: Code): readonly CodeForm[] {
  const written = String(code);
  const found = forms.filter(([, form]) => form.test(written)).map(([name]) => name);
  return found.length === 0 ? ["mixed"] : found;
}

/**
 * The forms of a catalog's codes: a code of one word that fits several is of the form that the others settle.
 */
export function formsOfCatalog(catalog: Catalog): ReadonlySet<CodeForm> {
  const each = catalog.codes.map(({ code }) => formsOf(code));
  const known = new Set(each.flatMap((own) => (own.length === 1 ? own : [])));
  for (const own of each) {
    if (!own.some((form) => known.has(form))) for (const form of own) known.add(form);
  }
  return known;
}

/** With how many codes it is no chance that all begin with the same word. */
const manyCodes = 4;

/** The first word that all codes of a catalog begin with, its separator included: `KS_`, `auth/`; empty where there is none. */
export function commonPrefix({ codes }: Catalog): string {
  const [first = "", ...others] = codes.map(({ code }) => String(code));
  const prefix = /^\p{L}[\p{L}\p{N}]*[_./:-]/u.exec(first)?.[0] ?? "";
  return others.length + 1 >= manyCodes && others.every((code) => code.startsWith(prefix)) ? prefix : "";
}
