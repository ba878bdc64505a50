import type { DataEntry } from "./data-node.ts";
import type { LineMap } from "./line-map.ts";
import type { ProblemCollector } from "./problem-collector.ts";

/** Reports each entry whose key an entry before it has, naming the line of the first. */
export function reportDuplicateKeys(
  entries: readonly DataEntry[],
  lines: () => LineMap,
  problems: ProblemCollector,
): void {
  const first = new Map<string, DataEntry>();
  for (const entry of entries) {
    const earlier = first.get(entry.key);
    if (earlier === undefined) first.set(entry.key, entry);
    else reportDuplicateKey(earlier, entry, lines, problems);
  }
}

/** Reports that `second` repeats the key of `first`. */
export function reportDuplicateKey(
  first: DataEntry,
  second: DataEntry,
  lines: () => LineMap,
  problems: ProblemCollector,
): void {
  const line = lines().toLineColumn(first.keySpan.start).line + 1;
  problems.error(second.keySpan, `\`${second.key}\` is already there, in line ${line}; only the first one counts`);
}

/** A line map of `text` that is made when first asked for. */
export function lazyLineMap(create: () => LineMap): () => LineMap {
  let made: LineMap | undefined;
  return () => {
    made ??= create();
    return made;
  };
}
