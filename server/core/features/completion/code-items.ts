import type { BodyPath, Catalog, Code, CodeEntry } from "../../catalog/model.ts";
import { samePath } from "../../facts/envelope-fit.ts";
import type { ScopedCatalog } from "../../facts/model.ts";
import { statusesOfCode } from "../../facts/verdicts.ts";
import type { SourceFile } from "../../syntax/tree.ts";
import type { FileAnalysis } from "../analysis.ts";
import { shortMeaning } from "../describe/describe-code.ts";
import type { Telling } from "../describe/telling.ts";

import type { CompletionItem } from "./item.ts";
import type { Slot } from "./slot.ts";
import { writeValue } from "./write-value.ts";

export interface CodeRequest {
  readonly file: SourceFile;
  readonly slot: Slot;
  /** Statuses at the site: codes that go with them come first. Empty where none is known. */
  readonly statuses: readonly number[];
  /** Where in a body the code stands: catalogs whose envelopes carry their code elsewhere come last. */
  readonly path: BodyPath | undefined;
  readonly accepts: (code: Code) => boolean;
  /** Whether a new key of a code map gets its status too. */
  readonly withStatus: boolean;
}

/** The codes of all catalogs in scope, those that go with the site's status first, deprecated ones last. */
export function codeItems(analysis: FileAnalysis, telling: Telling, request: CodeRequest): readonly CompletionItem[] {
  const items = new Map<Code, CompletionItem>();
  for (const scoped of analysis.scope.catalogs) {
    for (const entry of scoped.catalog.codes) {
      if (items.has(entry.code) || !request.accepts(entry.code)) continue;
      items.set(entry.code, codeItem(analysis.uri, telling, { scoped, entry, request, index: items.size }));
    }
  }
  return [...items.values()];
}

interface Candidate {
  readonly scoped: ScopedCatalog;
  readonly entry: CodeEntry;
  readonly request: CodeRequest;
  readonly index: number;
}

function codeItem(uri: string, telling: Telling, { scoped, entry, request, index }: Candidate): CompletionItem {
  const statuses = statusesOfCode(entry);
  const written = writeValue(request.file, request.slot, entry.code);
  const status = statuses[0];
  const suffix = request.withStatus && status !== undefined ? `: ${status}` : "";
  const told = { catalog: scoped.catalog, reason: scoped.reason, entry, shown: [] };
  return {
    label: String(entry.code),
    detail: shortMeaning(telling, told),
    description: statuses.length === 0 ? undefined : statuses.join(", "),
    kind: "code",
    sortText: `${carriesElsewhere(scoped.catalog, request.path) ? 2 : 1}${groupOf(entry, request)}${String(index).padStart(5, "0")}`,
    filterText: written.filterText,
    edit: { span: written.edit.span, newText: written.edit.newText + suffix },
    preselect: false,
    deprecated: entry.deprecated,
    data: { uri, subject: { kind: "code", code: entry.code } },
  };
}

function carriesElsewhere({ envelopes }: Catalog, path: BodyPath | undefined): boolean {
  const places = envelopes.flatMap(({ code, codeHolds }) => (code === undefined || codeHolds !== "code" ? [] : [code]));
  return path !== undefined && places.length > 0 && !places.some((place) => samePath(place, path));
}

function groupOf(entry: CodeEntry, { statuses }: CodeRequest): 1 | 2 | 3 | 4 {
  if (entry.deprecated) return 4;
  const own = statusesOfCode(entry);
  if (statuses.length === 0 || own.some((status) => statuses.includes(status))) return 1;
  return own.length === 0 ? 2 : 3;
}
