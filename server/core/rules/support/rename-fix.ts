/** A class or a factory that is named after its status, changed to the one of another status, imports included. */
import type { ErrorSite } from "../../sites/model.ts";
import { methodForStatus, nameForStatus } from "../../sites/values/names-by-status.ts";
import type { CallExpression, Expression, NewExpression, SourceFile } from "../../syntax/tree.ts";
import { nodesAt, unwrapped } from "../../syntax/walk.ts";
import type { TextEdit } from "../../text/edit.ts";
import { encloses, type Span } from "../../text/span.ts";
import type { FactRuleContext } from "../model.ts";
import { addition, importsOf, mentions, removal, specifierOf } from "./imports.ts";
import { settledValue } from "./settled.ts";

export interface Renamed {
  readonly edits: readonly TextEdit[];
  readonly name: string;
}

/** The edits that write the name for `to`; undefined where a status is not implied by a name, or has no other name. */
export function renamedFor(site: ErrorSite, to: number, context: FactRuleContext): Renamed | undefined {
  const part = site.status;
  if (part === undefined) return undefined;
  const [only, ...others] = part.values;
  const { file } = context;
  const made = only?.written.kind === "implied" && others.length === 0 ? madeAt(file, part.span) : undefined;
  if (made === undefined) return undefined;
  const callee = unwrapped(made.callee);
  if (callee.kind === "identifier")
    return importedName(file, callee, { to, text: context.text }) ?? siblingName(site, callee, made, { to, context });
  if (callee.kind !== "member") return undefined;
  const specifier = specifierOf(rootName(callee.object), file, context.text);
  const isOfServer = /(?:^|\.)(?:httpErrors|reply)$/.test(context.text.slice(callee.object.start, callee.object.end));
  const name =
    specifier === undefined
      ? isOfServer
        ? methodForStatus(callee.name, to)
        : undefined
      : nameForStatus(specifier, callee.name, to);
  return name === undefined ? undefined : { name, edits: [{ span: callee.nameSpan, newText: name }] };
}

/** The call that gives the status: the part's own, or the one whose name the part is. */
function madeAt(file: SourceFile, span: Span): CallExpression | NewExpression | undefined {
  const chain = nodesAt(file, span.end).concat(nodesAt(file, span.start));
  const made = chain.find((node): node is CallExpression | NewExpression => {
    if (node.kind !== "call" && node.kind !== "new") return false;
    const callee = unwrapped(node.callee);
    const isNamed =
      callee.kind === "member" && callee.nameSpan.start === span.start && callee.nameSpan.end === span.end;
    return isNamed || encloses(span, node);
  });
  // `Object.assign(new Forbidden(), { … })`
  const [first] = made?.kind === "call" && isAssign(made) ? made.arguments : [];
  const inner = first && unwrapped(first);
  return inner?.kind === "new" || inner?.kind === "call" ? inner : made;
}

function isAssign({ callee }: CallExpression): boolean {
  const inner = unwrapped(callee);
  return inner.kind === "member" && inner.name === "assign" && rootName(inner.object) === "Object";
}

function rootName(expression: Expression): string | undefined {
  const inner = unwrapped(expression);
  if (inner.kind === "member") return rootName(inner.object);
  return inner.kind === "identifier" ? inner.name : undefined;
}

interface Wanted {
  readonly to: number;
  readonly text: string;
}

function importedName(
  file: SourceFile,
  callee: Span & { readonly name: string },
  { to, text }: Wanted,
): Renamed | undefined {
  const statement = importsOf(file).find(({ bindings }) => bindings.some(({ local }) => local === callee.name));
  const binding = statement?.bindings.find(({ local }) => local === callee.name);
  if (statement?.specifier === undefined || binding === undefined) return undefined;
  if (binding.imported !== binding.local || binding.typeOnly || statement.typeOnly) return undefined;
  const name = nameForStatus(statement.specifier.value, binding.imported, to);
  if (name === undefined) return undefined;
  const here = { span: { start: callee.start, end: callee.end }, newText: name };
  const isThere = statement.bindings.some(
    ({ local, imported, typeOnly }) => local === name && imported === name && !typeOnly,
  );
  const uses = mentions(text, callee.name);
  // The name means something else in this file.
  if (!isThere && mentions(text, name) > 0) return undefined;
  const isLastUse = uses === 2;
  const edits = isThere
    ? isLastUse
      ? [here, removal(statement, binding, text)]
      : [here]
    : [
        here,
        isLastUse
          ? { span: { start: binding.start, end: binding.end }, newText: name }
          : addition(statement, name, text),
      ];
  return { name, edits };
}

interface Called extends Span {
  readonly name: string;
}

/**
 * Another class or function of the project that this file calls in the same way and that gives `to`. Only those in use
 * here are known to be at hand, and to take the code where this one takes it.
 */
function siblingName(
  site: ErrorSite,
  callee: Called,
  made: CallExpression | NewExpression,
  { to, context }: { readonly to: number; readonly context: FactRuleContext },
): Renamed | undefined {
  const { text, file, facts } = context;
  const index = indexOfCode(site, made);
  if (index === undefined) return undefined;
  const names = facts.flatMap(({ site: other }) => {
    if (other === site || settledValue(other.status) !== to || other.status?.values[0]?.written.kind !== "implied")
      return [];
    const call = madeAt(file, other.status.span);
    const name = call && unwrapped(call.callee);
    const isAlike =
      call?.kind === made.kind &&
      call.arguments.length === made.arguments.length &&
      indexOfCode(other, call) === index &&
      other.status.values[0].origin?.uri === site.status?.values[0]?.origin?.uri;
    return isAlike && name?.kind === "identifier" && name.name !== callee.name ? [name.name] : [];
  });
  const [name, ...others] = new Set(names);
  if (name === undefined || others.length > 0) return undefined;
  const statement = importsOf(file).find(({ bindings }) => bindings.some(({ local }) => local === callee.name));
  const binding = statement?.bindings.find(({ local }) => local === callee.name);
  const isLastUse = mentions(text, callee.name) === 2 && (statement?.bindings.length ?? 0) > 1;
  const here = { span: { start: callee.start, end: callee.end }, newText: name };
  const edits = statement && binding && isLastUse ? [here, removal(statement, binding, text)] : [here];
  return { name, edits };
}

/** Which argument the code is, or stands in. */
function indexOfCode({ code }: ErrorSite, made: CallExpression | NewExpression): number | undefined {
  const index = code === undefined ? -1 : made.arguments.findIndex((argument) => encloses(argument, code.span));
  return index < 0 ? undefined : index;
}
