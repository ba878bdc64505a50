/** What the fields of an error's entry are called in files of data. */

/** What a field of an entry holds. */
export type FieldRole =
  | "code"
  | "status"
  | "message"
  | "title"
  | "summary"
  | "cause"
  | "fix"
  | "retry"
  | "deprecated"
  | "replacement"
  | "link"
  | "methods"
  | "tags";

const names: Readonly<Record<FieldRole, readonly string[]>> = {
  // The earlier name wins where an entry has several: `code` beside `name`.
  code: ["code", "errorcode", "errcode", "errno", "error", "identifier", "key", "slug", "symbol", "id", "name", "type"],
  status: ["httpstatus", "httpstatuscode", "statuscode", "httpcode", "http", "status", "responsecode", "statuses"],
  message: [
    "message",
    "msg",
    "errormessage",
    "errmsg",
    "defaultmessage",
    "usermessage",
    "text",
    "template",
    "messages",
    "messagetext",
    "messagetemplate",
    "errortext",
    "errordescription",
  ],
  title: ["title", "label", "displayname"],
  summary: [
    "description",
    "summary",
    "desc",
    "meaning",
    "detail",
    "details",
    "explanation",
    "comment",
    "doc",
    "notes",
    "descriptions",
  ],
  cause: ["cause", "reason", "causes", "why", "possiblecause", "possiblecauses"],
  fix: [
    "fix",
    "solution",
    "solutions",
    "possiblesolutions",
    "resolution",
    "action",
    "remedy",
    "howtofix",
    "recommendation",
    "suggestion",
    "hint",
    "help",
  ],
  retry: ["retry", "retryable", "isretryable", "canretry", "retriable"],
  deprecated: ["deprecated", "isdeprecated", "obsolete"],
  replacement: ["replacement", "replacedby", "usedinstead", "instead", "successor"],
  link: ["link", "url", "docs", "documentation", "docurl", "documentationurl", "moreinfo", "href"],
  methods: ["methods", "endpoints", "operations"],
  tags: ["tags", "category", "categories", "group", "module", "domain", "section", "service", "product"],
};

const roles: ReadonlyMap<string, { readonly role: FieldRole; readonly rank: number }> = new Map(
  (Object.entries(names) as [FieldRole, readonly string[]][]).flatMap(([role, list]) =>
    list.map((name, rank) => [name, { role, rank }] as const),
  ),
);

/** The role that a field's name speaks of, and how plainly (0 is plainest); case and separators do not matter. */
export function roleOfField(name: string): { readonly role: FieldRole; readonly rank: number } | undefined {
  return roles.get(
    name
      .replace(/^x-/, "")
      .replace(/[-_ .]/g, "")
      .toLowerCase(),
  );
}
