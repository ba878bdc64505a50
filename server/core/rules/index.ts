/** All rules, one line each; what is not in this list does not run and has no settings. */
import type { CatalogRule, FactRule, Rule } from "./model.ts";
import { statusMismatch } from "./status-mismatch.ts";

export const rules: readonly Rule[] = [statusMismatch];

export const factRules: readonly FactRule<unknown>[] = rules.filter((rule) => rule.kind === "fact");

export const catalogRules: readonly CatalogRule<unknown>[] = rules.filter((rule) => rule.kind === "catalog");

export const ruleNames: ReadonlySet<string> = new Set(rules.map(({ meta }) => meta.name));
