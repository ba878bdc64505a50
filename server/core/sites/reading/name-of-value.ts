/** What a value is called where it is made: a variable, a property, a field; through wrappers such as `Object.freeze`. */
import type { CallExpression, NewExpression } from "../../syntax/tree.ts";
import { encloses, type Span } from "../../text/span.ts";
import type { RecognisedNode } from "../recogniser.ts";
import { memberAround } from "./keyed-parts.ts";
import { lastName } from "./names.ts";

/** The nearest name; undefined where the value is an argument, returned, or an element. */
export function nameOfValue(node: Span, ancestors: readonly RecognisedNode[]): string | undefined {
  for (let index = ancestors.length - 1; index >= 0; index -= 1) {
    const outer = ancestors[index];
    switch (outer?.kind) {
      case "wrapped":
        continue;
      case "new":
      case "call":
        // `new Map([…])`, `Object.freeze({…})`, `z.enum([…])`, `defineErrorCodes({…})` make what they are given.
        // A hook's last argument (`useMemo(…, [a])`) is none of it.
        if (!makesItsFirst(outer, node)) return undefined;
        continue;
      case "variable":
        return outer.declarators.flatMap((one) =>
          encloses(one, node) && one.pattern.kind === "name" ? [one.pattern.name] : [],
        )[0];
      case "object": {
        const member = memberAround(outer, node);
        return member === undefined || member.kind === "spread" ? undefined : member.key.name;
      }
      case "assignment":
        return lastName(outer.target);
      case "class":
        return outer.members.find((member) => encloses(member, node))?.key.name;
      default:
        return undefined;
    }
  }
  return undefined;
}

function makesItsFirst(call: CallExpression | NewExpression, node: Span): boolean {
  const [first] = call.arguments;
  return first !== undefined && encloses(first, node) && !/^use[A-Z]/.test(lastName(call.callee) ?? "");
}
