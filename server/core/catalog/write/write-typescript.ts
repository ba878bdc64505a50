/** A catalog as a TypeScript module: a map of codes with their statuses, and the types of both. */
import type { Catalog, CodeEntry } from "../model.ts";
import { textIn } from "../text-in.ts";
import { wireMessagesOf } from "./wire-messages.ts";

/** A module without imports. Members are named by their codes; a comment says what each means, in `languages`. */
export function writeTypeScriptCatalog(catalog: Catalog, languages: readonly string[] = [catalog.language]): string {
  const name = identifierOf(catalog.id);
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const title = textIn(catalog.title, languages) ?? catalog.id;
  return [
    comment([`${title}: error codes, the HTTP statuses that they come with, and their messages on the wire.`], ""),
    `export const ${name}Errors = {`,
    ...catalog.codes.flatMap((entry) => member(entry, languages)),
    "} as const;",
    "",
    `export type ${type}ErrorCode = (typeof ${name}Errors)[keyof typeof ${name}Errors]["code"];`,
    "",
    "/** The HTTP statuses that go with each code. */",
    `export const ${name}ErrorStatuses: ReadonlyMap<${type}ErrorCode, readonly number[]> = new Map<${type}ErrorCode, readonly number[]>([`,
    ...catalog.codes.map(({ code, statuses }) => `  [${JSON.stringify(code)}, [${statuses.join(", ")}]],`),
    "]);",
    "",
  ].join("\n");
}

function member(entry: CodeEntry, languages: readonly string[]): readonly string[] {
  const { code, statuses } = entry;
  const messages = wireMessagesOf(entry);
  const told = textIn(entry.summary ?? entry.title ?? entry.cause ?? entry.meanings[0]?.summary, languages);
  const replacement = entry.replacement === undefined ? "" : ` Use ${entry.replacement}.`;
  const lines = [told, entry.deprecated ? `@deprecated${replacement}` : undefined].filter((line) => line !== undefined);
  const [status] = statuses;
  const [message] = messages;
  const fields = [
    `code: ${JSON.stringify(code)}`,
    ...(statuses.length === 1 ? [`status: ${status}`] : []),
    ...(statuses.length > 1 ? [`statuses: [${statuses.join(", ")}]`] : []),
    ...(messages.length === 1 ? [`message: ${JSON.stringify(message)}`] : []),
    ...(messages.length > 1 ? [`messages: [${messages.map((text) => JSON.stringify(text)).join(", ")}]`] : []),
  ];
  return [...(lines.length === 0 ? [] : [comment(lines, "  ")]), `  ${keyOf(String(code))}: { ${fields.join(", ")} },`];
}

function keyOf(code: string): string {
  // Written plainly, `__proto__` would set the prototype.
  if (code === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(code) ? code : JSON.stringify(code);
}

/** `retail-api` as `retailApi`. */
function identifierOf(id: string): string {
  const name = id.replace(/-+(.)?/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? "");
  return /^[A-Za-z]/.test(name) ? name : `api${name}`;
}

function comment(lines: readonly string[], indent: string): string {
  const safe = lines.map((line) => line.replace(/\s+/gu, " ").trim().replaceAll("*/", "* /"));
  if (safe.length === 1) return `${indent}/** ${safe[0]} */`;
  return [`${indent}/**`, ...safe.map((line) => `${indent} * ${line}`), `${indent} */`].join("\n");
}
