/** Names and weights of findings that readers and the run itself make; there is nothing to check here. */
import type { Severity } from "../text/problem.ts";
import type { ReportRule, RuleExample } from "./model.ts";

const configurationFile = "error-code-insight.json";
const baselineFile = "error-code-insight-baseline.json";

export const reportRules: readonly ReportRule[] = [
  report("catalog-syntax", "error", {
    summary: "A catalog file is not written as the format wants it.",
    authority: "The format of catalogs, as its schema `catalogs/catalog.schema.json` has it.",
    description:
      "What cannot be read is missing wherever the catalog is asked. The entry is kept as far as it can be read, and while a text is half typed the last good catalog goes on serving. Unknown keys are warnings with the nearest known key.",
    invalid: [
      {
        title: "A status that is none",
        language: "yaml",
        catalogs: [],
        text: "id: sample\ntitle: Sample API\nlanguage: en\ncodes:\n  ORDER_CLOSED: { status: closed }\n",
      },
    ],
    valid: [
      {
        title: "A small catalog",
        language: "yaml",
        catalogs: [],
        text: "id: sample\ntitle: Sample API\nlanguage: en\ncodes:\n  ORDER_CLOSED: { status: 409 }\n",
      },
    ],
  }),
  report("configuration-syntax", "error", {
    summary: "The configuration file is not written as it should be.",
    authority: "The format of the configuration, as its schema `catalogs/configuration.schema.json` has it.",
    description:
      "What is broken has its default; the rest is in force. Comments are allowed, and unknown keys and rules are told with the nearest known one.",
    invalid: [
      {
        title: "A weight that there is not",
        language: "json",
        file: configurationFile,
        catalogs: [],
        text: '{ "rules": { "missing-header": "loud" } }\n',
      },
    ],
    valid: [
      {
        title: "A rule that is off",
        language: "json",
        file: configurationFile,
        catalogs: [],
        text: '{ "rules": { "missing-header": "off" } }\n',
      },
    ],
  }),
  report("configuration-catalog", "error", {
    summary: "The configuration names a catalog that cannot be found or read.",
    authority: "The configuration itself, which leads nowhere.",
    description:
      "The catalog is not in scope until the reference leads to one, so that no rule can speak by its word. Paths count from the configuration's folder; `builtin:` goes before the id of a catalog that comes with the product.",
    invalid: [
      {
        title: "No such file",
        language: "json",
        file: configurationFile,
        catalogs: [],
        text: '{ "catalogs": ["./docs/erors.md"] }\n',
      },
    ],
    valid: [
      {
        title: "A catalog that is built in",
        language: "json",
        file: configurationFile,
        catalogs: [],
        text: '{ "catalogs": ["builtin:http"] }\n',
      },
    ],
  }),
  report("baseline-syntax", "error", {
    summary: "The baseline is not written as it should be.",
    authority: "The program, which alone writes baselines (`check --update-baseline`).",
    description: "It hides nothing until it can be read: a part of it would hide what nobody meant.",
    invalid: [
      {
        title: "A count that is none",
        language: "json",
        file: baselineFile,
        catalogs: [],
        text: '{ "version": 1, "files": { "src/a.ts": { "unknown-code": -1 } } }\n',
      },
    ],
    valid: [
      {
        title: "One finding of a rule in a file",
        language: "json",
        file: baselineFile,
        catalogs: [],
        text: '{ "version": 1, "files": { "src/a.ts": { "unknown-code": 1 } } }\n',
      },
    ],
  }),
  report("unknown-catalog", "warning", {
    summary: "A comment `error-catalog: …` names a catalog that does not exist.",
    authority: "The comment itself, which leads nowhere.",
    description:
      "The file is checked by other catalogs than its author meant. Known are the built-in catalogs and those that the nearest configuration names.",
    invalid: [
      {
        title: "A slip in the name",
        language: "ts",
        catalogs: [],
        text: "// error-catalog: agora-caht\nres.status(404).end();\n",
      },
    ],
    valid: [
      {
        title: "A catalog that is built in",
        language: "ts",
        catalogs: [],
        text: "// error-catalog: agora-chat\nres.status(404).end();\n",
      },
    ],
  }),
  report("unused-suppression", "hint", {
    summary: "A comment silences a rule that finds nothing there, or a rule that does not exist.",
    authority: "The rule that is named, which finds nothing.",
    description:
      "Comments left behind would silence what comes later. Rules that are off here are not asked, and comments that name them are left alone.",
    invalid: [
      {
        title: "The status was mended, the comment stayed",
        language: "ts",
        catalogs: [],
        text: "// error-code-insight-disable-next-line unknown-status -- the old proxy\nres.status(422).end();\n",
        fixed: { title: "Remove this comment", text: "res.status(422).end();\n" },
      },
    ],
    valid: [
      {
        title: "It silences something",
        language: "ts",
        catalogs: [],
        text: "// error-code-insight-disable-next-line unknown-status -- the old proxy\nres.status(432).end();\n",
      },
    ],
  }),
  report("file-skipped", "information", {
    summary: "A file was not read because it is too large or nested too deeply.",
    authority: "The program's own bounds: 5 MB, and 200 levels of brackets.",
    description:
      "Nothing is known about such a file, so that silence about it means nothing. `exclude` in the configuration is the way to be rid of this notice.",
    invalid: [],
    valid: [],
  }),
];

interface Reported {
  readonly summary: string;
  readonly authority: string;
  readonly description: string;
  readonly invalid: readonly RuleExample[];
  readonly valid: readonly RuleExample[];
}

function report(
  name: string,
  severity: Severity,
  { summary, authority, description, invalid, valid }: Reported,
): ReportRule {
  const fix = name === "unused-suppression" ? "safe" : "none";
  return {
    kind: "report",
    meta: { name, severity, summary, authority, description, examples: { invalid, valid }, fix },
  };
}
