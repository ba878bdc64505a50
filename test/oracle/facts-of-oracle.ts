import { cookEntities } from "../../server/core/syntax/reader/literals.ts";

/** What oxc's tree says about a file, in the lines of `factsOfOurs`. The tree follows ESTree with TypeScript's nodes. */

interface OracleNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** Fields that hold types, or names that our reader keeps as plain strings. */
const SKIPPED_FIELDS: ReadonlySet<string> = new Set([
  "typeAnnotation",
  "typeArguments",
  "typeParameters",
  "returnType",
  "superTypeArguments",
  "superTypeParameters",
  "implements",
  "parent",
  "label",
  "openingFragment",
  "closingFragment",
  "closingElement",
  "meta",
]);

const SKIPPED_NODES: ReadonlySet<string> = new Set([
  "TSTypeAliasDeclaration",
  "TSInterfaceDeclaration",
  "TSIndexSignature",
  "TSNamespaceExportDeclaration",
]);

export function factsOfOracle(program: unknown): string[] {
  const facts: string[] = [];
  if (isNode(program)) visit(program, undefined, "", facts, false);
  return facts.sort();
}

function visit(
  node: OracleNode,
  parent: OracleNode | undefined,
  field: string,
  facts: string[],
  binding: boolean,
): void {
  if (SKIPPED_NODES.has(node.type)) return;
  const binds = binding || bindsHere(parent, field);
  const fact = factOf(node, parent, field, binds);
  if (fact !== undefined) facts.push(fact);
  const stillBinds = binds && isPattern(node) && field !== "right";
  for (const [name, value] of Object.entries(node)) {
    if (SKIPPED_FIELDS.has(name) || isNameOnly(node, name)) continue;
    if (node.type === "AssignmentPattern" && name === "right") visitAll(value, node, name, facts, false);
    else if (node.type === "Property" && name === "key") visitAll(value, node, name, facts, false);
    else visitAll(value, node, name, facts, stillBinds);
  }
}

function visitAll(value: unknown, parent: OracleNode, field: string, facts: string[], binding: boolean): void {
  if (Array.isArray(value)) for (const item of value) visitAll(item, parent, field, facts, binding);
  else if (isNode(value)) visit(value, parent, field, facts, binding);
}

