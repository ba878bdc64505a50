/**
 * What the statements of a test around a call of its own expectation add: `assert.equal(res.status, 413)` before
 * `assertProblem(res.body, "X")`, and `expect(body.code).toBe("X")` after `const { body } = await api.post(path, 409)`.
 */
import type { CallExpression, Expression, Statement } from "../../syntax/tree.ts";
import type { ErrorSite } from "../model.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown } from "../site-draft.ts";
import { asksAnew, mayBeSame } from "./asked-anew.ts";
import { rootName } from "./asserted-value.ts";
import { throughAwait } from "./assertion.ts";
import { type Assertion, assertionsOf } from "./assertions.ts";
import { nearestList } from "./siblings.ts";

type Pair = Pick<ErrorSite, "status" | "code">;

/** How many statements away an assertion may stand. */
const furthest = 4;

/** The part that the call does not say, where the nearest assertions about the same answer say it. */
export function assertedAround(call: CallExpression, { status, code }: Pair, context: RecogniserContext): Pair {
  const place = isKnown(status) === isKnown(code) ? undefined : nearestList(call, context.ancestors, context.file);
  const own = place?.statements[place.index];
  const about = own && aboutOf(own, call);
  if (place === undefined || about === undefined) return { status, code };
  const { statements, index } = place;
  const missing = isKnown(status) ? "code" : "status";
  const near =
    missing === "code"
      ? statements.slice(index + 1, index + 1 + furthest)
      : // What the call's own statement asks for was not yet there.
        statements.slice(Math.max(0, index - furthest), about.isAsked ? 0 : index).reverse();
  const found = partNear(near, { missing, name: about.name }, context);
  return { status: status ?? found?.status, code: code ?? found?.code };
}

interface About {
  /** The name of the variable that the answer is in; undefined where parts of it are taken out. */
  readonly name: string | undefined;
  /** Whether the call gets the answer, and is not given it. */
  readonly isAsked: boolean;
}

/** What the statement is about, where the call is all that it does. */
function aboutOf(statement: Statement, call: CallExpression): About | undefined {
  if (statement.kind === "expression" && throughAwait(statement.expression) === call) {
    const [first] = call.arguments;
    return { name: first && rootName(first), isAsked: false };
  }
  const [only, ...more] = statement.kind === "variable" ? statement.declarators : [];
  if (only?.initializer === undefined || more.length > 0 || throughAwait(only.initializer) !== call) return undefined;
  return { name: only.pattern.kind === "name" ? only.pattern.name : undefined, isAsked: true };
}

interface Missing {
  readonly missing: "status" | "code";
  readonly name: string | undefined;
}

function partNear(
  statements: readonly Statement[],
  { missing, name }: Missing,
  context: RecogniserContext,
): Assertion | undefined {
  for (const statement of statements) {
    if (missing === "code" && asksAnew(statement)) return undefined;
    const assertions = assertionsOf(statement, context);
    const other = missing === "code" ? "status" : "code";
    if (assertions.some((one) => isKnown(one[other]) || !mayBeSame(name, one.about))) return undefined;
    const found = assertions.find((one) => isKnown<string | number>(one[missing]));
    if (found !== undefined) return found;
    if (missing === "status" && (asksAnew(statement) || isCall(statement, context))) return undefined;
  }
  return undefined;
}

/** A call that stands alone between may be an expectation of another answer. */
function isCall(statement: Statement, { file }: RecogniserContext): boolean {
  const inner: Expression | undefined =
    statement.kind === "expression" ? throughAwait(statement.expression) : undefined;
  return inner?.kind === "call" && /^(?:expect|assert)\w/.test(file.text.slice(inner.start, inner.start + 20));
}
