/** The scopes of one file, made when they are asked for: which binding a name means at a place. */
import type {
  ClassExpression,
  Expression,
  FunctionExpression,
  SourceFile,
  Statement,
  SwitchStatement,
  TryStatement,
} from "../../../syntax/tree.ts";
import { childrenOf } from "../../../syntax/walk.ts";
import { encloses, type Span } from "../../../text/span.ts";
import type { Work } from "../work.ts";
import { addDeclared, addHoisted, addVariables, type Binding, defaultStep, namesOfPattern } from "./binding.ts";

type Node = Expression | Statement;

export interface Scope {
  /** Undefined for the scope of the module. */
  readonly parent: Scope | undefined;
  readonly names: ReadonlyMap<string, Binding>;
}

/** How far `async function` goes. */
const longestStart = 24;

/** The binding that `name` means in `scope`, with the scope that declares it. */
export function lookUp(scope: Scope, name: string): { readonly binding: Binding; readonly scope: Scope } | undefined {
  for (let current: Scope | undefined = scope; current !== undefined; current = current.parent) {
    const binding = current.names.get(name);
    if (binding !== undefined) return { binding, scope: current };
  }
  return undefined;
}

interface PathStep {
  readonly node: Node;
  /** The scope around the node. */
  readonly scope: Scope;
}

/** A class, the scope that it stands in, and whether what is looked at belongs to the class itself. */
export interface ClassAround {
  readonly class: ClassExpression;
  readonly scope: Scope;
  readonly isStatic: boolean;
}

/** A condition, and the scope that it stands in. */
export interface ConditionAround {
  readonly test: Expression;
  readonly scope: Scope;
}

/** Scopes of a file, kept by the node or the list of statements that opens them. */
export class ScopeTree {
  readonly module: Scope;
  readonly #file: SourceFile;
  readonly #work: Work;
  readonly #opened = new Map<object, Scope>();
  /** The children of nodes that were looked into: a long body is taken apart once, not for every name in it. */
  readonly #children = new Map<Node, readonly Node[]>();
  /** The nodes around the last target, the outermost first: the next target is mostly near, however deep it stands. */
  readonly #path: PathStep[] = [];

  constructor(file: SourceFile, work: Work) {
    this.#file = file;
    this.#work = work;
    this.module = { parent: undefined, names: declaredIn(file.statements, true) };
  }

  /** The innermost scope around `target`, which is a node of this file. */
  at(target: Node): Scope {
    this.#work.add(1);
    const last = this.#pathTo(target).at(-1);
    let scope = last === undefined ? this.module : this.enter(last.scope, last.node, target);
    let node = enclosing(last === undefined ? this.#file.statements : this.#childrenOf(last.node), target);
    while (node !== undefined && node !== target) {
      this.#work.add(1);
      this.#path.push({ node, scope });
      scope = this.enter(scope, node, target);
      node = enclosing(this.#childrenOf(node), target);
    }
    return scope;
  }

  /** The class whose static member holds `target` outside of any other function that has a `this`. */
  staticClassAround(target: Node): ClassAround | undefined {
    const around = this.classAround(target);
    return around?.isStatic === true ? around : undefined;
  }

  /** The class whose member holds `target` outside of any other function that has a `this`. */
  classAround(target: Node): ClassAround | undefined {
    let scope = this.module;
    let found: ClassAround | undefined;
    let node = enclosing(this.#file.statements, target);
    while (node !== undefined && node !== target) {
      const inner = enclosing(this.#childrenOf(node), target);
      if (node.kind === "class") {
        const member = node.members.find(({ value }) => value === inner);
        found = member && { class: node, scope, isStatic: member.isStatic };
      } else if (node.kind === "function" && !node.arrow && found?.class.members.every(({ value }) => value !== node)) {
        found = undefined;
      }
      scope = this.enter(scope, node, target);
      node = inner;
    }
    return found;
  }

  /** The conditions that hold at `target` because it stands in what they lead to, the innermost first. */
  conditionsAround(target: Node): readonly ConditionAround[] {
    const found: ConditionAround[] = [];
    let scope = this.module;
    let node = enclosing(this.#file.statements, target);
    while (node !== undefined && node !== target) {
      const test = conditionFor(node, target);
      if (test !== undefined) found.unshift({ test, scope });
      scope = this.enter(scope, node, target);
      node = enclosing(this.#childrenOf(node), target);
    }
    return found;
  }

  /** The scope inside `node` at `target`: a new one for what opens one, else `scope` itself. */
  enter(scope: Scope, node: Node, target: Span): Scope {
    switch (node.kind) {
      case "function":
        return this.function(scope, node);
      case "function-declaration":
        return scope;
      case "class":
        return this.#class(scope, node);
      case "block":
        return this.block(scope, node.body);
      case "module":
        return this.block(scope, node.body);
      case "switch":
        return this.switch(scope, node);
      case "loop": {
        const { declaration } = node;
        if (declaration === undefined) return scope;
        return this.#open(scope, node, () => {
          const names = new Map<string, Binding>();
          addVariables(names, declaration);
          return names;
        });
      }
      case "try":
        return this.#tryPart(scope, node, target);
      default:
        return scope;
    }
  }

  /** The scope of a function's parameters and body. */
  function(scope: Scope, node: FunctionExpression): Scope {
    return this.#open(scope, node, () => {
      const names = new Map<string, Binding>();
      if (node.name !== undefined && this.#knowsItself(node))
        names.set(node.name, { kind: "function", at: node, function: node });
      node.parameters.forEach((parameter, index) => {
        const steps = parameter.rest ? [] : defaultStep(parameter.initializer, parameter.pattern);
        for (const found of namesOfPattern(parameter.pattern, steps))
          names.set(found.name, { kind: "parameter", at: found.at, owner: node, index, steps: found.steps });
      });
      if (isStatements(node.body)) for (const [name, binding] of declaredIn(node.body, true)) names.set(name, binding);
      return names;
    });
  }

  /** The scope of a block's own declarations. */
  block(scope: Scope, statements: readonly Statement[]): Scope {
    return this.#open(scope, statements, () => declaredIn(statements, false));
  }

  switch(scope: Scope, node: SwitchStatement): Scope {
    return this.#open(scope, node, () =>
      declaredIn(
        node.cases.flatMap((clause) => clause.body),
        false,
      ),
    );
  }

  /** The scope of a `catch` clause. */
  handler(scope: Scope, node: TryStatement): Scope {
    const { handler, parameter } = node;
    if (handler === undefined) return scope;
    return this.#open(scope, handler, () => {
      const names = new Map<string, Binding>();
      if (parameter !== undefined)
        for (const { name, at } of namesOfPattern(parameter)) names.set(name, { kind: "opaque", at });
      for (const [name, binding] of declaredIn(handler, false)) names.set(name, binding);
      return names;
    });
  }

