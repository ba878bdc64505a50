/**
 * Correct code with gaps, filled with what a catalog says, and then with one thing in it that the catalog denies.
 *
 *     === express
 *     --- src/orders.ts
 *     res.status(«status»).json(«body»);
 *
 * Gaps: `«status»` a number, `«status name»` its name as a constant, `«exception»` a class of Nest, `«code»` a literal,
 * `«message»` a string, `«code type»`, `«path»` where the body has the code, `«body»` an error body of the catalog,
 * `«body with NAME»` with a name for the code, `«body of code and message»` with names for both, `«json body»`.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Catalog, Code, CodeEntry } from "../../server/core/catalog/model.ts";
import { readCatalog } from "../../server/core/catalog/read-catalog.ts";
import { statusesOfCode } from "../../server/core/index.ts";
import { builtins } from "./memory-workspace.ts";

export interface Template {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
}

export interface Filling {
  readonly catalog: Catalog;
  readonly status: number;
  readonly code: Code;
  readonly message: string;
}

export type MutationKind = "status" | "misspelt code" | "another code" | "message";

export interface Mutation {
  readonly kind: MutationKind;
  readonly filling: Filling;
}

/** The templates of a file below `test/fixtures/mutation`. */
export function readTemplates(name: string): readonly Template[] {
  const text = readFileSync(new URL(`../fixtures/mutation/${name}`, import.meta.url), "utf8");
  return text
    .split(/^=== /m)
    .filter((section) => section !== "")
    .map((section) => {
      const [head = "", ...files] = section.split(/^--- /m);
      const entries = files.map((file) => {
        const end = file.indexOf("\n");
        return [file.slice(0, end), file.slice(end + 1)] as const;
      });
      return { name: head.trim(), files: new Map(entries) };
    });
}

/** The built-in catalogs that define codes. */
export function catalogsWithCodes(): readonly Catalog[] {
  const catalogs = builtins.flatMap(({ uri }) => {
    const text = readFileSync(fileURLToPath(uri), "utf8");
    return readCatalog(text, { uri, format: "yaml" }).catalog ?? [];
  });
  return catalogs.filter(({ codes }) => codes.length > 0);
}

/** Up to `count` correct fillings, taken from the whole length of the catalog's list. */
export function correctFillings(catalog: Catalog, count: number): readonly Filling[] {
  const fit = catalog.codes.filter((entry) => isPlain(entry));
  const step = Math.max(1, Math.floor(fit.length / count));
  return fit
    .filter((_, index) => index % step === 0)
    .slice(0, count)
    .map((entry) => fillingOf(entry, catalog));
}

function isPlain(entry: CodeEntry): boolean {
  return statusesOfCode(entry).some((status) => statusNames.has(status)) && entry.meanings.length === 0;
}

function fillingOf(entry: CodeEntry, catalog: Catalog): Filling {
  const status = statusesOfCode(entry).find((one) => statusNames.has(one)) ?? 500;
  const own = entry.messages.find(({ statuses }) => statuses.length === 0 || statuses.includes(status));
  const message = own?.template.replaceAll(/\{\w+\}/g, "name") ?? "This could not be done";
  return { catalog, status, code: entry.code, message };
}

/** What is wrong with a correct filling, one thing at a time, always the same. */
export function mutationsOf(filling: Filling): readonly Mutation[] {
  const { catalog, code, status, message } = filling;
  const own = catalog.codes.find((entry) => entry.code === code);
  if (own === undefined) return [];
  const allowed = statusesOfCode(own);
  const statuses = [...statusNames.keys()].filter((other) => !allowed.includes(other));
  const below = statuses.findLast((other) => other < status);
  const above = statuses.find((other) => other > status);
  const wrongStatuses = [below, above].filter((other) => other !== undefined);
  const others = catalog.codes.filter((entry) => {
    const theirs = statusesOfCode(entry);
    return theirs.length > 0 && entry.meanings.length === 0 && !theirs.includes(status);
  });
  const anotherCode = others[catalog.codes.indexOf(own) % Math.max(1, others.length)];
  const misspelt = misspeltCode(code, catalog);
  // A list that is not whole leaves other messages open.
  const isExact = catalog.complete && catalog.messages === "exact" && own.messages.length > 0;
  const words = message.split(" ");
  const otherWords = [...words.slice(0, -1), "elsewhere"].join(" ");
  return [
    ...wrongStatuses.map((other): Mutation => ({ kind: "status", filling: { ...filling, status: other } })),
    { kind: "misspelt code", filling: { ...filling, code: misspelt } },
    ...(anotherCode === undefined
      ? []
      : [{ kind: "another code", filling: { ...filling, code: anotherCode.code } } as const]),
    ...(isExact ? [{ kind: "message", filling: { ...filling, message: otherWords } } as const] : []),
  ];
}

