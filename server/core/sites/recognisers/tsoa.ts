/**
 * tsoa: `@Response<ErrorJson>(404, "Absent", { code })`, `this.setStatus(422)` before what the method returns, and responders
 * that a method is given (`@Res() absent: TsoaResponse<404, …>`): `absent(404, { code })`.
 */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite } from "../model.ts";
import { lastName } from "../reading/names.ts";
import { responseSite } from "../reading/response-site.ts";
import { nearestList } from "../reading/siblings.ts";
import { whyNoStatus } from "../reading/why-not.ts";
import { noSites, type Recogniser, type RecogniserContext } from "../recogniser.ts";
import { isKnown, spanAround } from "../site-draft.ts";

interface TsoaAnswer {
  readonly role: ErrorSite["role"];
  readonly status: Expression | undefined;
  readonly body: Expression | undefined;
}

export const tsoaRecogniser: Recogniser = {
  idiom: "tsoa",
  sign: /["'](?:@tsoa\/runtime|tsoa)["']/,
  kinds: ["call"],
  recognise(node, context) {
    const answer = node.kind === "call" ? answerOf(node, context) : undefined;
    if (node.kind !== "call" || answer === undefined) return noSites;
    const status = answer.status && context.parts.status(answer.status);
    if (!isKnown(status)) return noSites;
    const { role, body } = answer;
    const headers = { headers: [], complete: false };
    return [responseSite({ idiom: "tsoa", role, node, span: spanAround(node, body), status, body, headers }, context)];
  },
  explain(node, context) {
    const answer = node.kind === "call" ? answerOf(node, context) : undefined;
    return answer === undefined ? undefined : whyNoStatus(answer.status, context);
  },
};

function answerOf(call: CallExpression, context: RecogniserContext): TsoaAnswer | undefined {
  const callee = unwrapped(call.callee);
  const [first, second, third] = call.arguments;
  if (callee.kind === "member") {
    const isOwn = callee.name === "setStatus" && callee.object.kind === "identifier" && callee.object.name === "this";
    return isOwn ? { role: "emit", status: first, body: returnedAfter(call, context) } : undefined;
  }
  if (callee.kind !== "identifier") return undefined;
  const declaration = context.bindings.declarationOf(callee);
  if (declaration?.kind === "import") {
    const isOfTsoa = /^(?:@tsoa\/runtime|tsoa)$/.test(declaration.specifier) && declaration.imported === "Response";
    return isOfTsoa ? { role: "document", status: first, body: third } : undefined;
  }
  if (declaration?.kind !== "parameter" || declaration.path.length > 0) return undefined;
  const { decorators = [] } = declaration.function.parameters[declaration.index] ?? {};
  return decorators.some((one) => lastName(one) === "Res") ? { role: "emit", status: first, body: second } : undefined;
}

/** What the method returns after it has set the status. */
function returnedAfter(call: CallExpression, { ancestors, file }: RecogniserContext): Expression | undefined {
  const list = nearestList(call, ancestors, file);
  const after = list?.statements.slice(list.index + 1).find(({ kind }) => kind === "return");
  const body = after?.kind === "return" ? after.argument : undefined;
  return body !== undefined && unwrapped(body).kind === "object" ? body : undefined;
}
