/** Where the names of one file are declared, by scope: built once, when somebody first asks. */
import type { Expression, FunctionExpression, Identifier, Pattern, SourceFile } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { walkFile } from "../../syntax/walk.ts";
import { encloses, type Span } from "../../text/span.ts";
import type { RecognisedNode } from "../recogniser.ts";

export type Declaration =
  | { readonly kind: "import"; readonly specifier: string; readonly imported: string }
  /** `path` is not empty where the name is taken out of the initializer: `const { code } = body` has `["code"]`. */
  | {
      readonly kind: "variable";
      readonly keyword: string;
      readonly initializer: Expression | undefined;
      readonly path: readonly string[];
    }
  | {
      readonly kind: "parameter";
      readonly function: FunctionExpression;
      readonly index: number;
      readonly path: readonly string[];
    }
  | { readonly kind: "caught"; readonly path: readonly string[] }
  | { readonly kind: "named"; readonly node: RecognisedNode };

export interface Bindings {
  /** The innermost declaration in whose scope the name stands; undefined for globals. */
  declarationOf(identifier: Identifier): Declaration | undefined;
  /** The initializer of a name that never gets another value; undefined for parameters, patterns and imports. */
  constantOf(identifier: Identifier): Expression | undefined;
}

interface Declared {
  readonly scope: Span;
  readonly declaration: Declaration;
}

interface Entry extends Declared {
  /** The next declaration of the same name outwards. */
  readonly outer: Entry | undefined;
}

/** The bindings of `file`; nothing is read before the first question. */
export function createBindings(file: SourceFile): Bindings {
  let index: BindingIndex | undefined;
  const ready = (): BindingIndex => {
    index ??= buildIndex(file);
    return index;
  };
  return {
    declarationOf(identifier) {
      return ready().find(identifier)?.declaration;
    },
    constantOf(identifier) {
      const entry = ready().find(identifier);
      const declaration = entry?.declaration;
      if (entry === undefined || declaration?.kind !== "variable" || declaration.path.length > 0) return undefined;
      if (declaration.keyword !== "const" && ready().isAssigned(identifier.name, entry.scope)) return undefined;
      return declaration.initializer;
    },
  };
}

class BindingIndex {
  readonly #declared = new Map<string, Declared[]>();
  readonly #entries = new Map<string, readonly Entry[]>();
  readonly #assigned = new Map<string, number[]>();

  declare(name: string, scope: Span, declaration: Declaration): void {
    const declared = this.#declared.get(name);
    if (declared === undefined) this.#declared.set(name, [{ scope, declaration }]);
    else declared.push({ scope, declaration });
  }

  assign(name: string, offset: number): void {
    const offsets = this.#assigned.get(name);
    if (offsets === undefined) this.#assigned.set(name, [offset]);
    else offsets.push(offset);
  }

