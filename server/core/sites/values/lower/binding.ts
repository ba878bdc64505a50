/** What a name is bound to in one scope, and the bindings that patterns and statements make. */
import type {
  ClassExpression,
  EnumStatement,
  Expression,
  FunctionExpression,
  ModuleStatement,
  ObjectPattern,
  Pattern,
  Statement,
  VariableStatement,
} from "../../../syntax/tree.ts";
import type { Span } from "../../../text/span.ts";
import type { ImportedName } from "../module-summary.ts";
import { enumAsValue, filledEnum } from "./compiled-enum.ts";
import { importedNames } from "./imported-names.ts";

export type Binding =
  | VariableBinding
  | ParameterBinding
  | { readonly kind: "function"; readonly at: Span; readonly function: FunctionExpression }
  | { readonly kind: "class"; readonly at: Span; readonly class: ClassExpression }
  | { readonly kind: "enum"; readonly at: Span; readonly statement: EnumStatement }
  | { readonly kind: "namespace"; readonly at: Span; readonly statements: readonly ModuleStatement[] }
  | { readonly kind: "import"; readonly at: Span; readonly imported: ImportedName }
  /** Bound, but to nothing that can be known: a caught error, a loop variable. */
  | { readonly kind: "opaque"; readonly at: Span };

export interface VariableBinding {
  readonly kind: "variable";
  readonly at: Span;
  readonly constant: boolean;
  /** Undefined for a `let` that is only declared. */
  readonly initializer: Expression | undefined;
  readonly steps: readonly PatternStep[];
}

export interface ParameterBinding {
  readonly kind: "parameter";
  readonly at: Span;
  readonly owner: FunctionExpression;
  readonly index: number;
  readonly steps: readonly PatternStep[];
}

/** How a destructuring pattern leads from the whole to one name, outermost first. */
export type PatternStep =
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "computed"; readonly key: Expression }
  | { readonly kind: "element"; readonly index: number }
  | { readonly kind: "default"; readonly initializer: Expression; readonly subject: string | undefined }
  /** The rest of an object, without the properties that are taken out beside it; an empty name for a computed one. */
  | { readonly kind: "rest"; readonly without: readonly string[] };

export interface PatternName {
  readonly name: string;
  readonly at: Span;
  readonly steps: readonly PatternStep[];
}

/** Every name that a pattern binds, with the way to it. */
export function namesOfPattern(pattern: Pattern, before: readonly PatternStep[] = []): readonly PatternName[] {
  switch (pattern.kind) {
    case "missing":
      return [];
    case "name":
      return [{ name: pattern.name, at: pattern, steps: before }];
    case "object-pattern":
      return pattern.properties.flatMap((property) => {
        const step = propertyStep(property.key, pattern);
        const steps = [...before, step, ...defaultStep(property.initializer, property.pattern)];
        return namesOfPattern(property.pattern, steps);
      });
    case "array-pattern":
      return pattern.elements.flatMap((element, index) => {
        if (element === undefined) return [];
        const steps = [
          ...before,
          { kind: "element", index } as const,
          ...defaultStep(element.initializer, element.pattern),
        ];
        return namesOfPattern(element.pattern, steps);
      });
  }
}

function propertyStep(
  key: { readonly name: string | undefined; readonly computed: Expression | undefined } | undefined,
  { properties }: ObjectPattern,
): PatternStep {
  if (key?.name !== undefined) return { kind: "property", name: key.name };
  if (key?.computed !== undefined) return { kind: "computed", key: key.computed };
  return { kind: "rest", without: properties.flatMap(({ key }) => (key === undefined ? [] : (key.name ?? ""))) };
}

/** The step of a default value, if there is one. */
export function defaultStep(initializer: Expression | undefined, pattern: Pattern): readonly PatternStep[] {
  if (initializer === undefined) return [];
  return [{ kind: "default", initializer, subject: pattern.kind === "name" ? pattern.name : undefined }];
}

