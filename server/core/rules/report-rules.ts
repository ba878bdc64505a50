/** Names and weights of findings that readers and the run itself make; there is nothing to check here. */
import type { Severity } from "../text/problem.ts";
import type { ReportRule } from "./model.ts";

export const reportRules: readonly ReportRule[] = [
  report("catalog-syntax", "error", {
    summary: "A catalog file is not written as the format wants it.",
    description: "The entry is kept as far as it can be read. Unknown keys are warnings with the nearest known key.",
  }),
  report("configuration-syntax", "error", {
    summary: "The configuration file is not written as it should be.",
    description: "What is broken has its default; the rest is in force.",
  }),
  report("configuration-catalog", "error", {
    summary: "The configuration names a catalog that cannot be found or read.",
    description: "The catalog is not in scope until the reference leads to one.",
  }),
  report("baseline-syntax", "error", {
    summary: "The baseline is not written as it should be.",
    description: "It hides nothing until it can be read: a part of it would hide what nobody meant.",
  }),
  report("unknown-catalog", "warning", {
    summary: "A comment `error-catalog: …` names a catalog that does not exist.",
    description: "Known are the built-in catalogs and those that the nearest configuration names.",
  }),
  report("unused-suppression", "hint", {
    summary: "A comment silences a rule that finds nothing there, or a rule that does not exist.",
    description: "Comments left behind would silence what comes later. Remove them.",
  }),
  report("file-skipped", "information", {
    summary: "A file was not read because it is too large or nested too deeply.",
    description: "Nothing is known about such a file; exclude it to be rid of this notice.",
  }),
];

function report(
  name: string,
  severity: Severity,
  { summary, description }: { readonly summary: string; readonly description: string },
): ReportRule {
  const examples = { invalid: [], valid: [] };
  const authority = "This program, which could not do what was asked of it.";
  return {
    kind: "report",
    meta: {
      name,
      severity,
      summary,
      authority,
      description,
      examples,
      fix: name === "unused-suppression" ? "safe" : "none",
    },
  };
}
