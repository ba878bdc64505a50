import type { Expression, Identifier } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { RecogniserContext } from "../recogniser.ts";

type Made = Extract<Expression, { kind: "new" | "call" }> | Identifier;

/** Why an error is no site, as a sentence for people; undefined where it is one. */
export function whyNoSite(made: Made, context: RecogniserContext): string | undefined {
  const { values } = context;
  if (made.kind === "identifier") {
    return values.valueShapeOf(made)?.isApiError === true
      ? undefined
      : `What \`${made.name}\` holds is not made in this file with a status or a code.`;
  }
  const name = calledName(made.callee);
  const declared = values.errorShapeOf(made);
  if (declared !== undefined) {
    return declared.isApiError
      ? undefined
      : `\`${name}\` carries neither a status nor a code, as far as its declaration shows.`;
  }
  const likely = values.likelyShapeOf(made, { thrown: true });
  if (likely === undefined) return `\`${name}\` carries neither a status nor a code.`;
  if (likely.status !== undefined || likely.code !== undefined) return undefined;
  return `The declaration of \`${name}\` cannot be found, and no argument looks like a status (400–599) or a code.`;
}

function calledName(written: Expression): string {
  const callee = unwrapped(written);
  if (callee.kind === "identifier") return callee.name;
  if (callee.kind !== "member") return "the function";
  return callee.object.kind === "identifier" ? `${callee.object.name}.${callee.name}` : callee.name;
}
