/** What is wrong with the shape of a body that is surely meant as an error of one catalog. */
import type { BodyPath, Catalog, CodeEntry, Envelope } from "../../catalog/model.ts";
import { fieldAt, samePath } from "../../facts/envelope-fit.ts";
import type { Fact, Verdict } from "../../facts/model.ts";
import { isNamed, verdictsThatCount } from "../../facts/verdicts.ts";
import type { BodyField, BodyShape, ErrorSite } from "../../sites/model.ts";
import type { ObjectLiteral } from "../../syntax/tree.ts";
import { overlaps } from "../../text/span.ts";
import type { FactRuleContext } from "../model.ts";
import { bodyLiteral, isWhole, memberAt, objectAt } from "./body-literal.ts";
import { settledValue } from "./settled.ts";

type Constant = string | number | boolean;

interface FaultOf {
  readonly catalog: Catalog;
  readonly envelope: Envelope;
}

export type EnvelopeFault = FaultOf &
  (
    | { readonly kind: "other-status"; readonly field: BodyField; readonly status: number; readonly shown: number }
    /** The failure flag says success, or another word than the envelope's. */
    | { readonly kind: "wrong-flag"; readonly field: BodyField; readonly value: Constant }
    /** The right value in the wrong type, `"404"` for `404`. */
    | { readonly kind: "wrong-type"; readonly field: BodyField; readonly value: Constant }
    | {
        readonly kind: "missing";
        readonly literal: ObjectLiteral;
        readonly paths: readonly BodyPath[];
        readonly entry: CodeEntry | undefined;
      }
  );

/** The faults of a site's body, by the envelopes of the catalogs in scope; none where the body may be somebody else's. */
export function envelopeFaults(fact: Fact, context: FactRuleContext): readonly EnvelopeFault[] {
  const fitting = fact.verdicts.filter(({ envelope }) => envelope.kind === "fits");
  if (fitting.length > 0) return fitting.flatMap((verdict) => faultsOfFitting(fact, verdict, context));
  const meant = meantEnvelope(fact);
  const literal = meant && bodyLiteral(fact.site, context);
  if (meant === undefined || literal === undefined) return [];
  const flag = wrongFlag(meant, literal);
  if (flag !== undefined) return [flag];
  return missing(meant, literal, fact.site);
}

function faultsOfFitting(fact: Fact, verdict: Verdict, context: FactRuleContext): readonly EnvelopeFault[] {
  if (verdict.envelope.kind !== "fits" || fact.site.body === undefined) return [];
  const { envelope } = verdict.envelope;
  const { catalog } = verdict.scoped;
  const status = otherStatus(fact.site, { catalog, envelope });
  if (status !== undefined) return [status];
  const types = isNamed(verdict) ? wrongTypes(fact.site.body, { catalog, envelope }) : [];
  return bodyLiteral(fact.site, context) === undefined ? [] : types;
}

function otherStatus(site: ErrorSite, of: FaultOf): EnvelopeFault | undefined {
  const { status: part, body } = site;
  const status = settledValue(part);
  if (body === undefined || part?.certainty !== "certain" || status === undefined || status < 300) return undefined;
  const field = statusField(of.envelope, body);
  const shown = /^[1-5]\d\d$/.test(String(field?.value)) ? Number(field?.value) : undefined;
  if (field === undefined || shown === undefined || shown === status) return undefined;
  // The status was read from this very field: there is nothing to compare it with.
  if (overlaps(field.valueSpan, part.span)) return undefined;
  return { kind: "other-status", ...of, field, status, shown };
}

function statusField(envelope: Envelope, body: BodyShape): BodyField | undefined {
  const path = envelope.codeHolds === "http-status" ? envelope.code : envelope.status;
  return path && fieldAt(body, path);
}

function wrongTypes(body: BodyShape, of: FaultOf): readonly EnvelopeFault[] {
  const { envelope } = of;
  const status = statusField(envelope, body);
  const message = envelope.message && fieldAt(body, envelope.message);
  const faults: EnvelopeFault[] = [];
  const add = (field: BodyField | undefined, value: Constant | undefined) => {
    if (field !== undefined && value !== undefined) faults.push({ kind: "wrong-type", ...of, field, value });
  };
  if (envelope.statusType === "number" && typeof status?.value === "string" && /^[1-5]\d\d$/.test(status.value))
    add(status, Number(status.value));
  if (envelope.statusType === "string" && typeof status?.value === "number") add(status, String(status.value));
  if (typeof message?.value === "number") add(message, String(message.value));
  return faults;
}

/** The envelope that a body without fit is surely meant to have, by its code and the place where that stands. */
interface Meant extends FaultOf {
  readonly entry: CodeEntry;
  readonly body: BodyShape;
}

