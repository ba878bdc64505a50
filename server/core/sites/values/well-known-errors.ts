/**
 * Error classes and factories of packages, and where their arguments put status, code and message. Data only.
 * Names and argument orders as published: @nestjs/common 11, hono 4, http-errors 2, @hapi/boom 10, @trpc/server 11,
 * graphql 16, apollo-server 3, mercurius 16, nice-grpc 2, @connectrpc/connect 2, firebase-functions 6, better-auth 1, @fastify/error 4, @poppinss/utils 6.
 */
import {
  any,
  argument,
  codeProperties,
  fixed,
  type KnownError,
  type KnownSource,
  namedStatuses,
  none,
  property,
} from "./known-sources.ts";
import { errorsOfServerFrameworks } from "./server-framework-errors.ts";

/** Bodies that Nest's exceptions are given hold codes under many names. */
const nestCodes: readonly KnownSource[] = [
  ...codeProperties(0),
  { kind: "code-like", index: 0, path: ["error"] },
  { kind: "only-entry", index: 0, path: ["errors"] },
];

/** Classes and factories that are named after their status, in PascalCase and in camelCase. */
export const statusNames: ReadonlyMap<string, number> = namedStatuses(
  `400 BadRequest 401 Unauthorized 402 PaymentRequired 403 Forbidden 404 NotFound 405 MethodNotAllowed
  406 NotAcceptable 407 ProxyAuthenticationRequired 408 RequestTimeout 409 Conflict 410 Gone 411 LengthRequired
  412 PreconditionFailed 413 PayloadTooLarge 414 URITooLong 415 UnsupportedMediaType 416 RangeNotSatisfiable
  417 ExpectationFailed 418 ImATeapot 421 MisdirectedRequest 421 Misdirected 422 UnprocessableEntity 423 Locked
  424 FailedDependency 425 TooEarly 425 UnorderedCollection 426 UpgradeRequired 428 PreconditionRequired
  429 TooManyRequests 431 RequestHeaderFieldsTooLarge 451 UnavailableForLegalReasons 500 InternalServerError
  501 NotImplemented 502 BadGateway 503 ServiceUnavailable 504 GatewayTimeout 505 HTTPVersionNotSupported
  505 HttpVersionNotSupported 506 VariantAlsoNegotiates 507 InsufficientStorage 508 LoopDetected
  509 BandwidthLimitExceeded 510 NotExtended 511 NetworkAuthenticationRequired`,
);

/** Factories of Boom. */
export const boomNames: ReadonlyMap<string, number> = namedStatuses(
  `400 badRequest 401 unauthorized 402 paymentRequired 403 forbidden 404 notFound 405 methodNotAllowed
  406 notAcceptable 407 proxyAuthRequired 408 clientTimeout 409 conflict 410 resourceGone 411 lengthRequired
  412 preconditionFailed 413 entityTooLarge 414 uriTooLong 415 unsupportedMediaType 416 rangeNotSatisfiable
  417 expectationFailed 418 teapot 422 badData 423 locked 424 failedDependency 425 tooEarly 428 preconditionRequired
  429 tooManyRequests 451 illegal 500 badImplementation 500 internal 501 notImplemented 502 badGateway
  503 serverUnavailable 504 gatewayTimeout`,
);

/** https://trpc.io/docs/server/error-handling, read 2026-11-22. */
export const trpcCodes: ReadonlyMap<string, number> = new Map([
  ["PARSE_ERROR", 400],
  ["BAD_REQUEST", 400],
  ["UNAUTHORIZED", 401],
  ["PAYMENT_REQUIRED", 402],
  ["FORBIDDEN", 403],
  ["NOT_FOUND", 404],
  ["METHOD_NOT_SUPPORTED", 405],
  ["TIMEOUT", 408],
  ["CONFLICT", 409],
  ["PRECONDITION_FAILED", 412],
  ["PAYLOAD_TOO_LARGE", 413],
  ["UNSUPPORTED_MEDIA_TYPE", 415],
  ["UNPROCESSABLE_CONTENT", 422],
  ["PRECONDITION_REQUIRED", 428],
  ["TOO_MANY_REQUESTS", 429],
  ["CLIENT_CLOSED_REQUEST", 499],
  ["INTERNAL_SERVER_ERROR", 500],
  ["NOT_IMPLEMENTED", 501],
  ["BAD_GATEWAY", 502],
  ["SERVICE_UNAVAILABLE", 503],
  ["GATEWAY_TIMEOUT", 504],
]);

