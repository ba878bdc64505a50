/** What the columns of a table of tests are called by those who take its rows apart. */
import type { ArrayLiteral, CallExpression, Expression, Pattern, SourceFile } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { walkFile } from "../../syntax/walk.ts";
import { encloses } from "../../text/span.ts";
import type { RecognisedNode, RecogniserContext } from "../recogniser.ts";
import { lastName } from "./names.ts";

/** The names of the columns in order; undefined for columns without one. */
export type Columns = readonly (string | undefined)[];

/** The columns of the table in which the row stands, in place or under a name; undefined where nobody takes rows apart. */
export function columnsOf(row: ArrayLiteral, { ancestors, file }: RecogniserContext): Columns | undefined {
  const outside = ancestors.filter((one) => one.kind !== "wrapped");
  const [user, home, table] = [outside.at(-3), outside.at(-2), outside.at(-1)];
  if (table?.kind !== "array" || home === undefined || !row.elements.some((element) => element !== undefined))
    return undefined;
  if (home.kind === "call" && isEach(home) && home.arguments[0] !== undefined) {
    return user?.kind === "call" && unwrapped(user.callee) === home ? parametersOf(user) : undefined;
  }
  if (home.kind === "member" && home.name === "forEach" && user?.kind === "call") return partsOfFirst(user);
  if (home.kind === "loop") return namesIn(home.declaration?.declarators[0]?.pattern);
  if (home.kind !== "variable" || !/\bof\b|\beach\(|\.forEach\(/.test(file.text)) return undefined;
  const pattern = home.declarators.find((one) => encloses(one, table))?.pattern;
  return pattern?.kind === "name" ? namedTables(file).get(pattern.name) : undefined;
}

const tablesOfFiles = new WeakMap<SourceFile, ReadonlyMap<string, Columns>>();

/** The tables that a file takes apart by their names: `for (const [a, b] of rows)`, `it.each(rows)`, `rows.forEach(…)`. */
function namedTables(file: SourceFile): ReadonlyMap<string, Columns> {
  const known = tablesOfFiles.get(file);
  if (known !== undefined) return known;
  const found = new Map<string, Columns>();
  const add = (table: Expression | undefined, columns: Columns | undefined): void => {
    const inner = table && unwrapped(table);
    if (inner?.kind === "identifier" && columns !== undefined && !found.has(inner.name)) found.set(inner.name, columns);
  };
  walkFile(
    file,
    (node) => {
      if (node.kind === "loop") add(node.heads.at(-1), namesIn(node.declaration?.declarators[0]?.pattern));
      if (node.kind !== "call") return;
      const callee = unwrapped(node.callee);
      if (callee.kind === "call" && isEach(callee)) add(callee.arguments[0], parametersOf(node));
      if (callee.kind === "member" && callee.name === "forEach") add(callee.object, partsOfFirst(node));
    },
    new Set<RecognisedNode["kind"]>(["loop", "call"]),
  );
  tablesOfFiles.set(file, found);
  return found;
}

function isEach(call: CallExpression): boolean {
  return lastName(call.callee) === "each";
}

/** `it.each(rows)("…", (a, b) => …)`. */
function parametersOf(user: CallExpression): Columns | undefined {
  return functionIn(user.arguments)?.parameters.map(({ pattern }) => nameOf(pattern));
}

/** `rows.forEach(([a, b]) => …)`. */
function partsOfFirst(user: CallExpression): Columns | undefined {
  return namesIn(functionIn(user.arguments)?.parameters[0]?.pattern);
}

function functionIn(arguments_: readonly Expression[]): Extract<RecognisedNode, { kind: "function" }> | undefined {
  for (const argument of arguments_) {
    const inner = unwrapped(argument);
    if (inner.kind === "function") return inner;
  }
  return undefined;
}

function namesIn(pattern: Pattern | undefined): Columns | undefined {
  if (pattern?.kind !== "array-pattern") return undefined;
  return pattern.elements.map((element) => element && nameOf(element.pattern));
}

function nameOf(pattern: Pattern): string | undefined {
  return pattern.kind === "name" ? pattern.name : undefined;
}
