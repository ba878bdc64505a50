import type { Code } from "../../catalog/model.ts";
import type { Fact } from "../../facts/model.ts";
import type { FactRuleContext, Fix } from "../model.ts";
import { fixTitle } from "./fix-title.ts";
import { codeName } from "./phrases.ts";
import { catalogsOf } from "./scope-catalogs.ts";
import { waysToWrite } from "./write-value.ts";

export interface CodeFixOptions {
  readonly to: Code;
  /** Whether the fix is the likeliest one; only where the code is written at the site itself. */
  readonly preferred: boolean;
  /** Which of several possible codes is replaced; without it the site must have only one. */
  readonly from?: Code;
}

/** Suggestions to use another code; none where the code is not written anywhere that could be changed. */
export function codeFixes(
  { site }: Fact,
  { uri, text, scope }: FactRuleContext,
  { to, preferred, from }: CodeFixOptions,
): readonly Fix[] {
  if (site.code === undefined) return [];
  const name = codeName(to);
  return waysToWrite({ uri, text, from, catalogs: catalogsOf(scope) }, site.code, to).map((edit) => ({
    title: fixTitle(edit, { uri, here: `Use ${name}`, to: name }),
    safety: "suggestion",
    preferred: preferred && edit.kind === "here",
    edits: edit.edits,
  }));
}
