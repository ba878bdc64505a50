import { isDocument } from "../../../syntax/dialect.ts";
import type { AssignmentExpression, ExportStatement, Expression, Statement } from "../../../syntax/tree.ts";
import { unwrapped } from "../../../syntax/unwrapped.ts";
import type { ModuleSummary, SymbolicEntry, SymbolicValue } from "../module-summary.ts";
import { addVariables, type Binding } from "./binding.ts";
import { exportingTargets, filledEnum } from "./compiled-enum.ts";
import { lowerClass } from "./lower-class.ts";
import { type Lowering, spanOf } from "./lowering.ts";

export type ModuleExports = Pick<ModuleSummary, "exports" | "starExports" | "commonJs">;

/** What a file gives to others, by ECMAScript and by CommonJS; a file of data gives its value. */
export function readExports(lowering: Lowering): ModuleExports {
  const { file, scopes } = lowering;
  const exports = new Map<string, SymbolicValue>();
  const starExports: string[] = [];
  const assigned: SymbolicEntry[] = [];
  let commonJs: SymbolicValue | undefined;

  for (const statement of file.statements) {
    addDeclaredExports(statement, exports, lowering);
    if (statement.kind === "export") addExportStatement(statement);
    if (statement.kind !== "expression") continue;
    const expression = unwrapped(statement.expression);
    if (isDocument(file.dialect)) commonJs = lowering.expression(expression, scopes.module);
    else if (expression.kind === "assignment") addCommonJs(expression);
    else addFilledEnum(statement);
  }
  if (assigned.length > 0) commonJs = objectOf(commonJs, assigned);
  return { exports, starExports, commonJs };

  function addFilledEnum(statement: Statement): void {
    const name = filledEnum(statement)?.name;
    if (name === undefined) return;
    for (const written of exportingTargets(statement)) {
      const target = exportTarget(written);
      if (target === undefined) continue;
      assigned.push({
        kind: "property",
        name: target,
        value: { kind: "name", name, ...spanOf(written) },
        ...spanOf(written),
      });
    }
  }

  function addExportStatement(statement: ExportStatement): void {
    if (statement.typeOnly) return;
    // `export = x` cannot be told from `export default x` here; whoever requires the module looks at both.
    if (statement.expression !== undefined)
      exports.set("default", lowering.expression(statement.expression, scopes.module));
    for (const { local, exported, ...span } of statement.bindings) {
      const specifier = statement.specifier?.value;
      if (specifier === undefined) exports.set(exported, { kind: "name", name: local, ...spanOf(span) });
      else if (exported === "*") starExports.push(specifier);
      else exports.set(exported, { kind: "import", specifier, imported: local, ...spanOf(span) });
    }
  }

  /** `module.exports = x`, `module.exports.x = y`, `exports.x = y`, also chained. */
  function addCommonJs(assignment: AssignmentExpression): void {
    if (assignment.operator !== "=") return;
    const target = exportTarget(unwrapped(assignment.target));
    const inner = unwrapped(assignment.value);
    if (inner.kind === "assignment") addCommonJs(inner);
    if (target === undefined) return;
    const value = lowering.expression(assignment.value, scopes.module);
    if (target === "*") commonJs = value;
    else assigned.push({ kind: "property", name: target, value, ...spanOf(assignment.target) });
  }
}

function objectOf(whole: SymbolicValue | undefined, assigned: readonly SymbolicEntry[]): SymbolicValue {
  const first: readonly SymbolicEntry[] =
    whole === undefined ? [] : [{ kind: "spread", value: whole, ...spanOf(whole) }];
  return { kind: "object", entries: [...first, ...assigned], ...spanOf(whole ?? { start: 0, end: 0 }) };
}

/** The exported name that an assignment sets, `*` for the whole. */
function exportTarget(target: Expression): string | undefined {
  if (target.kind !== "member") return undefined;
  if (isModuleExports(target)) return "*";
  const object = unwrapped(target.object);
  if (object.kind === "identifier") return object.name === "exports" ? target.name : undefined;
  return isModuleExports(object) ? target.name : undefined;
}

function isModuleExports(expression: Expression): boolean {
  if (expression.kind !== "member" || expression.name !== "exports") return false;
  const object = unwrapped(expression.object);
  return object.kind === "identifier" && object.name === "module";
}

/** `export const a`, `export function`, `export class`, `export enum`, `export namespace`, and their defaults. */
function addDeclaredExports(statement: Statement, exports: Map<string, SymbolicValue>, lowering: Lowering): void {
  const named = (name: string): void => {
    exports.set(name, { kind: "name", name, ...spanOf(statement) });
  };
  const { module } = lowering.scopes;
  switch (statement.kind) {
    case "variable": {
      if (!statement.exported) break;
      const names = new Map<string, Binding>();
      addVariables(names, statement);
      for (const name of names.keys()) named(name);
      break;
    }
    case "enum":
    case "module":
      if (statement.exported) named(statement.name);
      break;
    case "function-declaration":
      addDefaultOrNamed(statement.exported, statement.function.name, () =>
        lowering.function(statement.function, module),
      );
      break;
    case "class-declaration":
      addDefaultOrNamed(statement.exported, statement.class.name, () => lowerClass(statement.class, module, lowering));
      break;
    default:
      break;
  }

  function addDefaultOrNamed(
    exported: "no" | "named" | "default",
    name: string | undefined,
    unnamed: () => SymbolicValue,
  ): void {
    if (exported === "default")
      exports.set("default", name === undefined ? unnamed() : { kind: "name", name, ...spanOf(statement) });
    else if (exported === "named" && name !== undefined) named(name);
  }
}
