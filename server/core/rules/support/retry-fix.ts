/** Taking what is final out of what is tried again: from a list, from an `||`, from the labels of a `switch`. */
import type { Code } from "../../catalog/model.ts";
import type { ErrorSite, Part, PartValue } from "../../sites/model.ts";
import type { ArrayLiteral, Expression } from "../../syntax/tree.ts";
import { nodesAt, type SyntaxNode, unwrapped } from "../../syntax/walk.ts";
import type { TextEdit } from "../../text/edit.ts";
import { encloses, type Span } from "../../text/span.ts";
import type { FactRuleContext } from "../model.ts";

/** The edits after which none of `values` is tried again and everything else still is; undefined where nothing would be left. */
export function withoutRetried(
  site: ErrorSite,
  values: readonly Code[],
  context: FactRuleContext,
): readonly TextEdit[] | undefined {
  const { file } = context;
  const part = [site.status, site.code].find((one) => values.every((value) => placeOf(one, value, context.uri)));
  if (part === undefined) return undefined;
  const places = values.flatMap((value) => placeOf(part, value, context.uri) ?? []);
  const [first] = places;
  if (first === undefined) return undefined;
  const chain = nodesAt(file, first.start);
  const list = chain.findLast((node) => node.kind === "array");
  if (list !== undefined && places.every((place) => encloses(list, place))) return withoutElements(list, places);
  if (places.length > 1) return undefined;
  const edit = withoutCondition(chain, first) ?? withoutLabel(chain, first, context.text);
  return edit && [edit];
}

function placeOf(part: Part<Code> | undefined, value: Code, uri: string): Span | undefined {
  const found: PartValue<Code> | undefined = part?.values.find((one) => one.value === value);
  if (found === undefined) return undefined;
  if (found.origin !== undefined) return found.origin.uri === uri ? found.origin.span : undefined;
  return found.written.kind === "implied" ? undefined : found.written.span;
}

/** Elements are taken with the comma before them, the first ones with the comma behind. */
function withoutElements({ elements }: ArrayLiteral, places: readonly Span[]): readonly TextEdit[] | undefined {
  const isGone = (element: Span | undefined) =>
    element !== undefined && places.some((place) => place.start === element.start && place.end === element.end);
  const gone = elements.filter(isGone);
  const firstKept = elements.findIndex((element) => !isGone(element));
  if (gone.length !== places.length || firstKept < 0) return undefined;
  return elements.flatMap((element, index): readonly TextEdit[] => {
    if (element === undefined || !isGone(element)) return [];
    const [previous, next] = [elements[index - 1], elements[index + 1]];
    const start = index < firstKept ? element.start : previous?.end;
    const end = index < firstKept ? next?.start : element.end;
    return start === undefined || end === undefined ? [] : [{ span: { start, end }, newText: "" }];
  });
}

/** `a || b` without the one of both that compares with the value at `place` and does nothing else. */
function withoutCondition(chain: readonly SyntaxNode[], place: Span): TextEdit | undefined {
  const node = chain.findLast((one) => one.kind === "binary" && one.operator === "||");
  if (node?.kind !== "binary") return undefined;
  const isIt = (side: Expression) => {
    const inner = unwrapped(side);
    return inner.kind === "binary" && /^={2,3}$/.test(inner.operator) && encloses(inner, place);
  };
  if (isIt(node.left)) return { span: { start: node.left.start, end: node.right.start }, newText: "" };
  return isIt(node.right) ? { span: { start: node.left.end, end: node.right.end }, newText: "" } : undefined;
}

/** A `case` that does what the next one does, with the whole of its line. */
function withoutLabel(chain: readonly SyntaxNode[], label: Span, text: string): TextEdit | undefined {
  const own = chain.findLast((node) => node.kind === "case");
  const around = chain.findLast((node) => node.kind === "switch");
  if (own?.test === undefined || !encloses(own.test, label) || around === undefined) return undefined;
  const at = around.cases.indexOf(own);
  const [previous, next] = [around.cases[at - 1], around.cases[at + 1]];
  const sharesBelow = own.body.length === 0 && next !== undefined;
  const sharesAbove = own.body.length > 0 && previous?.body.length === 0;
  if (sharesBelow) return { span: { start: own.start, end: next.start }, newText: "" };
  const colon = /^\s*:/.exec(text.slice(own.test.end))?.[0];
  if (!sharesAbove || previous === undefined || colon === undefined) return undefined;
  return { span: { start: previous.end, end: own.test.end + colon.length }, newText: "" };
}
