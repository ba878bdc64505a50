import type { Catalog, CodeEntry } from "../catalog/model.ts";
import { readsMessageOf } from "../facts/access-path.ts";
import type { Fact } from "../facts/model.ts";
import { verdictsThatCount } from "../facts/verdicts.ts";
import type { FactRule, FactRuleContext } from "./model.ts";
import { guardedBy } from "./support/guarded.ts";
import { catalogName, codeName, inEnglish, listed, numberWord, quotation } from "./support/phrases.ts";
import { entryPlaces } from "./support/places.ts";
import { settledValues } from "./support/settled.ts";
import { codePlace } from "./support/status-place.ts";

interface State {
  readonly fact: Fact;
  readonly entry: CodeEntry;
  readonly catalog: Catalog;
}

export const ambiguousCode: FactRule<State> = {
  kind: "fact",
  meta: {
    name: "ambiguous-code",
    severity: "information",
    summary: "A code that means several things, so that the code alone does not tell what happened.",
    authority: "The catalog's `meanings` of the code.",
    description:
      "A catalog may document several meanings for one code. Who sends it should send the message that tells them apart; who reads it has to read the message too. Code that looks at the message beside the code is left alone.",
    examples: {
      invalid: [
        {
          title: "The account is out of date, or it is not valid: -104 is both",
          language: "ts",
          catalogs: ["fa-web-services"],
          text: 'res.json({ IsSuccess: false, Msg: { Code: -104, Msg: "کاربر معتبر نیست." } });\n',
        },
      ],
      valid: [
        {
          title: "A code of one meaning",
          language: "ts",
          catalogs: ["fa-web-services"],
          text: 'res.json({ IsSuccess: false, Msg: { Code: -103, Msg: "کاربر غیر فعال است" } });\n',
        },
      ],
    },
    fix: "none",
  },
  *check(context) {
    for (const fact of context.facts) {
      if (fact.site.code?.certainty === "weak") continue;
      for (const { scoped, code } of verdictsThatCount(fact)) {
        const entry = code.entries.find(({ meanings }) => meanings.length > 1);
        if (entry && !readsMessageToo(fact, scoped.catalog, context)) yield { fact, entry, catalog: scoped.catalog };
      }
    }
  },
  span: ({ fact }) => codePlace(fact.site),
  message({ entry, catalog }) {
    const meanings = entry.meanings.map((meaning) =>
      quotation(meaning.message ?? inEnglish(meaning.summary, catalog.language) ?? ""),
    );
    return `${codeName(entry.code)} has ${numberWord(meanings.length)} meanings in ${catalogName(catalog)}: ${listed(meanings, "and")}; only the message tells them apart`;
  },
  about: ({ catalog, entry, fact }) => ({
    catalog: catalog.id,
    code: entry.code,
    status: fact.site.status?.values[0]?.value,
  }),
  related: ({ entry, catalog }) => entryPlaces([entry], catalog),
};

/** Whether code that compares an ambiguous code looks at the message as well, in the condition or where it holds. */
function readsMessageToo({ site }: Fact, catalog: Catalog, context: FactRuleContext): boolean {
  if (site.role !== "handle") return false;
  if (settledValues(site.message).length > 0) return true;
  const { start, end } = guardedBy(site, context);
  return readsMessageOf(catalog, context.text.slice(start, end));
}
