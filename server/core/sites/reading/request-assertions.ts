/** Assertions chained to a request: `request(app).get("/x").expect(403)`, `cy.request("/x").its("status").should("eq", 403)`. */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Span } from "../../text/span.ts";
import type { ErrorSite, HeaderPart } from "../model.ts";
import { readHeader } from "../parts/headers.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown, valuesOf } from "../site-draft.ts";
import { readChain } from "./chain.ts";
import { plainName } from "./names.ts";
import { asObject, stringOf } from "./objects.ts";

/** What one assertion says of an answer. */
export interface Assertion {
  readonly span: Span;
  /** The name of the variable that the answer or its body is in, if it is a plain one. */
  readonly about: string | undefined;
  readonly status?: ErrorSite["status"];
  readonly code?: ErrorSite["code"];
  readonly message?: ErrorSite["message"];
  readonly body?: ErrorSite["body"];
  readonly headers?: readonly HeaderPart[];
}

const requests =
  /^(?:get|post|put|patch|delete|del|head|options|request|inject|send|set|query|attach|field|auth|type|its|as)$/;

/** `request(app).get("/x").expect(403, body).expect("Retry-After", "5")`; also Cypress' `.its("status").should("eq", 403)`. */
export function ofRequest(
  expression: Expression,
  name: string | undefined,
  context: RecogniserContext,
): readonly Assertion[] {
  const inner = throughAwait(expression);
  if (inner.kind !== "call") return [];
  const chain = readChain(inner);
  const expects = chain.links.filter((link) => link.name === "expect");
  const isRequest = chain.links.some((link) => requests.test(link.name));
  if (expects.length === 0 || !isRequest) return ofCypress(inner, context);
  let found: Assertion = { span: inner, about: name };
  const headers: HeaderPart[] = [];
  for (const { call } of expects) {
    const [first, second] = call.arguments;
    if (first === undefined) continue;
    const text = stringOf(first);
    if (text !== undefined && second !== undefined && /^[A-Za-z][A-Za-z0-9-]*$/.test(text) && isHeaderValue(second)) {
      const header = readHeader(first, second, { values: context.values, bindings: context.bindings });
      if (header !== undefined) headers.push(header);
      continue;
    }
    const status = context.parts.status(first, { certainty: "certain" });
    if (isKnown(status) && found.status === undefined) found = { ...found, status };
    const object = asObject(isKnown(status) ? second : first);
    if (object === undefined) continue;
    const body = context.parts.body(object);
    const parts = context.parts.inBody(
      body,
      object,
      found.status?.values.map((item) => item.value),
    );
    found = { ...found, body, code: parts.code, message: parts.message };
  }
  return found.status === undefined && found.code === undefined ? [] : [{ ...found, headers }];
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

/** The expression behind `await`, `yield` and `void`. */
export function throughAwait(expression: Expression): Expression {
  let inner = unwrapped(expression);
  while (inner.kind === "prefix" || (inner.kind === "unary" && inner.operator === "void")) {
    inner = unwrapped(inner.kind === "prefix" ? inner.argument : inner.operand);
  }
  return inner;
}
