/**
 * NestJS beside its exceptions: `@HttpCode(HttpStatus.NO_CONTENT)`, `@Redirect(url, 301)`,
 * `@ApiResponse({ status: 404, description })`, `@ApiConflictResponse(…)`, `new ParseIntPipe({ errorHttpStatusCode: 406 })`.
 */
import type { CallExpression, Expression, ObjectLiteral } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Span } from "../../text/span.ts";
import type { ErrorSite } from "../model.ts";
import { statusByName } from "../parts/status-names.ts";
import { asObject, propertyOf } from "../reading/objects.ts";
import { schemaCode } from "../reading/schema-code.ts";
import type { Recogniser, RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, valuesOf } from "../site-draft.ts";

export const nestDecoratorRecogniser: Recogniser = {
  idiom: "nest-decorator",
  sign: /@nestjs\//,
  kinds: ["call", "object"],
  *recognise(node, context) {
    if (node.kind === "object") {
      const field = propertyOf(node, "errorHttpStatusCode");
      const site = field === undefined ? undefined : declared(field, field.value, context);
      if (site !== undefined) yield site;
    }
    if (node.kind !== "call") return;
    const callee = unwrapped(node.callee);
    if (callee.kind !== "identifier") return;
    const origin = context.bindings.declarationOf(callee);
    if (origin?.kind !== "import" || !origin.specifier.startsWith("@nestjs/")) return;
    const site = siteOf(node, origin.imported, context);
    if (site !== undefined) yield site;
  },
  explain(node, context) {
    const callee = node.kind === "call" ? unwrapped(node.callee) : undefined;
    if (callee?.kind !== "identifier" || !/^(?:HttpCode|Api\w*Response)$/.test(callee.name)) return undefined;
    const origin = context.bindings.declarationOf(callee);
    return origin?.kind === "import" && origin.specifier.startsWith("@nestjs/")
      ? "the decorator names no constant status."
      : `\`${callee.name}\` is not imported from \`@nestjs/…\`.`;
  },
};

function siteOf(call: CallExpression, name: string, context: RecogniserContext): ErrorSite | undefined {
  const [first, second] = call.arguments;
  if (name === "HttpCode") return declared(call, first, context);
  if (name === "Redirect") return declared(call, second, context);
  const options = asObject(first);
  const field = options === undefined ? undefined : propertyOf(options, "status");
  const implied = statusByName(/^Api(.+)Response$/.exec(name)?.[1] ?? "");
  const status =
    name === "ApiResponse" && field !== undefined
      ? context.parts.status(field.value)
      : implied === undefined
        ? undefined
        : context.parts.impliedStatus(implied, call, name);
  if (!isKnown(status)) return undefined;
  const example = options === undefined ? undefined : exampleIn(options);
  const found =
    example === undefined ? undefined : context.parts.inBody(context.parts.body(example), example, valuesOf(status));
  return makeSite({
    role: "document",
    idiom: "nest-decorator",
    span: call,
    status,
    code: found?.code ?? (options === undefined ? undefined : schemaCode(options, context)),
    message: found?.message,
    headersComplete: false,
    context: context.parts.context(call),
  });
}

/** The status that `expression` gives to all answers of its kind. */
function declared(node: Span, expression: Expression | undefined, context: RecogniserContext): ErrorSite | undefined {
  const status = expression === undefined ? undefined : context.parts.status(expression);
  return expression !== undefined && isKnown(status)
    ? makeSite({
        role: "declare",
        idiom: "nest-decorator",
        span: node,
        status,
        headersComplete: false,
        context: context.parts.context(expression),
      })
    : undefined;
}

/** `example: {…}`, `schema: { example: {…} }`. */
function exampleIn(options: ObjectLiteral): Expression | undefined {
  const schema = asObject(propertyOf(options, "schema")?.value);
  return propertyOf(options, "example")?.value ?? (schema && propertyOf(schema, "example")?.value);
}
