import { isDocument } from "../syntax/dialect.ts";
import type { Dialect } from "../syntax/tree.ts";
import { mayHoldDocumentSites } from "./documents/may-hold-document-sites.ts";

/**
 * One linear regular expression over a text that says whether any recogniser could find anything in it. Every site has a
 * status, a code or a message in one of few surroundings: a name of a status or a code, a number that may be a failure, an
 * error that is made by something else than `Error`, an answer, a JSON error body.
 */
const signs =
  /status|Status|STATUS|\b[cC]odes?\b|Codes?\b|CODES?\b|_code\b|(?<![\w.#-])[45]\d\d(?![\w.%-])|[,(] ?2\d\d\)|err(?:no|code)\b|\b[cC]ode(?:Of|From|In)\b|\bnew (?!Error\b|TypeError\b|RangeError\b)[\w.$]*(?:Err|Exc|Prob|Fault|Fail|Reject|Forbidden|NotFound|Denied|Unauth|Bad|Conflict|Invalid|Limit|Response)|\b(?:next|done|cb|callback|reject|fail|err|left)\(new (?!(?:Type|Range|Syntax)?Error\b)|\bthrow (?!new (?:Type|Range|Syntax)?Error\b|err\b|error\b|e\b|ex\b)|\bextends (?!Error\b)[\w.$]*(?:Err|Exc|Prob)|[bB]oom\.|\b(?:enum|const) \w*(?:ERR|Err|err|Exception|Problem)\w*|"error"|'error'|\berror: ?["'`]|\berror ?[!=]==? ?["'`]|\.error\) ?\{|error_description|Response\.json|\.throw\(|(?<![\w$])(?<!\bnew )[A-Z]\w+(?:Error|Exception)\(|\b(?:return|next\(|reject\() ?(?:\w+\.)*(?:[eE]rr(?:or)?s?\.\w|not[_A-Z]|bad[_A-Z]|forbid|unauth|conflict|deny|fail[A-Z_(]|abort|reject[A-Z_(]|create\w*Err|\w+Error)\w*\(|\b(?:re[sp]|resp|reply|response)\.(?:abort|bad|un[aps]|forb|not[AFI]|conf|gone|too|serv|internal|pay|length|method|precond|request|expect|lock|gateway|http)[A-Za-z]*\(|(?<![.\w])error\(["'`]|(?:[eE]rr|[eE]rror|[fF]ail|[rR]eject|[pP]roblem|[aA]bort|[dD]eny|[fF]ound|[rR]espond|[cC]onflict)\w{0,20}\([^()\n]{0,40}["'`][A-Z][A-Z_]{3}|\btype(?::| ?[=!]==?) ?["'`](?:https?|urn|tag):/;

/** False only for a text without any error site; true may be wrong. A team's own functions are signs as well. */
export function mayHoldSites(
  text: string,
  dialect: Dialect,
  wrappers: readonly { readonly callee: string }[] = [],
): boolean {
  if (isDocument(dialect)) return mayHoldDocumentSites(text);
  return signs.test(text) || wrappers.some(({ callee }) => text.includes(callee.slice(callee.lastIndexOf(".") + 1)));
}
