/** Codes of the services that this client reacts to. */
export const Codes = {
  notFound: -1,
  loginAgain: -3,
  account: -104,
  tooOften: -201,
  notAllowed: -202,
} as const;
