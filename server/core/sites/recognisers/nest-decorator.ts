/** NestJS decorators: `@HttpCode(HttpStatus.NO_CONTENT)`, `@ApiResponse({ status: 404, description })`, `@ApiConflictResponse(…)`. */
import type { CallExpression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite } from "../model.ts";
import { statusByName } from "../parts/status-names.ts";
import { asObject, propertyOf } from "../reading/objects.ts";
import type { Recogniser, RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, valuesOf } from "../site-draft.ts";

export const nestDecoratorRecogniser: Recogniser = {
  idiom: "nest-decorator",
  sign: /@nestjs\//,
  kinds: ["call"],
  *recognise(node, context) {
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
      ? "the decorator names no constant status of a failure."
      : `\`${callee.name}\` is not imported from \`@nestjs/…\`.`;
  },
};

function siteOf(call: CallExpression, name: string, context: RecogniserContext): ErrorSite | undefined {
  const [first] = call.arguments;
  if (name === "HttpCode") {
    const status = first === undefined ? undefined : context.parts.status(first);
    return isKnown(status)
      ? makeSite({
          role: "declare",
          idiom: "nest-decorator",
          span: call,
          status,
          headersComplete: false,
          context: context.parts.context(call),
        })
      : undefined;
  }
  const options = asObject(first);
  const field = options === undefined ? undefined : propertyOf(options, "status");
  const implied = statusByName(/^Api(.+)Response$/.exec(name)?.[1] ?? "");
  const status =
    name === "ApiResponse" && field !== undefined
      ? context.parts.status(field.value)
      : implied === undefined
        ? undefined
        : context.parts.impliedStatus(implied, call, name);
  if (!isKnown(status) || valuesOf(status).every((value) => value < 400)) return undefined;
  const example = options === undefined ? undefined : propertyOf(options, "example");
  const found =
    example === undefined
      ? undefined
      : context.parts.inBody(context.parts.body(example.value), example.value, valuesOf(status));
  return makeSite({
    role: "document",
    idiom: "nest-decorator",
    span: call,
    status,
    code: found?.code,
    message: found?.message,
    headersComplete: false,
    context: context.parts.context(call),
  });
}
