/** All rules, one line each; what is not in this list does not run and has no settings. */
import { ambiguousCode } from "./ambiguous-code.ts";
import { bodyNotAllowed } from "./body-not-allowed.ts";
import { businessFailureStatus } from "./business-failure-status.ts";
import { catalogConflict } from "./catalog-conflict.ts";
import { catalogDuplicateCode } from "./catalog-duplicate-code.ts";
import { catalogMissingText } from "./catalog-missing-text.ts";
import { catalogPlaceholders } from "./catalog-placeholders.ts";
import { catalogSimilarCodes } from "./catalog-similar-codes.ts";
import { catalogStatusMissing } from "./catalog-status-missing.ts";
import { catalogUndefinedCode } from "./catalog-undefined-code.ts";
import { deprecatedCode } from "./deprecated-code.ts";
import { envelopeMismatch } from "./envelope-mismatch.ts";
import { genericCode } from "./generic-code.ts";
import { impossibleComparison } from "./impossible-comparison.ts";
import { inconsistentStatus } from "./inconsistent-status.ts";
import { messageMismatch } from "./message-mismatch.ts";
import { missingHeader } from "./missing-header.ts";
import type { CatalogRule, FactRule, Rule } from "./model.ts";
import { rateLimitStatus } from "./rate-limit-status.ts";
import { reportRules } from "./report-rules.ts";
import { retryAdvice } from "./retry-advice.ts";
import { statusMismatch } from "./status-mismatch.ts";
import { unauthenticatedStatus } from "./unauthenticated-status.ts";
import { unhandledCode } from "./unhandled-code.ts";
import { unknownCode } from "./unknown-code.ts";
import { unknownStatus } from "./unknown-status.ts";

export const rules: readonly Rule[] = [
  statusMismatch,
  unknownCode,
  ambiguousCode,
  deprecatedCode,
  messageMismatch,
  genericCode,
  envelopeMismatch,
  rateLimitStatus,
  unauthenticatedStatus,
  businessFailureStatus,
  missingHeader,
  bodyNotAllowed,
  impossibleComparison,
  unhandledCode,
  retryAdvice,
  unknownStatus,
  inconsistentStatus,
  catalogDuplicateCode,
  catalogUndefinedCode,
  catalogConflict,
  catalogStatusMissing,
  catalogSimilarCodes,
  catalogMissingText,
  catalogPlaceholders,
  ...reportRules,
];

export const factRules: readonly FactRule<unknown>[] = rules.filter((rule) => rule.kind === "fact");

export const catalogRules: readonly CatalogRule<unknown>[] = rules.filter((rule) => rule.kind === "catalog");

export const ruleNames: ReadonlySet<string> = new Set(rules.map(({ meta }) => meta.name));
