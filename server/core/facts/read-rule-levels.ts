import { type DataReader, type Field, isNothing, reportType, shortened } from "../text/data-fields.ts";
import { readChoice } from "../text/data-values.ts";
import { reportDuplicateKeys } from "../text/duplicate-keys.ts";
import { nearestWord } from "../text/nearest.ts";
import type { Severity } from "../text/problem.ts";

const severities = ["off", "error", "warning", "information", "info", "hint"] as const;

/**
 * A map of rule names to severities, `off` included; `info` is short for `information`. Where `ruleNames` are given, others
 * are problems.
 */
export function readRuleLevels(
  reader: DataReader,
  field: Field | undefined,
  ruleNames: ReadonlySet<string> | undefined,
): ReadonlyMap<string, Severity | "off"> {
  const levels = new Map<string, Severity | "off">();
  if (field === undefined) return levels;
  if (field.value.kind !== "map") {
    reportType(reader, field.value, "`rules` is a map of rule names to severities");
    return levels;
  }
  reportDuplicateKeys(field.value.entries, reader.lines, reader.problems);
  for (const { key, keySpan, value } of field.value.entries) {
    if (ruleNames !== undefined && !ruleNames.has(key)) {
      const near = nearestWord(key, ruleNames);
      const advice = near === undefined ? "" : `. Did you mean \`${near}\`?`;
      reader.problems.warning(keySpan, `There is no rule \`${shortened(key)}\`${advice}`);
    }
    if (isNothing(value)) {
      reader.problems.error(keySpan, `\`${key}\` has no severity`);
      continue;
    }
    const severity = readChoice(reader, { name: key, nameSpan: keySpan, value }, severities);
    if (severity !== undefined && !levels.has(key)) levels.set(key, severity === "info" ? "information" : severity);
  }
  return levels;
}
