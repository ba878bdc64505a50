/**
 * Readers of single values. Each returns what can be made out, undefined when nothing can, and reports what is wrong:
 * a number where a text belongs is still read as the text that is written.
 */
import { type DataReader, type Field, listed, reportType, shortened } from "./data-fields.ts";
import type { DataNode } from "./data-node.ts";
import { nearestWord } from "./nearest.ts";

/** A text that is not empty. */
export function readText(reader: DataReader, field: Field | undefined): string | undefined {
  if (field === undefined) return undefined;
  const { value } = field;
  if (value.kind !== "scalar" || value.value === null) {
    reportType(reader, value, `\`${field.name}\` is a text`);
    return undefined;
  }
  if (typeof value.value !== "string") {
    reader.problems.error(value.span, `\`${field.name}\` is a text: put \`${shortened(value.written)}\` in quotes`);
  } else if (value.value.trim() === "") {
    reader.problems.error(value.span, `\`${field.name}\` is empty`);
    return undefined;
  }
  return value.written;
}

export function readFlag(reader: DataReader, field: Field | undefined): boolean | undefined {
  if (field === undefined) return undefined;
  const { value } = field;
  if (value.kind === "scalar" && typeof value.value === "boolean") return value.value;
  reportType(reader, value, `\`${field.name}\` is \`true\` or \`false\``);
  return undefined;
}

/** A number as it counts things: finite, not negative. */
export function readAmount(reader: DataReader, field: Field | undefined): number | undefined {
  if (field === undefined) return undefined;
  const { value } = field;
  if (value.kind === "scalar" && typeof value.value === "number" && Number.isFinite(value.value) && value.value >= 0) {
    return value.value;
  }
  reportType(reader, value, `\`${field.name}\` is a number from 0 up`);
  return undefined;
}

/** One of the words of `choices`. */
export function readChoice<Choice extends string>(
  reader: DataReader,
  field: Field | undefined,
  choices: readonly Choice[],
): Choice | undefined {
  if (field === undefined) return undefined;
  const { value } = field;
  if (value.kind !== "scalar" || typeof value.value !== "string") {
    reportType(reader, value, `\`${field.name}\` is ${listed(choices, "or")}`);
    return undefined;
  }
  const chosen = choices.find((choice) => choice === value.value);
  if (chosen !== undefined) return chosen;
  const near = nearestWord(value.value, choices);
  const advice = near === undefined ? "" : `. Did you mean \`${near}\`?`;
  reportType(reader, value, `\`${field.name}\` is ${listed(choices, "or")}`, advice);
  return undefined;
}

/** A list of what `readItem` reads; a single item without the list is a problem, and read. */
export function readList<Item>(
  reader: DataReader,
  field: Field | undefined,
  readItem: (item: Field) => Item | undefined,
): readonly Item[] {
  if (field === undefined) return [];
  const { value } = field;
  if (value.kind !== "list") reportType(reader, value, `\`${field.name}\` is a list`);
  // No `flatMap`: an item may be a list itself.
  return itemsOf(value)
    .map((item) => readItem({ ...field, value: item }))
    .filter((item) => item !== undefined);
}

/** A list of texts. */
export function readTexts(reader: DataReader, field: Field | undefined): readonly string[] {
  return readList(reader, field, (item) => readText(reader, item));
}

/** The items of a list, or the one thing that stands in place of a list. */
export function itemsOf(node: DataNode): readonly DataNode[] {
  return node.kind === "list" ? node.items : [node];
}