  close(): void {
    for (const [name, declared] of this.#declared) {
      declared.sort((left, right) => left.scope.start - right.scope.start || right.scope.end - left.scope.end);
      this.#entries.set(name, linkedOutwards(declared));
    }
    for (const offsets of this.#assigned.values()) offsets.sort((left, right) => left - right);
  }

  /** Scopes nest: of the last one to start before the name and those around it, the first that holds the name. */
  find(identifier: Identifier): Entry | undefined {
    const entries = this.#entries.get(identifier.name) ?? [];
    let entry = entries[lastStarting(entries, identifier.start)];
    while (entry !== undefined && !encloses(entry.scope, identifier)) entry = entry.outer;
    return entry;
  }

  isAssigned(name: string, scope: Span): boolean {
    const offsets = this.#assigned.get(name) ?? [];
    const last = offsets[countBefore(offsets, scope.end, (offset) => offset) - 1];
    return last !== undefined && last >= scope.start;
  }
}

/** The entries with what is around each of them; `declared` is in the order of the scopes, outer before inner. */
function linkedOutwards(declared: readonly Declared[]): readonly Entry[] {
  const open: Entry[] = [];
  return declared.map((one) => {
    for (let around = open.at(-1); around !== undefined; around = open.at(-1)) {
      if (encloses(around.scope, one.scope)) break;
      open.pop();
    }
    const entry = { ...one, outer: open.at(-1) };
    open.push(entry);
    return entry;
  });
}

function lastStarting(entries: readonly Entry[], offset: number): number {
  return countBefore(entries, offset + 1, (entry) => entry.scope.start) - 1;
}

/** How many of the items, which are in order, stand before `offset`. */
function countBefore<Item>(items: readonly Item[], offset: number, at: (item: Item) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && at(item) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function buildIndex(file: SourceFile): BindingIndex {
  const index = new BindingIndex();
  const whole: Span = { start: 0, end: file.text.length };
  walkFile(
    file,
    (node, ancestors) => {
      readNode(node, ancestors, whole, index);
    },
    kindsRead,
  );
  index.close();
  return index;
}

/** The kinds that `readNode` knows. */
const kindsRead: ReadonlySet<RecognisedNode["kind"]> = new Set<RecognisedNode["kind"]>([
  "variable",
  "function",
  "function-declaration",
  "class-declaration",
  "enum",
  "import",
  "try",
  "assignment",
  "unary",
]);

function readNode(node: RecognisedNode, ancestors: readonly RecognisedNode[], whole: Span, index: BindingIndex): void {
  switch (node.kind) {
    case "variable": {
      const scope = scopeAround(ancestors, node.keyword === "var", whole);
      for (const { pattern, initializer } of node.declarators) {
        bind(pattern, [], (name, path) => {
          index.declare(name, scope, { kind: "variable", keyword: node.keyword, initializer, path });
        });
      }
      return;
    }
    case "function":
      for (const [position, parameter] of node.parameters.entries()) {
        bind(parameter.pattern, [], (name, path) => {
          index.declare(name, node, { kind: "parameter", function: node, index: position, path });
        });
      }
      return;
    case "function-declaration":
      if (node.function.name !== undefined) {
        index.declare(node.function.name, scopeAround(ancestors, false, whole), { kind: "named", node });
      }
      return;
    case "class-declaration":
      if (node.class.name !== undefined) {
        index.declare(node.class.name, scopeAround(ancestors, false, whole), { kind: "named", node });
      }
      return;
    case "enum":
      index.declare(node.name, scopeAround(ancestors, false, whole), { kind: "named", node });
      return;
    case "import":
      for (const { local, imported } of node.bindings) {
        index.declare(local, whole, { kind: "import", specifier: node.specifier?.value ?? "", imported });
      }
      return;
    case "try":
      if (node.parameter !== undefined) {
        bind(node.parameter, [], (name, path) => {
          index.declare(name, node, { kind: "caught", path });
        });
      }
      return;
    case "assignment": {
      const target = unwrapped(node.target);
      if (target.kind === "identifier") index.assign(target.name, target.start);
      return;
    }
    case "unary":
      if ((node.operator === "++" || node.operator === "--") && node.operand.kind === "identifier") {
        index.assign(node.operand.name, node.operand.start);
      }
      return;
    default:
      return;
  }
}

function scopeAround(ancestors: readonly RecognisedNode[], functionOnly: boolean, whole: Span): Span {
  for (let position = ancestors.length - 1; position >= 0; position -= 1) {
    const ancestor = ancestors[position];
    if (ancestor === undefined) continue;
    if (ancestor.kind === "function" || ancestor.kind === "function-declaration" || ancestor.kind === "module")
      return ancestor;
    if (functionOnly) continue;
    if (
      ancestor.kind === "block" ||
      ancestor.kind === "try" ||
      ancestor.kind === "switch" ||
      ancestor.kind === "loop"
    ) {
      return ancestor;
    }
  }
  return whole;
}

function bind(pattern: Pattern, path: readonly string[], found: (name: string, path: readonly string[]) => void): void {
  if (path.length > 16) return;
  switch (pattern.kind) {
    case "name":
      found(pattern.name, path);
      return;
    case "object-pattern":
      for (const property of pattern.properties) bind(property.pattern, [...path, property.key?.name ?? "..."], found);
      return;
    case "array-pattern":
      for (const [position, element] of pattern.elements.entries()) {
        if (element !== undefined) bind(element.pattern, [...path, String(position)], found);
      }
      return;
    case "missing":
      return;
  }
}
