/** What there is to read about a rule: a page of Markdown for people, plain data for programs. */
import { catalogRules, rules } from "../rules/index.ts";
import type { RuleExample, RuleMeta } from "../rules/model.ts";

/** What is known of the rule `name`; undefined where there is none. */
export function ruleNamed(name: string): RuleMeta | undefined {
  return rules.find(({ meta }) => meta.name === name)?.meta;
}

/** The page of a rule, a whole Markdown document that ends in a line break. */
export function rulePage(meta: RuleMeta): string {
  const { name, severity, summary, description, authority, examples } = meta;
  const sections = [
    `# ${name}\n\n${summary}`,
    `Default: **${severity}**. ${fixSentence(meta)}`,
    `## Why\n\n${description}`,
    `## By whose word\n\n${authority}`,
    ...exampleSections("What it finds", examples.invalid),
    ...exampleSections("What it leaves alone", examples.valid),
    `## Options\n\nSet the severity in \`error-code-insight.json\`, for the project or for some files of it: \`error\`, \`warning\`, \`information\`, \`hint\` or \`off\`.\n\n${fenced("json", optionsSample(name))}`,
    `## Silence it\n\n${silencing(name)}`,
  ];
  return `${sections.join("\n\n")}\n`;
}

/** A rule as plain data. */
export function ruleData(meta: RuleMeta) {
  const { name, severity, summary, description, authority, examples, fix } = meta;
  return { name, severity, summary, description, authority, fix, examples };
}

function fixSentence({ fix }: RuleMeta): string {
  switch (fix) {
    case "safe":
      return "Fixes: where only one is possible it is safe, and “fix all” applies it; otherwise they are suggestions to choose from.";
    case "suggestion":
      return "Fixes: suggestions to choose from; “fix all” leaves them alone.";
    case "none":
      return "There is no fix: only people know what is meant.";
  }
}

function exampleSections(title: string, examples: readonly RuleExample[]): readonly string[] {
  if (examples.length === 0) return [];
  return [`## ${title}`, ...examples.map(exampleSection)];
}

function exampleSection({ title, language, file, catalogs, catalog, text, fixed }: RuleExample): string {
  const named = catalogs.map((id) => `\`${id}\``).join(", ");
  const scope = [named === "" ? "" : `with ${named} in scope`, catalog === undefined ? "" : "with the catalog below"];
  const where = scope.filter((part) => part !== "").join(", and ");
  const seen = [file === undefined ? "" : `In \`${file}\``, where === "" ? "" : `seen ${where}`].filter(
    (part) => part !== "",
  );
  const sentence = seen.join(", ");
  return [
    `### ${title}`,
    ...(sentence === "" ? [] : [`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}:`]),
    fenced(language, text),
    ...(catalog === undefined ? [] : [fenced("yaml", catalog)]),
    ...(fixed === undefined ? [] : [`After the fix “${fixed.title}”:`, fenced(language, fixed.text)]),
  ].join("\n\n");
}

function optionsSample(name: string): string {
  return `{
  "rules": { "${name}": "off" },
  "overrides": [{ "files": ["src/legacy/**"], "rules": { "${name}": "hint" } }]
}`;
}

/** What no comment can silence: it is about comments, or about files that hold none or were not read. */
const withoutComments: ReadonlySet<string> = new Set([
  "unused-suppression",
  "unknown-catalog",
  "file-skipped",
  "baseline-syntax",
  "configuration-syntax",
  "configuration-catalog",
]);

function silencing(name: string): string {
  if (withoutComments.has(name)) return "No comment silences it. Set its severity to `off`, or mend what it is about.";
  const isOfCatalogs = name === "catalog-syntax" || catalogRules.some(({ meta }) => meta.name === name);
  const mark = isOfCatalogs ? "#" : "//";
  const forms = isOfCatalogs
    ? "A Markdown or HTML page says it in `<!-- … -->`, a JSON file with comments in `//`."
    : "Among the children of a JSX element it stands in `{/* … */}`, in YAML behind `#`.";
  return [
    "For one line, with a reason:",
    fenced(
      isOfCatalogs ? "yaml" : "ts",
      `${mark} error-code-insight-disable-next-line ${name} -- why this is right here`,
    ),
    `\`-disable-line\` stands in the line itself; \`-disable\` holds to \`-enable\` or to the end of the file. ${forms} Plain JSON has no comments: there a quick fix turns the rule off for the file, by an override in the configuration.`,
    "A comment that silences nothing is reported (`unused-suppression`). What an old project has already can be recorded with `error-code-insight check --update-baseline`.",
  ].join("\n\n");
}

/** A fence longer than any in the text. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n$/, "")}\n${fence}`;
}
