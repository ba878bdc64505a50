/** A class or a factory that is named after its status, changed to the one of another status, imports included. */
import type { Code } from "../../catalog/model.ts";
import type { Part } from "../../sites/model.ts";
import { methodForStatus, nameForStatus } from "../../sites/values/names-by-status.ts";
import type {
  CallExpression,
  Expression,
  ImportBinding,
  ImportStatement,
  NewExpression,
  SourceFile,
} from "../../syntax/tree.ts";
import { nodesAt, unwrapped } from "../../syntax/walk.ts";
import type { TextEdit } from "../../text/edit.ts";
import { encloses, type Span } from "../../text/span.ts";
import type { FactRuleContext } from "../model.ts";

export interface Renamed {
  readonly edits: readonly TextEdit[];
  readonly name: string;
}

/** The edits that write the name for `to`; undefined where a status is not implied by a name, or has no other name. */
export function renamedFor(part: Part<Code>, to: number, context: FactRuleContext): Renamed | undefined {
  const [only, ...others] = part.values;
  const { file } = context;
  const made = only?.written.kind === "implied" && others.length === 0 ? madeAt(file, part.span) : undefined;
  if (made === undefined) return undefined;
  const callee = unwrapped(made.callee);
  if (callee.kind === "identifier") return importedName(file, callee, { to, text: context.text });
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

/** The package that a name is imported from, or required from. */
function specifierOf(name: string | undefined, file: SourceFile, text: string): string | undefined {
  if (name === undefined) return undefined;
  const found = importsOf(file).find(({ bindings }) => bindings.some(({ local }) => local === name));
  if (found !== undefined) return found.specifier?.value;
  const escaped = name.replaceAll("$", "\\$");
  return new RegExp(`\\b(?:const|let|var)\\s+${escaped}\\s*=\\s*require\\(\\s*["'\`]([^"'\`]+)["'\`]\\s*\\)`).exec(
    text,
  )?.[1];
}

function importsOf(file: SourceFile): readonly ImportStatement[] {
  return file.statements.filter((statement) => statement.kind === "import");
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
    : [here, isLastUse ? { span: spanOf(binding), newText: name } : addition(statement, name, text)];
  return { name, edits };
}

function mentions(text: string, name: string): number {
  return text.match(new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`, "g"))?.length ?? 0;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** Takes a name out of a list, with the comma and the blanks that were for it. */
function removal({ bindings }: ImportStatement, binding: ImportBinding, text: string): TextEdit {
  const following = /^\s*,\s*/.exec(text.slice(binding.end))?.[0];
  const next = bindings[bindings.indexOf(binding) + 1];
  if (following !== undefined && next !== undefined)
    return { span: { start: binding.start, end: next.start }, newText: "" };
  const previous = bindings[bindings.indexOf(binding) - 1];
  return { span: { start: previous?.end ?? binding.start, end: binding.end }, newText: "" };
}

/** Adds a name to a list, in the order of the alphabet where the list is in it, else at its end. */
function addition({ bindings }: ImportStatement, name: string, text: string): TextEdit {
  const named = bindings.filter(({ imported }) => imported !== "default" && imported !== "*");
  const names = named.map(({ imported }) => imported);
  const isSorted = names.every((one, index) => index === 0 || (names[index - 1] ?? "") <= one);
  const next = isSorted ? named.find(({ imported }) => imported > name) : undefined;
  const last = named.at(-1);
  const gap = gapIn(named, text);
  if (next !== undefined) return { span: { start: next.start, end: next.start }, newText: `${name},${gap}` };
  const at = last?.end ?? 0;
  return { span: { start: at, end: at }, newText: `,${gap}${name}` };
}

/** What stands between the names of a list, a line break with its indentation or a blank. */
function gapIn(named: readonly ImportBinding[], text: string): string {
  const [first] = named;
  const before = first === undefined ? "" : text.slice(Math.max(0, first.start - 200), first.start);
  return /(?:\r\n|\r|\n)[ \t]*$/.exec(before)?.[0] ?? " ";
}
