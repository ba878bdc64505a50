import type { Catalog, Code, LocalizedText } from "../../catalog/model.ts";
import { statusesOfCode } from "../../facts/verdicts.ts";
import type { SourceFile } from "../../syntax/tree.ts";
import type { FileAnalysis } from "../analysis.ts";
import { chosen, type Telling } from "../describe/telling.ts";
import { codeEntriesOf } from "../lookup.ts";
import { phrase } from "../prose/document.ts";
import { lineToText } from "../prose/plain.ts";
import type { CompletionItem } from "./item.ts";
import type { Slot } from "./slot.ts";
import { writeValue } from "./write-value.ts";

export interface MessageRequest {
  readonly file: SourceFile;
  readonly slot: Slot;
  /** The codes at the site. */
  readonly codes: readonly Code[];
}

/** The wire messages that the catalogs in scope give for the codes of the site. */
export function messageItems(
  analysis: FileAnalysis,
  telling: Telling,
  request: MessageRequest,
): readonly CompletionItem[] {
  const items = new Map<string, CompletionItem>();
  for (const { catalog } of analysis.scope.catalogs) {
    for (const entry of request.codes.flatMap((code) => codeEntriesOf(catalog, code))) {
      const messages = [
        ...entry.messages.map((message) => ({ ...message, meaning: message.summary ?? message.cause })),
        ...entry.meanings.map((meaning) => ({ template: meaning.message, meaning: meaning.summary, statuses: [] })),
      ];
      for (const { template, meaning, statuses } of messages) {
        if (template === undefined || items.has(template)) continue;
        const shown = statuses.length > 0 ? statuses : statusesOfCode(entry);
        items.set(template, {
          label: template,
          detail: plainMeaning(telling, catalog, meaning),
          description: shown.length === 0 ? undefined : shown.join(", "),
          kind: "message",
          sortText: `1${String(items.size).padStart(5, "0")}`,
          ...writeValue(request.file, request.slot, template),
          preselect: false,
          deprecated: false,
          data: { uri: analysis.uri, subject: { kind: "code", code: entry.code } },
        });
      }
    }
  }
  return [...items.values()];
}

function plainMeaning(telling: Telling, catalog: Catalog, meaning: LocalizedText | undefined): string | undefined {
  const text = chosen(telling, catalog, meaning);
  return text === undefined ? undefined : lineToText([phrase(text)]);
}
