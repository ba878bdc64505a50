/** "Add the code to the catalog": what stands in the code becomes an entry, in the catalog's own style. */
import { textIn } from "../../catalog/text-in.ts";
import type { Finding } from "../../rules/model.ts";
import { exactStatusEntry } from "../../rules/support/ranges.ts";
import { settledValue } from "../../rules/support/settled.ts";
import { touches } from "../../text/span.ts";
import type { FileAnalysis } from "../analysis.ts";
import type { CodeAction } from "../code-actions.ts";
import { addDataEntry } from "./add-data-entry.ts";
import { addTableRow } from "./add-table-row.ts";
import type { NewCode } from "./new-code.ts";

/** The action for a finding of `unknown-code`; none for catalogs that are built in or in a format that is only read. */
export function addCodeActions(analysis: FileAnalysis, finding: Finding): readonly CodeAction[] {
  if (finding.rule !== "unknown-code" || finding.code === undefined) return [];
  const catalog = analysis.scope.catalogs.find((scoped) => scoped.catalog.id === finding.catalog)?.catalog;
  const text = catalog && analysis.isOwn?.(catalog.uri) === true ? analysis.textOf(catalog.uri) : undefined;
  if (catalog === undefined || text === undefined) return [];
  const added = newCode(analysis, finding, finding.code);
  const edits = /\.(?:mdx?|markdown)$/i.test(catalog.uri)
    ? addTableRow({ catalog, text }, added)
    : /\.(?:ya?ml|jsonc?)$/i.test(catalog.uri)
      ? addDataEntry({ catalog, text }, added)
      : undefined;
  if (edits === undefined) return [];
  const name = textIn(catalog.title, ["en"]) ?? catalog.id;
  return [
    {
      title: `Add \`${finding.code}\` to ${name}`,
      kind: "fix",
      safe: false,
      preferred: false,
      edits: [{ uri: catalog.uri, edits }],
      finding,
    },
  ];
}

/** The code with the status and the message that the place shows beyond doubt. */
function newCode({ facts, scope }: FileAnalysis, { span }: Finding, code: NewCode["code"]): NewCode {
  const site = facts.find(
    ({ site: { code: part } }) =>
      part !== undefined && touches(part.span, span.start) && part.values.some(({ value }) => value === code),
  )?.site;
  const status = settledValue(site?.status);
  const phrase = status === undefined ? undefined : exactStatusEntry(scope.general, status)?.title;
  return { code, status, message: settledValue(site?.message), phrase };
}
