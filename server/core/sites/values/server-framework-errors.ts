/**
 * Error classes of server frameworks, by the status that goes with their names. Data only, as published:
 * @feathersjs/errors 5, moleculer 0.15, @loopback/rest 15, routing-controllers 0.11, @tsed/exceptions 8,
 * @tryghost/errors 1, @strapi/utils 5, @directus/errors 2, @orpc/server 1, convex 1, meteor 3.
 */
import { argument, codeProperties, fixed, type KnownError, namedStatuses, none, property } from "./known-sources.ts";

/** FeathersError keeps the status in its `code`; an application's own code is in the data beside the message. */
const feathers = namedStatuses(
  `400 BadRequest 401 NotAuthenticated 402 PaymentError 403 Forbidden 404 NotFound 405 MethodNotAllowed
  406 NotAcceptable 408 Timeout 409 Conflict 410 Gone 411 LengthRequired 422 Unprocessable 429 TooManyRequests
  500 GeneralError 501 NotImplemented 502 BadGateway 503 Unavailable`,
);

/** The default of the second argument, which is the status. */
const moleculer = namedStatuses(
  "500 MoleculerError 500 MoleculerRetryableError 500 MoleculerServerError 400 MoleculerClientError",
);

/** Classes after whose name the status stands, with `Error` at the end of the name. */
const routing = namedStatuses(
  `400 BadRequest 401 Unauthorized 403 Forbidden 404 NotFound 405 MethodNotAllowed 406 NotAcceptable
  422 UnprocessableEntity 500 InternalServer`,
);

/** The names of the registry, as @tsed/exceptions and the http-errors of LoopBack have them. */
const inFull = namedStatuses(
  `400 BadRequest 401 Unauthorized 402 PaymentRequired 403 Forbidden 404 NotFound 405 MethodNotAllowed
  406 NotAcceptable 408 RequestTimeout 409 Conflict 410 Gone 411 LengthRequired 412 PreconditionFailed
  413 PayloadTooLarge 415 UnsupportedMediaType 417 ExpectationFailed 418 ImATeapot 422 UnprocessableEntity 423 Locked
  424 FailedDependency 428 PreconditionRequired 429 TooManyRequests 500 InternalServerError 501 NotImplemented 502 BadGateway 503 ServiceUnavailable 504 GatewayTimeout`,
);

const ghost = namedStatuses(
  `400 BadRequestError 400 IncorrectUsageError 401 UnauthorizedError 403 NoPermissionError 403 HostLimitError
  404 NotFoundError 405 MethodNotAllowedError 409 ConflictError 415 UnsupportedMediaTypeError 422 ValidationError
  429 TooManyRequestsError 500 InternalServerError 503 MaintenanceError`,
);

/** Strapi answers by the class; the name of the class goes out, no code. */
const strapi = namedStatuses(
  `400 ApplicationError 400 ValidationError 401 UnauthorizedError 403 ForbiddenError 403 PolicyError 404 NotFoundError
  413 PayloadTooLargeError 429 RateLimitError 501 NotImplementedError`,
);

/** `COMMON_ORPC_ERROR_DEFS` of @orpc/client 1. */
const orpcCodes = namedStatuses(
  `400 BAD_REQUEST 401 UNAUTHORIZED 403 FORBIDDEN 404 NOT_FOUND 405 METHOD_NOT_SUPPORTED 406 NOT_ACCEPTABLE 408 TIMEOUT
  409 CONFLICT 412 PRECONDITION_FAILED 413 PAYLOAD_TOO_LARGE 415 UNSUPPORTED_MEDIA_TYPE 422 UNPROCESSABLE_CONTENT
  429 TOO_MANY_REQUESTS 499 CLIENT_CLOSED_REQUEST 500 INTERNAL_SERVER_ERROR 501 NOT_IMPLEMENTED 502 BAD_GATEWAY
  503 SERVICE_UNAVAILABLE 504 GATEWAY_TIMEOUT`,
);

/** https://encore.dev/docs/ts/primitives/errors, read 2026-11-22. */
const encore = namedStatuses(
  `499 canceled 500 unknown 400 invalid_argument 504 deadline_exceeded 404 not_found 409 already_exists
  403 permission_denied 429 resource_exhausted 400 failed_precondition 409 aborted 400 out_of_range 501 unimplemented
  500 internal 503 unavailable 500 data_loss 401 unauthenticated`,
);

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

