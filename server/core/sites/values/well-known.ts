/**
 * Values of packages that need not be looked into: tables of HTTP statuses and of reason phrases. Data only; names are
 * exactly those that each package exports.
 */
import type { Code } from "../../catalog/model.ts";

export type KnownExport =
  | KnownTable
  | { readonly kind: "constant"; readonly value: Code }
  | { readonly kind: "group"; readonly members: ReadonlyMap<string, KnownExport> }
  /** A function from a status to its reason phrase. */
  | { readonly kind: "phrase-of" }
  /** A function from a reason phrase to its status. */
  | { readonly kind: "status-of" };

/** `also`: what is exported beside the members under names of its own. */
export interface KnownTable {
  readonly kind: "table";
  readonly name: string;
  readonly members: ReadonlyMap<string, Code>;
  readonly also?: ReadonlyMap<string, KnownExport>;
}

export interface KnownPackage {
  /** The specifiers, `node:` left out. */
  readonly specifier: RegExp;
  readonly exports: KnownExport;
}

/** Reason phrases of the IANA HTTP Status Code Registry as Node.js 24 gives them in `http.STATUS_CODES`. */
export const reasonPhrases: ReadonlyMap<number, string> = new Map(
  `100 Continue|101 Switching Protocols|102 Processing|103 Early Hints|200 OK|201 Created|202 Accepted
  |203 Non-Authoritative Information|204 No Content|205 Reset Content|206 Partial Content|207 Multi-Status
  |208 Already Reported|226 IM Used|300 Multiple Choices|301 Moved Permanently|302 Found|303 See Other|304 Not Modified
  |305 Use Proxy|307 Temporary Redirect|308 Permanent Redirect|400 Bad Request|401 Unauthorized|402 Payment Required
  |403 Forbidden|404 Not Found|405 Method Not Allowed|406 Not Acceptable|407 Proxy Authentication Required
  |408 Request Timeout|409 Conflict|410 Gone|411 Length Required|412 Precondition Failed|413 Payload Too Large
  |414 URI Too Long|415 Unsupported Media Type|416 Range Not Satisfiable|417 Expectation Failed|418 I'm a Teapot
  |421 Misdirected Request|422 Unprocessable Entity|423 Locked|424 Failed Dependency|425 Too Early|426 Upgrade Required
  |428 Precondition Required|429 Too Many Requests|431 Request Header Fields Too Large
  |451 Unavailable For Legal Reasons|500 Internal Server Error|501 Not Implemented|502 Bad Gateway
  |503 Service Unavailable|504 Gateway Timeout|505 HTTP Version Not Supported|506 Variant Also Negotiates
  |507 Insufficient Storage|508 Loop Detected|509 Bandwidth Limit Exceeded|510 Not Extended
  |511 Network Authentication Required`
    .split("|")
    .map((line): [number, string] => [Number(line.slice(0, 3)), line.slice(4).trim()]),
);

/** Names that every table spells alike. */
const common = `100 CONTINUE 101 SWITCHING_PROTOCOLS 102 PROCESSING 200 OK 201 CREATED 202 ACCEPTED
  203 NON_AUTHORITATIVE_INFORMATION 204 NO_CONTENT 205 RESET_CONTENT 206 PARTIAL_CONTENT 301 MOVED_PERMANENTLY
  303 SEE_OTHER 304 NOT_MODIFIED 307 TEMPORARY_REDIRECT 308 PERMANENT_REDIRECT 400 BAD_REQUEST 401 UNAUTHORIZED
  402 PAYMENT_REQUIRED 403 FORBIDDEN 404 NOT_FOUND 405 METHOD_NOT_ALLOWED 406 NOT_ACCEPTABLE
  407 PROXY_AUTHENTICATION_REQUIRED 408 REQUEST_TIMEOUT 409 CONFLICT 410 GONE 411 LENGTH_REQUIRED
  412 PRECONDITION_FAILED 415 UNSUPPORTED_MEDIA_TYPE 417 EXPECTATION_FAILED 422 UNPROCESSABLE_ENTITY
  424 FAILED_DEPENDENCY 428 PRECONDITION_REQUIRED 429 TOO_MANY_REQUESTS 500 INTERNAL_SERVER_ERROR 501 NOT_IMPLEMENTED
  502 BAD_GATEWAY 503 SERVICE_UNAVAILABLE 504 GATEWAY_TIMEOUT 505 HTTP_VERSION_NOT_SUPPORTED`;