  /** A method is only reached through what has it: in `get STATUS() { return STATUS }` the second is another one. */
  #knowsItself({ start }: FunctionExpression): boolean {
    return /^(?:async\s+)?function\b/.test(this.#file.text.slice(start, start + longestStart));
  }

  /** A class expression knows its own name; a declaration's name is in the scope around it already. */
  #class(scope: Scope, node: ClassExpression): Scope {
    const { name } = node;
    if (name === undefined) return scope;
    const outer = lookUp(scope, name)?.binding;
    if (outer?.kind === "class" && outer.class === node) return scope;
    return this.#open(scope, node, () => new Map([[name, { kind: "class", at: node.nameSpan ?? node, class: node }]]));
  }

  /** Cuts the path back to the nodes that are larger than the target and hold it. */
  #pathTo(target: Span): readonly PathStep[] {
    const path = this.#path;
    // What is empty, such as something missing, stands between two nodes and in neither.
    if (target.start === target.end) path.length = 0;
    for (let last = path.at(-1); last !== undefined && !holds(last.node, target); last = path.at(-1)) path.pop();
    return path;
  }

  #childrenOf(node: Node): readonly Node[] {
    const known = this.#children.get(node);
    if (known !== undefined) return known;
    const children = childrenOf(node);
    this.#work.add(children.length);
    this.#children.set(node, children);
    return children;
  }

  #tryPart(scope: Scope, node: TryStatement, target: Span): Scope {
    if (enclosing(node.block, target) !== undefined) return this.block(scope, node.block);
    if (node.finalizer !== undefined && enclosing(node.finalizer, target) !== undefined)
      return this.block(scope, node.finalizer);
    return this.handler(scope, node);
  }

  #open(parent: Scope, opener: object, names: () => ReadonlyMap<string, Binding>): Scope {
    const known = this.#opened.get(opener);
    if (known !== undefined) return known;
    const scope = { parent, names: names() };
    this.#opened.set(opener, scope);
    return scope;
  }
}

/** What must be true for `target`, inside `node`, to be reached; `switch (true)` has its conditions in its labels. */
function conditionFor(node: Node, target: Span): Expression | undefined {
  if (node.kind === "if" || node.kind === "conditional") return encloses(node.whenTrue, target) ? node.test : undefined;
  if (node.kind !== "switch") return undefined;
  const { test } = node.cases.find((one) => encloses(one, target)) ?? {};
  return test !== undefined && !encloses(test, target) ? test : undefined;
}

/** Whether a function's body is a block and not an expression. */
export function isStatements(body: FunctionExpression["body"]): body is readonly Statement[] {
  return Array.isArray(body);
}

function declaredIn(statements: readonly Statement[], ofFunction: boolean): ReadonlyMap<string, Binding> {
  const names = new Map<string, Binding>();
  if (ofFunction) addHoisted(names, statements);
  addDeclared(names, statements);
  return names;
}

function holds(node: Span, target: Span): boolean {
  return encloses(node, target) && node.end - node.start > target.end - target.start;
}

/** The node among siblings, in the order of the text, that is or holds the target. */
function enclosing(nodes: readonly Node[], target: Span): Node | undefined {
  // Long lists of statements are searched by halves.
  let low = 0;
  let high = nodes.length;
  while (high - low > 8) {
    const middle = (low + high) >> 1;
    const node = nodes[middle];
    if (node !== undefined && node.start <= target.start) low = middle;
    else high = middle;
  }
  for (let index = low; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node === undefined || node.start > target.start) break;
    if (node === target || encloses(node, target)) return node;
  }
  return undefined;
}
