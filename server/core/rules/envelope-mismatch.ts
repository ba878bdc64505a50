import type { Catalog, Envelope } from "../catalog/model.ts";
import { fieldAt } from "../facts/envelope-fit.ts";
import type { Fact, Verdict } from "../facts/model.ts";
import type { BodyField, BodyShape } from "../sites/model.ts";
import { overlaps } from "../text/span.ts";
import type { FactRule, Fix } from "./model.ts";
import { catalogName } from "./support/phrases.ts";
import { settledValue } from "./support/settled.ts";

interface State {
  readonly fact: Fact;
  readonly catalog: Catalog;
  readonly field: BodyField;
  readonly status: number;
  readonly shown: number;
}

export const envelopeMismatch: FactRule<State> = {
  kind: "fact",
  meta: {
    name: "envelope-mismatch",
    severity: "warning",
    summary: "A body repeats another HTTP status than the one that it goes out with.",
    authority:
      "The envelopes of the catalog. RFC 9457 §3.1.2 says of the same member in problem details that it repeats the status of the answer.",
    description:
      "Some envelopes carry the HTTP status once more (`status: 404`, or `code: 401` where the API puts the status there). Clients and logs read one or the other, so the two must agree. Only bodies that fit an envelope of a catalog in scope are compared; an answer of 2xx may carry another number on purpose.",
    examples: {
      invalid: [
        {
          title: "The Persian services repeat the status in `code`",
          language: "ts",
          catalogs: ["fa-web-services"],
          text: 'res.status(400).json({ status: "error", message: "Invalid username or password", code: 401 });\n',
        },
      ],
      valid: [
        {
          title: "Both say the same",
          language: "ts",
          catalogs: ["fa-web-services"],
          text: 'res.status(401).json({ status: "error", message: "Invalid username or password", code: 401 });\n',
        },
      ],
    },
    fix: "suggestion",
  },
  *check({ facts }) {
    for (const fact of facts) {
      if (fact.site.role === "handle") continue;
      for (const verdict of fact.verdicts) {
        const state = disagreement(fact, verdict);
        if (state) yield state;
      }
    }
  },
  span: ({ field }) => field.valueSpan,
  message: ({ field, catalog, status, shown }) =>
    `\`${field.path.join(".")}\` repeats the HTTP status in ${catalogName(catalog)}: it says ${shown}, the answer goes out with ${status}`,
  about: ({ catalog, status }) => ({ catalog: catalog.id, status }),
  fixes({ field, status, shown }, { uri, text }): readonly Fix[] {
    const { valueSpan } = field;
    if (text.slice(valueSpan.start, valueSpan.end) !== String(shown)) return [];
    const edits = [{ uri, edits: [{ span: valueSpan, newText: String(status) }] }];
    return [{ title: `Write ${status} in the body`, safety: "suggestion", preferred: true, edits }];
  },
};

function disagreement(fact: Fact, { scoped, envelope }: Verdict): State | undefined {
  const { body, status: part } = fact.site;
  const status = settledValue(part);
  if (envelope.kind !== "fits" || body === undefined || part === undefined || status === undefined) return undefined;
  if (status < 300 || part.certainty !== "certain") return undefined;
  const field = statusField(envelope.envelope, body);
  if (field === undefined || typeof field.value !== "number" || field.value === status) return undefined;
  // The status was read from this very field: there is nothing to compare it with.
  if (overlaps(field.valueSpan, part.span) || field.value < 100 || field.value > 599) return undefined;
  return { fact, catalog: scoped.catalog, field, status, shown: field.value };
}

function statusField(envelope: Envelope, body: BodyShape): BodyField | undefined {
  const path = envelope.codeHolds === "http-status" ? envelope.code : envelope.status;
  return path && fieldAt(body, path);
}
