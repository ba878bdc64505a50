/** A catalog as a page of documentation: one table of statuses, one of codes, only with columns that say something. */
import type { Catalog, CodeEntry, LocalizedText, StatusEntry } from "../model.ts";
import { textIn } from "../text-in.ts";
import { rangeData } from "./status-data.ts";
import { wireMessagesOf } from "./wire-messages.ts";

/** Markdown with tables; texts in the first of `languages` that they have. The same catalog gives the same text. */
export function writeMarkdownCatalog(catalog: Catalog, languages: readonly string[] = [catalog.language]): string {
  const text = (value: LocalizedText | undefined): string => escaped(textIn(value, languages) ?? "");
  const parts = [`# ${text(catalog.title)}`, text(catalog.summary)];
  if (catalog.statuses.length > 0) {
    const columns: readonly Column<StatusEntry>[] = [
      { title: "HTTP status", cell: ({ status }) => `\`${rangeData(status)}\`` },
      { title: "Reason", cell: ({ title }) => escaped(title ?? "") },
      { title: "Description", cell: ({ summary, use }) => text(summary ?? use) },
      { title: "Cause", cell: ({ cause }) => text(cause) },
      { title: "Fix", cell: ({ fix }) => text(fix) },
    ];
    parts.push("## HTTP statuses", table(columns, catalog.statuses));
  }
  if (catalog.codes.length > 0) {
    const columns: readonly Column<CodeEntry>[] = [
      { title: "Code", cell: ({ code }) => codeText(String(code)) },
      { title: "HTTP status", cell: ({ statuses }) => statuses.join(", ") },
      { title: "Message", cell: (entry) => wireMessagesOf(entry).map(codeText).join("<br>") },
      { title: "Description", cell: ({ summary, title }) => text(summary ?? title) },
      { title: "Meanings", cell: ({ meanings }) => meanings.map(({ summary }) => text(summary)).join("<br>") },
      { title: "Cause", cell: ({ cause }) => text(cause) },
      { title: "Fix", cell: ({ fix }) => text(fix) },
      { title: "Retry", cell: ({ retry }) => retry?.advice ?? "" },
      {
        title: "Replacement",
        cell: ({ replacement }) => (replacement === undefined ? "" : codeText(`${replacement}`)),
      },
    ];
    parts.push("## Error codes", table(columns, catalog.codes));
  }
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
}

function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const used = columns.filter(({ cell }) => rows.some((row) => cell(row) !== ""));
  const lines = [
    used.map(({ title }) => title),
    used.map(() => "---"),
    ...rows.map((row) => used.map(({ cell }) => cell(row))),
  ];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Text that stays text: no markup but the code between backticks, which catalogs write, and no end of the cell. */
function escaped(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .trim()
    .split(/(`[^`]+`)/u)
    .map((part, index) => (index % 2 === 1 ? codeText(part.slice(1, -1)) : part.replace(/[\\`*_[\]<>|~$]/gu, "\\$&")))
    .join("");
}

/** A code span; a bar would end the cell even there. */
function codeText(text: string): string {
  const oneLine = text.replace(/\s+/gu, " ");
  const longest = Math.max(0, ...[...oneLine.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const padding = longest > 0 ? " " : "";
  return `${fence}${padding}${oneLine.replaceAll("|", "\\|")}${padding}${fence}`;
}