/** @nestjs/common 11, `HttpStatus`. */
const nest = `${common} 103 EARLYHINTS 207 MULTI_STATUS 208 ALREADY_REPORTED 210 CONTENT_DIFFERENT 300 AMBIGUOUS
  302 FOUND 413 PAYLOAD_TOO_LARGE 414 URI_TOO_LONG 416 REQUESTED_RANGE_NOT_SATISFIABLE 418 I_AM_A_TEAPOT
  421 MISDIRECTED 423 LOCKED 456 UNRECOVERABLE_ERROR 507 INSUFFICIENT_STORAGE 508 LOOP_DETECTED`;

/** http-status-codes 2, `StatusCodes`; stoker's list is the same. */
const statusCodes = `${common} 103 EARLY_HINTS 207 MULTI_STATUS 300 MULTIPLE_CHOICES 302 MOVED_TEMPORARILY 305 USE_PROXY
  413 REQUEST_TOO_LONG 414 REQUEST_URI_TOO_LONG 416 REQUESTED_RANGE_NOT_SATISFIABLE 418 IM_A_TEAPOT
  419 INSUFFICIENT_SPACE_ON_RESOURCE 420 METHOD_FAILURE 421 MISDIRECTED_REQUEST 423 LOCKED 426 UPGRADE_REQUIRED
  431 REQUEST_HEADER_FIELDS_TOO_LARGE 451 UNAVAILABLE_FOR_LEGAL_REASONS 507 INSUFFICIENT_STORAGE
  511 NETWORK_AUTHENTICATION_REQUIRED`;

/** http-status 1 and 2. */
const httpStatus = `${common} 103 EARLY_HINTS 207 MULTI_STATUS 208 ALREADY_REPORTED 226 IM_USED 300 MULTIPLE_CHOICES
  302 FOUND 305 USE_PROXY 306 UNUSED 413 REQUEST_ENTITY_TOO_LARGE 414 REQUEST_URI_TOO_LONG
  416 REQUESTED_RANGE_NOT_SATISFIABLE 418 IM_A_TEAPOT 419 INSUFFICIENT_SPACE_ON_RESOURCE 420 METHOD_FAILURE
  421 MISDIRECTED_REQUEST 423 LOCKED 425 UNORDERED_COLLECTION 426 UPGRADE_REQUIRED
  431 REQUEST_HEADER_FIELDS_TOO_LARGE 451 UNAVAILABLE_FOR_LEGAL_REASONS 506 VARIANT_ALSO_NEGOTIATES
  507 INSUFFICIENT_STORAGE 508 LOOP_DETECTED 509 BANDWIDTH_LIMIT_EXCEEDED 510 NOT_EXTENDED
  511 NETWORK_AUTHENTICATION_REQUIRED`;

/** Node.js 24, `http2.constants`, each with `HTTP_STATUS_` before it. */
const http2 = `${common} 103 EARLY_HINTS 207 MULTI_STATUS 208 ALREADY_REPORTED 226 IM_USED 300 MULTIPLE_CHOICES 302 FOUND
  305 USE_PROXY 413 PAYLOAD_TOO_LARGE 414 URI_TOO_LONG 416 RANGE_NOT_SATISFIABLE 418 TEAPOT 421 MISDIRECTED_REQUEST
  423 LOCKED 425 TOO_EARLY 426 UPGRADE_REQUIRED 431 REQUEST_HEADER_FIELDS_TOO_LARGE 451 UNAVAILABLE_FOR_LEGAL_REASONS
  506 VARIANT_ALSO_NEGOTIATES 507 INSUFFICIENT_STORAGE 508 LOOP_DETECTED 509 BANDWIDTH_LIMIT_EXCEEDED 510 NOT_EXTENDED
  511 NETWORK_AUTHENTICATION_REQUIRED`;

/** axios 1, `HttpStatusCode`, in PascalCase. */
const axios = `${common} 103 EARLY_HINTS 207 MULTI_STATUS 208 ALREADY_REPORTED 226 IM_USED 300 MULTIPLE_CHOICES 302 FOUND
  305 USE_PROXY 306 UNUSED 413 PAYLOAD_TOO_LARGE 414 URI_TOO_LONG 416 RANGE_NOT_SATISFIABLE 418 IM_A_TEAPOT
  421 MISDIRECTED_REQUEST 423 LOCKED 425 TOO_EARLY 426 UPGRADE_REQUIRED 431 REQUEST_HEADER_FIELDS_TOO_LARGE
  451 UNAVAILABLE_FOR_LEGAL_REASONS 506 VARIANT_ALSO_NEGOTIATES 507 INSUFFICIENT_STORAGE 508 LOOP_DETECTED
  510 NOT_EXTENDED 511 NETWORK_AUTHENTICATION_REQUIRED`;

