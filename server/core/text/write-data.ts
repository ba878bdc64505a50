/** Small data written as text, in a given style. */
import { stringify } from "yaml";
import type { DataFormat } from "./data-node.ts";

/** What can be written: a word or a number, a list of words, a flat map, or what is written in brackets already. */
export type NewData = NewScalar | readonly NewScalar[] | ReadonlyMap<string, NewScalar>;

type NewScalar = string | number | InBrackets;

/** A list or a map as JSON, which is YAML too. */
export interface InBrackets {
  readonly written: string;
}

export interface DataStyle {
  /** Brackets, as in JSON. */
  readonly isFlow: boolean;
  readonly isOnOneLine: boolean;
  /** Whether blanks stand inside braces. */
  readonly isPadded: boolean;
  /** By how much what is inside is indented. */
  readonly step: string;
}

interface Written {
  readonly format: DataFormat;
  readonly key: string | number | undefined;
  readonly value: NewData;
}

/** `key: value` or a bare value as it stands between brackets. Lines are broken by LF and not indented from outside. */
export function writeFlow({ format, key, value }: Written, style: DataStyle): string {
  const write = (scalar: NewScalar): string => (isWritten(scalar) ? scalar.written : flowScalar(scalar, format));
  const prefix = key === undefined ? "" : `${format === "json" ? JSON.stringify(String(key)) : write(key)}: `;
  return prefix + flowValue(value, write, format, style);
}

/** `key: value`, or a value without its dash, as it stands in lines of YAML. */
export function writeBlock(written: Written, style: DataStyle): string {
  const { key, value } = written;
  if (!(value instanceof Map) || style.isFlow || value.size === 0) return writeFlow(written, style);
  const lines = [...value].map(
    ([name, scalar]) => `${blockScalar(name)}: ${isWritten(scalar) ? scalar.written : blockScalar(scalar)}`,
  );
  if (key === undefined) return lines.join("\n");
  return [`${blockScalar(key)}:`, ...lines.map((line) => style.step + line)].join("\n");
}

function flowValue(
  value: NewData,
  write: (scalar: NewScalar) => string,
  format: DataFormat,
  { isOnOneLine, isPadded, step }: DataStyle,
): string {
  if (typeof value === "string" || typeof value === "number" || isWritten(value)) return write(value);
  if (!(value instanceof Map)) return `[${[...value.values()].map(write).join(", ")}]`;
  const entries = [...value].map(
    ([name, scalar]) => `${format === "json" ? JSON.stringify(name) : write(name)}: ${write(scalar)}`,
  );
  if (entries.length === 0) return "{}";
  if (!isOnOneLine) return `{\n${entries.map((entry) => step + entry).join(",\n")}\n}`;
  return isPadded ? `{ ${entries.join(", ")} }` : `{${entries.join(", ")}}`;
}

function isWritten(value: NewData): value is InBrackets {
  return typeof value === "object" && "written" in value;
}

function flowScalar(scalar: string | number, format: DataFormat): string {
  if (format === "json") return JSON.stringify(scalar);
  const plain = blockScalar(scalar);
  return /^["']/.test(plain) || !/[,[\]{}]/.test(plain) ? plain : JSON.stringify(scalar);
}

function blockScalar(scalar: string | number): string {
  return typeof scalar === "string" && /[\r\n]/.test(scalar)
    ? JSON.stringify(scalar)
    : stringify(scalar, { lineWidth: 0 }).trimEnd();
}
