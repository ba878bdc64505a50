/**
 * A file's structure written out as code of one fixed form: every operator in parentheses, no types, marks for what
 * the text alone does not show (`‹as›`, `?` for missing). Tests compare it whole.
 */
import type {
  ClassMember,
  Expression,
  FunctionExpression,
  ObjectMember,
  Pattern,
  PatternProperty,
  PropertyKey,
  SourceFile,
  Statement,
} from "../../server/core/syntax/tree.ts";

/** One line for each statement of the file. */
export function shapeText(file: SourceFile): string {
  return file.statements.map(statement).join("\n");
}

function statements(list: readonly Statement[]): string {
  return list.length === 0 ? "{}" : `{ ${list.map(statement).join(" ")} }`;
}

function statement(node: Statement): string {
  switch (node.kind) {
    case "variable": {
      const declarators = node.declarators.map(
        ({ pattern, initializer }) => patternShape(pattern) + preset(initializer),
      );
      return `${node.exported ? "export " : ""}${node.keyword} ${declarators.join(", ")};`;
    }
    case "expression":
      return `${expression(node.expression)};`;
    case "return":
      return node.argument === undefined ? "return;" : `return ${expression(node.argument)};`;
    case "throw":
      return `throw ${expression(node.argument)};`;
    case "if": {
      const rest = node.whenFalse === undefined ? "" : ` else ${statement(node.whenFalse)}`;
      return `if (${expression(node.test)}) ${statement(node.whenTrue)}${rest}`;
    }
    case "switch": {
      const cases = node.cases.map(({ test, body }) => {
        const label = test === undefined ? "default" : `case ${expression(test)}`;
        return `${label}: ${statements(body)}`;
      });
      return `switch (${expression(node.discriminant)}) { ${cases.join(" ")} }`;
    }
    case "loop": {
      const heads = [
        ...(node.declaration === undefined ? [] : [statement(node.declaration)]),
        ...node.heads.map(expression),
      ];
      return `loop (${heads.join(" ")}) ${statement(node.body)}`;
    }
    case "try": {
      const parameter = node.parameter === undefined ? "" : ` (${patternShape(node.parameter)})`;
      const handler = node.handler === undefined ? "" : ` catch${parameter} ${statements(node.handler)}`;
      const finalizer = node.finalizer === undefined ? "" : ` finally ${statements(node.finalizer)}`;
      return `try ${statements(node.block)}${handler}${finalizer}`;
    }
    case "block":
      return statements(node.body);
    case "function-declaration":
      return exported(node.exported) + expression(node.function);
    case "class-declaration":
      return exported(node.exported) + expression(node.class);
    case "enum": {
      const members = node.members.map(({ key, initializer }) => keyShape(key) + preset(initializer));
      return `${node.exported ? "export " : ""}enum ${node.name} { ${members.join(", ")} }`;
    }
    case "import": {
      const bindings = node.bindings.map(
        (binding) => `${binding.typeOnly ? "type " : ""}${binding.imported} as ${binding.local}`,
      );
      return `import ${node.typeOnly ? "type " : ""}{ ${bindings.join(", ")} } from ${optional(node.specifier)};`;
    }
    case "export": {
      if (node.expression !== undefined) return `export = ${expression(node.expression)};`;
      const bindings = node.bindings.map((binding) => `${binding.local} as ${binding.exported}`);
      return `export ${node.typeOnly ? "type " : ""}{ ${bindings.join(", ")} } from ${optional(node.specifier)};`;
    }
    case "module":
      return `${node.exported ? "export " : ""}module ${node.name} ${statements(node.body)}`;
    case "labeled":
      return `label: ${statement(node.body)}`;
    case "other":
      return "‹other›";
  }
}

