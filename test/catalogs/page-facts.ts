/**
 * What a page states, read from the page alone by its own typography: codes with status and message, and statuses.
 * Each line is `code|status|message` with empty parts where the page gives none, so that both sides compare as sets.
 */
import { folded } from "./built-in.ts";

export interface PageFacts {
  readonly codes: readonly string[];
  readonly statuses: readonly string[];
}

/** One line of `PageFacts.codes`. */
export function codeFact(code: unknown, status: number | undefined, message: string | undefined): string {
  return [JSON.stringify(code), status ?? "", message ?? ""].join("|");
}

type PageReader = (page: string) => PageFacts;

/** The reader of each page, by the id of the catalog made from it. */
export const pageReaders: Readonly<Record<string, PageReader>> = {
  "fa-web-services": readPersianPage,
  "google-booking-server": readBookingPage,
  "uk-retail-api": readUkrainianPage,
  "agora-chat": readAgoraPage,
  "ru-rest-api": readRussianPage,
};

// A simple table: the code in the first column, the message in the second, wrapped over indented lines.
function readPersianPage(page: string): PageFacts {
  const rows = [...page.matchAll(/^ {2}(-\d+) {2,}(\S.*(?:\n {20,}\S.*)*)/gmu)];
  return {
    codes: rows.map((row) => codeFact(Number(row[1]), undefined, folded(row[2] ?? ""))),
    statuses: [...page.matchAll(/^\| (\d{3}) \|/gmu)].map((row) => row[1] ?? ""),
  };
}

// Rows of three cells: number or class, phrase, note. The English table is one escaped line below.
function readBookingPage(page: string): PageFacts {
  const english = page.replaceAll("\\n", "\n");
  const rows = [...english.matchAll(/^\| (\dxx|\d{3}) \| ([A-Z][A-Za-z ]+?) +\|/gmu)];
  const persian = [...page.matchAll(/^(\dxx|\d{3}) \|/gmu)].map((row) => row[1]);
  const listed = new Set(rows.map((row) => row[1]));
  const onlyPersian = persian.filter((status) => !listed.has(status ?? ""));
  return { codes: [], statuses: [...rows.map((row) => `${row[1]} ${row[2]}`), ...onlyPersian.map(String)] };
}

// Headings such as `HAS_STOCK (409)`, several codes before one status possible.
function readUkrainianPage(page: string): PageFacts {
  const headings = [...page.matchAll(/^([A-Z_]+(?:, [A-Z_]+)*) \((\d{3})\)$/gmu)];
  const codes = headings.flatMap((heading) =>
    (heading[1] ?? "").split(", ").map((code) => codeFact(code, Number(heading[2]), undefined)),
  );
  return { codes, statuses: [...new Set([...page.matchAll(/\((\d{3})\)$/gmu)].map((match) => match[1] ?? ""))] };
}

// Markdown tables: the statuses in the first one, status, type and message in the others; sub-errors in the row of 500.
function readAgoraPage(page: string): PageFacts {
  const tables = [...page.matchAll(/^\| (\d{3}) +\| ([a-zA-Z_ ]+?) +\| "?([^|"]+?)"? +\|/gmu)];
  const general = page.split("\n").find((line) => line.startsWith("| 500 ")) ?? "";
  const subErrors = [...general.matchAll(/- +([a-z_]+)[:：] ?["]([^"]+)["]/gu)];
  const overview = page.slice(0, page.indexOf("## Token"));
  const statuses = [...overview.matchAll(/^\| (\d{3}) +\| (?: ?[（(]([^）)]+)[）)])?/gmu)];
  return {
    codes: [
      ...tables.map((row) => codeFact(row[2], Number(row[1]), row[3])),
      ...subErrors.map((match) => codeFact(match[1], 500, match[2])),
    ],
    statuses: [
      ...statuses.map((row) => [row[1], row[2]].filter(Boolean).join(" ")),
      ...[...page.matchAll(/响应码：(\dxx|\d{3})（([^）]+)）/gu)].map((match) => `${match[1]} ${match[2]}`),
    ],
  };
}

// `(STATUS 400):` followed by lines such as `1001: "Incorrect data" - …`.
function readRussianPage(page: string): PageFacts {
  const codes = page.split("(STATUS ").flatMap((part) => {
    const status = Number(part.slice(0, 3));
    return [...part.matchAll(/^(\d{4}): "([^"]+)"/gmu)].map((line) => codeFact(Number(line[1]), status, line[2]));
  });
  const classes = [...page.matchAll(/`([45])хх`/gu)].map((match) => `${match[1]}xx`);
  return { codes, statuses: [...[...page.matchAll(/^`(\d{3} [^`]+)`/gmu)].map((match) => match[1] ?? ""), ...classes] };
}
