/**
 * One linear regular expression over a text that says whether any recogniser could find anything in it: names of fields
 * and methods that carry statuses and codes, names of error classes and factories. No backtracking: alternatives of
 * literals only.
 */
const signs =
  /[sS]tatus|STATUS|[hH]ttp[CE]|HTTP|\bcode\b|[eE]rrors?\b|[eE]rrorCode|ERROR|ERR_|[eE]rr[CK]|error_code|errno|Error\b|Exception|\bthrow\b|writeHead|[rR]esponse\b|\breply\b|\.(?:json|jsonp|send|code|reply|throw)\(|[bB]oom|Codes?\b|CODES?\b|toThrow|rateLimit|RateLimit|\bfail\(|\bproblem/;

/** False only for a text without any error site; true may be wrong. */
export function mayHoldSites(text: string): boolean {
  return signs.test(text);
}
