import type { Catalog } from "../../catalog/model.ts";
import { statusesOfCode } from "../../facts/verdicts.ts";
import type { SourceFile } from "../../syntax/tree.ts";
import type { FileAnalysis } from "../analysis.ts";
import { shortStatusMeaning } from "../describe/describe-status.ts";
import type { Telling } from "../describe/telling.ts";
import { statusEntryOf, statusTitleOf } from "../lookup.ts";
import type { CompletionItem } from "./item.ts";
import type { Slot } from "./slot.ts";
import { writeValue } from "./write-value.ts";

export interface StatusRequest {
  readonly file: SourceFile;
  readonly slot: Slot;
  /** Statuses that the site's code goes with: they come first. */
  readonly expected: readonly number[];
}

/** Statuses: those that the code at the site goes with, those of the catalogs in scope, then all that HTTP knows. */
export function statusItems(
  analysis: FileAnalysis,
  telling: Telling,
  request: StatusRequest,
): readonly CompletionItem[] {
  const { general } = analysis.scope;
  const scoped = analysis.scope.catalogs.map(({ catalog }) => catalog);
  const groups: readonly (readonly number[])[] = [
    request.expected,
    ascending(scoped.flatMap(statusesIn)),
    general === undefined ? [] : errorsFirst(statusesIn(general)),
  ];
  const sources = general === undefined ? scoped : [...scoped, general];
  const items = new Map<number, CompletionItem>();
  for (const [group, statuses] of groups.entries()) {
    for (const status of statuses) {
      if (items.has(status)) continue;
      const preselect = group === 0 && items.size === 0;
      const sortText = `${group + 1}${String(items.size).padStart(5, "0")}`;
      items.set(status, { ...statusItem(analysis.uri, telling, { status, sources, request }), preselect, sortText });
    }
  }
  return [...items.values()];
}

interface Candidate {
  readonly status: number;
  readonly sources: readonly Catalog[];
  readonly request: StatusRequest;
}

function statusItem(
  uri: string,
  telling: Telling,
  { status, sources, request }: Candidate,
): Omit<CompletionItem, "preselect" | "sortText"> {
  const told = sources.flatMap((catalog) => {
    const entry = statusEntryOf(catalog, status);
    return entry === undefined ? [] : [{ catalog, entry, status, reason: undefined }];
  })[0];
  const title = told === undefined ? undefined : statusTitleOf(told.catalog, telling, status);
  const written = writeValue(request.file, request.slot, status);
  return {
    label: String(status),
    detail: told === undefined ? undefined : shortStatusMeaning(telling, told),
    description: title,
    kind: "status",
    filterText: title === undefined ? written.filterText : `${written.filterText} ${title}`,
    edit: written.edit,
    deprecated: told?.entry.deprecated ?? false,
    data: { uri, subject: { kind: "status", status } },
  };
}

// A class such as 2xx says nothing of one status; the statuses of codes count as the catalog's own.
function statusesIn(catalog: Catalog): readonly number[] {
  return [
    ...catalog.statuses.flatMap(({ status }) => (status.from === status.to ? [status.from] : [])),
    ...catalog.codes.flatMap(statusesOfCode),
  ];
}

// 4xx and 5xx, then success, then the rest.
function errorsFirst(statuses: readonly number[]): readonly number[] {
  const rank = (status: number): number => (status >= 400 ? 0 : status >= 200 && status < 300 ? 1 : 2);
  return [...ascending(statuses)].sort((left, right) => rank(left) - rank(right));
}

function ascending(statuses: readonly number[]): readonly number[] {
  return [...new Set(statuses)].sort((left, right) => left - right);
}
