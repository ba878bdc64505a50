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
  readonly status: number | undefined;
  /** Who forbids the body of this status; undefined for an answer to HEAD, which has none whatever its status. */
  readonly forbidden: Forbidden | undefined;
  /** Whether something would be lost: an empty object is but noise. */
  readonly saysSomething: boolean;
  /** Whether a test or a mock tries it out. */
  readonly isTest: boolean;
}

interface Forbidden {
  readonly entry: StatusEntry;
  readonly catalog: Catalog;
  readonly isGeneral: boolean;
}

export const bodyNotAllowed: FactRule<State> = {
  kind: "fact",
  meta: {
    name: "body-not-allowed",
    severity: "warning",
    summary: "A body is written for a status that carries none.",
    authority: "RFC 9110 §15.3.5 (204), §15.3.6 (205), §15.4.5 (304) and §9.3.2 (HEAD), or the catalog.",
    description:
      "204, 205 and 304 end after their headers (RFC 9110 §15.3.5, §15.3.6, §15.4.5). Servers drop the body silently, and the constructor of a web `Response` throws. Works without any catalog; a catalog may say the same of further statuses. In tests only a catalog's own word counts, as information, and a line that tells the compiler to expect an error (`@ts-expect-error`) is left alone. An answer to HEAD has no body whatever its status (RFC 9110 §9.3.2): told, as information, in what answers HEAD alone.",
    examples: {
      invalid: [
        {
          title: "What the body says never arrives",
          language: "ts",
          catalogs: [],
          text: 'res.status(204).json({ message: "Deleted" });\n',
          fixed: { title: "Answer without a body", text: "res.status(204).end();\n" },
        },
        {
          title: "HEAD is told the headers only",
          language: "ts",
          catalogs: [],
          text: 'app.head("/orders", (req, res) => res.status(404).json({ message: "None" }));\n',
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
  message({ status, forbidden }) {
    if (forbidden === undefined) return "An answer to HEAD carries no body (RFC 9110 §9.3.2): this one is never sent";
    const { entry, catalog, isGeneral } = forbidden;
    const source =
      entry.body?.authority ?? (isGeneral ? (entry.authority ?? catalogName(catalog)) : catalogName(catalog));
    const title = entry.title === undefined ? "" : ` ${entry.title}`;
    return `${status}${title} carries no body (${source}): this one is never sent`;
  },
  severity({ forbidden, saysSomething, isTest }): Severity {
    const level = forbidden?.entry.body?.level;
    if (level === "may") return "hint";
    // Servers drop what is sent to HEAD, and often one handler answers GET too.
    return forbidden === undefined || !saysSomething || isTest || level === "should" ? "information" : "warning";
  },
  about: ({ forbidden, status }) => ({
    ...(forbidden === undefined ? {} : { catalog: forbidden.catalog.id }),
    ...(status === undefined ? {} : { status }),
  }),
  fixes(state, context) {
    const { forbidden, status = 0 } = state;
    const [keep] =
      forbidden !== undefined && status < 300
        ? statusFixes(state.fact, context, { to: 200, preferred: false, only: false })
        : [];
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
  if (body === undefined || site.role === "handle") return undefined;
  if (body.form !== "literal" && body.form !== "text") return undefined;
  const shown = text.slice(body.span.start, body.span.end).trim();
  if (shown === "" || /^(?:""|''|``)$/.test(shown)) return undefined;
  const saysSomething = body.form === "text" || body.fields.length > 0 || !body.complete;
  const found = { fact, status, saysSomething, isTest };
  const forbidden = status === undefined ? "unknown" : forbiddenBy(fact, status, isTest);
  if (typeof forbidden === "object") return { ...found, forbidden };
  const isToHead = forbidden === "unknown" && !isTest && answersHead(site, text);
  return isToHead ? { ...found, forbidden: undefined } : undefined;
}

/** Who forbids the body of a status; whether a catalog allows it, or nobody says anything. */
function forbiddenBy(fact: Fact, status: number, isTest: boolean): Forbidden | "allowed" | "unknown" {
  for (const { scoped } of applicableVerdicts(fact)) {
    const entry = statusEntry(scoped.catalog, status);
    if (entry?.body?.allowed === true) return "allowed";
    if (entry?.body) return { entry, catalog: scoped.catalog, isGeneral: false };
  }
  // Tests of servers send such bodies on purpose, to see them dropped.
  if (isTest) return "unknown";
  const entry = statusEntry(fact.general, status);
  if (fact.general === undefined || entry?.body === undefined || entry.body.allowed) return "unknown";
  return { entry, catalog: fact.general, isGeneral: true };
}

const headRoute = /\.\s*head\s*\(\s*(?:["'`][^"'`\n]*["'`]|\/[^\n]*\/)\s*,\s*(?:async\s*)?$/;
const headHandler = /^(?:async\s+)?function\s+HEAD\s*\(|\bHEAD\s*(?::[^=\n]*)?=\s*(?:async\s*)?$/;

/** Whether a site stands in what answers HEAD alone: `app.head("/a", …)`, a handler that is called `HEAD`. */
function answersHead({ function: around, role }: ErrorSite, text: string): boolean {
  if (around === undefined || role !== "emit") return false;
  const before = text.slice(Math.max(0, around.start - 200), around.start);
  return (
    headRoute.test(before) || headHandler.test(before) || headHandler.test(text.slice(around.start, around.start + 40))
  );
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
