/** Text from files, made harmless for a terminal: control characters, escapes and bidirectional overrides become visible. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (unit) =>
    unit === "\t" || unit === "\n" ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
