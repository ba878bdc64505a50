/**
 * What the lines of the suite begin with. The extension host's console is full of other lines, and only these are for
 * people: those with the first mark for standard output, those with the second for standard error.
 */
export const suiteMark = { log: "suite: ", error: "suite error: " } as const;
