/** What the statements of a function do: return, throw, set fields of `this`, call what is above. */
import type {
  AssignmentExpression,
  CallExpression,
  Expression,
  MemberAccess,
  Statement,
} from "../../../syntax/tree.ts";
import { unwrapped } from "../../../syntax/unwrapped.ts";
import type {
  SymbolicAssignment,
  SymbolicGuard,
  SymbolicProperty,
  SymbolicSpread,
  SymbolicValue,
} from "../module-summary.ts";
import { lowerArguments } from "./lower-list.ts";
import { type Lowering, spanOf, unknownAt } from "./lowering.ts";
import { guardOfIf, guardsOfCases } from "./return-guards.ts";
import type { Scope } from "./scope.ts";

/** Gathers the effects of a body, nested blocks included, nested functions not: `statements` is given the body, the rest is read. */
export class Effects {
  readonly returns: SymbolicValue[] = [];
  readonly guards: (SymbolicGuard | undefined)[] = [];
  readonly throws: SymbolicValue[] = [];
  readonly assignments: SymbolicAssignment[] = [];
  superCallee: SymbolicValue | undefined;
  superArguments: readonly SymbolicValue[] | undefined;
  superRest: number | undefined;
  readonly #lowering: Lowering;
  /** What the statements stand under at the moment; several things at once are nothing that is followed. */
  #guard: SymbolicGuard | "several" | undefined;

  constructor(lowering: Lowering) {
    this.#lowering = lowering;
  }

  statements(statements: readonly Statement[], scope: Scope, conditional: boolean): void {
    for (const statement of statements) this.#statement(statement, scope, conditional);
  }

  #statement(statement: Statement, scope: Scope, conditional: boolean): void {
    const { scopes } = this.#lowering;
    switch (statement.kind) {
      case "return":
        if (statement.argument !== undefined) this.returned(statement.argument, scope);
        break;
      case "throw":
        this.throws.push(this.#lowering.expression(statement.argument, scope));
        break;
      case "expression":
        this.#expression(unwrapped(statement.expression), scope, conditional);
        break;
      case "if":
        this.#under(
          guardOfIf(statement, (one) => this.#lowering.expression(one, scope)),
          () => this.#statement(statement.whenTrue, scope, true),
        );
        if (statement.whenFalse !== undefined) this.#statement(statement.whenFalse, scope, true);
        break;
      case "switch": {
        const inner = scopes.switch(scope, statement);
        const guards = guardsOfCases(statement, (one) => this.#lowering.expression(one, inner));
        for (const [index, clause] of statement.cases.entries())
          this.#under(guards[index], () => this.statements(clause.body, inner, true));
        break;
      }
      case "loop":
        this.#under(undefined, () =>
          this.#statement(statement.body, scopes.enter(scope, statement, statement.body), true),
        );
        break;
      case "try":
        this.statements(statement.block, scopes.block(scope, statement.block), true);
        if (statement.handler !== undefined) this.statements(statement.handler, scopes.handler(scope, statement), true);
        if (statement.finalizer !== undefined)
          this.statements(statement.finalizer, scopes.block(scope, statement.finalizer), conditional);
        break;
      case "block":
        this.statements(statement.body, scopes.block(scope, statement.body), conditional);
        break;
      case "labeled":
        this.#statement(statement.body, scope, conditional);
        break;
      default:
        break;
    }
  }

  /** One more thing that is returned. */
  returned(expression: Expression, scope: Scope): void {
    this.returns.push(this.#lowering.expression(expression, scope));
    this.guards.push(this.#guard === "several" ? undefined : this.#guard);
  }

  #under(guard: SymbolicGuard | undefined, run: () => void): void {
    const before = this.#guard;
    this.#guard = before === undefined && guard !== undefined ? guard : "several";
    run();
    this.#guard = before;
  }

  #expression(expression: Expression, scope: Scope, conditional: boolean): void {
    if (expression.kind === "assignment") this.#assignment(expression, scope, conditional);
    if (expression.kind === "sequence")
      for (const one of expression.expressions) this.#expression(unwrapped(one), scope, conditional);
    if (expression.kind !== "call") return;
    const callee = unwrapped(expression.callee);
    if (callee.kind === "identifier" && callee.name === "super") {
      this.#above(expression, expression.arguments, scope);
    } else if (callee.kind === "member" && isThis(expression.arguments[0]) && this.superArguments === undefined) {
      this.#aboveOldStyle(expression, callee, scope);
    } else if (isObjectAssignToThis(callee, expression.arguments)) {
      for (const layer of expression.arguments.slice(1)) {
        const entry: SymbolicSpread = {
          kind: "spread",
          value: this.#lowering.expression(layer, scope),
          ...spanOf(layer),
        };
        this.assignments.push({ entry, conditional });
      }
    }
  }

  /** `super(…)`. */
  #above(call: CallExpression, given: readonly Expression[], scope: Scope): void {
    const { values, complete } = lowerArguments(given, scope, this.#lowering);
    if (this.superArguments !== undefined) return;
    this.superRest = this.#restPassedOn(given.at(-1), scope);
    const isWhole = complete || (this.superRest !== undefined && values.length === given.length - 1);
    this.superArguments = isWhole ? values : [...values, unknownAt(call)];
  }

  /** `Base.call(this, 404, message)`, `Base.apply(this, arguments)`. */
  #aboveOldStyle(call: CallExpression, callee: MemberAccess, scope: Scope): void {
    const [, ...given] = call.arguments;
    if (callee.name === "call") this.#above(call, given, scope);
    else if (callee.name === "apply" && isArguments(given[0])) {
      this.superArguments = [];
      this.superRest = 0;
    } else return;
    this.superCallee = this.#lowering.expression(callee.object, scope);
  }

  /** The index of the function's own rest parameter in `...args`. */
  #restPassedOn(argument: Expression | undefined, scope: Scope): number | undefined {
    if (argument?.kind !== "prefix" || argument.operator !== "...") return undefined;
    const value = this.#lowering.expression(argument.argument, scope);
    return value.kind === "parameter" && value.rest ? value.index : undefined;
  }

  #assignment(assignment: AssignmentExpression, scope: Scope, conditional: boolean): void {
    const target = unwrapped(assignment.target);
    if (target.kind !== "member" || target.object.kind !== "identifier" || target.object.name !== "this") return;
    const written = this.#lowering.expression(assignment.value, scope);
    const always = assignment.operator === "=";
    const entry: SymbolicProperty = { kind: "property", name: target.name, value: written, ...spanOf(target.nameSpan) };
    this.assignments.push({ entry, conditional: conditional || !always });
  }
}

function isObjectAssignToThis(callee: Expression, given: readonly Expression[]): boolean {
  if (callee.kind !== "member" || callee.name !== "assign" || callee.object.kind !== "identifier") return false;
  return callee.object.name === "Object" && isThis(given[0]);
}

function isThis(expression: Expression | undefined): boolean {
  return expression?.kind === "identifier" && expression.name === "this";
}

function isArguments(expression: Expression | undefined): boolean {
  return expression?.kind === "identifier" && expression.name === "arguments";
}