/** Adds what a list of statements declares in its own scope (`var` of inner blocks is added by `addHoisted`). */
export function addDeclared(names: Map<string, Binding>, statements: readonly Statement[]): void {
  for (const statement of statements) {
    switch (statement.kind) {
      case "variable":
        addVariables(names, statement);
        break;
      case "function-declaration":
        addFunction(names, statement.function);
        break;
      case "class-declaration":
        if (statement.class.name !== undefined)
          names.set(statement.class.name, {
            kind: "class",
            at: statement.class.nameSpan ?? statement.class,
            class: statement.class,
          });
        break;
      case "enum":
        names.set(statement.name, { kind: "enum", at: statement.nameSpan, statement });
        break;
      case "module":
        addNamespace(names, statement);
        break;
      case "import":
        for (const name of importedNames(statement)) {
          names.set(name.local, { kind: "import", at: name.at, imported: name });
        }
        break;
      case "labeled":
        addDeclared(names, [statement.body]);
        break;
      case "expression":
        addFilledEnum(names, statement);
        break;
      default:
        break;
    }
  }
}

/** An enum that a compiler has written stands under the name of the variable that was declared for it. */
function addFilledEnum(names: Map<string, Binding>, statement: Statement): void {
  const filled = filledEnum(statement);
  const holder = filled && names.get(filled.name);
  if (filled === undefined || holder?.kind !== "variable" || holder.initializer !== undefined) return;
  names.set(filled.name, { kind: "enum", at: holder.at, statement: filled });
}

/** An overload without a body never hides the implementation. */
function addFunction(names: Map<string, Binding>, declared: FunctionExpression): void {
  if (declared.name === undefined) return;
  if (declared.body === undefined && names.has(declared.name)) return;
  names.set(declared.name, { kind: "function", at: declared, function: declared });
}

function addNamespace(names: Map<string, Binding>, statement: ModuleStatement): void {
  const earlier = names.get(statement.name);
  if (earlier === undefined) names.set(statement.name, { kind: "namespace", at: statement, statements: [statement] });
  else if (earlier.kind === "namespace")
    names.set(statement.name, { ...earlier, statements: [...earlier.statements, statement] });
}

/** Adds the names of one variable statement; a `var` declared twice is not followed. */
export function addVariables(names: Map<string, Binding>, statement: VariableStatement): void {
  for (const declarator of statement.declarators) {
    for (const { name, at, steps } of namesOfPattern(declarator.pattern)) {
      const initializer = declarator.initializer;
      const again = statement.keyword === "var" && names.has(name);
      const compiled =
        initializer === undefined || again || steps.length > 0 ? undefined : enumAsValue(initializer, name, at);
      const isOpaque =
        initializer === undefined && (statement.keyword === "const" || declarator.pattern.kind !== "name");
      if (isOpaque || again) names.set(name, { kind: "opaque", at });
      else if (compiled !== undefined) names.set(name, { kind: "enum", at, statement: compiled });
      else names.set(name, { kind: "variable", at, constant: statement.keyword === "const", initializer, steps });
    }
  }
}

/** Adds the `var`s of blocks, loops and branches inside `statements`, which belong to the function around them. */
export function addHoisted(names: Map<string, Binding>, statements: readonly Statement[]): void {
  for (const statement of statements) {
    const inner = innerStatements(statement);
    for (const candidate of inner) {
      if (candidate.kind === "variable" && candidate.keyword === "var") addVariables(names, candidate);
    }
    addHoisted(names, inner);
  }
}

/** The statements directly under a statement, those of functions and namespaces left out. */
export function innerStatements(statement: Statement): readonly Statement[] {
  switch (statement.kind) {
    case "if":
      return statement.whenFalse === undefined ? [statement.whenTrue] : [statement.whenTrue, statement.whenFalse];
    case "switch":
      return statement.cases.flatMap((clause) => clause.body);
    case "loop":
      return statement.declaration === undefined ? [statement.body] : [statement.declaration, statement.body];
    case "try":
      return [...statement.block, ...(statement.handler ?? []), ...(statement.finalizer ?? [])];
    case "block":
      return statement.body;
    case "labeled":
      return [statement.body];
    default:
      return [];
  }
}
