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
  const parts: SyntaxNode[] = [];
  addParts(node, parts);
  return parts;
}

/** Adds the parts of a node to `parts`, in the order of the text: for walks, which look into millions of nodes. */
export function addParts(node: SyntaxNode, parts: SyntaxNode[]): void {
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
      return;
    case "template":
    case "sequence":
    case "jsx":
      addAll(node.expressions, parts);
      return;
    case "object":
    case "enum":
      addAll(node.members, parts);
      return;
    case "array":
    case "array-pattern":
      for (const element of node.elements) if (element !== undefined) parts.push(element);
      return;
    case "member":
      parts.push(node.object);
      return;
    case "index":
      parts.push(node.object, node.index);
      return;
    case "call":
    case "new":
      parts.push(node.callee);
      addAll(node.arguments, parts);
      return;
    case "unary":
      parts.push(node.operand);
      return;
    case "binary":
      parts.push(node.left, node.right);
      return;
    case "assignment":
      parts.push(node.target, node.value);
      return;
    case "conditional":
      parts.push(node.test, node.whenTrue, node.whenFalse);
      return;
    case "function":
      addAll(node.parameters, parts);
      addBody(node.body, parts);
      return;
    case "class":
      addAll(node.decorators, parts);
      addOptional(node.superclass, parts);
      addAll(node.members, parts);
      return;
    case "wrapped":
    case "expression":
      parts.push(node.expression);
      return;
    case "prefix":
    case "spread":
    case "throw":
      parts.push(node.argument);
      return;
    case "tagged":
      parts.push(node.tag, node.template);
      return;
    case "variable":
      addAll(node.declarators, parts);
      return;
    case "return":
      addOptional(node.argument, parts);
      return;
    case "if":
      parts.push(node.test, node.whenTrue);
      addOptional(node.whenFalse, parts);
      return;
    case "switch":
      parts.push(node.discriminant);
      addAll(node.cases, parts);
      return;
    case "loop":
      addAll(inOrder([...optional(node.declaration), ...node.heads, node.body]), parts);
      return;
    case "try":
      addAll(node.block, parts);
      addOptional(node.parameter, parts);
      addAll(node.handler ?? NONE, parts);
      addAll(node.finalizer ?? NONE, parts);
      return;
    case "block":
    case "module":
      addAll(node.body, parts);
      return;
    case "function-declaration":
      parts.push(node.function);
      return;
    case "class-declaration":
      parts.push(node.class);
      return;
    case "import":
      addAll(inOrder([...node.bindings, ...optional(node.specifier)]), parts);
      return;
    case "export":
      addAll(node.bindings, parts);
      addOptional(node.specifier, parts);
      addOptional(node.expression, parts);
      return;
    case "labeled":
      parts.push(node.body);
      return;
    case "property":
      if (!node.shorthand) parts.push(node.key);
      parts.push(node.value);
      return;
    case "method":
      parts.push(node.key, node.value);
      return;
    case "key":
      addOptional(node.computed, parts);
      return;
    case "object-pattern":
      addAll(node.properties, parts);
      return;
    case "pattern-property":
      // `{ a }` binds what its key names: one part, not two of the same span.
      if (node.key?.start !== node.pattern.start) addOptional(node.key, parts);
      parts.push(node.pattern);
      addOptional(node.initializer, parts);
      return;
    case "parameter":
      addAll(node.decorators, parts);
      parts.push(node.pattern);
      addOptional(node.initializer, parts);
      return;
    case "class-member":
      addAll(node.decorators, parts);
      parts.push(node.key);
      addOptional(node.value, parts);
      return;
    case "case":
      addOptional(node.test, parts);
      addAll(node.body, parts);
      return;
    case "declarator":
      parts.push(node.pattern);
      addOptional(node.initializer, parts);
      return;
    case "enum-member":
      parts.push(node.key);
      addOptional(node.initializer, parts);
      return;
    default:
      node satisfies never;
  }
}

const NONE: readonly SyntaxNode[] = [];

function addAll(nodes: readonly SyntaxNode[], parts: SyntaxNode[]): void {
  for (const node of nodes) parts.push(node);
}

function addOptional(node: SyntaxNode | undefined, parts: SyntaxNode[]): void {
  if (node !== undefined) parts.push(node);
}

function addBody(body: readonly Statement[] | Expression | undefined, parts: SyntaxNode[]): void {
  if (isStatements(body)) addAll(body, parts);
  else addOptional(body, parts);
}

function isStatements(body: readonly Statement[] | Expression | undefined): body is readonly Statement[] {
  return Array.isArray(body);
}

function optional(node: SyntaxNode | undefined): readonly SyntaxNode[] {
  return node === undefined ? NONE : [node];
}

function inOrder(nodes: readonly SyntaxNode[]): readonly SyntaxNode[] {
  return [...nodes].sort((left, right) => left.start - right.start);
}
