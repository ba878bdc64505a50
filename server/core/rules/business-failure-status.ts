import type { Catalog } from "../catalog/model.ts";
import type { Fact } from "../facts/model.ts";
import { wordsOf } from "../facts/words-of.ts";
import type { BodyField, ErrorSite } from "../sites/model.ts";
import type { Severity } from "../text/problem.ts";
import type { FactRule, FactRuleContext } from "./model.ts";
import { catalogName, listed } from "./support/phrases.ts";
import { judgePolicy } from "./support/policies.ts";
import { rangeName } from "./support/ranges.ts";
import { settledValues } from "./support/settled.ts";
import { statusFixes } from "./support/status-fix.ts";
import { statusPlace } from "./support/status-place.ts";

interface State {
  readonly fact: Fact;
  readonly field: BodyField;
  readonly statuses: readonly number[];
  readonly catalog: Catalog;
  readonly use: string;
  readonly to: number;
  readonly severity: Severity;
}

export const businessFailureStatus: FactRule<State> = {
  kind: "fact",
  meta: {
    name: "business-failure-status",
    severity: "information",
    summary: "A body that reports a business failure goes out as an HTTP error, against the catalog's house rule.",
    authority:
      "A catalog's policy for `business-failure`. RFC 9110 §15.3: a 2xx says that the request was received, understood and accepted, not that its business went well.",
    description: [
      "Some APIs answer 2xx when the request was understood and the business says no, and put the failure into the body. A caller of such an API takes a 4xx for a broken request and may retry or alarm.",
      "Only catalogs with a policy for business failures are asked; the failure is recognised by a body field named so (`booking_failure`, `orderFailure`).",
    ].join("\n\n"),
    examples: {
      invalid: [
        {
          title: "A slot that is taken is no HTTP error here",
          language: "ts",
          catalogs: ["google-booking-server"],
          text: 'res.status(409).json({ booking_failure: { cause: "SLOT_UNAVAILABLE" } });\n',
          fixed: {
            title: "Answer 200 OK",
            text: 'res.status(200).json({ booking_failure: { cause: "SLOT_UNAVAILABLE" } });\n',
          },
        },
      ],
      valid: [
        {
          title: "The failure stands in the body of a success",
          language: "ts",
          catalogs: ["google-booking-server"],
          text: 'res.status(200).json({ booking_failure: { cause: "SLOT_UNAVAILABLE" } });\n',
        },
      ],
    },
    fix: "suggestion",
  },
  *check(context) {
    for (const fact of context.facts) {
      const state = misplaced(fact, context);
      if (state) yield state;
    }
  },
  span: ({ fact }) => statusPlace(fact.site),
  message: ({ field, statuses, catalog, use }) =>
    `A business failure (\`${field.path.at(-1)}\`) goes with ${use} in ${catalogName(catalog)}, not ${listed(statuses, "or")}`,
  severity: ({ severity }) => severity,
  about: ({ catalog, statuses }) => ({ catalog: catalog.id, status: statuses[0] }),
  fixes: ({ fact, to }, context) => statusFixes(fact, context, { to, preferred: true, only: false }),
};

function misplaced(fact: Fact, { uri }: FactRuleContext): State | undefined {
  const { site } = fact;
  const statuses = settledValues(site.status);
  const field = failureField(site);
  if (site.role === "handle" || field === undefined || statuses.length === 0) return undefined;
  const verdict = judgePolicy(fact, "business-failure", { statuses, uri });
  if (verdict.kind !== "wrong") return undefined;
  const { catalog, policy } = verdict;
  const [first] = policy.use;
  if (first === undefined) return undefined;
  return {
    fact,
    field,
    statuses,
    catalog,
    use: listed(policy.use.map(rangeName), "or"),
    to: first.from,
    severity: policy.level === "must" ? "warning" : policy.level === "should" ? "information" : "hint",
  };
}

/** The outermost field that is named a failure and says something; `failure: null` says that there was none. */
function failureField({ body }: ErrorSite): BodyField | undefined {
  return body?.fields
    .filter(({ path, value }) => isCalledFailure(path.at(-1) ?? "") && value !== null && value !== false)
    .toSorted((left, right) => left.path.length - right.path.length)[0];
}

/** `booking_failure`, `orderFailure`; `last_failure` and `is_failure` tell of others. */
function isCalledFailure(name: string): boolean {
  const words = wordsOf(name);
  return (
    words.at(-1) === "failure" && !/^(?:last|previous|prior|recent|first|on|is|has|total|max)$/.test(words[0] ?? "")
  );
}
