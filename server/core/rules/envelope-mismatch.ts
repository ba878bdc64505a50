import type { BodyPath } from "../catalog/model.ts";
import type { Fact } from "../facts/model.ts";
import type { Severity } from "../text/problem.ts";
import type { Span } from "../text/span.ts";
import type { FactRule, FactRuleContext, Fix } from "./model.ts";
import { memberAt } from "./support/body-literal.ts";
import { type EnvelopeFault, envelopeFaults } from "./support/envelope-faults.ts";
import { addFields } from "./support/missing-fields.ts";
import { catalogName, listed } from "./support/phrases.ts";
import { settledValue } from "./support/settled.ts";
import { isTestFile } from "./support/test-file.ts";

interface State {
  readonly fact: Fact;
  readonly fault: EnvelopeFault;
  readonly severity: Severity;
}

export const envelopeMismatch: FactRule<State> = {
  kind: "fact",
  meta: {
    name: "envelope-mismatch",
    severity: "warning",
    summary: "An error body is not as the catalog's envelope has it.",
    authority:
      "The envelopes of the catalog: `required`, `failure`, `status` and `statusType`. RFC 9457 §3.1.2 says of the status in problem details that it repeats the status of the answer.",
    description: [
      'Clients read an error by its shape before they read its code. Four things are compared: the HTTP status that some envelopes carry once more (`status: 404`, or `code: 401` where the API puts the status there) with the status of the answer; the flag that tells failure from success (`ok: true` beside an error); fields that every error body has and this one lacks; and the type of what is written (`"404"` where the wire has a number).',
      "A body counts as an error of the catalog where it fits an envelope, or where it carries a code of the one catalog that was named at the envelope's place. A field is missing only where the whole body is written at the site and sent as it is: not where something unknown is spread into it, where it is a variable, where it is thrown or handed to a function of the program, and not in tests. Missing fields are a warning where another body of the file has them all, else information, for they may be added on the way out. Bodies of a standard beside an envelope of one's own (problem details of RFC 9457, errors of OAuth, JSON-RPC, GraphQL) are left alone, and an answer of 2xx may carry another number on purpose.",
    ].join("\n\n"),
    examples: {
      invalid: [
        {
          title: "The Persian services repeat the status in `code`",
          language: "ts",
          catalogs: ["fa-web-services"],
          text: 'res.status(400).json({ status: "error", message: "Invalid username or password", code: 401 });\n',
          fixed: {
            title: "Write 400 in the body",
            text: 'res.status(400).json({ status: "error", message: "Invalid username or password", code: 400 });\n',
          },
        },
        {
          title: "An error that calls itself a success",
          language: "ts",
          catalogs: ["uk-retail-api"],
          text: 'res.status(409).json({ ok: true, error: { code: "FORBIDDEN", message: "Service record" } });\n',
        },
        {
          title: "Clients look for `ok` and find nothing",
          language: "ts",
          catalogs: ["uk-retail-api"],
          text: 'res.status(409).json({ error: { code: "FORBIDDEN", message: "Service record" } });\n',
        },
        {
          title: "The status as a text",
          language: "ts",
          catalogs: ["fa-web-services"],
          text: 'res.status(401).json({ status: "error", message: "Invalid username or password", code: "401" });\n',
        },
      ],
      valid: [
        {
          title: "Both say the same",
          language: "ts",
          catalogs: ["fa-web-services"],
          text: 'res.status(401).json({ status: "error", message: "Invalid username or password", code: 401 });\n',
        },
        {
          title: "What is spread into the body may bring the rest",
          language: "ts",
          catalogs: ["uk-retail-api"],
          text: 'res.status(409).json({ ...envelope(req), error: { code: "FORBIDDEN", message: "Service record" } });\n',
        },
        {
          title: "A test looks at a part of the body",
          language: "ts",
          catalogs: ["uk-retail-api"],
          text: 'expect(response.body).toMatchObject({ error: { code: "FORBIDDEN" } });\n',
        },
      ],
    },
    fix: "safe",
  },
  *check(context) {
    const whole = new Set<string>();
    for (const { verdicts, site } of context.facts)
      for (const { envelope, scoped } of verdicts)
        if (site.role === "emit" && envelope.kind === "fits") whole.add(scoped.catalog.id);
    const isTest = isTestFile(context.uri);
    for (const fact of context.facts) {
      const { role } = fact.site;
      if (role === "handle") continue;
      for (const fault of envelopeFaults(fact, context)) {
        if (fault.kind === "missing" && isTest) continue;
        const isSure = fault.kind !== "missing" || whole.has(fault.catalog.id);
        const isTried = fault.kind !== "other-status" && (isTest || role === "expect");
        yield { fact, fault, severity: isSure && !isTried ? "warning" : "information" };
      }
    }
  },
  span: ({ fault }) => (fault.kind === "missing" ? placeOfMissing(fault) : fault.field.valueSpan),
  message({ fault }) {
    const name = catalogName(fault.catalog);
    switch (fault.kind) {
      case "other-status":
        return `\`${dotted(fault.field.path)}\` repeats the HTTP status in ${name}: it says ${fault.shown}, the answer goes out with ${fault.status}`;
      case "wrong-flag":
        return `\`${dotted(fault.field.path)}\` is ${shown(fault.value)} in every error of ${name}, and ${shown(fault.field.value)} here`;
      case "wrong-type":
        return `\`${dotted(fault.field.path)}\` is ${wantedType(fault.value)} in ${name}, and the ${typeof fault.field.value === "number" ? "number" : "text"} ${shown(fault.field.value)} here`;
      case "missing":
        return `This error lacks ${listed(
          fault.paths.map((path) => `\`${dotted(path)}\``),
          "and",
        )}, which every error of ${name} has`;
    }
  },
  severity: ({ severity }) => severity,
  about: ({ fact, fault }) => ({
    catalog: fault.catalog.id,
    status: fault.kind === "other-status" ? fault.status : settledValue(fact.site.status),
    ...(fault.kind === "missing" ? { code: fault.entry?.code } : {}),
  }),
  fixes: ({ fact, fault }, context) =>
    fault.kind === "missing" ? additions(fact, fault, context) : replacement(fault, context),
};

function dotted(path: BodyPath): string {
  return path.join(".");
}

function shown(value: unknown): string {
  return `\`${typeof value === "string" ? JSON.stringify(value) : value}\``;
}

