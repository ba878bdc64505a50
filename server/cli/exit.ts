/** Exit codes of every command. */
export const exitCodes = { clean: 0, findings: 1, usage: 2, internal: 3 } as const;

/** What the user asked for cannot be done: wrong words, a file that is not there. `message` is for people. */
export class UsageError extends Error {}
