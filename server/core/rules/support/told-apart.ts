/** Statements that tell the codes of an error apart: a `switch`, or a chain of `if` and `else if`. */
import type { Fact } from "../../facts/model.ts";
import type { ErrorSite } from "../../sites/model.ts";
import type { IfStatement, Statement, SwitchStatement } from "../../syntax/tree.ts";
import { nodesAt, type SyntaxNode } from "../../syntax/walk.ts";
import { encloses, type Span } from "../../text/span.ts";
import type { FactRuleContext } from "../model.ts";

export interface ToldApart {
  readonly node: SwitchStatement | IfStatement;
  /** The statements of a chain in order, or the `switch` alone. */
  readonly branches: readonly { readonly span: Span; readonly body: readonly Statement[] }[];
  /** What is compared: the head of a `switch`, or what stands before the code in a condition. */
  readonly subject: Span;
  /** The facts of the comparisons, in order; no other comparison is in the conditions. */
  readonly facts: readonly Fact[];
}

/** The statements of a file that tell codes apart and say nothing of the codes that are left. */
export function codesToldApart(context: FactRuleContext): readonly ToldApart[] {
  const { file } = context;
  const groups = new Map<SwitchStatement | IfStatement, Fact[]>();
  for (const fact of context.facts) {
    const { site } = fact;
    if (site.role !== "handle" || site.code === undefined) continue;
    const head = headOf(nodesAt(file, site.span.start), site);
    if (head !== undefined) groups.set(head, [...(groups.get(head) ?? []), fact]);
  }
  return [...groups].flatMap(([node, facts]) => toldApart(node, facts, context.text) ?? []);
}

function headOf(chain: readonly SyntaxNode[], site: ErrorSite): SwitchStatement | IfStatement | undefined {
  for (let index = chain.length - 1; index >= 0; index -= 1) {
    const node = chain[index];
    if (node?.kind === "switch")
      return node.cases.some(({ test }) => test && encloses(test, site.span)) ? node : undefined;
    if (node?.kind !== "if") continue;
    if (!encloses(node.test, site.span)) return undefined;
    let head = node;
    for (let above = index - 1; above >= 0; above -= 1) {
      const outer = chain[above];
      if (outer?.kind !== "if" || outer.whenFalse !== head) break;
      head = outer;
    }
    return head;
  }
  return undefined;
}

function toldApart(node: SwitchStatement | IfStatement, facts: readonly Fact[], text: string): ToldApart | undefined {
  const read = node.kind === "switch" ? readSwitch(node) : readChain(node, facts, text);
  if (read === undefined) return undefined;
  const bodies = read.branches.map(({ body }) => body).filter((body) => body.length > 0);
  // Codes that are all treated alike are picked out, not told apart.
  if (bodies.length < 2) return undefined;
  // What follows is for the rest where each branch leaves.
  if (bodies.every((body) => leaves(body.at(-1), text)) && isFollowed(node, facts[0]?.site.function, text))
    return undefined;
  if (hasDefaultBefore(bodies, node, text)) return undefined;
  return { node, facts, ...read };
}

/** Whether something comes after a statement, be it after the blocks around it, in the same function. */
function isFollowed({ end }: Span, around: Span | undefined, text: string): boolean {
  const rest = text.slice(end, Math.min(end + furthest, (around?.end ?? text.length) - (around === undefined ? 0 : 1)));
  return /^(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\})*(?!else\b|catch\b|finally\b|case\b|default\b)[^\s}]/.test(rest);
}

/** How far after a statement the next one is looked for. */
const furthest = 1000;

type Branches = Pick<ToldApart, "branches" | "subject">;

function readSwitch({ cases, discriminant }: SwitchStatement): Branches | undefined {
  if (cases.some(({ test }) => test === undefined)) return undefined;
  return { branches: cases.map((one) => ({ span: one, body: one.body })), subject: discriminant };
}

function readChain(head: IfStatement, facts: readonly Fact[], text: string): Branches | undefined {
  const branches: { span: Span; body: readonly Statement[] }[] = [];
  let rest: Statement | undefined = head;
  const subjects = new Set<string>();
  let subject: Span | undefined;
  while (rest?.kind === "if") {
    const { test, whenTrue, whenFalse }: IfStatement = rest;
    const own = facts.filter(({ site }) => encloses(test, site.span));
    // A condition about something else, or about more than the code, leaves open what else is handled.
    if (own.length !== 1) return undefined;
    for (const { site } of own) {
      const compared = comparedIn(site, test, text);
      if (compared === undefined) return undefined;
      subject ??= compared;
      subjects.add(text.slice(compared.start, compared.end));
    }
    branches.push({ span: rest, body: whenTrue.kind === "block" ? whenTrue.body : [whenTrue] });
    rest = whenFalse;
  }
  return rest === undefined && subjects.size === 1 && subject !== undefined ? { branches, subject } : undefined;
}

/** What a condition `subject === code` compares; undefined for any other condition. */
function comparedIn({ code, comparison }: ErrorSite, test: Span, text: string): Span | undefined {
  if (code === undefined || comparison?.negated !== false) return undefined;
  const before = text.slice(test.start, code.span.start);
  const length = /^\s*[\w$.?![\]'"]+(?=\s*===?\s*$)/.exec(before)?.[0].length;
  const isAll = text.slice(code.span.end, test.end).trim() === "";
  return length === undefined || !isAll ? undefined : { start: test.start, end: test.start + length };
}

/** Whether a statement never goes on to the one after it. */
export function leaves(statement: Statement | undefined, text: string): boolean {
  if (statement === undefined) return false;
  if (statement.kind === "return" || statement.kind === "throw") return true;
  if (statement.kind === "block") return leaves(statement.body.at(-1), text);
  return /^continue\b/.test(text.slice(statement.start, statement.end));
}

/** `let text = "Failed"; switch (code) { case …: text = … }`: the value from before is for the rest. */
function hasDefaultBefore(bodies: readonly (readonly Statement[])[], { start }: Span, text: string): boolean {
  const assigned = bodies.map((body) => {
    const [first] = body;
    const written = first === undefined ? "" : text.slice(first.start, first.end);
    return /^\{?\s*([A-Za-z_$][\w$]*)\s*=(?!=)/.exec(written)?.[1];
  });
  const [name] = assigned;
  if (name === undefined || assigned.some((other) => other !== name)) return false;
  const escaped = name.replaceAll("$", "\\$");
  return new RegExp(`\\b(?:let|var)\\s+${escaped}\\b[^;\\n]*=`).test(text.slice(Math.max(0, start - 2000), start));
}