/** The classes of Apollo Server 2 and 3; their errors go out with whatever status the whole answer has. */
const apollo = /^(apollo-server(-[\w-]+)?|apollo-server-errors)$/;
const apolloCodes: ReadonlyMap<string, string> = new Map([
  ["AuthenticationError", "UNAUTHENTICATED"],
  ["ForbiddenError", "FORBIDDEN"],
  ["UserInputError", "BAD_USER_INPUT"],
  ["ValidationError", "GRAPHQL_VALIDATION_FAILED"],
  ["SyntaxError", "GRAPHQL_PARSE_FAILED"],
  ["PersistedQueryNotFoundError", "PERSISTED_QUERY_NOT_FOUND"],
  ["PersistedQueryNotSupportedError", "PERSISTED_QUERY_NOT_SUPPORTED"],
]);

/** Those of the names that Nest has exceptions for. */
export const nestNames: ReadonlySet<string> = new Set(
  `BadRequest Unauthorized Forbidden NotFound MethodNotAllowed NotAcceptable RequestTimeout Conflict Gone
  PreconditionFailed PayloadTooLarge UnsupportedMediaType ImATeapot Misdirected UnprocessableEntity InternalServerError
  NotImplemented BadGateway ServiceUnavailable GatewayTimeout HttpVersionNotSupported`.split(/\s+/),
);