function expression(node: Expression): string {
  switch (node.kind) {
    case "identifier":
      return node.name;
    case "string":
      return JSON.stringify(node.value) + (node.closed ? "" : "‹open›");
    case "number":
      return Number.isNaN(node.value) ? "‹bigint›" : String(node.value);
    case "keyword":
      return String(node.value);
    case "regexp":
      return "‹regexp›";
    case "missing":
      return "?";
    case "template":
      return `\`${node.chunks.map((chunk, index) => JSON.stringify(chunk.value).slice(1, -1) + substitution(node.expressions[index])).join("")}\``;
    case "object":
      return `{${node.members.map(member).join(", ")}}`;
    case "array":
      return `[${node.elements.map((element) => (element === undefined ? "" : expression(element))).join(", ")}]`;
    case "member":
      return `${expression(node.object)}${node.optional ? "?." : "."}${node.name}`;
    case "index":
      return `${expression(node.object)}${node.optional ? "?." : ""}[${expression(node.index)}]`;
    case "call":
      return `${expression(node.callee)}${node.optional ? "?." : ""}(${node.arguments.map(expression).join(", ")})`;
    case "new":
      return `new ${expression(node.callee)}(${node.arguments.map(expression).join(", ")})`;
    case "unary":
      return `(${node.operator} ${expression(node.operand)})`;
    case "binary":
      return `(${expression(node.left)} ${node.operator} ${expression(node.right)})`;
    case "assignment":
      return `(${expression(node.target)} ${node.operator} ${expression(node.value)})`;
    case "conditional":
      return `(${expression(node.test)} ? ${expression(node.whenTrue)} : ${expression(node.whenFalse)})`;
    case "function":
      return functionShape(node);
    case "class":
      return classShape(node);
    case "wrapped":
      return node.form === "parentheses"
        ? `(${expression(node.expression)})`
        : `${expression(node.expression)}‹${node.form}›`;
    case "prefix":
      return `(${node.operator} ${expression(node.argument)})`;
    case "sequence":
      return `(${node.expressions.map(expression).join(", ")})`;
    case "tagged":
      return `${expression(node.tag)}${expression(node.template)}`;
    case "jsx":
      return `<${[node.name, ...node.expressions.map(expression)].join(" ")}>`;
  }
}

function substitution(node: Expression | undefined): string {
  return node === undefined ? "" : `\${${expression(node)}}`;
}

function functionShape(node: FunctionExpression): string {
  const parameters = node.parameters.map((parameter) => {
    const decorators = parameter.decorators.map((decorator) => `@${expression(decorator)} `).join("");
    const marks = `${decorators}${parameter.isField ? "field " : ""}${parameter.rest ? "..." : ""}`;
    return marks + patternShape(parameter.pattern) + preset(parameter.initializer);
  });
  const body =
    node.body === undefined
      ? ";"
      : Array.isArray(node.body)
        ? statements(node.body)
        : expression(node.body as Expression);
  if (node.arrow) return `((${parameters.join(", ")}) => ${body})`;
  return `function ${node.name ?? ""}(${parameters.join(", ")}) ${body}`;
}

function classShape(node: Extract<Expression, { kind: "class" }>): string {
  const decorators = node.decorators.map((decorator) => `@${expression(decorator)} `).join("");
  const superclass = node.superclass === undefined ? "" : ` extends ${expression(node.superclass)}`;
  return `${decorators}class ${node.name ?? ""}${superclass} { ${node.members.map(classMember).join(" ")} }`;
}

function classMember(node: ClassMember): string {
  const decorators = node.decorators.map((decorator) => `@${expression(decorator)} `).join("");
  const head = `${decorators}${node.isStatic ? "static " : ""}${node.role} ${keyShape(node.key)}`;
  if (node.value === undefined) return `${head};`;
  return node.role === "field" ? `${head} = ${expression(node.value)};` : `${head} ${expression(node.value)}`;
}

function member(node: ObjectMember): string {
  switch (node.kind) {
    case "spread":
      return `...${expression(node.argument)}`;
    case "method":
      return `${node.role} ${keyShape(node.key)} ${functionShape(node.value)}`;
    case "property":
      return node.shorthand ? expression(node.value) : `${keyShape(node.key)}: ${expression(node.value)}`;
  }
}

function keyShape(key: PropertyKey): string {
  if (key.computed !== undefined) return `[${expression(key.computed)}]`;
  return key.written === "string" ? JSON.stringify(key.name) : (key.name ?? "");
}

function patternShape(pattern: Pattern): string {
  switch (pattern.kind) {
    case "name":
      return pattern.name;
    case "missing":
      return "?";
    case "object-pattern":
      return `{${pattern.properties.map(patternProperty).join(", ")}}`;
    case "array-pattern":
      return `[${pattern.elements.map((element) => (element === undefined ? "" : patternProperty(element))).join(", ")}]`;
  }
}

function patternProperty(node: PatternProperty): string {
  const key = node.key === undefined || node.key.start === node.pattern.start ? "" : `${keyShape(node.key)}: `;
  return key + patternShape(node.pattern) + preset(node.initializer);
}

function preset(initializer: Expression | undefined): string {
  return initializer === undefined ? "" : ` = ${expression(initializer)}`;
}

function optional(node: Expression | undefined): string {
  return node === undefined ? "‹nothing›" : expression(node);
}

function exported(how: "no" | "named" | "default"): string {
  return how === "no" ? "" : how === "named" ? "export " : "export default ";
}
