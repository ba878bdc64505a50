/** What a reader found in a document, as text: a line for each code with its place, then what else is known of it. */
import type { Draft, Drafted } from "../../server/core/references/draft.ts";
import { LineMap } from "../../server/core/text/line-map.ts";

/** `3:5 "NOT_FOUND" 404 "message" summary=… fix=…`; what a value does not stand for itself is marked with `≠`. */
export function draftText(source: string, draft: Draft): string {
  const map = new LineMap(source);
  const place = (offset: number): string => {
    const { line, column } = map.toLineColumn(offset);
    return `${line + 1}:${column + 1}`;
  };
  const named = (name: string, drafted: Drafted<unknown> | undefined): readonly string[] =>
    drafted === undefined ? [] : [`${name}=${JSON.stringify(drafted.value)}`];
  const lines = [...draft.codes]
    .sort((left, right) => left.code.span.start - right.code.span.start)
    .map((entry) => {
      const { code } = entry;
      const isThere = source.slice(code.span.start, code.span.end).includes(String(code.value));
      return [
        `${place(code.span.start)} ${isThere ? "" : "≠"}${JSON.stringify(code.value)}`,
        entry.statuses.map(({ value }) => value).join("|") || "–",
        ...entry.messages.map(({ value }) => JSON.stringify(value)),
        ...named("title", entry.title),
        ...named("summary", entry.summary),
        ...named("cause", entry.cause),
        ...named("fix", entry.fix),
        ...named("retry", entry.retry),
        ...[...entry.translations].map(
          ([field, texts]) => `${field}: ${[...texts].map((text) => text.join("=")).join(" ")}`,
        ),
        ...named("replacement", entry.replacement),
        ...(entry.isDeprecated ? ["deprecated"] : []),
        ...(entry.link === undefined ? [] : [`link=${entry.link}`]),
        ...entry.methods.map(({ value }) => `method=${value}`),
        ...entry.tags.map((tag) => `tag=${tag}`),
        ...entry.doubts.map((doubt) => `doubt=${doubt}`),
      ].join(" ");
    });
  const statuses = draft.statuses.map(({ status, title, summary }) =>
    [
      `status ${place(status.span.start)} ${status.value.from}-${status.value.to}`,
      ...named("title", title),
      ...named("summary", summary),
    ].join(" "),
  );
  const samples = draft.samples.map(
    ({ status, code, message, span }) =>
      `sample ${place(span.start)} ${status ?? "–"} ${JSON.stringify(code?.value ?? null)} ${JSON.stringify(message?.value ?? null)}`,
  );
  const envelopes = draft.envelopes.map(
    ({ code, message, codeHolds }) => `envelope ${code?.join(".") ?? "–"} ${message?.join(".") ?? "–"} ${codeHolds}`,
  );
  const head = [`title=${JSON.stringify(draft.title?.value ?? null)} language=${draft.language ?? "–"}`];
  const problems = draft.problems.map(({ span, message }) => `problem ${place(span.start)} ${message}`);
  return `${[...head, ...lines, ...statuses, ...samples, ...envelopes, ...problems].join("\n")}\n`;
}
