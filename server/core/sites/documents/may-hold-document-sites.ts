/**
 * Whether a document can hold sites, by its text alone: most of the data in a repository (locks, translations, settings,
 * recorded numbers) is never read. Each expression looks at every character once.
 */

/** A status beside its name, or as the key of what is answered with it. */
const status =
  /(?:status|statusCode|status_code|httpStatus|httpStatusCode|http_status|httpCode|code)["']?[ \t]*:[ \t]*\[?["']?[1-5]\d\d(?!\w)|["']?\b[1-5](?:\d\d|XX)["']?[ \t]*:[ \t]*(?:[{&*#\r\n]|$)|["'](?:4|5)\d\d["'][ \t]*:/;

/** A code that is a word or a number of an API, beside its name. */
const code =
  /(?:\bcode|Code|_code|errno|err_?[nN]o|error|\btype|\bCODE)["']?[ \t]*:[ \t]*["']?(?:-?\d+(?!\d*\.\d)|https?:|[A-Za-z][\w.-]*[_.\-/A-Z\d])/;

/** What stands beside a code on its own. */
const told = /(?:message|msg|Msg|Message|error\w*|errors|fault|exception|success|ok|detail|description)["']?[ \t]*:/;

/** The first lines of a lock of a package manager, which is long, and full of names of packages that are called like codes. */
const lock = /^ {0,4}["']?lockfile-?[vV]ersion["']?[ \t]*:/m;
const firstLines = 400;

/** What a test asks of an answer: in a script of Postman, or in an assertion of Bruno. */
const script = /\bpm\.(?:expect\(|response\.to\.)|["']?\bres\.status\b/;

/** False only for a text without any site; true may be wrong. */
export function mayHoldDocumentSites(text: string): boolean {
  if (lock.test(text.slice(0, firstLines))) return false;
  return status.test(text) || script.test(text) || text.includes("x-err") || (code.test(text) && told.test(text));
}
