import type { Catalog, HeaderRule, Level, LocalizedText } from "../../catalog/model.ts";
import type { CodeVerdict, Fact } from "../../facts/model.ts";
import { applicableVerdicts } from "../../facts/verdicts.ts";
import { statusEntry } from "./ranges.ts";

/** A header that goes with an answer, and who says so. */
export interface HeaderDemand {
  readonly name: string;
  readonly level: Level;
  readonly note: LocalizedText | undefined;
  readonly authority: string | undefined;
  readonly catalog: Catalog;
  /** Whether the general catalog alone says so. */
  readonly isGeneral: boolean;
}

/**
 * Headers that RFC 9110 demands and that JSON APIs leave out everywhere without harm: no browser dialog is wanted. They
 * are asked for only where an API's own catalog asks.
 */
const omittedInPractice: ReadonlySet<string> = new Set(["www-authenticate"]);

/**
 * The headers that go with `status` at a site: by the code's entry, else by the catalogs' status entries, else by the
 * general catalog, which is heard only where it says must and an API catalog is in scope: without any catalog this
 * would be noise.
 */
export function headerDemands(fact: Fact, status: number): readonly HeaderDemand[] {
  const verdicts = applicableVerdicts(fact);
  const demands: HeaderDemand[] = [];
  const add = (rules: readonly HeaderRule[], catalog: Catalog, isGeneral: boolean) => {
    for (const { name, level, note, authority } of rules) {
      if (demands.some((demand) => demand.name.toLowerCase() === name.toLowerCase())) continue;
      demands.push({ name, level, note, authority, catalog, isGeneral });
    }
  };
  for (const { scoped, code } of verdicts) {
    if (code.kind === "known") add(headersOfAll(code), scoped.catalog, false);
  }
  for (const { scoped } of verdicts) add(statusEntry(scoped.catalog, status)?.headers ?? [], scoped.catalog, false);
  if (fact.general && verdicts.length > 0) {
    const musts = (statusEntry(fact.general, status)?.headers ?? []).filter(
      ({ name, level }) => level === "must" && !omittedInPractice.has(name.toLowerCase()),
    );
    add(musts, fact.general, true);
  }
  return demands;
}

/** The headers that go with every code that a site may have. */
function headersOfAll({ entries, unknown }: Extract<CodeVerdict, { kind: "known" }>): readonly HeaderRule[] {
  const [first, ...others] = entries;
  if (first === undefined || unknown.length > 0) return [];
  const isEverywhere = ({ name }: HeaderRule) =>
    others.every(({ headers }) => headers.some((header) => header.name.toLowerCase() === name.toLowerCase()));
  return first.headers.filter(isEverywhere);
}