/** Classes of one package that are told by their names. */
function byName(
  specifier: RegExp,
  statuses: ReadonlyMap<string, number>,
  rest: (status: number) => Pick<KnownError, "status" | "code" | "message">,
): readonly KnownError[] {
  return [...statuses].map(([name, status]) => ({
    specifier,
    name: new RegExp(`^(?:[\\w.]+\\.)?${name}$`),
    ...rest(status),
  }));
}

const firstText = [property(0, "message"), argument(0)];

export const errorsOfServerFrameworks: readonly KnownError[] = [
  ...byName(/^@feathersjs\/errors$/, feathers, (status) => ({
    status: [fixed(status)],
    code: [...codeProperties(1), property(0, "errorCode")],
    message: firstText,
  })),
  ...byName(/^moleculer$/, moleculer, (status) => ({
    status: [argument(1), fixed(status)],
    code: [argument(2)],
    message: [argument(0)],
  })),
  {
    specifier: /^moleculer$/,
    name: /^(?:Errors\.)?ValidationError$/,
    status: [fixed(422)],
    code: [argument(1), fixed("VALIDATION_ERROR")],
    message: [argument(0)],
  },
  ...[...inFull].map(
    ([name, status]): KnownError => ({
      specifier: /^@loopback\/rest$/,
      name: new RegExp(`^HttpErrors\\.(?:${name}|${status})$`),
      status: [fixed(status)],
      code: none,
      message: [argument(0)],
    }),
  ),
  ...byName(
    /^routing-controllers$/,
    new Map([...routing].map(([name, status]) => [`${name}Error`, status])),
    (status) => ({
      status: [fixed(status)],
      code: none,
      message: [argument(0)],
    }),
  ),
  {
    specifier: /^routing-controllers$/,
    name: /^HttpError$/,
    status: [argument(0)],
    code: none,
    message: [argument(1)],
  },
  ...byName(/^@tsed\/exceptions$/, inFull, (status) => ({
    status: [fixed(status)],
    code: none,
    message: [argument(0)],
  })),
  ...byName(/^@tryghost\/errors$/, ghost, (status) => ({
    status: [property(0, "statusCode"), fixed(status)],
    code: [property(0, "code")],
    message: [property(0, "message")],
  })),
  ...byName(/^@strapi\/utils$/, strapi, (status) => ({
    status: [fixed(status)],
    code: codeProperties(1),
    message: [argument(0)],
  })),
  {
    specifier: /^@directus\/errors$/,
    name: /^createError$/,
    status: [argument(2), fixed(500)],
    code: [argument(0)],
    message: [argument(1)],
    makesClass: true,
  },
  {
    specifier: /^@orpc\/(?:server|client|contract)$/,
    name: /^ORPCError$/,
    status: [property(1, "status")],
    code: [argument(0)],
    message: [property(1, "message")],
    impliedByCode: orpcCodes,
  },
  // The names of `ErrCode`, and of the makers in camelCase; `code` goes out as the name of the gRPC code.
  ...[...encore].flatMap(([name, status]): readonly KnownError[] => [
    {
      specifier: /^encore\.dev\/api$/,
      name: new RegExp(`^APIError\\.${camelCase(name)}$`),
      status: [fixed(status)],
      code: [fixed(name)],
      message: [argument(0)],
    },
  ]),
  // What Nitro answers with has `data` in it; Nuxt gives the function to its programs without an import.
  {
    specifier: /^(?:h3|nitro|nitropack|nuxt)(?:\/.*)?$|^#(?:imports|app)$/,
    name: /^createError$/,
    status: [property(0, "statusCode"), property(0, "status")],
    code: [property(0, "data", "code"), property(0, "data", "errorCode"), property(0, "data", "error", "code")],
    message: [property(0, "message"), argument(0)],
  },
  {
    specifier: /^@middy\/util$/,
    name: /^createError$/,
    status: [argument(0)],
    code: none,
    message: [argument(1)],
  },
  {
    specifier: /^parse(?:\/\w+)?$/,
    name: /^(?:Parse\.)?Error$|^ParseError$/,
    status: none,
    code: [argument(0)],
    message: [argument(1)],
  },
  {
    specifier: /^convex\/values$/,
    name: /^ConvexError$/,
    status: none,
    code: codeProperties(0),
    message: firstText,
  },
  {
    specifier: /^meteor\/meteor$/,
    name: /^Meteor\.Error$/,
    status: none,
    code: [argument(0)],
    message: [argument(1)],
  },
];
