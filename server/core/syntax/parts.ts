import type {
  ClassMember,
  EnumMember,
  ExportBinding,
  Expression,
  ImportBinding,
  ObjectMember,
  Parameter,
  Pattern,
  PatternProperty,
  PropertyKey,
  Statement,
  SwitchCase,
  VariableDeclarator,
} from "./tree.ts";

/** Whatever has a span and a `kind` in a file's structure. */
export type SyntaxNode =
  | Expression
  | Statement
  | ObjectMember
  | PropertyKey
  | Pattern
  | PatternProperty
  | Parameter
  | ClassMember
  | SwitchCase
  | VariableDeclarator
  | EnumMember
  | ImportBinding
  | ExportBinding;

/** The parts of a node, one level down, in the order of the text. */
export function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  switch (node.kind) {
    case "identifier":
    case "string":
    case "number":
    case "keyword":
    case "regexp":
    case "missing":
    case "name":
    case "other":
    case "import-binding":
    case "export-binding":
      return NONE;
    case "template":
    case "sequence":
    case "jsx":
      return node.expressions;
    case "object":
      return node.members;
    case "array":
      return present(node.elements);
    case "member":
      return [node.object];
    case "index":
      return [node.object, node.index];
    case "call":
    case "new":
      return [node.callee, ...node.arguments];
    case "unary":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "assignment":
      return [node.target, node.value];
    case "conditional":
      return [node.test, node.whenTrue, node.whenFalse];
    case "function":
      return partsOfBody(node.parameters, node.body);
    case "class":
      return [...node.decorators, ...optional(node.superclass), ...node.members];
    case "wrapped":
    case "expression":
      return [node.expression];
    case "prefix":
    case "spread":
      return [node.argument];
    case "tagged":
      return [node.tag, node.template];
    case "variable":
      return node.declarators;
    case "return":
      return optional(node.argument);
    case "throw":
      return [node.argument];
    case "if":
      return [node.test, node.whenTrue, ...optional(node.whenFalse)];
    case "switch":
      return [node.discriminant, ...node.cases];
    case "loop":
      return inOrder([...optional(node.declaration), ...node.heads, node.body]);
    case "try":
      return [...node.block, ...optional(node.parameter), ...(node.handler ?? NONE), ...(node.finalizer ?? NONE)];
    case "block":
    case "module":
      return node.body;
    case "function-declaration":
      return [node.function];
    case "class-declaration":
      return [node.class];
    case "enum":
      return node.members;
    case "import":
      return inOrder([...node.bindings, ...optional(node.specifier)]);
    case "export":
      return [...node.bindings, ...optional(node.specifier), ...optional(node.expression)];
    case "labeled":
      return [node.body];
    case "property":
      return node.shorthand ? [node.value] : [node.key, node.value];
    case "method":
      return [node.key, node.value];
    case "key":
      return optional(node.computed);
    case "object-pattern":
      return node.properties;
    case "array-pattern":
      return present(node.elements);
    case "pattern-property":
      return partsOfPatternProperty(node);
    case "parameter":
      return [...node.decorators, node.pattern, ...optional(node.initializer)];
    case "class-member":
      return [...node.decorators, node.key, ...optional(node.value)];
    case "case":
      return [...optional(node.test), ...node.body];
    case "declarator":
      return [node.pattern, ...optional(node.initializer)];
    case "enum-member":
      return [node.key, ...optional(node.initializer)];
    default:
      return node satisfies never;
  }
}

const NONE: readonly SyntaxNode[] = [];

function optional(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  return node === undefined ? NONE : [node];
}

function present(nodes: readonly (SyntaxNode | undefined)[]): readonly SyntaxNode[] {
  return nodes.filter((node) => node !== undefined);
}

function inOrder(nodes: readonly SyntaxNode[]): readonly SyntaxNode[] {
  return [...nodes].sort((left, right) => left.start - right.start);
}

function partsOfBody(
  parameters: readonly Parameter[],
  body: readonly Statement[] | Expression | undefined,
): readonly SyntaxNode[] {
  if (body === undefined) return parameters;
  return isStatements(body) ? [...parameters, ...body] : [...parameters, body];
}

function isStatements(body: readonly Statement[] | Expression): body is readonly Statement[] {
  return Array.isArray(body);
}

function partsOfPatternProperty(node: PatternProperty): readonly SyntaxNode[] {
  // `{ a }` binds what its key names: one part, not two of the same span.
  const key = node.key !== undefined && node.key.start === node.pattern.start ? undefined : node.key;
  return [...optional(key), node.pattern, ...optional(node.initializer)];
}
