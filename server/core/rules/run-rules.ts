import type { Catalog, Code } from "../catalog/model.ts";
import type { Fact, RuleLevels, Scope } from "../facts/model.ts";
import type { SourceFile } from "../syntax/tree.ts";
import type { Problem, Severity } from "../text/problem.ts";
import { catalogRules, factRules, ruleNames } from "./index.ts";
import type { CatalogRule, CatalogRuleContext, FactRule, FactRuleContext, Finding, Fix } from "./model.ts";
import { applySuppressions, readSuppressions, reportSuppressions, suppressingComments } from "./suppression.ts";

export interface RuleInput {
  readonly uri: string;
  readonly file: SourceFile;
  readonly facts: readonly Fact[];
  readonly scope: Scope;
  readonly sentElsewhere?: FactRuleContext["sentElsewhere"];
}

/** The findings of all rules about a source or data file, in the order of the text, suppressions obeyed. */
export function runRules(input: RuleInput): readonly Finding[] {
  const { uri, file, facts, scope, sentElsewhere } = input;
  const { text, comments } = file;
  const { rules: levels } = scope;
  const context: FactRuleContext = { uri, text, file, facts, scope, sentElsewhere };
  const asked = factRules.filter(({ meta }) => levels.get(meta.name) !== "off");
  const found =
    facts.length === 0
      ? []
      : asked.flatMap((rule) => {
          const check = { states: rule.check(context), fixesOf: (state: unknown) => rule.fixes?.(state, context) };
          return findingsOf(rule, check, levels);
        });
  const suppressions = readSuppressions(text, comments);
  const { kept, unused } = applySuppressions(found, suppressions);
  const askedNames = new Set(asked.map(({ meta }) => meta.name));
  const reports = reportSuppressions(unused, { uri, text, known: ruleNames, asked: askedNames });
  return sorted([...kept, ...atLevel(reports, levels), ...runProblems(scope.problems, levels)]);
}

export interface CatalogRuleInput {
  readonly uri: string;
  readonly text: string;
  readonly catalog: Catalog;
  /** What the reader of the catalog found. */
  readonly problems: readonly Problem[];
  readonly levels: RuleLevels;
}

/** The findings about a catalog's own file: those of the catalog rules, and what its reader found. */
export function runCatalogRules({ text, uri, catalog, problems, levels }: CatalogRuleInput): readonly Finding[] {
  const context: CatalogRuleContext = { catalog, uri, text };
  const asked = catalogRules.filter(({ meta }) => levels.get(meta.name) !== "off");
  const found = asked.flatMap((rule) => {
    const check = { states: rule.check(context), fixesOf: (state: unknown) => rule.fixes?.(state, context) };
    return findingsOf(rule, check, levels).map((finding) => ({ ...finding, catalog: catalog.id }));
  });
  const { kept, unused } = applySuppressions(found, readSuppressions(text, suppressingComments(text)));
  const names = new Set(asked.map(({ meta }) => meta.name));
  const reports = reportSuppressions(unused, { uri, text, known: ruleNames, asked: names });
  return sorted([...kept, ...atLevel(reports, levels), ...runProblems(problems, levels)]);
}

/** Problems of readers as findings; the rule is the problem's code. */
export function runProblems(problems: readonly Problem[], levels: RuleLevels): readonly Finding[] {
  const findings = problems.map(({ code, message, severity, span }) => ({
    rule: code,
    severity,
    message,
    span,
    catalog: undefined,
    code: undefined,
    status: undefined,
    fixes: [],
    related: [],
    unnecessary: false,
  }));
  return sorted(atLevel(findings, levels));
}

/** What a rule found, and how what it found is mended. */
interface Check {
  readonly states: Iterable<unknown>;
  readonly fixesOf: (state: unknown) => readonly Fix[] | undefined;
}

function findingsOf(
  rule: FactRule<unknown> | CatalogRule<unknown>,
  { states, fixesOf }: Check,
  levels: RuleLevels,
): readonly Finding[] {
  const level = levels.get(rule.meta.name);
  const findings: Finding[] = [];
  for (const state of states) {
    const severity = severityAt(level, rule.severity?.(state) ?? rule.meta.severity);
    if (severity === undefined) continue;
    const about: About = rule.about?.(state) ?? {};
    findings.push({
      rule: rule.meta.name,
      severity,
      message: rule.message(state),
      span: rule.span(state),
      catalog: about.catalog,
      code: about.code,
      status: about.status,
      fixes: fixesOf(state) ?? [],
      related: rule.related?.(state) ?? [],
      unnecessary: rule.kind === "fact" && (rule.unnecessary?.(state) ?? false),
    });
  }
  return findings;
}

interface About {
  readonly catalog?: string;
  readonly code?: Code;
  readonly status?: number;
}

function atLevel(findings: readonly Finding[], levels: RuleLevels): readonly Finding[] {
  return findings.flatMap((finding) => {
    const severity = severityAt(levels.get(finding.rule), finding.severity);
    return severity === undefined ? [] : { ...finding, severity };
  });
}

function severityAt(level: Severity | "off" | undefined, own: Severity): Severity | undefined {
  return level === "off" ? undefined : (level ?? own);
}

function sorted(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (left, right) =>
      left.span.start - right.span.start || left.span.end - right.span.end || left.rule.localeCompare(right.rule),
  );
}
