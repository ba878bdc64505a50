/** Which names people give to the status, the code and the message of an error, the surest first. */
import { codesInLanguages, textsInLanguages } from "../../parts/names-of-languages.ts";
import { plainName } from "../../reading/names.ts";

export type Role = "status" | "code" | "message";

/** Plain names (`plainName`): case and separators do not count. */
const named: Readonly<Record<Role, readonly string[]>> = {
  status: [
    "statuscode",
    "httpstatuscode",
    "httpstatus",
    "httpcode",
    "httpresponsecode",
    "responsestatus",
    "responsecode",
    "status",
  ],
  code: [
    "code",
    "errorcode",
    "errcode",
    "errorkey",
    "apicode",
    "apierrorcode",
    "appcode",
    "internalcode",
    "businesscode",
    ...codesInLanguages,
  ],
  message: ["message", "msg", "errormessage", "errmsg", "usermessage", "description", "detail", ...textsInLanguages],
};

/** Names that may hold a status, but as often something else: only a status of failure makes them one. */
const maybeStatus: readonly string[] = ["http"];

/** Names that may hold a code, but as often something else: only a value that looks like a code makes them one. */
const maybeCode: readonly string[] = [
  "type",
  "errortype",
  "identifier",
  "errorid",
  "id",
  "reason",
  "slug",
  "key",
  "error",
  "errorname",
  "errorslug",
  "kind",
  "tag",
  "name",
];

/** Names of numbers that an application gives its errors. */
const maybeNumber: readonly string[] = ["errornumber", "errnumber", "number", "nummer", "fehlernummer", "numero"];

/** The names among `names` that can have the role, the surest first. */
export function namesInRole(role: Role, names: readonly string[]): readonly string[] {
  return inOrder(named[role], names);
}

/** The names among `names` that are a code only by their value. */
export function maybeCodeNames(names: readonly string[]): readonly string[] {
  return inOrder(maybeCode, names);
}

/** The names among `names` that are a status only by their value. */
export function maybeStatusNames(names: readonly string[]): readonly string[] {
  return inOrder(maybeStatus, names);
}

/** The names among `names` that are a code only where their value is a number of the application's own. */
export function maybeNumberNames(names: readonly string[]): readonly string[] {
  return inOrder(maybeNumber, names);
}

/** Whether a class's or a function's name says that it makes errors: `NotFoundError`, `ApiException`, `createError`. */
export function isErrorName(name: string): boolean {
  return /(?:Error|Exception|Fault|Failure|Problem)$/.test(name) || /^(?:Api)?Err$/.test(name);
}

function inOrder(order: readonly string[], names: readonly string[]): readonly string[] {
  return order.flatMap((wanted) => names.filter((name) => plainName(name) === wanted));
}
