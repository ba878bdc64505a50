import type { Catalog } from "../catalog/model.ts";
import type { Fact } from "../facts/model.ts";
import { statusesOfCode } from "../facts/verdicts.ts";
import { wordsOf } from "../facts/words-of.ts";
import type { BodyField, ErrorSite } from "../sites/model.ts";
import type { Severity } from "../text/problem.ts";
import type { FactRule, FactRuleContext, Fix } from "./model.ts";
import { type ErrorAsSuccess, errorAsSuccess } from "./support/error-as-success.ts";
import { catalogName, codeName, listed } from "./support/phrases.ts";
import { judgePolicy } from "./support/policies.ts";
import { rangeName } from "./support/ranges.ts";
import { settledValues } from "./support/settled.ts";
import { statusFixes } from "./support/status-fix.ts";
import { statusPlace } from "./support/status-place.ts";
import { isTestFile } from "./support/test-file.ts";

/** A failure that the catalog wants as a success, or an error that it does not. */
type State = Misplaced | (ErrorAsSuccess & { readonly fact: Fact });

interface Misplaced {
  readonly kind: "failure-as-error";
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
    summary: "A business failure goes out as an HTTP error, or an error as a success, against what the catalog says.",
    authority:
      "A catalog's policy for `business-failure`, and the statuses that it gives its codes. RFC 9110 §15.3: a 2xx says that the request was received, understood and accepted, not that its business went well.",
    description: [
      "Some APIs answer 2xx when the request was understood and the business says no, and put the failure into the body. A caller of such an API takes a 4xx for a broken request and may retry or alarm.",
      "Only catalogs with a policy for business failures are asked; the failure is recognised by a body field named so (`booking_failure`, `orderFailure`).",
      "The other way round, an API whose codes all come with 4xx and 5xx sends no error as a success: clients that look at the status take it for one. Told are bodies in the shape of its errors beside a 2xx that is written, and a code of the one catalog that was named where nothing sets a status, so that it goes out with 200. A code that is known beside a status that is written is a matter of `status-mismatch`.",
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
        {
          title: "Nothing sets a status: an error that looks like a success",
          language: "ts",
          catalogs: ["uk-retail-api"],
          text: 'export const GET = () => Response.json({ ok: false, error: { code: "FORBIDDEN", message: "Service record" } });\n',
          fixed: {
            title: "Answer 409",
            text: 'export const GET = () => Response.json({ ok: false, error: { code: "FORBIDDEN", message: "Service record" } }, { status: 409 });\n',
          },
        },
        {
          title: "Whatever the code is, it does not come with 200",
          language: "ts",
          catalogs: ["uk-retail-api"],
          text: "res.status(200).json({ ok: false, error: { code: error.code, message: error.message } });\n",
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
    const isTest = isTestFile(context.uri);
    for (const fact of context.facts) {
      const state = misplaced(fact, context);
      if (state) yield state;
      const found = isTest ? undefined : errorAsSuccess(fact, context);
      if (found) yield { ...found, fact };
    }
  },
  span: (state) => (state.kind === "failure-as-error" ? statusPlace(state.fact.site) : state.span),
  message(state) {
    const name = catalogName(state.catalog);
    switch (state.kind) {
      case "failure-as-error":
        return `A business failure (\`${state.field.path.at(-1)}\`) goes with ${state.use} in ${name}, not ${listed(state.statuses, "or")}`;
      case "said":
        return `An error goes out with ${state.status} here; ${name} sends its errors with 4xx and 5xx only`;
      case "silent":
        return `Nothing sets a status here, so that ${codeName(state.entry.code)} goes out with 200; in ${name} it goes with ${listed(statusesOfCode(state.entry), "or")}`;
    }
  },
  severity: (state) => (state.kind === "failure-as-error" ? state.severity : "warning"),
  about: (state) => ({
    catalog: state.catalog.id,
    ...(state.kind === "silent"
      ? { code: state.entry.code }
      : { status: state.kind === "said" ? state.status : state.statuses[0] }),
  }),
  fixes(state, context): readonly Fix[] {
    switch (state.kind) {
      case "failure-as-error":
        return statusFixes(state.fact, context, { to: state.to, preferred: true, only: false });
      case "said":
        return [];
      case "silent":
        return statusesOfCode(state.entry).map((status, index) => ({
          title: `Answer ${status}`,
          safety: "suggestion",
          preferred: index === 0,
          edits: [{ uri: context.uri, edits: [state.setStatus(status)] }],
        }));
    }
  },
};

function misplaced(fact: Fact, { uri }: FactRuleContext): Misplaced | undefined {
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
    kind: "failure-as-error",
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
