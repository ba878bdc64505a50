/** What an application's error code looks like, and which codes belong to somebody else. */

/** Errors of the operating system (POSIX `errno` names, as Node.js gives them in `error.code`). */
const systemErrors: ReadonlySet<string> = new Set(
  `E2BIG EACCES EADDRINUSE EADDRNOTAVAIL EAFNOSUPPORT EAGAIN EAI_AGAIN EAI_FAIL EAI_NODATA EAI_NONAME EALREADY EBADF
  EBUSY ECANCELED ECONNABORTED ECONNREFUSED ECONNRESET EDESTADDRREQ EEXIST EFAULT EFBIG EHOSTDOWN EHOSTUNREACH EINTR
  EINVAL EIO EISCONN EISDIR ELOOP ENOATTR EMFILE EMSGSIZE ENAMETOOLONG ENETDOWN ENETUNREACH ENFILE ENOBUFS ENODATA ENODEV
  ENOENT ENOEXEC ENOMEM ENOPROTOOPT ENOSPC ENOSYS ENOTCONN ENOTDIR ENOTEMPTY ENOTFOUND ENOTSOCK ENOTSUP ENXIO EOVERFLOW
  EPERM EPIPE EPROTO EPROTONOSUPPORT EPROTOTYPE ERANGE EROFS ESHUTDOWN ESOCKETTIMEDOUT ESPIPE ESRCH ETIME ETIMEDOUT
  ETXTBSY EWOULDBLOCK EXDEV MODULE_NOT_FOUND`.split(/\s+/),
);

/** What is wrong with a certificate (OpenSSL's `X509_V_ERR_…`, as Node.js gives them in `error.code`). */
const certificateErrors: ReadonlySet<string> = new Set(
  `CERT_CHAIN_TOO_LONG CERT_HAS_EXPIRED CERT_NOT_YET_VALID CERT_REJECTED CERT_SIGNATURE_FAILURE CERT_UNTRUSTED
  CRL_HAS_EXPIRED CRL_NOT_YET_VALID CRL_SIGNATURE_FAILURE DEPTH_ZERO_SELF_SIGNED_CERT ERROR_IN_CERT_NOT_AFTER_FIELD
  ERROR_IN_CERT_NOT_BEFORE_FIELD ERROR_IN_CRL_LAST_UPDATE_FIELD ERROR_IN_CRL_NEXT_UPDATE_FIELD HOSTNAME_MISMATCH
  INVALID_CA PATH_LENGTH_EXCEEDED SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY
  UNABLE_TO_DECRYPT_CERT_SIGNATURE UNABLE_TO_DECRYPT_CRL_SIGNATURE UNABLE_TO_GET_CRL UNABLE_TO_GET_ISSUER_CERT
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY UNABLE_TO_VERIFY_LEAF_SIGNATURE`.split(/\s+/),
);

/** Issue codes of zod 3 and 4 (`ZodIssueCode`). */
const zodIssues: ReadonlySet<string> = new Set(
  `invalid_type invalid_literal custom invalid_union invalid_union_discriminator invalid_enum_value unrecognized_keys
  invalid_arguments invalid_return_type invalid_date invalid_string invalid_format invalid_value invalid_key
  invalid_element too_small too_big invalid_intersection_types not_multiple_of not_finite`.split(/\s+/),
);

/** `KeyboardEvent.code` values of the UI Events specification that no error would be called. */
const keyboard =
  /^(?:Key[A-Z]|Digit\d|Numpad\w+|Arrow(?:Up|Down|Left|Right)|F\d{1,2}|(?:Shift|Control|Alt|Meta)(?:Left|Right)|Enter|Escape|Space|Tab|Backspace|Delete|Insert|Home|End|PageUp|PageDown|CapsLock|Slash|Backslash|Comma|Period|Minus|Equal|Semicolon|Quote|Backquote|Bracket(?:Left|Right))$/;

