/** All facts of a catalog as lines of text, without its explanations: what a golden file holds. */
import type {
  BodyPath,
  Catalog,
  CodeEntry,
  Envelope,
  HeaderRule,
  Limit,
  Policy,
  StatusEntry,
  StatusRange,
} from "../../server/core/catalog/model.ts";

/** The whole text of the golden file for `catalog`. */
export function goldenText(catalog: Catalog): string {
  const sections = [
    section("envelopes", catalog.envelopes.map(envelopeLine)),
    section("statuses", catalog.statuses.flatMap(statusLines)),
    section("codes", catalog.codes.flatMap(codeLines)),
    section("policies", catalog.policies.flatMap(policyLines)),
    section(
      "samples",
      catalog.samples.map(({ status, code, message }) => JSON.stringify({ status, code, message })),
    ),
    section("evidence", [JSON.stringify(catalog.evidence)]),
  ];
  const completeness = catalog.complete ? "complete" : "not complete";
  return `${catalog.id}, ${catalog.language}, ${completeness}, messages ${catalog.messages}\n${sections.join("")}`;
}

/** `404`, or `2xx` for a class. */
export function rangeText({ from, to }: StatusRange): string {
  return from === to ? String(from) : `${from / 100}xx`;
}

function section(name: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `\n${name}\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

function envelopeLine(envelope: Envelope): string {
  const path = (value: BodyPath | undefined): string | undefined => value?.join(".");
  const { failure } = envelope;
  return `${envelope.id} ${JSON.stringify({
    code: path(envelope.code),
    holds: envelope.codeHolds,
    message: path(envelope.message),
    status: path(envelope.status),
    details: path(envelope.details),
    failure: failure && { [failure.path.join(".")]: failure.value },
    required: envelope.required.map(path),
    distinctive: envelope.distinctive,
  })}`;
}

function statusLines(entry: StatusEntry): readonly string[] {
  const { body } = entry;
  return [
    [rangeText(entry.status), entry.title ?? "", entry.deprecated ? "(deprecated)" : ""].filter(Boolean).join(" "),
    ...indented([
      entry.authority === undefined ? "" : `by ${entry.authority}`,
      entry.retry === undefined ? "" : `retry ${entry.retry.advice}`,
      body === undefined || body.allowed ? "" : `no body (${body.level}, ${body.authority ?? "no authority"})`,
      ...entry.avoid.map(({ when, instead }) => `not for ${when.get("en")}: ${instead}`),
      ...entry.headers.map(headerLine),
      ...entry.limits.map(limitLine),
      tagLine(entry.tags),
    ]),
  ];
}

function codeLines(entry: CodeEntry): readonly string[] {
  const list = (name: string, values: readonly unknown[]): string =>
    values.length === 0 ? "" : `${name} ${values.map((value) => JSON.stringify(value)).join(", ")}`;
  return [
    `${JSON.stringify(entry.code)} ${entry.statuses.join(", ") || "no status"}`,
    ...indented([
      ...entry.messages.flatMap(({ template, statuses, methods }) =>
        [`says ${JSON.stringify(template)}`, statuses.join(", "), list("of", methods)].filter(Boolean).join(" "),
      ),
      ...entry.meanings.map(({ message, summary }) => `may mean ${JSON.stringify(message)}: ${summary.get("en")}`),
      entry.duplicates.length === 0 ? "" : `defined ${entry.duplicates.length + 1} times`,
      entry.retry === undefined ? "" : `retry ${entry.retry.advice}`,
      entry.parent === undefined ? "" : list("part of", [entry.parent]),
      list("methods", entry.methods),
      list("not to be confused with", entry.confusedWith),
      ...entry.headers.map(headerLine),
      ...entry.limits.map(limitLine),
      tagLine(entry.tags),
    ]),
  ];
}

function policyLines(policy: Policy): readonly string[] {
  const ranges = (values: readonly StatusRange[]): string => values.map(rangeText).join(", ") || "nothing";
  return [
    `${policy.concern} (${policy.level}): use ${ranges(policy.use)}, never ${ranges(policy.never)}`,
    ...indented(policy.exceptions.map(({ use, words }) => `but ${ranges(use)} for ${words.join(", ")}`)),
  ];
}

function headerLine({ name, level, authority }: HeaderRule): string {
  return `header ${name} (${level}${authority === undefined ? "" : `, ${authority}`})`;
}

function limitLine({ what, amount, per }: Limit): string {
  return `limit ${amount} ${what.get("en")} per ${per}`;
}

function tagLine(tags: readonly string[]): string {
  return tags.length === 0 ? "" : `tags ${tags.join(", ")}`;
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line !== "").map((line) => `  ${line}`);
}
