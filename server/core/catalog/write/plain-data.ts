/** Data as a file of the catalog format holds it, before a notation is chosen; the order of entries is kept. */
export type PlainData = string | number | boolean | readonly PlainData[] | PlainMap;

export type PlainMap = ReadonlyMap<string | number, PlainData>;

/** A map of the entries that have a value; an empty list or map counts as none. */
export function plainMap(
  entries: readonly (readonly [string | number, PlainData | undefined])[],
): ReadonlyMap<string | number, PlainData> {
  return new Map(
    entries.flatMap(([key, value]) => (value === undefined || isEmpty(value) ? [] : [[key, value] as const])),
  );
}

function isEmpty(value: PlainData): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value instanceof Map && value.size === 0;
}
