import type { Expression, Identifier } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { rootOf } from "../reading/names.ts";
import { because } from "../reading/why-not.ts";
import type { RecogniserContext } from "../recogniser.ts";
import type { ShapePart } from "../values/value-service.ts";
import { whyUnknown } from "../why-unknown.ts";

type Made = Extract<Expression, { kind: "new" | "call" }> | Identifier;

/** Why an error is no site, as a sentence for people; undefined where it is one. */
export function whyNoSite(made: Made, context: RecogniserContext): string | undefined {
  const { values } = context;
  if (made.kind === "identifier") {
    return values.valueShapeOf(made)?.isApiError === true
      ? undefined
      : `what \`${made.name}\` holds is not made in this file with a status or a code${because(made, context)}.`;
  }
  const name = calledName(made.callee);
  const declared = values.errorShapeOf(made);
  if (declared !== undefined) {
    return declared.isApiError
      ? nothingConstant(name, [declared.status, declared.code, declared.message], context)
      : `\`${name}\` carries neither a status nor a code, as far as its declaration shows.`;
  }
  const likely = values.likelyShapeOf(made, { thrown: true });
  if (likely === undefined) return `\`${name}\` carries neither a status nor a code.`;
  if (likely.status !== undefined || likely.code !== undefined) return undefined;
  const reason = whyUnknown(rootOf(made.callee), context);
  const aside = reason === undefined ? "" : ` (${reason})`;
  return `the declaration of \`${name}\` cannot be found${aside}, and no argument looks like a status (400–599) or a code.`;
}

/** Said of an error whose every part is given by the call and none of them constant. */
function nothingConstant(
  name: string,
  parts: readonly (ShapePart | undefined)[],
  context: RecogniserContext,
): string | undefined {
  const given = parts.filter((part) => part !== undefined);
  if (given.some((part) => part.value.options.length > 0)) return undefined;
  const argument = given.find((part) => part.argument !== undefined)?.argument;
  return `nothing that \`${name}\` carries is constant${argument === undefined ? "" : because(argument, context)}.`;
}

function calledName(written: Expression): string {
  const callee = unwrapped(written);
  if (callee.kind === "identifier") return callee.name;
  if (callee.kind !== "member") return "the function";
  return callee.object.kind === "identifier" ? `${callee.object.name}.${callee.name}` : callee.name;
}
