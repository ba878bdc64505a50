/** Messages that a program puts together: `` `No ${sku} left` ``, `(sku) => "No " + sku` as `No {sku} left`. */
import type { Expression, FunctionExpression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";

/** The text with placeholders for what only a run knows; undefined for what is no text, or has no words of its own. */
export function messageTemplate(expression: Expression): string | undefined {
  const text = textOf(expression, { next: 0 }, 0);
  return text !== undefined && /\p{L}{2}/u.test(text.replace(/\{\w*\}/g, "")) ? text : undefined;
}

interface Numbering {
  /** The number of the next placeholder without a name. */
  next: number;
}

const deepest = 20;

function textOf(expression: Expression, numbering: Numbering, depth: number): string | undefined {
  const node = unwrapped(expression);
  if (depth > deepest) return undefined;
  switch (node.kind) {
    case "string":
      return node.value;
    case "template":
      return node.chunks
        .map(({ value }, index) => {
          const inner = node.expressions[index];
          return inner === undefined ? value : `${value}${placeholder(inner, numbering)}`;
        })
        .join("");
    case "binary": {
      if (node.operator !== "+") return undefined;
      const parts = [node.left, node.right].map((part) => textOf(part, numbering, depth + 1));
      if (parts.every((part) => part === undefined)) return undefined;
      return parts.map((part, at) => part ?? placeholder(at === 0 ? node.left : node.right, numbering)).join("");
    }
    case "function":
      return textOfFunction(node, numbering, depth);
    default:
      return undefined;
  }
}

/** What a function of one sentence returns. */
function textOfFunction({ body }: FunctionExpression, numbering: Numbering, depth: number): string | undefined {
  if (body === undefined) return undefined;
  if (!("length" in body)) return textOf(body, numbering, depth + 1);
  const [only] = body;
  const returned = body.length === 1 && only?.kind === "return" ? only.argument : undefined;
  return returned === undefined ? undefined : textOf(returned, numbering, depth + 1);
}

function placeholder(expression: Expression, numbering: Numbering): string {
  const node = unwrapped(expression);
  if (node.kind === "string") return node.value;
  if (node.kind === "identifier") return `{${node.name}}`;
  if (node.kind === "member" && node.name !== "") return `{${node.name}}`;
  const name = `{${numbering.next}}`;
  numbering.next += 1;
  return name;
}