export const knownErrors: readonly KnownError[] = [
  ...[...statusNames]
    .filter(([name]) => nestNames.has(name))
    .map(
      ([name, status]): KnownError => ({
        specifier: /^@nestjs\/common(\/.*)?$/,
        name: new RegExp(`^${name}Exception$`),
        status: [fixed(status)],
        // What is given second goes out as the body's `error`.
        code: [
          ...nestCodes,
          { kind: "code-like", index: 1, path: [] },
          { kind: "code-like", index: 1, path: ["description"] },
        ],
        message: [property(0, "message"), argument(0)],
      }),
    ),
  {
    specifier: /^@nestjs\/common(\/.*)?$/,
    name: /^HttpException$/,
    status: [argument(1)],
    code: nestCodes,
    message: [property(0, "message"), argument(0)],
  },
  {
    specifier: /^(hono|@hono\/hono|jsr:@hono\/hono|npm:hono)(@[^/]+)?\/http-exception$/,
    name: /^HTTPException$/,
    status: [argument(0), fixed(500)],
    code: none,
    message: [property(1, "message")],
  },
  {
    specifier: /^(http-errors|@types\/http-errors)$/,
    name: /^(HttpError|createHttpError|createError)?$/,
    status: [any, fixed(500)],
    code: [any],
    message: [any],
  },
  {
    specifier: /^(?:jsr:)?@oak\/oak|^oak$|\/oak(?:@[\w.]+)?\/mod\.ts$/,
    name: /^createHttpError$/,
    status: [argument(0), fixed(500)],
    code: [any],
    message: [argument(1)],
  },
  ...[...statusNames].map(
    ([name, status]): KnownError => ({
      specifier: /^http-errors$/,
      name: new RegExp(`^(?:[\\w.]+\\.)?(?:${name}|${status})$`),
      status: [fixed(status)],
      code: none,
      message: [argument(0)],
    }),
  ),
  ...[...boomNames].map(
    ([name, status]): KnownError => ({
      specifier: /^(@hapi\/boom|boom)$/,
      name: new RegExp(`^(?:\\w+\\.)?${name}$`),
      status: [fixed(status)],
      code: [1, 2].flatMap((index) => codeProperties(index)),
      message: [argument(0)],
    }),
  ),
  {
    specifier: /^(@hapi\/boom|boom)$/,
    name: /^(Boom\.)?Boom$|^$/,
    status: [property(1, "statusCode"), fixed(500)],
    code: ["code", "errorCode"].map((name) => property(1, "data", name)),
    message: [argument(0)],
  },
  {
    specifier: /^(@hapi\/boom|boom)$/,
    name: /^(?:\w+\.)?boomify$/,
    status: [property(1, "statusCode"), fixed(500)],
    code: ["code", "errorCode"].map((name) => property(1, "data", name)),
    message: [property(1, "message")],
  },
  {
    specifier: /^@trpc\/server(\/.*)?$/,
    name: /^TRPCError$/,
    status: none,
    code: [property(0, "code")],
    message: [property(0, "message")],
    statusOfCode: trpcCodes,
  },
  {
    specifier:
      /^(graphql|graphql\/error|graphql\/error\/GraphQLError|@pothos\/core|graphql-yoga|@graphql-tools\/utils|apollo-server-errors)$/,
    name: /^(GraphQLError|createGraphQLError)$/,
    status: [property(1, "extensions", "http", "status")],
    code: [property(1, "extensions", "code"), property(6, "code")],
    message: [argument(0)],
  },
  ...[...apolloCodes].map(
    ([name, code]): KnownError => ({
      specifier: apollo,
      name: new RegExp(`^${name}$`),
      status: none,
      code: [fixed(code)],
      message: [argument(0)],
    }),
  ),
  {
    specifier: apollo,
    name: /^ApolloError$/,
    status: none,
    code: [argument(1), property(2, "code")],
    message: [argument(0)],
  },
  {
    specifier: /^mercurius$/,
    name: /^(mercurius\.)?ErrorWithProps$/,
    status: [argument(2)],
    code: [property(1, "code")],
    message: [argument(0)],
  },
  {
    specifier: /^@nestjs\/(microservices|websockets)$/,
    name: /^(RpcException|WsException)$/,
    status: [property(0, "statusCode"), property(0, "status"), property(0, "httpStatus")],
    code: codeProperties(0),
    message: [property(0, "message"), argument(0)],
  },
  {
    specifier: /^firebase-functions(\/.*)?$/,
    name: /^(?:https\.|\w+\.https\.)?HttpsError$/,
    status: none,
    code: [argument(0)],
    message: [argument(1)],
  },
  {
    specifier: /^@connectrpc\/connect$/,
    name: /^ConnectError$/,
    status: none,
    code: [argument(1)],
    message: [argument(0)],
  },
  {
    specifier: /^nice-grpc(-common)?$/,
    name: /^ServerError$/,
    status: none,
    code: [argument(0)],
    message: [argument(1)],
  },
  {
    specifier: /^(better-auth(\/.*)?|better-call(\/.*)?|@better-auth\/.+)$/,
    name: /^(APIError|APIError\.from(Status)?)$/,
    status: [argument(0)],
    code: [property(1, "code"), { kind: "code-like", index: 1, path: ["error"] }],
    message: [property(1, "message"), property(1, "error_description")],
  },
  {
    specifier: /^@fastify\/error$/,
    name: /^(createError)?$/,
    status: [argument(2), fixed(500)],
    code: [argument(0)],
    message: [argument(1)],
    makesClass: true,
  },
  {
    specifier: /^(@poppinss\/(utils|exception)(\/.*)?|@adonisjs\/core\/exceptions)$/,
    name: /^createError$/,
    status: [argument(2), fixed(500)],
    code: [argument(1)],
    message: [argument(0)],
    makesClass: true,
  },
  {
    specifier: /^(@poppinss\/(utils|exception)(\/.*)?|@adonisjs\/core\/exceptions)$/,
    name: /^Exception$/,
    status: [property(1, "status"), fixed(500)],
    code: [property(1, "code")],
    message: [argument(0)],
    readsStatics: true,
  },
  ...errorsOfServerFrameworks,
];
