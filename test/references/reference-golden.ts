import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { DraftCode, Drafted, DraftStatus, ReferenceReading } from "../../server/core/references/draft.ts";
import { readPage } from "../../server/core/references/page/read-page.ts";
import { readPageReference } from "../../server/core/references/reading/read-page-reference.ts";
import { LineMap } from "../../server/core/text/line-map.ts";

/** What the readers make of a page that is called `name`. */
export function readingOf(name: string, text: string): ReferenceReading {
  const page = readPage({ uri: name, text });
  assert.ok(page !== undefined, `${name} is of no known format`);
  return readPageReference(page, name);
}

/** All that a page tells, a line an entry, each part with the line and column where it is written. */
export function goldenOf(text: string, { draft, confidence, reason }: ReferenceReading): string {
  const lines = new LineMap(text);
  const at = ({ span }: Pick<Drafted<unknown>, "span">): string => {
    const { line, column } = lines.toLineColumn(span.start);
    return `${line + 1}:${column + 1}`;
  };
  const field = (name: string, part: Drafted<unknown> | undefined): readonly string[] =>
    part === undefined ? [] : [`    ${name} ${JSON.stringify(part.value)} @${at(part)}`];
  const code = (entry: DraftCode): readonly string[] => [
    `code ${JSON.stringify(entry.code.value)} @${at(entry.code)}${entry.isDeprecated ? " deprecated" : ""}${entry.parent === undefined ? "" : ` in ${entry.parent}`}`,
    ...entry.statuses.flatMap((status) => field("status", status)),
    ...entry.messages.flatMap((message) => field("message", message)),
    ...field("title", entry.title),
    ...field("summary", entry.summary),
    ...field("cause", entry.cause),
    ...field("fix", entry.fix),
    ...field("retry", entry.retry),
    ...entry.methods.flatMap((method) => field("method", method)),
    ...entry.doubts.map((doubt) => `    doubt ${doubt}`),
  ];
  const status = (entry: DraftStatus): readonly string[] => {
    const { from, to } = entry.status.value;
    return [
      `status ${from === to ? from : `${from}-${to}`} @${at(entry.status)}`,
      ...field("title", entry.title),
      ...field("summary", entry.summary),
      ...field("cause", entry.cause),
      ...field("fix", entry.fix),
    ];
  };
  const used = confidence >= 0.8 ? "used" : confidence >= 0.4 ? "offered" : "left alone";
  return [
    `${used}: ${reason}`,
    `language ${draft.language ?? "unknown"}`,
    ...field("title", draft.title).map((line) => line.trim()),
    ...draft.codes.flatMap(code),
    ...draft.statuses.flatMap(status),
    ...draft.samples.map(
      (sample) =>
        `sample ${sample.status ?? "-"} ${JSON.stringify(sample.code?.value) ?? "-"} ${JSON.stringify(sample.message?.value) ?? "-"} @${at(sample)}`,
    ),
    ...draft.problems.map(({ message, span }) => `problem ${message} @${at({ span })}`),
    "",
  ].join("\n");
}

/** Compares with the golden file at `path`; `UPDATE_GOLDEN=1` writes it instead. */
export function assertGolden(path: string, actual: string): void {
  if (process.env.UPDATE_GOLDEN === "1") writeFileSync(path, actual);
  assert.ok(existsSync(path), `${path} is missing: run with UPDATE_GOLDEN=1 and read it`);
  assert.equal(actual, readFileSync(path, "utf8"));
}
