/** Tests and mocks try out what a program never sends. */
export function isTestFile(uri: string): boolean {
  return /[._-](?:test|tests|spec|specs|e2e|mock|mocks|fixture|fixtures|stories)(?:-d)?\.[cm]?[jt]sx?$|\/(?:__tests__|__mocks__|__fixtures__|tests?|e2e|specs?|mocks|fixtures)\//.test(
    uri,
  );
}
