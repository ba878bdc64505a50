/** Codes that so many APIs use that meeting them says nothing about which API it is. */
import { wordsOf } from "./words-of.ts";

const commonCodes: ReadonlySet<string> = new Set(
  `error code, unknown error, not found, no data, resource not found, user not found, already exists, data loss,
  invalid argument, invalid arguments, invalid request, invalid params, invalid parameter, invalid parameters,
  invalid input, invalid json, invalid body, invalid method, invalid data, invalid id, invalid token, invalid email,
  invalid credentials, invalid password, invalid grant, invalid meta, missing id, missing data, missing method,
  missing parameter, missing parameters, missing token, missing field, missing fields, empty data, missing table,
  validation error, validation failed, bad input, bad user input, parse error, unprocessable entity,
  unprocessable content, deadline exceeded, permission denied, access denied, not authenticated, not authorized,
  auth required, auth failed, auth error, authentication required, authentication failed, authentication error,
  token expired, session expired, login required, not allowed, method not allowed, not supported, not implemented,
  unauthenticated, unauthorized, unimplemented, forbidden, resource exhausted, rate limit, rate limit exceeded,
  rate limited, too many requests, quota exceeded, limit exceeded, failed precondition, precondition failed,
  out of range, internal error, internal server error, server error, service unavailable, bad gateway,
  gateway timeout, request timeout, db error, database error, network error, bad request, payment required,
  payload too large, content too large, request entity too large, unsupported media type, not acceptable`
    .split(",")
    .map((phrase) => phrase.trim()),
);

/**
 * Whether a code is so much an API's own that it speaks for that API: no common phrase, and of two words or long.
 * Numbers never are: `1001` is in a thousand APIs.
 */
export function isCharacteristic(code: string | number): boolean {
  if (typeof code === "number" || /^-?\d+$/.test(code)) return false;
  const words = wordsOf(code);
  return !commonCodes.has(words.join(" ")) && (words.length >= 2 || code.length >= 12);
}
