import { readCatalog } from "../../catalog/read-catalog.ts";
import { addLast } from "../../text/add-data.ts";
import { dataFormatOf } from "../../text/data-format.ts";
import { valueAt } from "../../text/data-node.ts";
import { applyEdits, type TextEdit } from "../../text/edit.ts";
import { readData } from "../../text/read-data.ts";
import type { CatalogText, NewCode } from "./new-code.ts";

/** The edits that add an entry to a catalog in YAML or JSON; undefined where reading it again would not give that code. */
export function addDataEntry(
  { catalog, text }: CatalogText,
  { code, status, message }: NewCode,
): readonly TextEdit[] | undefined {
  const format = dataFormatOf(catalog.uri);
  const container = valueAt(readData(text, format, { duplicates: "keep" }).root, "codes");
  if (container === undefined || container.kind === "scalar") return undefined;
  const isList = container.kind === "list";
  const fields = new Map<string, string | number>();
  if (isList) fields.set("code", code);
  if (status !== undefined) fields.set("status", status);
  if (message !== undefined) fields.set("message", message);
  const edits = addLast({ text, format, container, key: isList ? undefined : code, value: fields });
  if (edits === undefined) return undefined;
  const source = { uri: catalog.uri, format };
  const before = readCatalog(text, source);
  const after = readCatalog(applyEdits(text, edits), source);
  const isThere = after.catalog?.codes.some((entry) => entry.code === code) === true;
  const isOneMore = after.catalog?.codes.length === (before.catalog?.codes.length ?? 0) + 1;
  return isThere && isOneMore && after.problems.length === before.problems.length ? edits : undefined;
}
