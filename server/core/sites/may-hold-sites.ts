import { isDocument } from "../syntax/dialect.ts";
import type { Dialect } from "../syntax/tree.ts";
import { mayHoldDocumentSites } from "./documents/may-hold-document-sites.ts";

/** What stands between a name and what it may be: it is given, compared, passed on, or is what is expected. */
const between = String.raw`["'\x60]?[\])]{0,3}(?:\??\s*[:,(]\s*|\s*(?:=(?![=>{])|[=!]==?|\|\||\?\?|[<>]=?)\s*)(?:[^\n,;?]{0,80}\?\s*)?`;

/** The start of what can be constant, here or in another file: a number, a constant's name, a member of something. */
const constant = String.raw`-?\d|[A-Z][\w$]*\??[.[]|[A-Z][A-Z\d_]{2,}\b|[a-z][\w$]*\??[.[](?!(?:status|code|data|length)\b(?![.[]))`;

/**
 * What every site has at least one of. The mere words `status` and `code` are in half of all programs: they are signs
 * where something stands beside them that can be a constant, not where they are a state, a type or a part of a sentence.
 */
const signs = new RegExp(
  [
    // A number that may be a failure, or an answer of any kind.
    /(?<![\w.#-])[45]\d\d(?![\w.%-])/,
    /[,(] ?2\d\d\)|\.(?:send|jsonp?)\(2\d\d,|\}, ?[23]\d\d,|\.reply(?:Once)?\([A-Z]|err(?:no|code)\b|[eE]rror_?(?:[iI]d|[kK]ey)\b|(?:[eE]rr|[eE]rror|[eE]xception|[pP]roblem|[fF]ailure|[fF]ault)s?\.(?:is|has|matches)\(|\b[cC]ode(?:Of|From|In)\b|\.writeHead\(|[sS]etResponseStatus|\b[rR]esponses?["']?\s*[:=]\s*\{|Responses\b/,
    // A function named after the status that it answers, or after what went wrong.
    /\breturn (?:await )?(?:\w+\.)?\w*[a-z\d](?:NotFound|Forbidden|Denied|Unauthorized|Conflict|Taken|Declined|Disabled|Blocked|Suspended|Locked|Expired|Revoked|Duplicate|Exists|Missing|Unknown|Exceeded|Limited|Unavailable|NotAllowed|Too[A-Z][a-z]+|Not[A-Z][a-z]+)\(/,
    /[a-z_][45]\d\d(?:[A-Z]\w*)?\(/,
    // A status beside what it may be.
    `(?:status|Status|STATUS)(?:_?[cC]odes?|_?CODES?|es|ES)?(?:${between})(?:${constant})`,
    String.raw`(?:status|Status|STATUS)\w*(?:${between})["'\x60](?:[45]|[A-Z]\w* ?|not?[-_ ]|bad[-_ ]|un[apsr]|forb|conf|inter|gone|too)`,
    /\bstatus\(\s*[^\s)]|(?:Status(?:Codes?|es)?|STATUS(?:ES|_?CODES?)?)\.[A-Z]/,
    // A code beside what it may be, among others, or asked for.
    String.raw`(?:\b[cC]|C|_c|[eE]rrc)odes?(?:${between})(?:${constant}|["'\x60][\w$]|[[{])`,
    /CODES?\b|Codes?(?:\.|\[)[A-Za-z"']|[cC]ode\)/,
    // Functions that read either out of an error, and those that tell one error from another.
    /(?:Code|Status)\([\w$.?]+\) ?[!=]==?|\b(?:is|has|matches)[A-Z]\w*(?:Err|Code|Status|Problem|Fail|Exception)\w*\([\w$.]+, ?\[?["'`A-Z]/,
    // What another file makes or holds, in the hands of an assertion.
    /\b(?:toThrow(?:Error)?|throws|rejects)\(\s*new [A-Z]|\b(?:(?:toThrow(?:Error)?|rejects\s*\.toBeInstanceOf|rejectedWith)\(|(?:throws(?:Async)?|rejects)\([^\n]+, ?)(?!(?:Type|Range|Syntax)?Error\))[A-Z]\w*\)|\bmockRejectedValue(?:Once)?\(\s*[a-z]\w*[.(]|\.(?:toEqual|toStrictEqual|toThrow(?:Error)?|rejects)\(\s*\w*[eE]rr\w*[.(]|\.(?:toBe|toEqual|toStrictEqual|equal|eql|strictEqual|expect)\([^\n]{0,80}\.\w*[sS]tatus(?:Code)?\)/,
    // Tables of statuses, of codes, of errors.
    /\benum \w*(?:Status|STATUS|Code|CODE|ERR|[eE]rr|Exception|Problem)/,
    /\bconst (?:\w*(?:[sS]tatus(?:es)?|STATUS(?:ES)?|STATUS_CODES?|Codes?|CODES?)|codes?)\s*(?::[^=\n]*)?=\s*(?:Object|new|[{[\d"'`])/,
    /\bconst \w*(?:ERR|Err|\berr|Exception|Problem)\w*\s*(?::[^=\n]*)?=\s*(?:[\w$.]+\(\s*)*(?:new|[{["'`])/,
    /(?:[eE]rr(?:or)?s|[eE]xceptions|[pP]roblems)["']?\s*[:=]\s*[[{]/,
    /\b(?:enum|const) \w*(?:[fF]ehler|[fF]eil|[fF]ejl|[fF]el\b|[vV]irhe|[hH]ata|[bB]l[aą]d|[kK]esalahan|[fF]out|[cC]hyba)\w* *[={]/,
    // A member of a table, in the hands of what answers.
    /\b(?:send|respond|reply|answer|fail|raise|reject|abort|throw[A-Z])\w*\((?:[\w$.]+, ?){0,2}(?:[A-Z]\w*|errors?|problems?|failures?|\w+Errors)\.[A-Za-z]/,
    // A member of a table of errors, handed on.
    /[(,] ?(?:\w+\.)*\w*(?:Err|Error|Exception|Problem|Failure|Fault)s\.[A-Z]/,
    // An error that is made by something else than `Error`.
    /\bnew (?!Error\b|TypeError\b|RangeError\b)[\w.$]*(?:Err|Exc|Prob|Fault|Fail|Reject|Forbidden|NotFound|Denied|Unauth|Bad|Conflict|Invalid|Limit|Response)|\bnew [\w$.]*[A-Z]_[A-Z]/,
    /\b(?:next|done|cb|callback|reject|fail|err|left)\(new (?!(?:Type|Range|Syntax)?Error\b)/,
    /\bthrow (?!new (?:Type|Range|Syntax)?Error\b|(?:[\w$.]+\.)?(?:err|error|e|ex|cause|reason|lastError)\b)/,
    /\bextends (?!Error\b)[\w.$]*(?:Err|Exc|Prob)|[bB]oom\./,
    /Response\.json|\.throw\(|(?<![\w$])(?<!\bnew )[A-Z]\w+(?:Error|Exception)\(/,
    /\b(?:return|next\(|reject\() ?(?:\w+\.)*(?:[eE]rr(?:or)?s?\.\w|not[_A-Z]|bad[_A-Z]|forbid|unauth|conflict|gone|deny|fail[A-Z_(]|abort|reject[A-Z_(]|create\w*Err|\w+Error)\w*\(/,
    /\b(?:raise|bail|panic|abort|fail|reject|deny|refuse|throw[A-Z])\w*\(["'`][A-Za-z]\w*[_./:-]\w/,
    /\b(?:re[sp]|resp|reply|response|ctx|context)\.(?:abort|bad|un[aps]|forb|not[AFI]|conf|gone|too|serv|internal|pay|length|method|precond|request|expect|lock|gateway|http)[A-Za-z]*\(/,
    /(?:[eE]rr|[eE]rror|[fF]ail|[rR]eject|[pP]roblem|[aA]bort|[dD]eny|[fF]ound|[rR]espond|[cC]onflict)\w{0,20}\([^()\n]{0,40}["'`](?:[A-Z][A-Z_]{3}|[a-z]\w*[/_.:-][a-z])/,
    // An error's text, and bodies that say that something failed.
    /["']error["'](?:\s*[:\]]|\))|\berror: ?["'`]|\berror ?[!=]==? ?["'`]|\.error\) ?\{|error_description|(?<![.\w])error\(["'`]/,
    /\btype(?::| ?[=!]==?) ?["'`](?:https?|urn|tag):|[eE]rr(?:or)?\??\.type ?[=!]==? ?["'`]/,
  ]
    .map((sign) => (typeof sign === "string" ? sign : sign.source))
    .join("|"),
);

/** False only for a text without any error site; true may be wrong. A team's own functions are signs as well. */
export function mayHoldSites(
  text: string,
  dialect: Dialect,
  wrappers: readonly { readonly callee: string }[] = [],
): boolean {
  if (isDocument(dialect)) return mayHoldDocumentSites(text);
  return signs.test(text) || wrappers.some(({ callee }) => text.includes(callee.slice(callee.lastIndexOf(".") + 1)));
}
