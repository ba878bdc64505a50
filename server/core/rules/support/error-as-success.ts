/** Errors of an API that go out with a 2xx, although its catalog gives errors other statuses. */
import type { Catalog, CodeEntry } from "../../catalog/model.ts";
import { fieldAt } from "../../facts/envelope-fit.ts";
import type { Fact } from "../../facts/model.ts";
import { isNamed, statusesOfCode, verdictsThatCount } from "../../facts/verdicts.ts";
import type { ErrorSite } from "../../sites/model.ts";
import type { CallExpression } from "../../syntax/tree.ts";
import { nodesAt, unwrapped } from "../../syntax/walk.ts";
import type { TextEdit } from "../../text/edit.ts";
import { encloses, type Span } from "../../text/span.ts";
import type { FactRuleContext } from "../model.ts";
import { settledValue, settledValues } from "./settled.ts";
import { codePlace, statusPlace } from "./status-place.ts";

/** `said`: a 2xx is written. `silent`: nothing sets a status, so that it is 200. */
export type ErrorAsSuccess =
  | { readonly kind: "said"; readonly catalog: Catalog; readonly status: number; readonly span: Span }
  | {
      readonly kind: "silent";
      readonly catalog: Catalog;
      readonly entry: CodeEntry;
      readonly span: Span;
      /** Sets another status where none is set. */
      readonly setStatus: (status: number) => TextEdit;
    };

/** What is wrong with the status of an error body; undefined where a success may be meant. */
export function errorAsSuccess(fact: Fact, context: FactRuleContext): ErrorAsSuccess | undefined {
  const { site } = fact;
  if (site.role !== "emit" || site.body?.form !== "literal") return undefined;
  return site.status === undefined ? silent(fact, context) : said(fact);
}

function said(fact: Fact): ErrorAsSuccess | undefined {
  const { site } = fact;
  const status = settledValue(site.status);
  if (status === undefined || status < 200 || status > 299 || site.status?.certainty !== "certain") return undefined;
  // A code that is known is another rule's matter.
  if (settledValues(site.code).length > 0) return undefined;
  const verdict = fact.verdicts.find((one) => one.envelope.kind === "fits" && isNamed(one));
  if (verdict?.envelope.kind !== "fits" || !sendsErrorsAsErrors(verdict.scoped.catalog)) return undefined;
  const { failure, code } = verdict.envelope.envelope;
  const isError =
    failure === undefined
      ? code !== undefined && code.length > 1
      : site.body !== undefined && fieldAt(site.body, failure.path)?.value === failure.value;
  if (!isError) return undefined;
  return { kind: "said", catalog: verdict.scoped.catalog, status, span: statusPlace(site) };
}

const enoughCodes = 3;

/** Whether all codes of a catalog come with 4xx and 5xx, as far as it gives them statuses at all. */
function sendsErrorsAsErrors({ codes, policies }: Catalog): boolean {
  const statuses = codes.map(statusesOfCode).filter((own) => own.length > 0);
  const mayBe2xx = policies.some(
    ({ concern, use }) => concern === "business-failure" && use.some(({ from }) => from < 400),
  );
  return !mayBe2xx && statuses.length >= enoughCodes && statuses.flat().every((status) => status >= 400);
}

function silent(fact: Fact, context: FactRuleContext): ErrorAsSuccess | undefined {
  const [verdict, ...others] = verdictsThatCount(fact);
  const entry = verdict?.code.entries.find(({ code }) => code === settledValue(fact.site.code));
  if (verdict === undefined || entry === undefined || others.length > 0 || !isNamed(verdict)) return undefined;
  const statuses = statusesOfCode(entry);
  if (statuses.length === 0 || statuses.some((status) => status < 400)) return undefined;
  const setStatus = statusSetter(fact.site, context);
  return setStatus && { kind: "silent", catalog: verdict.scoped.catalog, entry, span: codePlace(fact.site), setStatus };
}

/** How the call that sends the body is given a status; undefined where one may be set in another place. */
function statusSetter(site: ErrorSite, { text, file }: FactRuleContext): ((status: number) => TextEdit) | undefined {
  const { body } = site;
  if (body === undefined) return undefined;
  const call = nodesAt(file, body.span.start).findLast(
    (node): node is CallExpression => node.kind === "call" && node.arguments.some((one) => encloses(one, body.span)),
  );
  const callee = call && unwrapped(call.callee);
  if (call === undefined || callee?.kind !== "member" || callee.name !== "json" || call.arguments.length !== 1)
    return undefined;
  const object = unwrapped(callee.object);
  const at = call.arguments[0]?.end ?? call.end;
  const after = (newText: string): TextEdit => ({ span: { start: at, end: at }, newText });
  switch (site.idiom) {
    case "web-response":
    case "next-response":
      return (status) => after(`, { status: ${status} }`);
    case "hono":
      return mayHaveStatus(site, text) ? undefined : (status) => after(`, ${status}`);
    case "express": {
      if (object.kind !== "identifier" || mayHaveStatus(site, text) || passesOn(site, object.name, text))
        return undefined;
      const { end } = object;
      return (status) => ({ span: { start: end, end }, newText: `.status(${status})` });
    }
    default:
      return undefined;
  }
}

/** Whether the function around sets a status somewhere, or answers what another handler has begun. */
function mayHaveStatus({ function: around }: ErrorSite, text: string): boolean {
  if (around === undefined) return true;
  const whole = text.slice(around.start, around.end);
  return /status|writeHead/i.test(whole) || /^[^{=]*\(\s*err/.test(whole);
}

/** Whether the answer is given to a function, which may set its status. */
function passesOn({ function: around }: ErrorSite, name: string, text: string): boolean {
  const whole = around === undefined ? "" : text.slice(around.start, around.end);
  const body = whole.slice(Math.max(0, whole.search(/=>|\{/)));
  return new RegExp(`[(,]\\s*${name.replaceAll("$", "\\$")}\\s*[,)]`).test(body);
}