/**
 * Who else's code this is: an operating system's, Node's, a database's, a validator's. Undefined for what may be an
 * application's own. `P2002` is Prisma's, `23505` a SQLSTATE, `ERR_INVALID_ARG_TYPE` Node's.
 */
export function foreignOwner(code: string | number): string | undefined {
  if (typeof code === "number") {
    if (code === 11000 || code === 11001) return "MongoDB";
    if (code <= -32000 && code >= -32768) return "JSON-RPC";
    // `RequestCancelled`, `ContentModified` and their like (LSP 3.17, "ErrorCodes").
    return code <= -32800 && code >= -32899 ? "the language server protocol" : undefined;
  }
  if (systemErrors.has(code)) return "the operating system";
  if (certificateErrors.has(code)) return "a certificate";
  if (/^(?:ERR_[A-Z0-9_]+|HPE_[A-Z_]+|ABORT_ERR|UND_ERR_[A-Z_]+)$/.test(code)) return "Node.js";
  if (/^Z_[A-Z]+_ERROR$/.test(code)) return "zlib";
  if (/^P[1-6]\d{3}$/.test(code)) return "Prisma";
  if (isSqlState(code)) return "SQL";
  if (
    /^ER_[A-Z_]+$|^SQLITE_[A-Z_]+$|^(?:ORA|NJS|TNS|DPI)-\d+$|^PROTOCOL_(?:CONNECTION_LOST|SEQUENCE_TIMEOUT|ENQUEUE_[A-Z_]+|PACKETS_OUT_OF_ORDER|INCORRECT_PACKET_SEQUENCE)$/.test(
      code,
    )
  )
    return "a database";
  if (/^auth\/[a-z-]+$|^storage\/[a-z-]+$/.test(code)) return "Firebase";
  if (/^(?:BABEL|ESLINT|WEBPACK|ROLLUP|ESBUILD)_[A-Z_]+$/.test(code)) return "a build tool";
  if (zodIssues.has(code)) return "zod";
  if (keyboard.test(code)) return "the keyboard";
  return undefined;
}

/**
 * Who else's code this is where one is compared: there the errors of tools, browsers and stores are as usual as those of
 * an API, and what has the form of an `errno` name (`EOTP`, `ELOCKED`) is no English word in capitals.
 */
export function comparedOwner(code: string | number): string | undefined {
  const known = foreignOwner(code);
  if (known !== undefined || typeof code === "number") return known;
  if (isErrnoName(code)) return "a tool of Node.js";
  if (/^NS_[A-Z_]+$|^MEDIA_ERR_[A-Z_]+$|^[A-Z_]+_ERR$/.test(code)) return "a browser";
  if (/^(?:NXDOMAIN|SERVFAIL|FORMERR|NOTIMP|NXRRSET)$/.test(code)) return "DNS";
  if (/^commander\.[a-zA-Z]+$/.test(code)) return "the command line";
  if (/^(?:TS|VITE|PARSER?)_[A-Z0-9_]+$/.test(code)) return "a build tool";
  if (databaseConditions.has(code)) return "a database";
  if (bodyErrors.test(code)) return "the reader of bodies";
  return storeErrors.has(code) ? "Amazon S3" : undefined;
}

/** Whether a code has the form of an `errno` name: `EOTP`, `ESENDMAIL`. */
export function isErrnoName(code: string | number): boolean {
  return typeof code === "string" && /^E[A-Z]{3,}$/.test(code) && !englishInCapitals.test(code);
}

/** How English words begin that codes have: `EXPIRED`, `EMAIL`, `ENTITY`, `ERROR`, `EVENT`. */
const englishInCapitals =
  /^E(?:A[CRST]|C[HO]|D[GIU]|FF|G|I[GT]|L[AEI]|M[AEIOPU]|N[ABCDFGHJLQRSTUVW]|P[IO]|Q|R[AR]|S[CST]|T[AHI]|V|X)/;

