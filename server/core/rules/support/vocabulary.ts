/** How much of what stands together a catalog knows: a table, or the codes of a file that no body shows to be an API's. */
import type { Catalog, Code } from "../../catalog/model.ts";
import type { Fact } from "../../facts/model.ts";
import type { ErrorSite } from "../../sites/model.ts";
import { seenValues } from "./settled.ts";

export interface Vocabulary {
  /**
   * Whether the codes around a site are the catalog's, with some that it does not know. Many programs declare a table of
   * codes: one is about this API where the catalog knows two of its codes and a third of them. A file with many codes is
   * where the catalog knows a quarter of them.
   */
  isPartlyKnown(site: ErrorSite, catalog: Catalog): boolean;
}

/** So many codes, none of which the catalog knows, may still be an oversight in a file. */
const fewCodes = 3;

/** Whether a site is a row of a table, and not a thing of its own. */
function isRow({ role, idiom }: ErrorSite): boolean {
  return role === "declare" && (idiom === "code-table" || /^status-(?:map|switch|condition)$/.test(idiom));
}

/** The vocabulary of a file; `mayBe` tells whether a code may be a catalog's at all, the others count for nothing. */
export function vocabularyOf(facts: readonly Fact[], mayBe: (code: Code, catalog: Catalog) => boolean): Vocabulary {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (fact.site.role === "handle") continue;
    const group = groups.get(keyOf(fact.site));
    if (group === undefined) groups.set(keyOf(fact.site), [fact]);
    else group.push(fact);
  }
  const counts = new Map<string, ReturnType<typeof countIn>>();
  const countIn = (group: readonly Fact[], catalog: Catalog) => {
    const all = new Set<Code>();
    const known = new Set<Code>();
    for (const { site, verdicts } of group) {
      const verdict = verdicts.find(({ scoped }) => scoped.catalog === catalog)?.code;
      for (const value of seenValues(site.code)) {
        if (!mayBe(value, catalog)) continue;
        all.add(value);
        if (verdict?.kind === "known" && !verdict.unknown.some((code) => code.value === value)) known.add(value);
      }
    }
    return { all: all.size, known: known.size };
  };
  return {
    isPartlyKnown(site, catalog) {
      const key = `${catalog.id} ${keyOf(site)}`;
      const { all, known } = counts.get(key) ?? countIn(groups.get(keyOf(site)) ?? [], catalog);
      counts.set(key, { all, known });
      return isRow(site) ? known >= 2 && known * 3 >= all : all <= fewCodes || known * 4 >= all;
    },
  };
}

function keyOf(site: ErrorSite): string {
  return isRow(site) ? `${site.root.start}:${site.root.end}` : "file";
}