function misspeltCode(code: Code, { codes }: Catalog): Code {
  const known = new Set(codes.map((entry) => entry.code));
  if (typeof code === "number") {
    for (let other = code + 1; ; other += 1) if (!known.has(other)) return other;
  }
  const middle = Math.floor(code.length / 2);
  return `${code.slice(0, middle)}${code.slice(middle + 1)}`;
}

/** The files of a template, filled; undefined where a gap has no words for the filling. */
export function filled({ files }: Template, filling: Filling): Readonly<Record<string, string>> | undefined {
  const texts: Record<string, string> = {};
  for (const [path, text] of files) {
    let isWhole = true;
    texts[path] = text.replaceAll(/«([^»]+)»/g, (_, gap: string) => {
      const words = wordsFor(gap, filling);
      isWhole &&= words !== undefined;
      return words ?? "";
    });
    if (!isWhole) return undefined;
  }
  return texts;
}

function wordsFor(gap: string, filling: Filling): string | undefined {
  const { status, code, message, catalog } = filling;
  const [literal, text] = [JSON.stringify(code), JSON.stringify(message)];
  switch (gap) {
    case "status":
      return String(status);
    case "status name":
      return statusNames.get(status);
    case "exception":
      return exceptions.get(status);
    case "code":
      return literal;
    case "code type":
      return typeof code;
    case "message":
      return text;
    case "path":
      return envelopeOf(catalog)?.code?.join(".");
    case "body":
      return written(bodyOf(filling, { code: literal, message: text }), false);
    case "json body":
      return written(bodyOf(filling, { code: literal, message: text }), true);
    case "body of code and message":
      return written(bodyOf(filling, { code: "code", message: "message" }), false);
    default: {
      const name = /^body with (.+)$/.exec(gap)?.[1];
      return name === undefined ? undefined : written(bodyOf(filling, { code: name, message: text }), false);
    }
  }
}

function envelopeOf(catalog: Catalog) {
  return catalog.envelopes.find(({ code, codeHolds }) => code !== undefined && codeHolds === "code");
}

/** A tree of objects whose leaves are pieces of source text. */
type Body = Map<string, Body | string>;

function bodyOf({ catalog, status }: Filling, texts: { readonly code: string; readonly message: string }): Body {
  const body: Body = new Map();
  const put = (path: readonly string[] | undefined, text: string) => {
    const [last, ...above] = (path ?? []).toReversed();
    if (last === undefined) return;
    let place = body;
    for (const key of above.toReversed()) {
      const inner = place.get(key);
      const next: Body = inner instanceof Map ? inner : new Map();
      place.set(key, next);
      place = next;
    }
    place.set(last, text);
  };
  const envelope = envelopeOf(catalog);
  for (const path of envelope?.required ?? []) put(path, '"sample"');
  put(envelope?.failure?.path, JSON.stringify(envelope?.failure?.value));
  put(envelope?.status, String(status));
  put(envelope?.code, texts.code);
  put(envelope?.message, texts.message);
  return body;
}

function written(body: Body, asJson: boolean): string {
  const fields = [...body].map(([key, value]) => {
    const name = asJson ? JSON.stringify(key) : key;
    if (!asJson && value === key) return key;
    return `${name}: ${value instanceof Map ? written(value, asJson) : value}`;
  });
  return `{ ${fields.join(", ")} }`;
}

/** Statuses of errors that programs send, by their usual names. */
const statusNames: ReadonlyMap<number, string> = new Map([
  [400, "BAD_REQUEST"],
  [401, "UNAUTHORIZED"],
  [403, "FORBIDDEN"],
  [404, "NOT_FOUND"],
  [409, "CONFLICT"],
  [413, "PAYLOAD_TOO_LARGE"],
  [422, "UNPROCESSABLE_ENTITY"],
  [429, "TOO_MANY_REQUESTS"],
  [500, "INTERNAL_SERVER_ERROR"],
  [501, "NOT_IMPLEMENTED"],
  [503, "SERVICE_UNAVAILABLE"],
]);

const exceptions: ReadonlyMap<number, string> = new Map([
  [400, "BadRequestException"],
  [401, "UnauthorizedException"],
  [403, "ForbiddenException"],
  [404, "NotFoundException"],
  [409, "ConflictException"],
  [422, "UnprocessableEntityException"],
  [500, "InternalServerErrorException"],
]);