function isNode(value: unknown): value is OracleNode {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

function bindsHere(parent: OracleNode | undefined, field: string): boolean {
  if (parent === undefined) return false;
  if (parent.type === "VariableDeclarator") return field === "id";
  if (parent.type === "CatchClause") return field === "param";
  if (field === "params") return true;
  return parent.type === "TSParameterProperty" && field === "parameter";
}

function isPattern(node: OracleNode): boolean {
  return /Pattern$|^RestElement$|^Property$/.test(node.type);
}

/** Names that our reader does not give as identifiers. */
function isNameOnly(node: OracleNode, field: string): boolean {
  switch (node.type) {
    case "MemberExpression":
      return field === "property" && node.computed === false;
    case "MetaProperty":
      return true;
    case "Property":
    case "PropertyDefinition":
    case "AccessorProperty":
    case "TSAbstractPropertyDefinition":
    case "TSAbstractAccessorProperty":
    case "MethodDefinition":
    case "TSAbstractMethodDefinition":
      return field === "key" && node.computed === false;
    case "TSEnumMember":
      return field === "id" && node.computed !== true;
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "TSDeclareFunction":
    case "ClassDeclaration":
    case "ClassExpression":
    case "TSEnumDeclaration":
    case "TSModuleDeclaration":
      return field === "id";
    case "ImportDeclaration":
      return field === "specifiers" || field === "attributes";
    case "TSImportEqualsDeclaration":
      return (
        field === "id" || !(isNode(node.moduleReference) && node.moduleReference.type === "TSExternalModuleReference")
      );
    case "ExportNamedDeclaration":
      return field === "specifiers" || field === "attributes";
    case "ExportAllDeclaration":
      return field === "exported" || field === "attributes";
    case "JSXElement":
      return field === "closingElement";
    case "JSXOpeningElement":
    case "JSXAttribute":
      return field === "name";
    case "LabeledStatement":
    case "BreakStatement":
    case "ContinueStatement":
      return field === "label";
    default:
      return false;
  }
}

function factOf(node: OracleNode, parent: OracleNode | undefined, field: string, binding: boolean): string | undefined {
  const range = `${node.start}-${node.end}`;
  switch (node.type) {
    case "CallExpression":
      return `call ${range} ${count(node.arguments)}`;
    case "ImportExpression":
      return `call ${range} ${node.options ? 2 : 1}`;
    case "NewExpression":
      return `new ${range} ${count(node.arguments)}`;
    case "ObjectExpression":
      return `object ${range} ${count(node.properties)}`;
    case "ObjectPattern":
      return binding ? undefined : `object ${patternRange(node)} ${count(node.properties)}`;
    case "ArrayExpression":
      return `array ${range}`;
    case "ArrayPattern":
      return binding ? undefined : `array ${patternRange(node)}`;
    case "AssignmentPattern":
      return binding ? undefined : `assignment ${range} =`;
    case "JSXElement":
    case "JSXFragment":
      return `jsx ${range}`;
    case "TSEnumDeclaration":
      return `enum ${exportedStart(node, parent)}-${node.end}`;
    case "TemplateLiteral":
      return `template ${range}`;
    case "Property":
      return node.computed === true ? undefined : keyFact(node.key);
    case "TSEnumMember":
      return node.computed === true ? undefined : keyFact(node.id);
    case "Literal":
      return literalFact(node, range, parent);
    case "MemberExpression":
      if (node.computed === true) return `index ${range}`;
      return `member ${range} ${nameOf(node.property)}`;
    case "MetaProperty":
      return `member ${range} ${nameOf(node.property)}`;
    case "UnaryExpression":
    case "UpdateExpression":
      return `unary ${range} ${node.operator}`;
    case "BinaryExpression":
    case "LogicalExpression":
      return `binary ${range} ${node.operator}`;
    case "AssignmentExpression":
      return `assignment ${range} ${node.operator}`;
    case "ConditionalExpression":
      return `conditional ${range}`;
    case "ImportDeclaration":
      return `import ${range} ${list(node.specifiers).map(importBinding).join()}`;
    case "TSImportEqualsDeclaration":
      return `import ${exportedStart(node, parent)}-${node.end} =>${nameOf(node.id)}`;
    case "ExportNamedDeclaration":
      if (node.declaration) return undefined;
      return `export ${range} ${list(node.specifiers).map(exportBinding).join()}`;
    case "ExportDefaultDeclaration":
      return isDeclaration(node.declaration) ? undefined : `export ${range} `;
    case "TSExportAssignment":
      return `export ${range} `;
    case "ExportAllDeclaration":
      return `export ${range} *>${isNode(node.exported) ? nameOf(node.exported) : "*"}`;
    case "ClassDeclaration":
    case "ClassExpression":
      return `class ${node.end} ${nameOf(node.id)} ${isNode(node.superClass) ? node.superClass.start : ""}`;
    case "MethodDefinition":
    case "TSAbstractMethodDefinition":
      return withKey(node, `${node.kind} ${range} ${node.static}`);
    case "PropertyDefinition":
    case "TSAbstractPropertyDefinition":
    case "AccessorProperty":
    case "TSAbstractAccessorProperty":
      return withKey(node, `field ${range} ${node.static}`);
    case "StaticBlock":
      return `block ${range}`;
    case "ArrowFunctionExpression":
      return `arrow ${range} ${parameterCount(node)}`;
    case "FunctionExpression":
    case "FunctionDeclaration":
      return `function ${node.end} ${parameterCount(node)}`;
    case "SwitchStatement":
      return `switch ${range}`;
    case "IfStatement":
      return `if ${range}`;
    case "TryStatement":
      return `try ${range}`;
    case "ThrowStatement":
      return `throw ${range}`;
    case "VariableDeclaration":
      return `variable ${exportedStart(node, parent)} ${count(node.declarations)}`;
    case "Identifier":
      return binding || nameOf(node) === "new" ? undefined : `identifier ${patternRange(node)} ${nameOf(node)}`;
    case "ThisExpression":
      return `identifier ${range} this`;
    case "Super":
      return `identifier ${range} super`;
    case "PrivateIdentifier":
      return field === "left" ? `identifier ${range} ${nameOf(node)}` : undefined;
    default:
      return undefined;
  }
}

function exportedStart(node: OracleNode, parent: OracleNode | undefined): number {
  const exported = parent?.type === "ExportNamedDeclaration" || parent?.type === "ExportDefaultDeclaration";
  return exported && parent !== undefined ? parent.start : node.start;
}

/** Patterns and names carry their type annotation in their range; ours do not. */
function patternRange(node: OracleNode): string {
  const annotation = node.typeAnnotation;
  return `${node.start}-${isNode(annotation) ? annotation.start : node.end}`;
}

function isDeclaration(value: unknown): boolean {
  return (
    isNode(value) &&
    /^(Function|Class|TSDeclareFunction|TSInterface)/.test(value.type) &&
    !/Expression$/.test(value.type)
  );
}

function literalFact(node: OracleNode, range: string, parent: OracleNode | undefined): string | undefined {
  const { value } = node;
  if (node.regex !== undefined) return `regexp ${range}`;
  if (node.bigint !== undefined) return `number ${range} null`;
  if (typeof value === "string" && parent?.type === "JSXAttribute") {
    return `string ${range} ${JSON.stringify(cookEntities(value))}`;
  }
  if (typeof value === "string") return `string ${range} ${JSON.stringify(value)}`;
  return typeof value === "number" ? `number ${range} ${JSON.stringify(value)}` : undefined;
}

/** A member's own fact and its key's, as two lines in one: the caller splits at the line end. */
function withKey(node: OracleNode, fact: string): string {
  const key = node.computed === true ? undefined : keyFact(node.key);
  return key === undefined ? fact : `${fact}\n${key}`;
}

function keyFact(key: unknown): string | undefined {
  if (!isNode(key)) return undefined;
  return `key ${key.start}-${key.end} ${JSON.stringify(nameOf(key))}`;
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return "";
  if (node.type === "PrivateIdentifier") return `#${String(node.name)}`;
  if (node.bigint !== undefined) return String(node.bigint);
  return String(node.name ?? node.value);
}

function list(value: unknown): OracleNode[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function count(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

/** Parameters without `this`. */
function parameterCount(node: OracleNode): number {
  return list(node.params).filter((parameter) => !(parameter.type === "Identifier" && parameter.name === "this"))
    .length;
}

function importBinding(node: OracleNode): string {
  if (node.type === "ImportDefaultSpecifier") return `default>${nameOf(node.local)}`;
  if (node.type === "ImportNamespaceSpecifier") return `*>${nameOf(node.local)}`;
  return `${nameOf(node.imported)}>${nameOf(node.local)}`;
}

function exportBinding(node: OracleNode): string {
  return `${nameOf(node.local)}>${nameOf(node.exported)}`;
}