/** Deno's standard library, `STATUS_CODE` and the older `Status`, where it differs from PascalCase of the common names. */
const deno = `100 Continue 101 SwitchingProtocols 102 Processing 103 EarlyHints 200 OK 201 Created 202 Accepted
  203 NonAuthoritativeInfo 204 NoContent 205 ResetContent 206 PartialContent 207 MultiStatus 208 AlreadyReported
  226 IMUsed 300 MultipleChoices 301 MovedPermanently 302 Found 303 SeeOther 304 NotModified 305 UseProxy
  307 TemporaryRedirect 308 PermanentRedirect 400 BadRequest 401 Unauthorized 402 PaymentRequired 403 Forbidden
  404 NotFound 405 MethodNotAllowed 406 NotAcceptable 407 ProxyAuthRequired 408 RequestTimeout 409 Conflict 410 Gone
  411 LengthRequired 412 PreconditionFailed 413 ContentTooLarge 413 RequestEntityTooLarge 414 URITooLong
  414 RequestURITooLong 415 UnsupportedMediaType 416 RangeNotSatisfiable 416 RequestedRangeNotSatisfiable
  417 ExpectationFailed 418 Teapot 421 MisdirectedRequest 422 UnprocessableEntity 423 Locked 424 FailedDependency
  425 TooEarly 426 UpgradeRequired 428 PreconditionRequired 429 TooManyRequests 431 RequestHeaderFieldsTooLarge
  451 UnavailableForLegalReasons 500 InternalServerError 501 NotImplemented 502 BadGateway 503 ServiceUnavailable
  504 GatewayTimeout 505 HTTPVersionNotSupported 506 VariantAlsoNegotiates 507 InsufficientStorage 508 LoopDetected
  510 NotExtended 511 NetworkAuthenticationRequired`;

const statusCodesTable = tableOf("StatusCodes", statusCodes);
const statusPhrases = tableOf("ReasonPhrases", statusCodes, (name, status) => [
  name,
  reasonPhrases.get(status) ?? name,
]);
const httpStatusTable = tableOf("httpStatus", httpStatus);
const denoTable = tableOf("STATUS_CODE", deno);
const phraseTable: KnownExport = {
  kind: "table",
  name: "STATUS_CODES",
  members: new Map([...reasonPhrases].map(([status, phrase]) => [String(status), phrase])),
};

/** Apollo Server 5. */
const apolloServerCodes =
  `INTERNAL_SERVER_ERROR GRAPHQL_PARSE_FAILED GRAPHQL_VALIDATION_FAILED PERSISTED_QUERY_NOT_FOUND
  PERSISTED_QUERY_NOT_SUPPORTED BAD_USER_INPUT OPERATION_RESOLUTION_FAILURE BAD_REQUEST`.split(/\s+/);

/** `google.rpc.Code`; a canonical code is told by its name, its number is that of another protocol. */
const grpcCodes = `0 OK 1 CANCELLED 2 UNKNOWN 3 INVALID_ARGUMENT 4 DEADLINE_EXCEEDED 5 NOT_FOUND 6 ALREADY_EXISTS
  7 PERMISSION_DENIED 8 RESOURCE_EXHAUSTED 9 FAILED_PRECONDITION 10 ABORTED 11 OUT_OF_RANGE 12 UNIMPLEMENTED 13 INTERNAL
  14 UNAVAILABLE 15 DATA_LOSS 16 UNAUTHENTICATED`.match(/[A-Z_]+/g);

/** The names of the canonical codes of gRPC. */
export const canonicalCodes: ReadonlySet<string> = new Set(grpcCodes);

const grpcStatus = namesTable("status", (name) => name);