function wantedType(value: unknown): string {
  return typeof value === "string" ? "a text" : typeof value === "number" ? "a number" : shown(value);
}

type Missing = Extract<EnvelopeFault, { readonly kind: "missing" }>;

/** The name of the object that lacks something, or the brace that opens the body. */
function placeOfMissing({ literal, paths: [first = []] }: Missing): Span {
  const key = memberAt(literal, first.slice(0, -1))?.key;
  return key === undefined ? { start: literal.start, end: literal.start + 1 } : { start: key.start, end: key.end };
}

function additions(fact: Fact, fault: Missing, { uri, text }: FactRuleContext): readonly Fix[] {
  const added = addFields(text, { ...fault, status: settledValue(fact.site.status) });
  if (added === undefined) return [];
  const names = listed(
    added.added.map((path) => `\`${dotted(path)}\``),
    "and",
  );
  const safety = added.isFixed ? "safe" : "suggestion";
  return [{ title: `Add ${names}`, safety, preferred: true, edits: [{ uri, edits: added.edits }] }];
}

function replacement(fault: Exclude<EnvelopeFault, Missing>, { uri, text }: FactRuleContext): readonly Fix[] {
  const { valueSpan, value: from } = fault.field;
  const written = text.slice(valueSpan.start, valueSpan.end);
  const quote = /^["']/.exec(written)?.[0];
  // A value that is only named here belongs to others too.
  if (quote === undefined ? written !== String(from) : written.slice(1, -1) !== from) return [];
  const value = fault.kind === "other-status" ? statusAs(fault, quote !== undefined) : fault.value;
  const mark = quote ?? /["']/.exec(text)?.[0] ?? '"';
  const newText = typeof value === "string" ? `${mark}${value}${mark}` : String(value);
  return [
    {
      title: fault.kind === "other-status" ? `Write ${fault.status} in the body` : `Write ${shown(value)}`,
      safety: fault.kind === "wrong-type" ? "safe" : "suggestion",
      preferred: true,
      edits: [{ uri, edits: [{ span: valueSpan, newText }] }],
    },
  ];
}

/** The status of the answer in the type that the catalog wants, else in the one that stands there. */
function statusAs({ status, envelope }: Extract<EnvelopeFault, { readonly kind: "other-status" }>, isText: boolean) {
  return (envelope.statusType ?? (isText ? "string" : "number")) === "string" ? String(status) : status;
}
