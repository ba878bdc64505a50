/** Names of statuses and of the canonical codes that transports (tRPC, gRPC, GraphQL servers) use in their place. */
export const statusWords: ReadonlySet<string> = new Set(
  `bad request, unauthorized, payment required, forbidden, not found, method not supported, method not allowed, timeout,
  request timeout, conflict, gone, precondition failed, payload too large, unsupported media type, unprocessable content,
  unprocessable entity, precondition required, too many requests, client closed request, internal server error,
  not implemented, bad gateway, service unavailable, gateway timeout, parse error, cancelled, unknown,
  invalid argument, deadline exceeded, already exists, permission denied, resource exhausted, failed precondition,
  aborted, out of range, unimplemented, internal, unavailable, data loss, unauthenticated, bad user input,
  graphql parse failed, graphql validation failed, persisted query not found, persisted query not supported`
    .split(",")
    .map((words) => words.trim()),
);
