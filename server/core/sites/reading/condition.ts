/** Conditions read as comparisons of a status and a code, alone or together. */
import type { Code } from "../../catalog/model.ts";
import type { BinaryExpression, Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { type Span, spanning } from "../../text/span.ts";
import type { Part } from "../model.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { spanAround, valuesOf } from "../site-draft.ts";
import { withoutAbsence } from "./absence-checks.ts";
import { type Answer, mayBeOfOne } from "./answer-of.ts";
import { type Atom, equality, membership, mergeParts } from "./condition-atoms.ts";
import { predicate } from "./predicate-calls.ts";

/** What a condition says: atoms that hold together, or of which one holds, each negated alike. */
export interface Clause {
  readonly span: Span;
  readonly combination: "and" | "or" | "single";
  readonly negated: boolean;
  readonly status: Part<number> | undefined;
  readonly code: Part<Code> | undefined;
  /** The names by which the code is reached, as far as they are known. */
  readonly path: readonly string[] | undefined;
  /** What the status or the code was taken from. */
  readonly answer: Answer | undefined;
  /** Set where the code is one only if a status of failure is demanded around it. */
  readonly needsStatus: boolean;
}

const deepest = 60;

/** Every clause of a condition; a status and a code that belong together make one. */
export function clausesOf(condition: Expression, context: RecogniserContext, negated = false): readonly Clause[] {
  return read(condition, context, negated, 0).clauses;
}

/** The status and the code that a condition demands, of one answer. */
export type Demands = Pick<Clause, "status" | "code" | "answer">;

/** What must hold for the condition to be true, or with `negated` for it to be false. */
export function demandsOf(condition: Expression, context: RecogniserContext, negated = false): Demands {
  let found: Demands = { status: undefined, code: undefined, answer: undefined };
  let inner = unwrapped(condition);
  let mirrored = negated;
  for (let step = 0; step < deepest && inner.kind === "unary" && inner.operator === "!"; step += 1) {
    inner = unwrapped(inner.operand);
    mirrored = !mirrored;
  }
  // Of alternatives none must hold, unless they are all values of one subject.
  const all = mirrored ? "||" : "&&";
  const needed = inner.kind === "binary" && inner.operator === all ? operandsOf(inner, all) : [inner];
  for (const operand of needed.slice(0, deepest)) {
    const { atom } = read(operand, context, mirrored, 0);
    if (atom === undefined || atom.negated || atom.needsStatus || !mayBeOfOne(found.answer, atom.answer)) continue;
    found = {
      status: found.status ?? atom.status,
      code: found.code ?? atom.code,
      answer: found.answer ?? atom.answer,
    };
  }
  return found;
}

interface Reading {
  /** Set where the whole expression is about one subject. */
  readonly atom: Atom | undefined;
  readonly clauses: readonly Clause[];
}

const nothing: Reading = { atom: undefined, clauses: [] };

function read(expression: Expression, context: RecogniserContext, negated: boolean, depth: number): Reading {
  const inner = unwrapped(expression);
  if (depth > deepest) return nothing;
  if (inner.kind === "unary" && inner.operator === "!") return read(inner.operand, context, !negated, depth + 1);
  if (inner.kind === "call") {
    return ofAtom(membership(inner, context, negated) ?? predicate(inner, context, negated));
  }
  if (inner.kind !== "binary") return nothing;
  if (inner.operator === "&&" || inner.operator === "||") {
    // A negated condition reads as its mirror: not (a and b) is (not a) or (not b).
    const operator = negated ? (inner.operator === "&&" ? "||" : "&&") : inner.operator;
    const operands = withoutAbsence(inner, operandsOf(inner, inner.operator), context.file.text);
    const [only, ...more] = operands.map((operand) => read(operand, context, negated, depth + 1));
    if (only === undefined) return nothing;
    return more.length === 0 ? only : combine(inner, operator, [only, ...more]);
  }
  return ofAtom(equality(inner, context, negated));
}

function ofAtom(atom: Atom | undefined): Reading {
  return atom === undefined ? nothing : { atom, clauses: [toClause(atom, atom.span, "single")] };
}

/** `a && b && c` as a list, whichever way it nests. */
function operandsOf(expression: BinaryExpression, operator: string): readonly Expression[] {
  const operands: Expression[] = [];
  const open: Expression[] = [expression];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const inner = unwrapped(next);
    if (inner.kind === "binary" && inner.operator === operator) open.push(inner.right, inner.left);
    else operands.push(inner);
  }
  return operands;
}

