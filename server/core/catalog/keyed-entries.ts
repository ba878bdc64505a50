import { type DataReader, type Field, reportType } from "../text/data-fields.ts";
import type { DataNode, DataScalar } from "../text/data-node.ts";
import type { Span } from "../text/span.ts";

/** One entry of a section that may be a map (`404: …`) or a list (`- status: 404`). */
export interface KeyedEntry {
  readonly key: DataScalar;
  /** The entry's fields; in the list form the key's own field is among them. Undefined for `404:` with nothing after. */
  readonly body: DataNode | undefined;
  /** The whole entry, its key included. */
  readonly span: Span;
}

/** The entries of a section, map or list; `keyName` is the field that holds the key in the list form. */
export function keyedEntries(reader: DataReader, field: Field | undefined, keyName: string): readonly KeyedEntry[] {
  if (field === undefined) return [];
  const { value } = field;
  if (value.kind === "list") return value.items.flatMap((item) => listEntry(reader, item, keyName) ?? []);
  if (value.kind === "map") {
    return value.entries.map((entry) => {
      const nothing = entry.value.kind === "scalar" && entry.value.value === null;
      const end = Math.max(entry.keySpan.end, nothing ? 0 : entry.value.span.end);
      const span = { start: entry.keySpan.start, end };
      return { key: entry.keyScalar, body: nothing ? undefined : entry.value, span };
    });
  }
  reportType(reader, value, `\`${field.name}\` is a map, or a list of entries with \`${keyName}\``);
  return [];
}

function listEntry(reader: DataReader, item: DataNode, keyName: string): KeyedEntry | undefined {
  if (item.kind !== "map") {
    reportType(reader, item, `Expected an entry with \`${keyName}\``);
    return undefined;
  }
  const key = item.entries.find((entry) => entry.key === keyName)?.value;
  if (key?.kind === "scalar") return { key, body: item, span: item.span };
  if (key === undefined)
    reader.problems.error(item.entries[0]?.keySpan ?? item.span, `This entry needs \`${keyName}\``);
  else reportType(reader, key, `\`${keyName}\` is a text or a number`);
  return undefined;
}
