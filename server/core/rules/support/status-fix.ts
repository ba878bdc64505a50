import type { Fact } from "../../facts/model.ts";
import type { ErrorSite } from "../../sites/model.ts";
import type { FactRuleContext, Fix } from "../model.ts";
import { fixTitle } from "./fix-title.ts";
import { headerDemands } from "./header-demands.ts";
import { exactStatusEntry, statusEntry } from "./ranges.ts";
import { renamedFor } from "./rename-fix.ts";
import { withRepetitions } from "./repetitions.ts";
import { catalogsOf } from "./scope-catalogs.ts";
import { settledValue } from "./settled.ts";
import { sharesItsStatus } from "./shared-condition.ts";
import { waysToWrite } from "./write-value.ts";

export interface StatusFixOptions {
  readonly to: number;
  /** Whether the fix is the likeliest one; only where the status is written at the site itself. */
  readonly preferred: boolean;
  /** Whether the catalog leaves no other way; only then may the fix be safe. */
  readonly only: boolean;
}

/**
 * Fixes that answer with another status, its repetition in the body included, the nearest first. Safe only where the
 * status is written at the site itself and the new one demands nothing more (headers, an empty body).
 */
export function statusFixes(fact: Fact, context: FactRuleContext, options: StatusFixOptions): readonly Fix[] {
  const { site } = fact;
  const { uri, text, scope } = context;
  const { to } = options;
  if (site.status === undefined || sharesItsStatus(site, context)) return [];
  const certain = site.status.certainty === "certain";
  const mayBeSafe = options.only && certain && settledValue(site.status) !== undefined && isEnough(fact, to);
  const phraseOf = (status: number) => exactStatusEntry(scope.general, status)?.title;
  const phrase = phraseOf(to);
  const here = `${site.role === "handle" ? "Compare with" : "Answer"} ${to}${phrase === undefined ? "" : ` ${phrase}`}`;
  const renamed = renamedFor(site, to, context);
  const named: readonly Fix[] =
    renamed === undefined
      ? []
      : [
          {
            title: `${here} (\`${renamed.name}\`)`,
            safety: "suggestion",
            preferred: options.preferred,
            edits: withRepetitions([{ uri, edits: renamed.edits }], site, context, { to, phraseOf }),
          },
        ];
  const ways = waysToWrite({ uri, text, phraseOf, catalogs: catalogsOf(scope) }, site.status, to);
  const written = ways.map(
    (edit): Fix => ({
      title: fixTitle(edit, { uri, here, to: String(to) }),
      safety: edit.kind === "here" && mayBeSafe ? "safe" : "suggestion",
      preferred: options.preferred && edit.kind === "here",
      edits: edit.kind === "here" ? withRepetitions(edit.edits, site, context, { to, phraseOf }) : edit.edits,
    }),
  );
  return [...named, ...written];
}

function isEnough(fact: Fact, to: number): boolean {
  if (headerDemands(fact, to).some(({ name }) => !hasHeader(fact.site, name))) return false;
  const entries = [fact.general, ...fact.verdicts.map(({ scoped }) => scoped.catalog)];
  return entries.every((catalog) => statusEntry(catalog, to)?.body?.allowed !== false);
}

/** Whether the site sets a header; names know no case (RFC 9110 §5.1). */
export function hasHeader(site: ErrorSite, name: string): boolean {
  return site.headers.some((header) => header.name.toLowerCase() === name.toLowerCase());
}