function combine(whole: Span, operator: "&&" | "||", readings: readonly Reading[]): Reading {
  const atoms = mergeAlike(
    readings.flatMap((reading) => (reading.atom === undefined ? [] : [reading.atom])),
    operator,
  );
  const others = readings.filter((reading) => reading.atom === undefined).flatMap((reading) => reading.clauses);
  const onlyAtom = atoms.length === 1 && readings.every((reading) => reading.atom !== undefined) ? atoms[0] : undefined;
  if (onlyAtom !== undefined) return { atom: onlyAtom, clauses: [toClause(onlyAtom, onlyAtom.span, "single")] };
  const clauses: Clause[] = [...others];
  const used = new Set<Atom>();
  for (const negated of [false, true]) {
    const status = atoms.find((atom) => atom.negated === negated && atom.status !== undefined);
    const code = atoms.find((atom) => atom.negated === negated && atom.code !== undefined);
    if (status === undefined || code === undefined) continue;
    if (code.needsStatus && !isFailure(status)) continue;
    used.add(status).add(code);
    const together = (operator === "&&") !== negated;
    const known = (isFailure(status) && isOfOne(status, code) ? code.codeBeside : undefined) ?? code.code;
    clauses.push({
      span: readings.length === 2 ? whole : spanAround(status.span, code.span),
      combination: together ? "and" : "or",
      negated,
      status: isOfOne(status, code) ? statusBeside(status, known) : status.status,
      code: known,
      path: code.path,
      answer: status.answer ?? code.answer,
      needsStatus: false,
    });
  }
  for (const atom of atoms) if (!used.has(atom)) clauses.push(toClause(atom, atom.span, "single"));
  return { atom: undefined, clauses };
}

/** Whether a status and a code were surely taken from one answer. */
function isOfOne(status: Atom, code: Atom): boolean {
  return code.answer !== undefined && status.answer === code.answer;
}

/** What has the body with the code is an answer, however it is called, and its status no other state. */
function statusBeside(atom: Atom, code: Part<Code> | undefined): Part<number> | undefined {
  if (atom.status?.certainty !== "weak" || code === undefined || code.certainty === "weak") return atom.status;
  return isFailure(atom) ? { ...atom.status, certainty: "likely" } : atom.status;
}

function toClause(atom: Atom, span: Span, combination: Clause["combination"]): Clause {
  const { negated, status, code, path, answer, needsStatus } = atom;
  return { span, combination, negated, status, code, path, answer, needsStatus };
}

function isFailure({ status }: Atom): boolean {
  return valuesOf(status).some((value) => value >= 400);
}

/** `status === 401 || status === 403` is one comparison with two values, and so is `status !== 401 && status !== 403`. */
function mergeAlike(atoms: readonly Atom[], operator: "&&" | "||"): readonly Atom[] {
  const merged: Atom[] = [];
  for (const atom of atoms) {
    const mergeable = operator === "||" ? !atom.negated : atom.negated;
    const index = mergeable
      ? merged.findIndex(
          (other) => other.negated === atom.negated && other.subject === atom.subject && alike(other, atom),
        )
      : -1;
    const other = merged[index];
    if (other === undefined) merged.push(atom);
    else merged[index] = mergeAtoms(other, atom);
  }
  return merged;
}

function alike(left: Atom, right: Atom): boolean {
  return (left.status === undefined) === (right.status === undefined) && left.needsStatus === right.needsStatus;
}

function mergeAtoms(left: Atom, right: Atom): Atom {
  return {
    ...left,
    span: spanning(left.span, right.span),
    status: mergeParts(left.status, right.status),
    code: mergeParts(left.code, right.code),
  };
}
