/** Statuses of the IANA registry of 2026-11, and those that servers and proxies in wide use have made up. */
const known: ReadonlySet<number> = new Set([
  ...[100, 101, 102, 103, 200, 201, 202, 203, 204, 205, 206, 207, 208, 226],
  ...[300, 301, 302, 303, 304, 305, 306, 307, 308],
  ...[400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418],
  ...[419, 420, 421, 422, 423, 424, 425, 426, 428, 429, 430, 431, 440, 444, 449, 450, 451, 460, 463, 494, 495, 496],
  ...[497, 498, 499, 500, 501, 502, 503, 504, 505, 506, 507, 508, 509, 510, 511],
  ...[520, 521, 522, 523, 524, 525, 526, 527, 529, 530, 561, 598, 599],
]);

/** Whether `value` may be an HTTP status at all. */
export function isStatus(value: number): boolean {
  return Number.isInteger(value) && value >= 100 && value <= 599;
}

/** Whether `value` is an HTTP status that is in use. */
export function isKnownStatus(value: number): boolean {
  return known.has(value);
}

/** Reason phrases in lower case, to the statuses that they stand for. */
export const reasonPhrases: ReadonlyMap<string, number> = new Map([
  ["bad request", 400],
  ["unauthorized", 401],
  ["payment required", 402],
  ["forbidden", 403],
  ["not found", 404],
  ["method not allowed", 405],
  ["not acceptable", 406],
  ["request timeout", 408],
  ["conflict", 409],
  ["gone", 410],
  ["length required", 411],
  ["precondition failed", 412],
  ["payload too large", 413],
  ["content too large", 413],
  ["unsupported media type", 415],
  ["unprocessable entity", 422],
  ["unprocessable content", 422],
  ["locked", 423],
  ["too many requests", 429],
  ["internal server error", 500],
  ["not implemented", 501],
  ["bad gateway", 502],
  ["service unavailable", 503],
  ["gateway timeout", 504],
]);
