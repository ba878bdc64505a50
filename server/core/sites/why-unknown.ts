/** Why nobody can say what an expression is worth: the name at which following it stopped, in words for people. */
import type { CallExpression, Expression, FunctionExpression, Identifier } from "../syntax/tree.ts";
import { unwrapped } from "../syntax/unwrapped.ts";
import { nodesAt, walkFile } from "../syntax/walk.ts";
import { LineMap } from "../text/line-map.ts";
import { branchesOf } from "./parts/branches.ts";
import type { Declaration } from "./reading/bindings.ts";
import { lastName, pathOf, rootOf } from "./reading/names.ts";
import type { RecogniserContext } from "./recogniser.ts";

type Place = Pick<RecogniserContext, "file" | "bindings" | "values">;

/** How many names are followed: what takes more is told of where it stands. */
const furthest = 8;

/** A clause without a capital and a full stop; undefined where the value is known after all. */
export function whyUnknown(expression: Expression, place: Place): string | undefined {
  return clauseOf(expression, place, furthest);
}

function clauseOf(expression: Expression, place: Place, left: number): string | undefined {
  if (place.values.work.isSpent) return "this file takes too long to work out, so the rest of its values stay unknown";
  const branch = branchesOf(expression).find((one) => place.values.valueOf(one).options.length === 0);
  if (branch === undefined) return undefined;
  const inner = unwrapped(branch);
  switch (inner.kind) {
    case "identifier":
      return ofName(inner, place, left);
    case "member":
    case "index":
      return ofMember(inner, place, left);
    case "prefix":
      return clauseOf(inner.argument, place, left) ?? atRuntime;
    case "call":
      return `what ${calledName(inner)} gives is known only when the program runs`;
    case "missing":
      return "nothing is written here yet";
    case "object":
    case "array":
    case "function":
    case "class":
    case "regexp":
    case "new":
      return "it is no text and no number";
    default:
      return atRuntime;
  }
}

const atRuntime = "it is put together when the program runs";

function ofName(name: Identifier, place: Place, left: number): string {
  const declaration = place.bindings.declarationOf(name);
  const shown = `\`${name.name}\``;
  switch (declaration?.kind) {
    case undefined:
      return `${shown} is declared nowhere in this file`;
    case "import":
      return ofImport(shown, declaration, place);
    case "parameter":
      return ofParameter(shown, declaration, place);
    case "caught":
      return `${shown} is whatever was thrown`;
    case "named":
      return `${shown} is a function or a class, no value`;
    case "variable":
      return ofVariable(name, declaration, place, left);
  }
}

function ofImport(shown: string, { specifier }: Declaration & { kind: "import" }, place: Place): string {
  const from = `\`${specifier.replaceAll("`", "'")}\``;
  switch (place.values.leadsTo(specifier)) {
    case "nowhere":
      return `${shown} is imported from ${from}, and no file of the project has that name`;
    case "package":
      return `${shown} comes from the package ${from}, whose code is not read`;
    case "file":
      return `${shown} is imported from ${from}, where no constant of that name is exported`;
  }
}

function ofParameter(
  shown: string,
  { function: owner, path }: Declaration & { kind: "parameter" },
  place: Place,
): string {
  const name = nameOfFunction(owner, place);
  const taken = path.length === 0 ? "is a parameter" : "is taken out of a parameter";
  if (name === undefined) return `${shown} ${taken} of a function without a name, whose callers are not known`;
  const lines = linesOfCalls(name, place);
  if (lines.length === 0) return `${shown} ${taken} of \`${name}\`, which is called nowhere in this file`;
  const where = `${lines.length === 1 ? "line" : "lines"} ${lines.slice(0, 5).join(", ")}${lines.length > 5 ? ", …" : ""}`;
  return `${shown} ${taken} of \`${name}\`: ask at its calls (${where})`;
}

function ofVariable(
  name: Identifier,
  declaration: Declaration & { kind: "variable" },
  place: Place,
  left: number,
): string {
  const shown = `\`${name.name}\``;
  const { initializer, path } = declaration;
  if (initializer === undefined) return `${shown} gets its value by an assignment, not where it is declared`;
  if (path.length > 0) return `${shown} is taken out of a value that is known only when the program runs`;
  if (place.bindings.constantOf(name) === undefined) return `${shown} is assigned again, so it may hold several values`;
  const reason = left > 0 ? clauseOf(initializer, place, left - 1) : undefined;
  return reason === undefined ? `${shown} is no text and no number` : `${shown} is a constant, but ${reason}`;
}

function ofMember(member: Expression & { kind: "member" | "index" }, place: Place, left: number): string {
  const members = place.values.membersOf(member.object);
  const object = pathOf(member.object)?.join(".");
  if (members !== undefined && members.size > 0 && member.kind === "member" && !members.has(member.name)) {
    return `${object === undefined ? "the object" : `\`${object}\``} has no \`${member.name}\``;
  }
  const root = unwrapped(rootOf(member.object));
  if (root.kind === "identifier" && root.name !== "this") return ofName(root, place, left);
  return root.kind === "identifier" ? "it is a field of `this`, which others may set" : atRuntime;
}

function calledName(call: CallExpression): string {
  const path = pathOf(call.callee)?.join(".") ?? lastName(call.callee);
  return path === undefined ? "the call" : `\`${path}()\``;
}

/** The function's own name, or that of the variable, the property or the method that holds it. */
function nameOfFunction(owner: FunctionExpression, { file }: Place): string | undefined {
  if (owner.name !== undefined) return owner.name;
  const around = nodesAt(file, owner.start).toReversed();
  for (const node of around) {
    if (node.kind === "declarator" && node.initializer !== undefined && unwrapped(node.initializer) === owner) {
      return node.pattern.kind === "name" ? node.pattern.name : undefined;
    }
    if ((node.kind === "property" || node.kind === "method") && unwrapped(node.value) === owner) return node.key.name;
    if (node.kind === "class-member" && node.value !== undefined && unwrapped(node.value) === owner)
      return node.key.name;
  }
  return undefined;
}

function linesOfCalls(name: string, { file }: Place): readonly number[] {
  const offsets: number[] = [];
  walkFile(file, (node) => {
    if ((node.kind === "call" || node.kind === "new") && lastName(node.callee) === name) offsets.push(node.start);
  });
  if (offsets.length === 0) return [];
  const map = new LineMap(file.text);
  return [...new Set(offsets.map((offset) => map.toLineColumn(offset).line + 1))];
}