export const knownPackages: readonly KnownPackage[] = [
  {
    specifier: /^(@grpc\/grpc-js(\/.+)?|grpc|nice-grpc(-common)?)$/,
    exports: group({ status: grpcStatus, Status: grpcStatus }),
  },
  { specifier: /^@connectrpc\/connect$/, exports: group({ Code: namesTable("Code", pascalCase) }) },
  {
    specifier: /^@apollo\/server\/errors$/,
    exports: group({
      ApolloServerErrorCode: {
        kind: "table",
        name: "ApolloServerErrorCode",
        members: new Map(apolloServerCodes.map((name) => [name, name])),
      },
    }),
  },
  {
    specifier: /^@nestjs\/common(\/enums\/http-status\.enum)?$/,
    exports: group({ HttpStatus: tableOf("HttpStatus", nest) }),
  },
  {
    specifier: /^http-status-codes$/,
    exports: group({
      ...Object.fromEntries([...statusCodesTable.members].map(([name, value]) => [name, { kind: "constant", value }])),
      StatusCodes: statusCodesTable,
      ReasonPhrases: statusPhrases,
      getReasonPhrase: { kind: "phrase-of" },
      getStatusText: { kind: "phrase-of" },
      getStatusCode: { kind: "status-of" },
    }),
  },
  { specifier: /^stoker\/http-status-codes$/, exports: statusCodesTable },
  { specifier: /^stoker\/http-status-phrases$/, exports: statusPhrases },
  {
    specifier: /^http-status$/,
    exports: { ...httpStatusTable, also: new Map([["status", httpStatusTable]]) },
  },
  {
    specifier: /^http2$/,
    exports: group({ constants: tableOf("constants", http2, (name, status) => [`HTTP_STATUS_${name}`, status]) }),
  },
  { specifier: /^https?$/, exports: group({ STATUS_CODES: phraseTable }) },
  {
    specifier: /^axios$/,
    exports: group({ HttpStatusCode: tableOf("HttpStatusCode", axios, (name, status) => [pascalCase(name), status]) }),
  },
  {
    specifier: /^(?:jsr:)?@oak\/oak|^oak$|\/oak(?:@[\w.]+)?\/mod\.ts$/,
    exports: group({ STATUS_CODE: denoTable, Status: denoTable }),
  },
  {
    specifier:
      /^(jsr:|https:\/\/jsr\.io\/)?@std\/http(@[^/]+)?(\/status|\/unstable-status)?$|^https:\/\/deno\.land\/std(@[^/]+)?\/http\/(http_status|status|mod)\.ts$/,
    exports: group({ STATUS_CODE: denoTable, Status: denoTable }),
  },
];

/**
 * Names under which people import or declare tables of HTTP statuses. Where such a name leads nowhere, its members are
 * taken for what they say.
 */
export const usualTableNames: ReadonlySet<string> = new Set([
  "HttpStatus",
  "HTTPStatus",
  "httpStatus",
  "HTTP_STATUS",
  "HttpStatusCode",
  "HttpStatusCodes",
  "HTTPStatusCode",
  "HTTP_STATUS_CODE",
  "HTTP_STATUS_CODES",
  "httpStatusCode",
  "httpStatusCodes",
  "HttpCode",
  "HttpCodes",
  "HTTP_CODE",
  "HTTP_CODES",
  "StatusCode",
  "StatusCodes",
  "STATUS_CODE",
  "STATUS_CODES",
  "HttpResponseCode",
  "ResponseStatus",
]);

/** Every name above, in capitals and in PascalCase, for tables that are not known themselves. */
export const usualMembers: ReadonlyMap<string, Code> = new Map(
  [common, nest, statusCodes, httpStatus, http2, axios]
    .flatMap((names) => [
      ...pairs(names),
      ...pairs(names, (name, status) => [pascalCase(name), status]),
      ...pairs(names, (name, status) => [`HTTP_STATUS_${name}`, status]),
      ...pairs(names, (name, status) => [`HTTP_${status}_${name}`, status]),
    ])
    .concat(pairs(deno)),
);

/** The names that all these tables share, in capitals and in PascalCase: any of them may stand for another. */
export const sharedMembers: readonly ReadonlyMap<string, Code>[] = [
  new Map(pairs(common)),
  new Map(pairs(common, (name, status) => [pascalCase(name), status])),
];

type Pair = readonly [name: string, value: Code];

function tableOf(
  name: string,
  names: string,
  change: (name: string, status: number) => Pair = (own, status) => [own, status],
): KnownTable {
  return { kind: "table", name, members: new Map(pairs(names, change)) };
}

/** The canonical codes of gRPC under the names that a package gives them. */
function namesTable(name: string, change: (code: string) => string): KnownTable {
  return { kind: "table", name, members: new Map([...canonicalCodes].map((code) => [change(code), code])) };
}

function pairs(
  names: string,
  change: (name: string, status: number) => Pair = (own, status) => [own, status],
): readonly Pair[] {
  return [...names.matchAll(/(\d{3}) (\w+)/g)].map(([, status, name]) => change(name ?? "", Number(status)));
}

function group(exports: Readonly<Record<string, KnownExport>>): KnownExport {
  return { kind: "group", members: new Map(Object.entries(exports)) };
}

function pascalCase(name: string): string {
  return name.toLowerCase().replace(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}
