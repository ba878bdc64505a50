/** Where a column of a table drawn in plain text begins and ends, in columns of a terminal. */
export interface Column {
  readonly start: number;
  readonly end: number;
}

/** Whether a line is runs of dashes, at least two, that tell the columns of a table. */
export function isColumnRule(line: string): boolean {
  return /^ *-{2,}(?: +-{2,})+ *$/.test(line);
}

/** Whether a line is one run of at least `length` dashes. */
export function isClosingRule(line: string, length: number): boolean {
  return /^ *-+ *$/.test(line) && line.trim().length >= length;
}

/** The columns that a line of dashes tells. */
export function columnsOfRule(line: string): readonly Column[] {
  return [...line.matchAll(/-+/g)].map(({ 0: dashes, index }) => ({ start: index, end: index + dashes.length }));
}
