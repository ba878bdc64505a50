/** Objects that a call is given by a name of their own: `const problem = { status: 409, code: "X" }; fail(res, problem)`. */
import type { CallExpression, Expression, ObjectLiteral } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { RecogniserContext } from "../recogniser.ts";
import type { ShapePart } from "../values/value-service.ts";
import { objectBehind } from "./response-init.ts";

const deepest = 3;

/** The part as a field of such an object gives it, where its one value is the field's; else as it is. */
export function asFieldGiven<Part extends ShapePart | undefined>(
  part: Part,
  call: CallExpression,
  context: RecogniserContext,
): Part {
  const [only, ...more] = part?.value.options ?? [];
  if (part === undefined || part.argument !== undefined || only === undefined || more.length > 0) return part;
  for (const given of call.arguments) {
    const object = unwrapped(given).kind === "identifier" ? objectBehind(given, context) : undefined;
    const argument = object === undefined ? undefined : fieldWith(only, object, context, 0);
    if (argument !== undefined) return { ...part, argument };
  }
  return part;
}

/** The field whose value is the option, by where the option is written. */
function fieldWith(
  option: ShapePart["value"]["options"][number],
  object: ObjectLiteral,
  context: RecogniserContext,
  depth: number,
): Expression | undefined {
  const { origin } = option;
  for (const member of object.members) {
    if (member.kind !== "property") continue;
    const value = unwrapped(member.value);
    if (origin?.uri === context.uri && origin.span.start === value.start) return value;
    if (value.kind === "object") {
      const inside = depth < deepest ? fieldWith(option, value, context, depth + 1) : undefined;
      if (inside !== undefined) return inside;
    } else if (value.kind === "identifier" || value.kind === "member") {
      const [named, ...others] = context.values.valueOf(value).options;
      if (others.length > 0 || origin === undefined || named?.origin?.uri !== origin.uri) continue;
      if (named.origin.span.start === origin.span.start) return value;
    }
  }
  return undefined;
}
