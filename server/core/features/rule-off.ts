/** Where no comment may stand, the configuration says that a rule is off for the file. */
import { addOverride } from "../facts/add-override.ts";
import type { FileEdit, Finding } from "../rules/model.ts";
import { dataFormatOf } from "../text/data-format.ts";
import { baseName, parentUri, relativePath } from "../text/uri.ts";
import type { FileAnalysis } from "./analysis.ts";

export interface RuleOff {
  readonly title: string;
  readonly edits: readonly FileEdit[];
}

/** The edit of the configuration in force; undefined where there is none, or where it cannot be changed. */
export function ruleOff({ uri, scope, textOf }: FileAnalysis, { rule }: Finding): RuleOff | undefined {
  const [configuration] = scope.catalogs.flatMap(({ reason }) =>
    reason.kind === "configuration" || reason.kind === "override" ? [reason.uri] : [],
  );
  if (configuration === uri) return undefined;
  const text = configuration === undefined ? undefined : textOf(configuration);
  const path = configuration === undefined ? undefined : relativePath(parentUri(configuration), uri);
  if (configuration === undefined || text === undefined || path === undefined || path.startsWith(".."))
    return undefined;
  const edits = addOverride(text, dataFormatOf(configuration), { path: path.replace(/^\.\//, ""), rule });
  if (edits === undefined) return undefined;
  const title = `Turn \`${rule}\` off for this file in ${baseName(configuration)}`;
  return { title, edits: [{ uri: configuration, edits }] };
}
