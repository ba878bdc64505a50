import { type Field, readFields } from "../text/data-fields.ts";
import { readChoice, readList, readText, readTexts } from "../text/data-values.ts";
import type { CatalogContext } from "./catalog-context.ts";
import type { LocalizedText, Policy, PolicyConcern, PolicyException } from "./model.ts";
import { levels } from "./read-advice.ts";
import { readLocalized } from "./read-localized.ts";
import { readStatusRanges } from "./read-status.ts";

export const policyConcerns: readonly PolicyConcern[] = [
  "rate-limit",
  "quota",
  "unauthenticated",
  "business-failure",
  "most-specific",
  "other",
];

const policyKeys: readonly string[] = ["concern", "use", "never", "level", "summary", "authority", "exceptions"];

/** The section `policies`: house rules about statuses. */
export function readPolicies(context: CatalogContext, field: Field | undefined): readonly Policy[] {
  return readList(context, field, (item) => readPolicy(context, item));
}

function readPolicy(context: CatalogContext, item: Field): Policy | undefined {
  const fields = readFields(context, item.value, {
    what: "a policy",
    names: policyKeys,
    required: ["concern", "summary"],
  });
  const concern = readChoice(context, fields.get("concern"), policyConcerns);
  if (item.value.kind !== "map") return undefined;
  const summary = readLocalized(context, fields.get("summary")) ?? new Map([["en", concern ?? "other"]]);
  return {
    concern: concern ?? "other",
    use: readStatusRanges(context, fields.get("use")),
    never: readStatusRanges(context, fields.get("never")),
    level: readChoice(context, fields.get("level"), levels) ?? "must",
    summary,
    authority: readText(context, fields.get("authority")),
    exceptions: readList(context, fields.get("exceptions"), (exception) => readException(context, exception, summary)),
    span: fields.span,
  };
}

function readException(context: CatalogContext, item: Field, summary: LocalizedText): PolicyException | undefined {
  const fields = readFields(context, item.value, {
    what: "an exception",
    names: ["use", "words", "summary"],
    required: ["use", "words"],
  });
  if (item.value.kind !== "map") return undefined;
  return {
    use: readStatusRanges(context, fields.get("use")),
    words: readTexts(context, fields.get("words")),
    summary: readLocalized(context, fields.get("summary")) ?? summary,
  };
}
