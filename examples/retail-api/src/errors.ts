/** The status of each code, in one place. One of them is not what the reference says. */
export const statusOf = {
  AUTH_REQUIRED: 401,
  AUTH_FAILED: 401,
  INVALID_JSON: 400,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  FORBIDDEN_TABLE: 403,
  NOT_SUPPORTED: 501,
  NOT_IMPLEMENTED: 501,
} as const;
