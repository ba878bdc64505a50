/** What each kind of expectation in a fixture is compared with. */
import type { FileAnalysis } from "../../../server/core/features/analysis.ts";
import { catalogListFor } from "../../../server/core/features/catalog-list.ts";
import { codeActionsAt } from "../../../server/core/features/code-actions.ts";
import { commentCompletionsAt } from "../../../server/core/features/completion/comment-completion.ts";
import { completionsAt, resolveCompletion } from "../../../server/core/features/completion/completion.ts";
import type { CompletionItem } from "../../../server/core/features/completion/item.ts";
import { definitionAt } from "../../../server/core/features/definition.ts";
import { documentSymbolsOf } from "../../../server/core/features/document-symbols.ts";
import { explainAsText, explainSamplesAsText, findExplained } from "../../../server/core/features/explain.ts";
import { hoverAt } from "../../../server/core/features/hover.ts";
import { referencesIn, referenceTargetsAt } from "../../../server/core/features/references.ts";
import { whyNothingAt } from "../../../server/core/features/why-nothing.ts";
import { applyEdits } from "../../../server/core/text/edit.ts";
import { LineMap } from "../../../server/core/text/line-map.ts";

export interface Question {
  readonly analysis: FileAnalysis;
  readonly offset: number;
  /** What stands after the cursor's name in the section's line. */
  readonly argument: string;
  readonly languages: readonly string[];
  /** The analyses of all source files of the project. */
  readonly otherFiles: () => readonly FileAnalysis[];
}

const nothing = "(nothing)";

