/** Where errors leave a function: `throw`, `reject(…)`, `next(…)`. */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { RecognisedNode } from "../recogniser.ts";

/** Callbacks whose first argument is the error; `next` and the rejections are given nothing else. */
const errorFirst: ReadonlySet<string> = new Set(["next", "reject", "rej", "done", "cb", "callback"]);

/** The argument that a call passes on as an error; undefined for any other call. */
export function rejectedBy(call: CallExpression): Expression | undefined {
  const [first] = call.arguments;
  if (first === undefined) return undefined;
  const callee = unwrapped(call.callee);
  if (callee.kind === "identifier") return errorFirst.has(callee.name) ? first : undefined;
  return callee.kind === "member" && callee.name === "reject" ? first : undefined;
}

/** Whether what `call` is given is an error for certain, so that an object literal is one, too. */
export function onlyErrors(call: CallExpression): boolean {
  const callee = unwrapped(call.callee);
  return callee.kind === "member" || (callee.kind === "identifier" && /^(?:next|reject|rej)$/.test(callee.name));
}

/** Whether `node` is thrown or rejected right where it stands, through parentheses, conditionals and `await`. */
export function isThrown(node: Expression, ancestors: readonly RecognisedNode[]): boolean {
  let inner: RecognisedNode = node;
  for (const outer of ancestors.toReversed()) {
    switch (outer.kind) {
      case "wrapped":
        break;
      case "conditional":
        if (outer.test === inner) return false;
        break;
      case "binary":
        if (outer.operator !== "??" && outer.operator !== "||") return false;
        break;
      case "prefix":
        if (outer.operator !== "await") return false;
        break;
      case "throw":
        return true;
      case "call": {
        const rejected = rejectedBy(outer);
        return rejected !== undefined && rejected === inner;
      }
      default:
        return false;
    }
    inner = outer;
  }
  return false;
}
