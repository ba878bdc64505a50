import type { Code } from "../../catalog/model.ts";
import type { Fact } from "../../facts/model.ts";
import type { FactRuleContext, Fix } from "../model.ts";
import { codeName } from "./phrases.ts";
import { writeValue } from "./write-value.ts";

export interface CodeFixOptions {
  readonly to: Code;
  readonly preferred: boolean;
  /** Which of several possible codes is replaced; without it the site must have only one. */
  readonly from?: Code;
}

/** A suggestion to use another code; undefined where the code is not written anywhere that could be changed. */
export function codeFix(
  { site }: Fact,
  { uri, text }: FactRuleContext,
  { to, preferred, from }: CodeFixOptions,
): Fix | undefined {
  const edit = site.code && writeValue({ uri, text, from }, site.code, to);
  if (edit === undefined) return undefined;
  return { title: `Use ${codeName(to)}`, safety: "suggestion", preferred, edits: edit.edits };
}