/** The answers by kind of section. */
export const outcomes: Readonly<Record<string, (question: Question) => string>> = {
  hover: ({ analysis, offset, languages }) => {
    const hover = hoverAt(analysis, offset, { languages });
    if (hover === undefined) return nothing;
    return `on ${JSON.stringify(analysis.text.slice(hover.span.start, hover.span.end))}\n${steady(hover.markdown)}`;
  },
  complete: (question) => {
    const items = ordered(question);
    return items.length === 0 ? nothing : items.map(({ label }) => label).join("\n");
  },
  comment: ({ analysis, offset, languages }) => {
    const items = commentCompletionsAt(analysis, offset, { languages });
    // Rules come and go: the first two stand for all.
    const shown = items[0]?.kind === "rule" ? items.slice(0, 2).map((item) => ({ ...item, detail: undefined })) : items;
    const rows = shown.map(
      ({ label, detail, span }) =>
        `${JSON.stringify(analysis.text.slice(span.start, span.end))} -> ${label} | ${detail ?? ""}`,
    );
    return rows.length === 0 ? nothing : rows.join("\n");
  },
  // The first items with all that a row shows.
  rows: (question) =>
    ordered(question)
      .slice(0, Number(question.argument) || 5)
      .map(
        ({ label, description, detail, preselect }) =>
          `${preselect ? "* " : ""}${label} | ${description ?? ""} | ${detail ?? ""}`,
      )
      .join("\n"),
  // The text after an item was accepted: the lines that differ, for all others are the same by then.
  accept: (question) =>
    changedLines(question.analysis.text, applyEdits(question.analysis.text, [itemNamed(question).edit])),
  // What the client compares with the item while the person types, in the text that the edit covers.
  filter: (question) => {
    const { edit, filterText } = itemNamed(question);
    return `${JSON.stringify(question.analysis.text.slice(edit.span.start, edit.span.end))} ~ ${JSON.stringify(filterText)}`;
  },
  docs: (question) => steady(resolveCompletion(question.analysis, itemNamed(question).data, question).markdown),
  define: ({ analysis, offset }) => {
    const definition = definitionAt(analysis, offset);
    if (definition === undefined) return nothing;
    return definition.targets
      .map(({ uri, nameSpan }) => placeOf(analysis, uri, nameSpan.start, nameSpan.end))
      .join("\n");
  },
  references: ({ analysis, offset, otherFiles }) => {
    const targets = referenceTargetsAt(analysis, offset);
    const found = otherFiles().flatMap((other) =>
      targets.flatMap((target) =>
        referencesIn(other, target).map(
          ({ span, role }) => `${placeOf(other, other.uri, span.start, span.end)} ${role}`,
        ),
      ),
    );
    return found.length === 0 ? nothing : found.join("\n");
  },
  actions: ({ analysis, offset }) => {
    const actions = codeActionsAt(analysis, { start: offset, end: offset });
    if (actions.length === 0) return nothing;
    return actions.map(({ kind, title, preferred }) => `${kind}: ${title}${preferred ? " *" : ""}`).join("\n");
  },
  apply: ({ analysis, offset, argument }) => {
    const action = codeActionsAt(analysis, { start: offset, end: offset }).find(({ title }) =>
      title.includes(argument),
    );
    const edits = action?.edits.find(({ uri }) => uri === analysis.uri)?.edits;
    return edits === undefined ? nothing : changedLines(analysis.text, applyEdits(analysis.text, edits));
  },
  why: ({ analysis, offset, languages }) => steady(whyNothingAt(analysis, offset, { languages }).text),
  list: ({ analysis, languages }) =>
    catalogListFor(analysis, { languages })
      .map(({ id, title, state, reason }) => `${id} | ${title} | ${state} | ${reason}`)
      .join("\n"),
  symbols: ({ analysis, languages }) => {
    const { catalog, text } = analysis;
    if (catalog === undefined) return nothing;
    const lines = (symbols: ReturnType<typeof documentSymbolsOf>, depth: number): readonly string[] =>
      symbols.flatMap((symbol) => [
        `${"  ".repeat(depth)}${symbol.kind} ${symbol.name} | ${symbol.detail ?? ""} | ${JSON.stringify(text.slice(symbol.nameSpan.start, symbol.nameSpan.end))}`,
        ...lines(symbol.children, depth + 1),
      ]);
    return lines(documentSymbolsOf(catalog, { languages }), 0).join("\n");
  },
  explain: ({ analysis, argument, languages }) => {
    const entries = findExplained(argument, analysis.available);
    const { general } = analysis.scope;
    const found = explainAsText(entries, { languages, general, textOf: analysis.textOf });
    const samples = explainSamplesAsText(argument, analysis.available, { languages, general, textOf: analysis.textOf });
    return found === "" && samples === "" ? nothing : steady(found === "" ? samples : found);
  },
};

function ordered({ analysis, offset, languages }: Question): readonly CompletionItem[] {
  const items = completionsAt(analysis, offset, { languages });
  return [...items].sort((left, right) =>
    left.sortText < right.sortText ? -1 : left.sortText > right.sortText ? 1 : 0,
  );
}

function itemNamed(question: Question): CompletionItem {
  const items = ordered(question);
  const found = items.find(({ label }) => label === question.argument);
  if (found === undefined)
    throw new Error(`no item ${question.argument} among ${items.map(({ label }) => label).join(", ")}`);
  return found;
}

function placeOf(analysis: FileAnalysis, uri: string, start: number, end: number): string {
  const text = analysis.textOf(uri) ?? "";
  const { line } = new LineMap(text).toLineColumn(start);
  return steady(`${uri}#L${line + 1} ${JSON.stringify(text.slice(start, Math.min(end, start + 40)))}`);
}

function changedLines(before: string, after: string): string {
  const [old, now] = [before.split("\n"), after.split("\n")];
  let head = 0;
  while (head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < now.length - head && tail < old.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return now.slice(head, now.length - tail).join("\n");
}

// Where an entry stands in a built-in catalog's file is no matter of these tests.
function steady(text: string): string {
  return text.replace(/(file:\/\/\/catalogs\/[\w-]+\.yaml)#L\d+/gu, "$1#L…");
}
