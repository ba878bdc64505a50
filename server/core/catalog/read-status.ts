import { type DataReader, type Field, reportType } from "../text/data-fields.ts";
import type { DataScalar } from "../text/data-node.ts";
import { itemsOf } from "../text/data-values.ts";
import type { StatusRange } from "./model.ts";

/** `404` as 404 to 404, `4xx` as 400 to 499; undefined for anything else than an HTTP status: 100 to 599 (RFC 9110 §15). */
export function parseStatusRange(written: string): StatusRange | undefined {
  if (/^[1-5][0-9]{2}$/.test(written)) return { from: Number(written), to: Number(written) };
  if (!/^[1-5]xx$/i.test(written)) return undefined;
  const from = Number(written[0]) * 100;
  return { from, to: from + 99 };
}

/** One status or class, as a map's key or a value; `4xx` is a text, `404` may be either. */
export function readStatusRange(reader: DataReader, scalar: DataScalar, name: string): StatusRange | undefined {
  const range = parseStatusRange(scalar.written);
  if (range === undefined)
    reportType(reader, scalar, `\`${name}\` is an HTTP status such as 404, or a class such as 4xx`);
  return range;
}

/** One status. */
export function readStatus(reader: DataReader, field: Field | undefined): number | undefined {
  if (field === undefined) return undefined;
  const { value } = field;
  const range = value.kind === "scalar" ? parseStatusRange(value.written) : undefined;
  if (value.kind !== "scalar" || range === undefined || range.from !== range.to) {
    reportType(reader, value, `\`${field.name}\` is an HTTP status such as 404`);
    return undefined;
  }
  if (typeof value.value !== "number") {
    reader.problems.error(value.span, `\`${field.name}\` is a number: write ${range.from} without quotes`);
  }
  return range.from;
}

/** One status or a list of them, each once. */
export function readStatuses(reader: DataReader, field: Field | undefined): readonly number[] {
  if (field === undefined) return [];
  const statuses = itemsOf(field.value).flatMap((value) => readStatus(reader, { ...field, value }) ?? []);
  return [...new Set(statuses)];
}

/** One status or class such as 4xx, or a list of them. */
export function readStatusRanges(reader: DataReader, field: Field | undefined): readonly StatusRange[] {
  if (field === undefined) return [];
  return itemsOf(field.value).flatMap((item) => {
    if (item.kind === "scalar") return readStatusRange(reader, item, field.name) ?? [];
    reportType(reader, item, `\`${field.name}\` holds HTTP statuses and classes such as 4xx`);
    return [];
  });
}
