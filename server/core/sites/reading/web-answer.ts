/** Answers made as values: `X.json(body, init)`, `new X(body, init)`. */
import type { Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Span } from "../../text/span.ts";
import type { ErrorSite } from "../model.ts";
import type { RecognisedNode, RecogniserContext } from "../recogniser.ts";
import { isKnown, valuesOf } from "../site-draft.ts";
import { readInit } from "./response-init.ts";
import { responseSite, speaksOfError } from "./response-site.ts";

export interface WebAnswer {
  readonly idiom: string;
  readonly role: ErrorSite["role"];
  readonly node: RecognisedNode;
  readonly span: Span;
  readonly body: Expression | undefined;
  readonly init: Expression | undefined;
}

/** The site; without a written status only if the body is plainly an error's. */
export function webAnswerSite(answer: WebAnswer, context: RecogniserContext): ErrorSite | undefined {
  const { status, headers, readable } = readInit(answer.init, context);
  if (!readable && !mayStillSpeak(answer)) return undefined;
  const site = responseSite(
    {
      idiom: answer.idiom,
      role: answer.role,
      node: answer.node,
      span: answer.span,
      status,
      body: bodyOf(answer.body),
      headers,
    },
    context,
  );
  if (isKnown(status)) return site;
  if (answer.init !== undefined && status === undefined && !readable && !isKnown(site.code)) return undefined;
  return speaksOfError({ ...site, status: valuesOf(status).length > 0 ? status : site.status }) ? site : undefined;
}

function mayStillSpeak(answer: WebAnswer): boolean {
  return answer.body !== undefined;
}

/** `null`, `undefined` and no argument are an empty body. */
function bodyOf(body: Expression | undefined): Expression | "none" {
  if (body === undefined) return "none";
  const inner = unwrapped(body);
  if (inner.kind === "keyword" && inner.value === null) return "none";
  return inner.kind === "identifier" && inner.name === "undefined" ? "none" : body;
}

export interface StaticAnswer {
  readonly owner: string;
  readonly body: Expression | undefined;
  readonly init: Expression | undefined;
}

/** `Owner.json(body, init)`, `Owner.text(…)`, `new Owner(body, init)`, with the owner's name. */
export function staticAnswer(node: RecognisedNode): StaticAnswer | undefined {
  if (node.kind === "new") {
    const callee = unwrapped(node.callee);
    const owner = callee.kind === "identifier" || callee.kind === "member" ? callee.name : undefined;
    return owner === undefined ? undefined : { owner, body: node.arguments[0], init: node.arguments[1] };
  }
  if (node.kind !== "call") return undefined;
  const callee = unwrapped(node.callee);
  if (callee.kind !== "member" || !bodyMakers.has(callee.name)) return undefined;
  const object = unwrapped(callee.object);
  const owner = object.kind === "identifier" || object.kind === "member" ? object.name : undefined;
  return owner === undefined ? undefined : { owner, body: node.arguments[0], init: node.arguments[1] };
}

const bodyMakers: ReadonlySet<string> = new Set(["json", "text", "html", "xml", "arrayBuffer", "formData"]);
