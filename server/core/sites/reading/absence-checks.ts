/** Conditions that let what is absent pass: `code === undefined || body.code === code`. */
import type { BinaryExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";

/**
 * The operands of an `||` without those that only ask whether what another of them compares is there at all, and of an
 * `&&` without those that ask the same of a comparison that has to fail: what is compared is the same either way.
 */
export function withoutAbsence(
  { operator }: BinaryExpression,
  operands: readonly Expression[],
  text: string,
): readonly Expression[] {
  const passes = operator === "||";
  const compared = new Set(operands.flatMap((operand) => comparedTexts(operand, passes, text)));
  if (compared.size === 0) return operands;
  return operands.filter((operand) => {
    const asked = passes ? absentIn(operand) : presentIn(operand);
    return asked === undefined || !compared.has(textOf(asked, text));
  });
}

/** Both sides of `a === b`, of `a !== b` where that is what lets something pass. */
function comparedTexts(operand: Expression, passes: boolean, text: string): readonly string[] {
  const inner = unwrapped(operand);
  if (inner.kind !== "binary" || !(passes ? equals : differs).test(inner.operator)) return [];
  if (isNothing(inner.left) || isNothing(inner.right)) return [];
  return [textOf(inner.left, text), textOf(inner.right, text)];
}

const equals = /^===?$/;
const differs = /^!==?$/;

/** What is asked to be absent: `!code`, `code === undefined`, `code == null`, `typeof code === "undefined"`. */
function absentIn(operand: Expression): Expression | undefined {
  const inner = unwrapped(operand);
  if (inner.kind === "unary" && inner.operator === "!") return unwrapped(inner.operand);
  return comparedWithNothing(inner, equals);
}

/** What is asked to be there: `code`, `code !== undefined`. */
function presentIn(operand: Expression): Expression | undefined {
  const inner = unwrapped(operand);
  if (inner.kind === "identifier" || inner.kind === "member") return inner;
  return comparedWithNothing(inner, differs);
}

function comparedWithNothing(inner: Expression, operator: RegExp): Expression | undefined {
  if (inner.kind !== "binary" || !operator.test(inner.operator)) return undefined;
  const { left, right } = inner;
  const asked = isNothing(right) ? unwrapped(left) : isNothing(left) ? unwrapped(right) : undefined;
  return asked?.kind === "unary" && asked.operator === "typeof" ? unwrapped(asked.operand) : asked;
}

function isNothing(expression: Expression): boolean {
  const inner = unwrapped(expression);
  if (inner.kind === "identifier") return inner.name === "undefined";
  if (inner.kind === "string") return inner.value === "undefined";
  // `void 0`, as compilers write it.
  if (inner.kind === "unary" && inner.operator === "void") return true;
  return inner.kind === "keyword" && inner.value === null;
}

function textOf(expression: Expression, text: string): string {
  return text.slice(expression.start, expression.end).replace(/[\s?!]/g, "");
}
