/** Names of HTTP statuses as libraries and people write them, to their numbers. */

/**
 * Reason phrases of the IANA HTTP Status Code Registry (read 2025-09-15), with the older phrases that libraries still
 * carry: RFC 9110 renamed 413 and 422, http-status-codes and @nestjs/common keep names of their own.
 */
const phrases: readonly (readonly [status: number, ...phrases: readonly string[]])[] = [
  [100, "Continue"],
  [101, "Switching Protocols"],
  [102, "Processing"],
  [103, "Early Hints"],
  [200, "OK"],
  [201, "Created"],
  [202, "Accepted"],
  [203, "Non Authoritative Information"],
  [204, "No Content"],
  [205, "Reset Content"],
  [206, "Partial Content"],
  [207, "Multi Status"],
  [208, "Already Reported"],
  [226, "IM Used"],
  [300, "Multiple Choices", "Ambiguous"],
  [301, "Moved Permanently"],
  [302, "Found", "Moved Temporarily"],
  [303, "See Other"],
  [304, "Not Modified"],
  [305, "Use Proxy"],
  [307, "Temporary Redirect"],
  [308, "Permanent Redirect"],
  [400, "Bad Request"],
  [401, "Unauthorized"],
  [402, "Payment Required"],
  [403, "Forbidden"],
  [404, "Not Found"],
  [405, "Method Not Allowed"],
  [406, "Not Acceptable"],
  [407, "Proxy Authentication Required"],
  [408, "Request Timeout"],
  [409, "Conflict"],
  [410, "Gone"],
  [411, "Length Required"],
  [412, "Precondition Failed"],
  [413, "Content Too Large", "Payload Too Large", "Request Entity Too Large", "Request Too Long"],
  [414, "URI Too Long", "Request URI Too Long"],
  [415, "Unsupported Media Type"],
  [416, "Range Not Satisfiable", "Requested Range Not Satisfiable"],
  [417, "Expectation Failed"],
  [418, "I'm a teapot", "Im A Teapot", "Teapot"],
  [419, "Insufficient Space On Resource"],
  [420, "Method Failure"],
  [421, "Misdirected Request", "Misdirected"],
  [422, "Unprocessable Content", "Unprocessable Entity"],
  [423, "Locked"],
  [424, "Failed Dependency"],
  [425, "Too Early"],
  [426, "Upgrade Required"],
  [428, "Precondition Required"],
  [429, "Too Many Requests"],
  [431, "Request Header Fields Too Large"],
  [451, "Unavailable For Legal Reasons"],
  [499, "Client Closed Request"],
  [500, "Internal Server Error"],
  [501, "Not Implemented"],
  [502, "Bad Gateway"],
  [503, "Service Unavailable"],
  [504, "Gateway Timeout"],
  [505, "HTTP Version Not Supported"],
  [506, "Variant Also Negotiates"],
  [507, "Insufficient Storage"],
  [508, "Loop Detected"],
  [510, "Not Extended"],
  [511, "Network Authentication Required"],
];

const statuses: ReadonlyMap<string, number> = new Map(
  phrases.flatMap(([status, ...names]) => names.map((name): [string, number] => [plainPhrase(name), status])),
);

const known: ReadonlySet<number> = new Set(phrases.map(([status]) => status));

/**
 * The status that a phrase or a constant's name stands for: `Not Found`, `NOT_FOUND`, `NotFound`, `HTTP_404_NOT_FOUND`,
 * `HTTP_STATUS_NOT_FOUND`; undefined for any other text.
 */
export function statusByName(name: string): number | undefined {
  const plain = plainPhrase(name);
  return statuses.get(plain) ?? statuses.get(plain.replace(/^(?:http)?(?:status)?(?:code)?(?:\d{3})?/, ""));
}

/** Whether the registry, or wide use, gives the number a meaning. */
export function isKnownStatus(status: number): boolean {
  return known.has(status);
}

/** Whether the number can be an HTTP status: an integer from 100 to 599 (RFC 9110 §15). */
export function isStatusNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 100 && value <= 599;
}

/** Whether the number is of three digits or fewer and no status: what a server sends so, clients cannot read. */
export function isOutsideStatuses(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < 1000 && !isStatusNumber(value);
}

function plainPhrase(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
}
