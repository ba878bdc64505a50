/**
 * Correct projects whose statuses, codes and messages are marked, and what is wrong when one mark says something else.
 *
 *     === src/orders.ts
 *     res.status(«s:404»).json({ code: "«c:NOT_FOUND»", message: "«m:No such order»" });
 *
 * `s` a status or a name for one, `c` a code that stands with a status, `t` a code alone, `m` a message that the catalog
 * pins.
 */
import { readFileSync } from "node:fs";
import type { Catalog, Code, CodeEntry } from "../../server/core/catalog/model.ts";
import { statusesOfCode } from "../../server/core/index.ts";

export type MarkKind = "status" | "misspelt code" | "code of another status" | "message of another code" | "message";

export interface MarkedMutation {
  readonly kind: MarkKind;
  readonly files: Readonly<Record<string, string>>;
  /** The file that is wrong; what follows from it may be found in another. */
  readonly changed: string;
  readonly described: string;
}

export interface MarkedProject {
  readonly name: string;
  /** As it is correct. */
  readonly files: Readonly<Record<string, string>>;
  mutations(catalog: Catalog): readonly MarkedMutation[];
}

const mark = /«([sctm]):([^»]+)»/g;

export function readMarkedProject(name: string): MarkedProject {
  const text = readFileSync(new URL(`../fixtures/mutation/projects/${name}.txt`, import.meta.url), "utf8");
  const marked = new Map(
    text
      .split(/^=== /m)
      .slice(1)
      .map((section): [string, string] => {
        const end = section.indexOf("\n");
        return [section.slice(0, end), section.slice(end + 1)];
      }),
  );
  const files = Object.fromEntries([...marked].map(([path, content]) => [path, plain(content)]));
  return {
    name,
    files,
    mutations: (catalog) =>
      [...marked].flatMap(([path, content]) =>
        [...content.matchAll(mark)].flatMap((found) => {
          const [whole, letter = "", value = ""] = found;
          const before = plain(content.slice(0, found.index));
          const after = plain(content.slice(found.index + whole.length));
          return otherValues(letter, value, catalog).map(([kind, other]) => ({
            kind,
            files: { ...files, [path]: before + other + after },
            changed: path,
            described: `${kind}: ${name}/${path}:${before.split("\n").length} ${value} → ${other}`,
          }));
        }),
      ),
  };
}

function plain(text: string): string {
  return text.replaceAll(mark, "$2");
}

function otherValues(letter: string, value: string, { codes }: Catalog): readonly (readonly [MarkKind, string])[] {
  const own = codes.find(({ code }) => String(code) === value);
  switch (letter) {
    case "s":
      return (otherStatuses[value] ?? []).map((other) => ["status", other] as const);
    case "t":
      return [["misspelt code", misspelt(value)]];
    case "c": {
      const other = codes.find((entry) => own !== undefined && isOfOtherStatus(entry, own));
      const swapped = other === undefined ? [] : [["code of another status", String(other.code)] as const];
      return [["misspelt code", misspelt(value)], ...swapped];
    }
    default: {
      const other = messagesOf(codes).find((message) => message !== value && !message.includes("{"));
      const reworded = `${value.split(" ").slice(0, -1).join(" ")} elsewhere`;
      return [["message", reworded], ...(other === undefined ? [] : [["message of another code", other] as const])];
    }
  }
}

function isOfOtherStatus(entry: CodeEntry, own: CodeEntry): boolean {
  const theirs = statusesOfCode(entry);
  return theirs.length > 0 && !theirs.some((status) => statusesOfCode(own).includes(status));
}

function messagesOf(codes: readonly CodeEntry[]): readonly string[] {
  return codes.flatMap(({ messages }) => messages.map(({ template }) => template));
}

function misspelt(code: Code | string): string {
  const text = String(code);
  if (/^\d+$/.test(text)) return `${text.slice(0, -1)}8`;
  const middle = Math.floor(text.length / 2);
  return text.slice(0, middle) + text.slice(middle + 1);
}

/** One of the same class, one of another. */
const otherStatuses: Readonly<Record<string, readonly string[]>> = {
  "400": ["404", "500"],
  "401": ["403", "500"],
  "402": ["403", "500"],
  "403": ["401", "500"],
  "404": ["409", "500"],
  "405": ["400", "500"],
  "409": ["400", "500"],
  "410": ["404", "500"],
  "412": ["409", "500"],
  "413": ["400", "500"],
  "422": ["400", "500"],
  "423": ["409", "500"],
  "429": ["403", "500"],
  "500": ["501", "400"],
  "501": ["500", "400"],
  "502": ["503", "404"],
  "503": ["500", "404"],
  BAD_REQUEST: ["NOT_FOUND", "INTERNAL_SERVER_ERROR"],
  NOT_FOUND: ["CONFLICT", "INTERNAL_SERVER_ERROR"],
  CONFLICT: ["NOT_FOUND", "INTERNAL_SERVER_ERROR"],
  INTERNAL_SERVER_ERROR: ["SERVICE_UNAVAILABLE", "CONFLICT"],
  BadRequestException: ["NotFoundException", "InternalServerErrorException"],
  UnauthorizedException: ["ForbiddenException", "InternalServerErrorException"],
  ForbiddenException: ["UnauthorizedException", "InternalServerErrorException"],
  NotFoundException: ["ConflictException", "InternalServerErrorException"],
  ConflictException: ["BadRequestException", "InternalServerErrorException"],
  notFound: ["conflict", "badImplementation"],
};
