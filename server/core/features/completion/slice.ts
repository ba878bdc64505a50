/**
 * The part of a large text that bears on one place: what contains it, what stands near it, and what these name. Asking
 * the recognisers about a slice costs the same in a file of ten thousand lines as in one of fifty.
 */
import type { SourceFile } from "../../syntax/tree.ts";
import { nodesAt, partsOf, type SyntaxNode, staticPropertyName } from "../../syntax/walk.ts";
import { encloses, type Span } from "../../text/span.ts";

export interface Slice {
  readonly text: string;
  /** The place in the slice. */
  readonly span: Span;
}

/** Texts up to this length (UTF-16 units) are asked about whole. */
const small = 16_000;
/** Siblings on either side that stay whatever they are: earlier statements set the status, nearby keys shape a body. */
const neighbours = 12;
/** How much may be kept for its names alone. */
const mostNamed = 40_000;
const mostUses = 20;

/** The slice of `file` around `place`. A small file is its own slice. */
export function sliceAround(file: SourceFile, place: Span): Slice {
  if (file.text.length <= small) return { text: file.text, span: place };
  const levels = levelsAround(file, place);
  const dropped = new Set(levels.flatMap((level) => farFrom(level, place)));
  keepNamed(file.text, dropped, place);
  return without(file.text, dropped, place);
}

/** Things in a list, any of which could be left out: statements, members of classes and objects, elements. */
interface Item extends Span {
  readonly names: readonly string[];
}

type Level = readonly Item[];

// From the outside in, until what contains the place is small.
function levelsAround(file: SourceFile, place: Span): readonly Level[] {
  const levels: Level[] = [file.statements.map(itemOf)];
  for (const node of nodesAt(file, place.start)) {
    if (node.end - node.start <= small || !encloses(node, place)) continue;
    const items = listIn(node);
    if (items.length > 0) levels.push(items.map(itemOf));
  }
  return levels;
}

function listIn(node: SyntaxNode): readonly SyntaxNode[] {
  switch (node.kind) {
    case "function":
      return isList(node.body) ? node.body : [];
    case "class":
    case "object":
      return node.members;
    case "array":
      return node.elements.filter((element) => element !== undefined);
    case "block":
    case "module":
      return node.body;
    default:
      return [];
  }
}

function isList(body: SyntaxNode | readonly SyntaxNode[] | undefined): body is readonly SyntaxNode[] {
  return Array.isArray(body);
}

function farFrom(level: Level, place: Span): readonly Item[] {
  const at = level.findIndex((item) => item.end >= place.start);
  const here = at < 0 ? level.length : at;
  return level.filter((item, index) => {
    const isNear = Math.abs(index - here) <= neighbours && item.end - item.start <= small / 4;
    return !isNear && !encloses(item, place);
  });
}

/** Takes back what the rest of the slice names, and where the place defines a constant, what uses it. */
function keepNamed(text: string, dropped: Set<Item>, place: Span): void {
  const byName = new Map<string, Item[]>();
  for (const item of dropped) for (const name of item.names) byName.set(name, [...(byName.get(name) ?? []), item]);
  let budget = mostNamed;
  const pending = [without(text, dropped, place).text];
  for (const item of usersOf(text, dropped, place)) {
    dropped.delete(item);
    pending.push(text.slice(item.start, item.end));
  }
  for (let piece = pending.pop(); piece !== undefined; piece = pending.pop()) {
    for (const [word] of piece.matchAll(/[\p{L}_$#][\p{L}\p{N}_$]*/gu)) {
      for (const item of byName.get(word) ?? []) {
        if (!dropped.has(item) || item.end - item.start > budget) continue;
        budget -= item.end - item.start;
        dropped.delete(item);
        pending.push(text.slice(item.start, item.end));
      }
    }
  }
}

function usersOf(text: string, dropped: ReadonlySet<Item>, place: Span): readonly Item[] {
  const name = /(?:const|let|var|enum)\s+([\p{L}_$][\p{L}\p{N}_$]*)[^;]{0,2000}$/u.exec(
    text.slice(Math.max(0, place.start - 2000), place.start),
  )?.[1];
  if (name === undefined) return [];
  const users = new Set<Item>();
  for (let at = text.indexOf(name); at >= 0 && users.size < mostUses; at = text.indexOf(name, at + name.length)) {
    for (const item of dropped) if (item.start <= at && at < item.end) users.add(item);
  }
  return [...users];
}

function itemOf(node: SyntaxNode): Item {
  return { start: node.start, end: node.end, names: namesIn(node) };
}

function namesIn(node: SyntaxNode): readonly string[] {
  switch (node.kind) {
    case "variable":
      return node.declarators.flatMap(({ pattern }) => boundNames(pattern));
    case "function-declaration":
      return node.function.name === undefined ? [] : [node.function.name];
    case "class-declaration":
      return node.class.name === undefined ? [] : [node.class.name];
    case "enum":
    case "module":
      return [node.name];
    case "import":
      return node.bindings.map(({ local }) => local);
    case "class-member":
    case "property":
    case "method":
      return [staticPropertyName(node.key)].filter((name) => name !== undefined);
    default:
      return [];
  }
}

function boundNames(pattern: SyntaxNode): readonly string[] {
  return pattern.kind === "name" ? [pattern.name] : partsOf(pattern).flatMap(boundNames);
}

// Leaves out every dropped item with the comma behind it.
function without(text: string, dropped: ReadonlySet<Item>, place: Span): Slice {
  let slice = "";
  let position = 0;
  let before = 0;
  for (const item of [...dropped].sort((left, right) => left.start - right.start)) {
    if (item.start < position) continue;
    slice += text.slice(position, item.start);
    position = item.end + (/^\s*,/u.exec(text.slice(item.end, item.end + 20))?.[0].length ?? 0);
    if (position <= place.start) before += position - item.start;
  }
  slice += text.slice(position);
  return { text: slice, span: { start: place.start - before, end: place.end - before } };
}
