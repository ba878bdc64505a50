import type { Code } from "../../catalog/model.ts";
import { wordsOf } from "../../facts/words-of.ts";
import type { ErrorSite } from "../../sites/model.ts";
import { foreignOwner } from "../../sites/parts/code-shapes.ts";
import { hasFailureFlag } from "../../sites/parts/failure-flag.ts";
import { statusWords } from "./status-words.ts";

/**
 * Error codes of OAuth 2.0 and OpenID Connect (the IANA registry "OAuth Extensions Error", RFC 6749 §4.1.2.1 and §5.2,
 * RFC 7591 §3.2.2, OpenID Connect Core §3.1.2.6), which stand in `error`.
 */
const oauthCodes: ReadonlySet<string> = new Set(
  `invalid_request invalid_client invalid_grant unauthorized_client unsupported_grant_type unsupported_response_type
  invalid_scope access_denied server_error temporarily_unavailable invalid_token insufficient_scope
  authorization_pending slow_down expired_token unsupported_token_type invalid_target invalid_client_metadata
  invalid_redirect_uri invalid_software_statement unapproved_software_statement invalid_dpop_proof use_dpop_nonce
  invalid_authorization_details insufficient_user_authentication interaction_required login_required
  account_selection_required consent_required invalid_request_uri invalid_request_object request_not_supported
  request_uri_not_supported registration_not_supported`.split(/\s+/),
);

/** Whether a code is one of OAuth's, whose standard says which statuses it may have: several, and 400 for `slow_down`. */
export function isOauthCode(code: Code | undefined): boolean {
  return typeof code === "string" && oauthCodes.has(code);
}

/**
 * Whether a code is surely none of an API's own: an operating system's, a database's, a validator's, a transport's, or
 * the HTTP status itself under the name `code`.
 */
export function isForeignCode(code: Code, site: ErrorSite): boolean {
  if (foreignOwner(code) !== undefined) return true;
  if (typeof code === "number") return repeatsStatus(code, site);
  if (
    oauthCodes.has(code) &&
    site.body?.fields.some(({ path, value }) => path.join(".") === "error" && value === code)
  ) {
    return true;
  }
  // `TRPCError({ code: "NOT_FOUND" })`: the name of a status is the transport's code where it gives the status, and
  // where nothing else does.
  const givesStatus =
    site.status === undefined ? site.body === undefined : site.status.span.start === site.code?.span.start;
  return givesStatus && statusWords.has(wordsOf(code).join(" "));
}

/**
 * Whether a code is the word by which a transport is told the status (`TRPCError({ code: "FORBIDDEN" })`): it cannot
 * come with another, and says nothing of an API's own code of that name.
 */
export function isTransportCode({ code, status }: ErrorSite): boolean {
  if (code === undefined || status === undefined || status.values.length === 0) return false;
  const { start, end } = code.span;
  const isTheWord = status.values.every(({ origin }) => origin?.span.start === start && origin.span.end === end);
  return isTheWord && code.values.every(({ value }) => statusWords.has(wordsOf(String(value)).join(" ")));
}

// `code: 404` beside a 404, or any number of the status range where no status is seen.
function repeatsStatus(code: number, { status, comparison, body }: ErrorSite): boolean {
  if (!Number.isInteger(code) || code < 100 || code > 599) return false;
  if (status !== undefined && status.values.length > 0) return status.values.some(({ value }) => value === code);
  // Where a comparison reads is known, and a failure is none of the statuses below 400.
  if (comparison?.path !== undefined) return false;
  return code >= 400 || body === undefined || !hasFailureFlag(body.fields);
}
