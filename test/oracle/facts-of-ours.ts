import { partsOf, type SyntaxNode } from "../../server/core/syntax/parts.ts";
import type { MemberAccess, SourceFile } from "../../server/core/syntax/tree.ts";
import { walkFile } from "../../server/core/syntax/walk.ts";

/** What our reader says about a file: one line per call, literal, key and so on, with its range, sorted. */
export function factsOfOurs(file: SourceFile): string[] {
  const facts: string[] = [];
  const pending: SyntaxNode[] = [...file.statements];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const fact = factOf(node);
    if (fact !== undefined) facts.push(fact);
    if (node.kind === "property" && node.shorthand) pending.push(node.key);
    if (node.kind === "pattern-property" && node.key !== undefined && node.key.start === node.pattern.start) {
      pending.push(node.key);
    }
    if (node.kind === "class-member" && node.role === "block")
      pending.push(...(node.value === undefined ? [] : partsOf(node.value)));
    else pending.push(...partsOf(node));
  }
  return facts.sort();
}

function factOf(node: SyntaxNode): string | undefined {
  const range = `${node.start}-${node.end}`;
  switch (node.kind) {
    case "call":
      return `call ${range} ${node.arguments.length}`;
    case "new":
      return `new ${range} ${node.arguments.length}`;
    case "object":
      return `object ${range} ${node.members.length}`;
    case "array":
    case "regexp":
    case "jsx":
    case "enum":
    case "template":
      return `${node.kind} ${range}`;
    case "key":
      return node.written === "computed" || node.name === undefined
        ? undefined
        : `key ${range} ${JSON.stringify(node.name)}`;
    case "string":
    case "number":
      return `${node.kind} ${range} ${JSON.stringify(node.value)}`;
    case "member":
      if (isImportPhase(node)) return undefined;
      return `member ${range} ${node.name}`;
    case "index":
      return `index ${range}`;
    case "unary":
      return `unary ${range} ${node.operator}`;
    case "binary":
      return `binary ${range} ${node.operator}`;
    case "assignment":
      return `assignment ${range} ${node.operator}`;
    case "conditional":
      return `conditional ${range}`;
    case "import":
      return `import ${range} ${node.bindings.map((b) => `${b.imported}>${b.local}`).join()}`;
    case "export":
      return `export ${range} ${node.bindings.map((b) => `${b.local}>${b.exported}`).join()}`;
    case "class":
      return `class ${node.end} ${node.name ?? ""} ${node.superclass === undefined ? "" : node.superclass.start}`;
    case "class-member":
      if (node.role === "block") return `block ${range}`;
      return `${node.role} ${range} ${node.isStatic}`;
    case "function":
      if (node.body === undefined) return undefined;
      return node.arrow ? `arrow ${range} ${node.parameters.length}` : `function ${node.end} ${node.parameters.length}`;
    case "switch":
    case "if":
    case "try":
    case "throw":
      return `${node.kind} ${range}`;
    case "variable":
      return `variable ${node.start} ${node.declarators.length}`;
    case "missing":
      // A bare `yield` has an empty argument.
      return node.start === node.end ? undefined : `missing ${range}`;
    case "identifier":
      return node.name === "import" || node.name === "new" ? undefined : `identifier ${range} ${node.name}`;
    default:
      return undefined;
  }
}

/** `import.source(…)` and `import.defer(…)` are one node in the oracle. */
function isImportPhase(node: MemberAccess): boolean {
  const phase = node.name === "source" || node.name === "defer";
  return phase && node.object.kind === "identifier" && node.object.name === "import";
}

/** How many nodes a file has; used by the benchmark. */
export function countNodes(file: SourceFile): number {
  let count = 0;
  walkFile(file, () => {
    count += 1;
  });
  return count;
}
