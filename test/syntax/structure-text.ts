/** Short texts for parts of a file's structure, so that tests can compare whole paths and outlines at a glance. */
import { readSource } from "../../server/core/syntax/read-source.ts";
import type {
  Dialect,
  Expression,
  Pattern,
  PropertyKey,
  SourceFile,
  Statement,
} from "../../server/core/syntax/tree.ts";
import { nodesAt, type SyntaxNode } from "../../server/core/syntax/walk.ts";

export interface Snippet {
  readonly file: SourceFile;
  readonly cursor: number;
}

/** Reads a source with the cursor written as `$0`. */
export function readSnippet(source: string, dialect: Dialect): Snippet {
  const cursor = source.indexOf("$0");
  if (cursor < 0) throw new Error(`no cursor in ${source}`);
  return { file: readSource(source.replace("$0", ""), dialect), cursor };
}

/** The way to the cursor: `app.get() > =>(req, res) > res.status().json() > {} > error: > {} > code: > "FORB"`. */
export function pathText({ file, cursor }: Snippet): string {
  const parts: string[] = [];
  for (const node of nodesAt(file, cursor)) {
    const text = nodeText(node);
    if (text !== "") parts.push(text);
  }
  return parts.join(" > ");
}

/** The statements of a file with those inside functions, classes left out: `import express; const app; app.get()`. */
export function outlineText(file: SourceFile): string {
  return file.statements
    .map(statementText)
    .filter((text) => text !== "")
    .join("; ");
}

function nodeText(node: SyntaxNode): string {
  switch (node.kind) {
    case "property":
      return node.shorthand ? "" : `${keyText(node.key)}:`;
    case "method":
      return `${node.role} ${keyText(node.key)}`;
    case "key":
      return `key ${keyText(node)}`;
    case "class-member":
      return `${node.role} ${keyText(node.key)}`;
    case "parameter":
      return `parameter ${patternText(node.pattern)}`;
    case "declarator":
      return `${patternText(node.pattern)} =`;
    case "enum-member":
      return `member ${keyText(node.key)}`;
    case "case":
      return node.test === undefined ? "default" : `case ${expressionText(node.test)}`;
    case "spread":
      return "...";
    case "name":
    case "object-pattern":
    case "array-pattern":
      return patternText(node);
    case "pattern-property":
    case "import-binding":
    case "export-binding":
    case "expression":
    case "variable":
    case "function-declaration":
    case "class-declaration":
      return "";
    case "return":
    case "throw":
    case "if":
    case "switch":
    case "loop":
    case "try":
    case "block":
    case "labeled":
    case "other":
      return node.kind;
    case "import":
    case "export":
    case "enum":
    case "module":
      return statementText(node);
    default:
      return expressionText(node);
  }
}

/** A call's text is its callee's chain with empty parentheses; other expressions are one mark or their name. */
export function expressionText(node: Expression): string {
  switch (node.kind) {
    case "identifier":
      return node.name;
    case "string":
      return JSON.stringify(node.value);
    case "number":
      return String(node.value);
    case "keyword":
      return String(node.value);
    case "template":
      return `\`${node.chunks.map((chunk) => chunk.value).join("…")}\``;
    case "member":
      return `${expressionText(node.object)}${node.optional ? "?." : "."}${node.name}`;
    case "index":
      return `${expressionText(node.object)}[]`;
    case "call":
      return `${expressionText(node.callee)}()`;
    case "new":
      return `new ${expressionText(node.callee)}()`;
    case "object":
      return "{}";
    case "array":
      return "[]";
    case "function":
      return functionText(node);
    case "class":
      return `class ${node.name ?? ""}`.trim();
    case "binary":
    case "assignment":
      return node.operator;
    case "unary":
      return `unary ${node.operator}`;
    case "prefix":
      return node.operator;
    case "conditional":
      return "?:";
    case "wrapped":
      return node.form === "parentheses" ? "()" : node.form;
    case "sequence":
      return ",";
    case "tagged":
      return `${expressionText(node.tag)}\`\``;
    case "jsx":
      return `<${node.name}>`;
    case "regexp":
      return "regexp";
    case "missing":
      return "?";
  }
}

function functionText(node: Extract<Expression, { kind: "function" }>): string {
  const names = node.parameters.map((parameter) => patternText(parameter.pattern)).join(", ");
  return node.arrow ? `=>(${names})` : `function ${node.name ?? ""}(${names})`;
}

function patternText(pattern: Pattern): string {
  switch (pattern.kind) {
    case "name":
      return pattern.name;
    case "object-pattern":
      return `{${pattern.properties.map((property) => patternText(property.pattern)).join(", ")}}`;
    case "array-pattern":
      return `[${pattern.elements.map((element) => (element === undefined ? "" : patternText(element.pattern))).join(", ")}]`;
    case "missing":
      return "?";
  }
}

function keyText(key: PropertyKey): string {
  if (key.written === "string") return JSON.stringify(key.name);
  return key.name ?? (key.computed === undefined ? "" : `[${expressionText(key.computed)}]`);
}

function statementText(node: Statement): string {
  switch (node.kind) {
    case "variable":
      return `${node.keyword} ${node.declarators.map((declarator) => patternText(declarator.pattern)).join(", ")}`;
    case "expression":
      return expressionText(node.expression);
    case "function-declaration":
      return functionText(node.function);
    case "class-declaration":
      return expressionText(node.class);
    case "enum":
      return `enum ${node.name}`;
    case "import":
      return `import ${node.bindings.map((binding) => binding.local).join(", ")}`.trim();
    case "export":
      return `export ${node.bindings.map((binding) => binding.exported).join(", ")}`.trim();
    case "module":
      return `module ${node.name}`;
    default:
      return node.kind;
  }
}
