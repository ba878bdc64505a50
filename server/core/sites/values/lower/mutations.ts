/** What a file writes to after its declaration, by the name that is written to. */
import type { AssignmentExpression, Expression, SourceFile } from "../../../syntax/tree.ts";
import { unwrapped } from "../../../syntax/unwrapped.ts";
import { type TreeNode, type Visit, walkFile } from "../../../syntax/walk.ts";

export interface Mutations {
  /** The places where a name is assigned to, counted up or down, or used as the variable of a loop. */
  readonly assigned: ReadonlyMap<string, readonly NameMutation[]>;
  /** Assignments to members, by the name of the variable: `codes.x = 1` under `codes`. */
  readonly members: ReadonlyMap<string, readonly MemberMutation[]>;
}

export interface NameMutation {
  /** The name where it stands. */
  readonly variable: Expression;
  /** What is assigned by `=`, `??=` or `||=`; undefined for anything else. */
  readonly value: Expression | undefined;
}

export interface MemberMutation {
  /** The first member on the way, undefined where it is computed. */
  readonly member: string | undefined;
  /** The names on the way from that member to what is set, none where it is set itself. */
  readonly inner: readonly string[];
  /** What is assigned by `=`; undefined for anything else, and where one of the names on the way is computed. */
  readonly value: Expression | undefined;
  /** The name of the variable where it stands. */
  readonly variable: Expression;
}

/** How deep inside a member what is set may stand: `error.output.payload.code`. */
const deepestMember = 2;

/** The kinds of nodes that write to something. */
const writingKinds: ReadonlySet<TreeNode["kind"]> = new Set<TreeNode["kind"]>(["assignment", "unary", "loop"]);

/** All mutations in a file. */
export function findMutations(file: SourceFile): Mutations {
  const assigned = new Map<string, NameMutation[]>();
  const members = new Map<string, MemberMutation[]>();
  const look: Visit = (node) => {
    if (node.kind === "assignment") addTarget(node.target, node);
    else if (node.kind === "unary" && /^(\+\+|--|delete)$/.test(node.operator)) addTarget(node.operand, undefined);
    else if (node.kind === "loop" && node.declaration === undefined && node.heads.length > 1) {
      // `for (name of list)`: the head of a `while` is one expression.
      const [variable] = node.heads;
      if (variable !== undefined) addTarget(variable, undefined);
    }
  };
  walkFile(file, look, writingKinds);
  return { assigned, members };

  function addTarget(written: Expression, assignment: AssignmentExpression | undefined): void {
    const target = unwrapped(written);
    switch (target.kind) {
      case "identifier":
        add(assigned, target.name, { variable: target, value: setBy(assignment) });
        break;
      case "member":
      case "index":
        addMember(target, assignment);
        break;
      case "object":
        for (const member of target.members) {
          if (member.kind === "property") addTarget(member.value, undefined);
          else if (member.kind === "spread") addTarget(member.argument, undefined);
        }
        break;
      case "array":
        for (const element of target.elements) if (element !== undefined) addTarget(element, undefined);
        break;
      case "assignment":
        addTarget(target.target, undefined);
        break;
      case "prefix":
        addTarget(target.argument, undefined);
        break;
      default:
        break;
    }
  }

  function addMember(target: Expression, assignment: AssignmentExpression | undefined): void {
    const path: (string | undefined)[] = [];
    let node = target;
    while (node.kind === "member" || node.kind === "index") {
      path.unshift(node.kind === "member" ? node.name : literalKey(node.index));
      node = unwrapped(node.object);
    }
    if (node.kind !== "identifier") return;
    const [first, ...rest] = path;
    const inner = rest.filter((name) => name !== undefined);
    const isKnown = inner.length === rest.length && inner.length <= deepestMember;
    const value = isKnown && assignment?.operator === "=" ? assignment.value : undefined;
    add(members, node.name, { member: first, inner, value, variable: node });
  }
}

/** A chain of assignments sets all its names to the last value. */
function setBy(assignment: AssignmentExpression | undefined): Expression | undefined {
  return assignment !== undefined && /^(?:=|\?\?=|\|\|=)$/.test(assignment.operator) ? assignment.value : undefined;
}

function add<Item>(lists: Map<string, Item[]>, name: string, item: Item): void {
  const known = lists.get(name);
  if (known === undefined) lists.set(name, [item]);
  else known.push(item);
}

function literalKey(index: Expression): string | undefined {
  return index.kind === "string" || index.kind === "number" ? String(index.value) : undefined;
}