/** The `type` of errors of body-parser 2 and raw-body 3, which Express and Koa read bodies with. */
const bodyErrors =
  /^(?:entity\.(?:too\.large|parse\.failed|verify\.failed)|(?:encoding|charset)\.unsupported|request\.(?:aborted|size\.invalid)|parameters\.too\.many|stream\.(?:encoding\.set|not\.readable))$/;

/** Condition names of PostgreSQL's appendix A that drivers give as codes. */
const databaseConditions: ReadonlySet<string> = new Set(
  `deadlock_detected serialization_failure unique_violation foreign_key_violation not_null_violation check_violation
  lock_not_available query_canceled admin_shutdown`.split(/\s+/),
);

/** Codes of Amazon S3 that no other API is likely to have. */
const storeErrors: ReadonlySet<string> = new Set(
  "SlowDown NoSuchKey NoSuchUpload SignatureDoesNotMatch InvalidAccessKeyId RequestTimeTooSkewed".split(" "),
);

/** Five characters of digits and capitals, the first two a class of the SQL standard or of PostgreSQL. */
function isSqlState(code: string): boolean {
  return (
    /^(?:0[0-9ABFLPZ]|2[0-9BDF]|3[489BDF]|4[0-4]|5[3-8]|72|F0|HV|P0|XX|HY|IM|S1)[0-9A-Z]{3}$/.test(code) &&
    /\d/.test(code)
  );
}

/**
 * Whether a text looks like an error code and not like prose, a title or a plain word: `NOT_FOUND`, `rate_limit`,
 * `session.not_found`, `auth/expired`, `E1001`, `emailNotVerified`, `FORBIDDEN`, `-104`.
 */
export function looksLikeCode(text: string): boolean {
  if (text.length < 2 || text.length > 80 || /\s/.test(text)) return false;
  if (/^-?\d{3,6}$/.test(text)) return true;
  if (!/^[A-Za-z][A-Za-z0-9]*(?:[_\-./:][A-Za-z0-9]+)*$/.test(text)) return false;
  return hasCodeForm(text);
}

/** `EMAIL_TAKEN`: written as a constant, as no text for people is. */
export function isShouted(text: string): boolean {
  return /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(text);
}

const failureWords =
  /(?:^|[_.\-/])(?:not|no|invalid|in?valid|err|error|fail|failed|failure|denied|forbidden|expired|exceeded|unauthori[sz]ed|unauthenticated|missing|exists|conflict|limit|unknown|required|duplicate|locked|unavailable|timeout|rejected|blocked|already|too|bad|cannot|disabled|mismatch|insufficient)(?:$|[_.\-/])/i;

/** Whether one of the words of a name says that something failed: `user_not_found`, `unauthorized`. */
export function namesFailure(name: string): boolean {
  return failureWords.test(name);
}

/** Whether a plain word is what an API would call an error, and hardly a state or a reason: `unauthorized`, `forbidden`. */
export function isFailureWord(word: string): boolean {
  return /^(?:unauthori[sz]ed|unauthenticated|forbidden|denied|expired|conflict|locked|duplicate|rejected|unavailable|throttled|timeout)$/.test(
    word,
  );
}

function hasCodeForm(text: string): boolean {
  if (/^[A-Z][A-Z0-9]{3,}$/.test(text)) return true;
  if (/^[A-Z]{1,5}\d{2,6}$/.test(text)) return true;
  if (/[_\-./:]/.test(text)) return !isFileOrMime(text);
  return /^[a-z][a-z0-9]*(?:[A-Z][a-z0-9]+){1,}$/.test(text) || /^(?:[A-Z][a-z0-9]+){2,}$/.test(text);
}

function isFileOrMime(text: string): boolean {
  return /^(?:application|text|image|audio|video|multipart)\/|\.(?:js|ts|json|md|png|svg|html|css|com|org|io|net|dev)$|^https?:/.test(
    text,
  );
}

/** A URI of a problem type (RFC 9457 §3.1.1); `about:blank` says nothing. */
export function isProblemType(text: string): boolean {
  return /^(?:https?:\/\/|urn:|tag:|\/)\S+$/.test(text);
}
