import type { Catalog, StatusEntry } from "../catalog/model.ts";
import type { Fact } from "../facts/model.ts";
import { applicableVerdicts } from "../facts/verdicts.ts";
import type { ErrorSite } from "../sites/model.ts";
import type { Severity } from "../text/problem.ts";
import type { FactRule, FactRuleContext, Fix } from "./model.ts";
import { catalogName } from "./support/phrases.ts";
import { statusEntry } from "./support/ranges.ts";
import { settledValue } from "./support/settled.ts";
import { silencesTypeError } from "./support/silenced-type-error.ts";
import { statusFixes } from "./support/status-fix.ts";
import { isTestFile } from "./support/test-file.ts";

interface State {
  readonly fact: Fact;
  readonly status: number;
  readonly entry: StatusEntry;
  readonly catalog: Catalog;
  readonly isGeneral: boolean;
  /** Whether something would be lost: an empty object is but noise. */
  readonly saysSomething: boolean;
  /** Whether a test or a mock tries it out. */
  readonly isTest: boolean;
}

export const bodyNotAllowed: FactRule<State> = {
  kind: "fact",
  meta: {
    name: "body-not-allowed",
    severity: "warning",
    summary: "A body is written for a status that carries none.",
    authority: "RFC 9110 §15.3.5 (204), §15.3.6 (205), §15.4.5 (304) and §9.3.2 (HEAD), or the catalog.",
    description:
      "204, 205 and 304 end after their headers (RFC 9110 §15.3.5, §15.3.6, §15.4.5). Servers drop the body silently, and the constructor of a web `Response` throws. Works without any catalog; a catalog may say the same of further statuses. In tests only a catalog's own word counts, as information, and a line that tells the compiler to expect an error (`@ts-expect-error`) is left alone.",
    examples: {
      invalid: [
        {
          title: "What the body says never arrives",
          language: "ts",
          catalogs: [],
          text: 'res.status(204).json({ message: "Deleted" });\n',
          fixed: { title: "Answer without a body", text: "res.status(204).end();\n" },
        },
      ],
      valid: [
        { title: "No body", language: "ts", catalogs: [], text: "res.status(204).end();\n" },
        {
          title: "A status with a body",
          language: "ts",
          catalogs: [],
          text: 'res.status(200).json({ message: "Deleted" });\n',
        },
      ],
    },
    fix: "suggestion",
  },
  *check({ facts, text, uri }) {
    for (const fact of facts) {
      if (silencesTypeError(fact.site, text)) continue;
      const isTest = isTestFile(uri) || fact.site.role === "expect";
      const state = forbiddenBody(fact, { text, isTest });
      if (state) yield state;
    }
  },
  span: ({ fact }) => fact.site.body?.span ?? fact.site.span,
  message({ status, entry, catalog, isGeneral }) {
    const source =
      entry.body?.authority ?? (isGeneral ? (entry.authority ?? catalogName(catalog)) : catalogName(catalog));
    const title = entry.title === undefined ? "" : ` ${entry.title}`;
    return `${status}${title} carries no body (${source}): this one is never sent`;
  },
  severity({ entry, saysSomething, isTest }): Severity {
    if (entry.body?.level === "may") return "hint";
    return !saysSomething || isTest || entry.body?.level === "should" ? "information" : "warning";
  },
  about: ({ catalog, status }) => ({ catalog: catalog.id, status }),
  fixes(state, context) {
    const [keep] =
      state.status < 300 ? statusFixes(state.fact, context, { to: 200, preferred: false, only: false }) : [];
    const fixes = [
      withoutBody(state.fact.site, context),
      keep && { ...keep, title: keep.title.replace(/^Answer 200.*/, "Answer 200 and keep the body") },
    ];
    return fixes.filter((fix) => fix !== undefined);
  },
};

interface Place {
  readonly text: string;
  readonly isTest: boolean;
}

function forbiddenBody(fact: Fact, { text, isTest }: Place): State | undefined {
  const { site } = fact;
  const status = settledValue(site.status);
  const { body } = site;
  if (status === undefined || body === undefined || site.role === "handle") return undefined;
  if (body.form !== "literal" && body.form !== "text") return undefined;
  const shown = text.slice(body.span.start, body.span.end).trim();
  if (shown === "" || /^(?:""|''|``)$/.test(shown)) return undefined;
  const saysSomething = body.form === "text" || body.fields.length > 0 || !body.complete;
  for (const { scoped } of applicableVerdicts(fact)) {
    const entry = statusEntry(scoped.catalog, status);
    if (entry?.body?.allowed === true) return undefined;
    if (entry?.body) return { fact, status, entry, catalog: scoped.catalog, isGeneral: false, saysSomething, isTest };
  }
  // Tests of servers send such bodies on purpose, to see them dropped.
  if (isTest) return undefined;
  const entry = statusEntry(fact.general, status);
  if (fact.general === undefined || entry?.body === undefined || entry.body.allowed) return undefined;
  return { fact, status, entry, catalog: fact.general, isGeneral: true, saysSomething, isTest };
}

/** `.json({ … })` and `.send({ … })` become `.end()`, the body of a `Response` becomes `null`. */
function withoutBody({ body, span }: ErrorSite, { uri, text }: FactRuleContext): Fix | undefined {
  if (body === undefined) return undefined;
  const before = text.slice(span.start, body.span.start);
  const closing = /^\s*\)/.exec(text.slice(body.span.end))?.[0];
  const method = /\.\s*(json|send)\s*\(\s*$/.exec(before);
  const fix = (start: number, end: number, newText: string): Fix => ({
    title: "Answer without a body",
    safety: "suggestion",
    preferred: true,
    edits: [{ uri, edits: [{ span: { start, end }, newText }] }],
  });
  if (method && closing !== undefined && /\.\s*status\s*\(/.test(before)) {
    return fix(body.span.start - method[0].length, body.span.end + closing.length, ".end()");
  }
  const constructed = /new\s+(?:\w+\.)?\w*Response\s*\(\s*$/.exec(before);
  return constructed ? fix(body.span.start, body.span.end, "null") : undefined;
}
