/** Names and literals that stand for a code without being part of a site themselves: a constant, a member, a class. */
import type { Code } from "../catalog/model.ts";
import type { Fact } from "../facts/model.ts";
import type { Part, Place } from "../sites/model.ts";
import type { ValueService } from "../sites/values/value-service.ts";
import type { ClassExpression, Expression } from "../syntax/tree.ts";
import { nodesAt, type SyntaxNode, unwrapped } from "../syntax/walk.ts";
import { encloses, type Span, touches } from "../text/span.ts";
import type { FileAnalysis } from "./analysis.ts";
import { heldAt } from "./envelope-place.ts";
import { codeEntriesOf } from "./lookup.ts";
import type { Subject } from "./subject.ts";

/** The subject of the name or string at `offset`; undefined where it stands for nothing that a catalog in scope knows. */
export function namedSubject(analysis: FileAnalysis, offset: number): Subject | undefined {
  const { file, values } = analysis;
  if (file === undefined) return undefined;
  const field = fieldSubject(analysis, offset);
  if (field !== undefined) return field;
  const path = nodesAt(file, offset);
  const className = classNameAt(path, offset);
  if (className !== undefined) return classSubject(analysis, className.node, className.span);
  const named = expressionNamedAt(path, offset);
  if (named === undefined || values === undefined) return undefined;
  return valueSubject(analysis, named, values);
}

// A text at the place where an envelope in scope carries its code, though its form would not tell.
function fieldSubject(analysis: FileAnalysis, offset: number): Subject | undefined {
  for (const fact of analysis.facts) {
    for (const field of fact.site.body?.fields ?? []) {
      const { value, valueSpan: span } = field;
      if (!touches(span, offset) || (typeof value !== "string" && typeof value !== "number")) continue;
      if (heldAt(analysis.scope, field, "code")) return { span, codes: [value], statuses: [], facts: [] };
      const repeats = fact.site.status?.values.some((status) => status.value === value) === true;
      if (typeof value === "number" && (repeats || heldAt(analysis.scope, field, "http-status"))) {
        return { span, codes: [], statuses: [value], facts: [fact] };
      }
    }
  }
  return undefined;
}

interface Named {
  /** The name under the cursor. */
  readonly span: Span;
  /** What it stands for. */
  readonly expression: Expression;
}

function expressionNamedAt(path: readonly SyntaxNode[], offset: number): Named | undefined {
  const node = path.at(-1);
  const parent = path.at(-2);
  switch (node?.kind) {
    case "identifier":
      return { span: spanOf(node), expression: node };
    case "string":
      return { span: spanOf(node), expression: node };
    case "member":
      return touches(node.nameSpan, offset) ? { span: spanOf(node), expression: node } : undefined;
    case "key":
      return keyed(node, parent);
    case "name":
      return parent?.kind === "declarator" && parent.initializer !== undefined
        ? { span: spanOf(node), expression: parent.initializer }
        : undefined;
    case "import-binding":
      return {
        span: spanOf(node),
        expression: { kind: "identifier", name: node.local, start: node.start, end: node.end },
      };
    default:
      return undefined;
  }
}

function keyed(key: Span, parent: SyntaxNode | undefined): Named | undefined {
  const value =
    parent?.kind === "property" ? parent.value : parent?.kind === "enum-member" ? parent.initializer : undefined;
  return value === undefined ? undefined : { span: spanOf(key), expression: value };
}

function valueSubject(analysis: FileAnalysis, named: Named, values: ValueService): Subject | undefined {
  const codes: Code[] = [];
  const statuses: number[] = [];
  const facts: Fact[] = [];
  const inner = unwrapped(named.expression);
  for (const { value, origin } of values.valueOf(named.expression).options) {
    if (typeof value !== "string" && typeof value !== "number") continue;
    const place = origin ?? { uri: analysis.uri, span: spanOf(inner) };
    const standing = analysis.facts.filter((fact) => standsFor(fact.site.code, place, analysis.uri));
    if (standing.length > 0 || (typeof value === "string" && isTelling(analysis, value))) codes.push(value);
    facts.push(...standing);
    if (typeof value !== "number") continue;
    if (analysis.facts.some((fact) => standsFor(fact.site.status, place, analysis.uri))) statuses.push(value);
  }
  return codes.length + statuses.length === 0 ? undefined : { span: named.span, codes, statuses, facts };
}

function standsFor(part: Part<Code> | undefined, place: Place, uri: string): boolean {
  return (
    part?.values.some(({ written, origin }) => {
      const there = origin ?? { uri, span: written.span };
      return there.uri === place.uri && there.span.start === place.span.start && there.span.end === place.span.end;
    }) ?? false
  );
}

// A text that is surely this catalog's code and no common word: it has the form of a constant, and the catalog is in scope.
function isTelling(analysis: FileAnalysis, value: string): boolean {
  if (!/\p{L}/u.test(value) || !/[_./: -]|\d/u.test(value)) return false;
  return analysis.scope.catalogs.some(({ catalog }) => codeEntriesOf(catalog, value).length > 0);
}

function classNameAt(
  path: readonly SyntaxNode[],
  offset: number,
): { readonly node: ClassExpression; readonly span: Span } | undefined {
  const node = path.at(-1);
  return node?.kind === "class" && node.nameSpan !== undefined && touches(node.nameSpan, offset)
    ? { node, span: node.nameSpan }
    : undefined;
}

// The class's own constructor or fields fix what its errors carry; that is a site inside the class.
function classSubject(analysis: FileAnalysis, node: ClassExpression, span: Span): Subject | undefined {
  const facts = analysis.facts.filter(({ site }) => site.role === "declare" && encloses(node, site.span));
  const [only] = facts;
  if (only === undefined || facts.length > 1) return undefined;
  const subject = { span, codes: valuesOf(only.site.code), statuses: valuesOf(only.site.status), facts };
  return subject.codes.length + subject.statuses.length === 0 ? undefined : subject;
}

function valuesOf<Value>(part: Part<Value> | undefined): readonly Value[] {
  return part?.values.map(({ value }) => value) ?? [];
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
