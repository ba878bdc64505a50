/** Assertions chained to a request: `request(app).get("/x").expect(403)`, `cy.request("/x").its("status").should("eq", 403)`. */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { HeaderPart } from "../model.ts";
import { readHeader } from "../parts/headers.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown, valuesOf } from "../site-draft.ts";
import { ofProperty } from "./asserted-value.ts";
import { type Assertion, throughAwait } from "./assertion.ts";
import { bodyElsewhere } from "./body-elsewhere.ts";
import { type Chain, readChain } from "./chain.ts";
import { plainName } from "./names.ts";
import { asObject, stringOf } from "./objects.ts";
import { textBody } from "./text-body.ts";

const requests =
  /^(?:get|post|put|patch|delete|del|head|options|trace|request|inject|send|set|query|attach|field|auth|type|its|as)$/;

/** `request(app).get("/x").expect(403, body).expect("Retry-After", "5")`; also Cypress' `.its("status").should("eq", 403)`. */
export function ofRequest(
  expression: Expression,
  name: string | undefined,
  context: RecogniserContext,
): readonly Assertion[] {
  const inner = throughAwait(expression);
  if (inner.kind !== "call") return [];
  const chain = readChain(inner);
  if (!isDemanded(chain)) return ofCypress(inner, context);
  const expects = chain.links.filter(isDemand);
  let found: Assertion = { span: inner, about: name };
  const headers: HeaderPart[] = [];
  for (const { name: method, call } of expects) {
    const demand = demandOf(method, call.arguments);
    const { header } = demand;
    if (header !== undefined) {
      const read = readHeader(header.name, header.value, { values: context.values, bindings: context.bindings });
      if (read !== undefined) headers.push(read);
      continue;
    }
    const status = demand.status && context.parts.status(demand.status, { certainty: "certain" });
    if (isKnown(status) && found.status === undefined) found = { ...found, status };
    const { field } = demand;
    if (field !== undefined) {
      const { code, message } = ofProperty(call, call, field.path, field.value, context) ?? {};
      found = { ...found, code: found.code ?? code, message: found.message ?? message };
    }
    const parts = demandedBody(isKnown(status) || demand.status === undefined ? demand.body : demand.status, {
      statuses: valuesOf(found.status),
      context,
    });
    if (parts !== undefined) found = { ...found, ...parts };
  }
  return found.status === undefined && found.code === undefined ? [] : [{ ...found, headers }];
}

interface Beside {
  readonly statuses: readonly number[];
  readonly context: RecogniserContext;
}

/** What a whole body that is demanded says: an object, the name of one, or the text of one. */
function demandedBody(
  demanded: Expression | undefined,
  { statuses, context }: Beside,
): Pick<Assertion, "body" | "code" | "message"> | undefined {
  const written = demanded && unwrapped(demanded);
  if (written === undefined) return undefined;
  const text = stringOf(written);
  if (text !== undefined) return textBody(text, written, context, statuses);
  if (written.kind === "identifier" || written.kind === "member") return bodyNamed(written, { statuses, context });
  const object = asObject(written);
  if (object === undefined) return undefined;
  const body = context.parts.body(object);
  const { code, message } = context.parts.inBody(body, object, statuses);
  return { body, code, message };
}

/** What several requests may demand stands where it is demanded, not where it is written once. */
function bodyNamed(name: Expression, { statuses, context }: Beside): ReturnType<typeof demandedBody> {
  const named = bodyElsewhere(name, statuses, context);
  return named && { body: named.body, code: named.code, message: named.message };
}

/** Whether the calls of a chain make a request and demand something of its answer. */
export function isDemanded(chain: Chain): boolean {
  return chain.links.some(isDemand) && (chain.links.some(({ name }) => requests.test(name)) || isHelpersRequest(chain));
}

function isDemand({ name }: Chain["links"][number]): boolean {
  return name.startsWith("expect");
}

/** `await ask("/rooms").expect(409)`: a function of the test's own begins the request. */
function isHelpersRequest({ root, links }: Chain): boolean {
  const [first] = links;
  const status = first?.name === "expect" ? first.call.arguments[0] : undefined;
  return root.kind === "call" && status?.kind === "number" && status.value >= 400 && status.value <= 599;
}

/** What one link of a chain demands; supertest's `expect(x)` is given a status, or a body. */
interface Demand {
  readonly status?: Expression | undefined;
  readonly body?: Expression | undefined;
  readonly field?: { readonly path: Expression; readonly value: Expression };
  readonly header?: { readonly name: Expression; readonly value: Expression };
}

function demandOf(method: string, [first, second, third]: readonly Expression[]): Demand {
  if (first === undefined) return {};
  // Pactum: `expectStatus(402)`, `expectJsonLike({…})`, `expectJson("error.code", "X")`.
  if (method === "expectStatus") return { status: first };
  if (/^expect(?:Json|Body)/.test(method))
    return second === undefined ? { body: first } : { field: { path: first, value: second } };
  const text = method === "expect" ? stringOf(first) : undefined;
  if (text === undefined || second === undefined) return method === "expect" ? { status: first, body: second } : {};
  // Frisby: `expect("status", 404)`, `expect("json", {…})`, `expect("json", "error.code", "X")`.
  if (text === "status") return { status: second };
  if (/^json(?:Strict)?$/.test(text))
    return third === undefined ? { body: second } : { field: { path: second, value: third } };
  const isHeader = /^[A-Za-z][A-Za-z0-9-]*$/.test(text) && isHeaderValue(second);
  return isHeader ? { header: { name: first, value: second } } : { status: first, body: second };
}

/** A callback (`done`) after a text makes that text the body. */
function isHeaderValue(expression: Expression): boolean {
  const { kind } = unwrapped(expression);
  return kind !== "function" && kind !== "identifier";
}

/** `.its("status").should("eq", 403)`, `.its("response.body.code").should("equal", "X")`. */
function ofCypress(call: CallExpression, context: RecogniserContext): readonly Assertion[] {
  const { links } = readChain(call);
  const path: string[] = [];
  for (const link of links) {
    const [first, value] = link.call.arguments;
    if (link.name === "its") path.push(...(stringOf(first) ?? "").split("."));
    if (link.name !== "should" || value === undefined || !/^(?:deep\.)?(?:eq|equal|eql)$/.test(stringOf(first) ?? ""))
      continue;
    const last = plainName(path.at(-1) ?? "");
    const about = { span: call, about: undefined };
    if (/^status(?:code)?$/.test(last)) {
      const status = context.parts.status(value, { certainty: "certain" });
      return isKnown(status) ? [{ ...about, status }] : [];
    }
    if (!/^(?:code|errorcode|errcode)$/.test(last) || path.length < 2) return [];
    const code = context.parts.code(value, { certainty: "likely" });
    const isCode = valuesOf(code).every((one) => typeof one === "string" || one >= 600 || one < 0);
    return isKnown(code) && isCode ? [{ ...about, code }] : [];
  }
  return [];
}