function meantEnvelope(fact: Fact): Meant | undefined {
  const { site } = fact;
  const { body } = site;
  const known = body && codeOfOne(fact, body);
  if (body === undefined || known === undefined) return undefined;
  const { catalog, entry } = known;
  const [nearest] = catalog.envelopes
    .filter((envelope) => valueOfCode(envelope, body) === entry.code)
    .toSorted((left, right) => absent(left, body).length - absent(right, body).length);
  if (nearest === undefined || isOfAStandard(site, nearest)) return undefined;
  return { catalog, envelope: nearest, entry, body };
}

/** The entry of the code that a body carries, where one catalog alone, which people named, knows it. */
function codeOfOne(fact: Fact, body: BodyShape): Pick<Meant, "catalog" | "entry"> | undefined {
  const { site } = fact;
  if (site.code === undefined) {
    const found = fact.verdicts.filter(isNamed).flatMap(({ scoped: { catalog } }) => {
      const values = catalog.envelopes
        .map((envelope) => valueOfCode(envelope, body))
        .filter((one) => one !== undefined);
      if (values.length === 0) return [];
      const entry = catalog.codes.find(({ code }) => typeof code === "string" && values.includes(code));
      return entry === undefined ? [] : [{ catalog, entry }];
    });
    return found.length === 1 ? found[0] : undefined;
  }
  const [verdict, ...others] = verdictsThatCount(fact);
  const entry = verdict?.code.entries.find(({ code }) => code === settledValue(site.code));
  if (verdict === undefined || entry === undefined || others.length > 0 || !isNamed(verdict)) return undefined;
  return { catalog: verdict.scoped.catalog, entry };
}

function valueOfCode({ code, codeHolds }: Envelope, body: BodyShape): BodyField["value"] {
  return code === undefined || codeHolds !== "code" ? undefined : fieldAt(body, code)?.value;
}

function absent({ required }: Envelope, body: BodyShape): readonly BodyPath[] {
  return required.filter((path) => !body.fields.some((field) => samePath(field.path, path)));
}

/**
 * Whether a body has the shape of a standard that an API may answer with beside its own: problem details (RFC 9457),
 * errors of OAuth (RFC 6749 §5.2), of JSON-RPC, of GraphQL and JSON:API. What the envelope names itself is its own.
 */
function isOfAStandard({ body, headers }: ErrorSite, { code, message, details, required }: Envelope): boolean {
  const own = new Set([code, message, details, ...required].map((path) => path?.[0]));
  const names = new Set(body?.fields.map(({ path }) => path[0]).filter((name) => !own.has(name)));
  if (names.has("title") && (names.has("type") || names.has("detail"))) return true;
  if (["error_description", "error_uri", "jsonrpc", "errors"].some((name) => names.has(name))) return true;
  return headers.some(({ value }) => value?.includes("application/problem") === true);
}

function wrongFlag({ catalog, envelope, body }: Meant, literal: ObjectLiteral): EnvelopeFault | undefined {
  const { failure } = envelope;
  const field = failure && fieldAt(body, failure.path);
  if (failure === undefined || field?.value === undefined || field.value === null || field.value === failure.value)
    return undefined;
  const member = memberAt(literal, failure.path);
  const around = objectAt(literal, failure.path.slice(0, -1));
  // What is spread after the flag may set it again.
  if (member === undefined || around === undefined || !isWhole(around)) return undefined;
  const kind = String(field.value) === String(failure.value) ? "wrong-type" : "wrong-flag";
  return { kind, catalog, envelope, field, value: failure.value };
}

function missing(
  { catalog, envelope, entry, body }: Meant,
  literal: ObjectLiteral,
  { role, idiom }: ErrorSite,
): readonly EnvelopeFault[] {
  // What is thrown or given to a function of the program may get its fields later.
  if (role !== "emit" || !sendsAsWritten.has(idiom)) return [];
  const paths = absent(envelope, body);
  const isSeen = (path: BodyPath) =>
    path.every((_, depth) => {
      const member = depth === 0 ? undefined : memberAt(literal, path.slice(0, depth));
      const object = objectAt(literal, path.slice(0, depth));
      return object === undefined ? depth > 0 && member === undefined : isWhole(object);
    });
  if (paths.length === 0 || !paths.every(isSeen)) return [];
  return [{ kind: "missing", catalog, envelope, literal, paths, entry }];
}

/** Idioms in which the object that is written is the body that goes out. */
const sendsAsWritten: ReadonlySet<string> = new Set([
  "elysia",
  "express",
  "fastify",
  "h3",
  "hapi",
  "hono",
  "koa",
  "lambda",
  "next-response",
  "response-method",
  "web-response",
]);
