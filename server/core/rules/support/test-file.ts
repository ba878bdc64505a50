/** Tests and mocks try out what a program never sends. */
export function isTestFile(uri: string): boolean {
  return /[._-](?:test|tests|spec|specs|e2e|mock|mocks|fixture|fixtures|stories)(?:-d)?\.[cm]?[jt]sx?$|\/(?:__\w*tests?__|__mocks__|__fixtures__|tests?|e2e|specs?|mocks|fixtures)\//.test(
    uri,
  );
}

/** Whether a document lies among tests, whatever it is called itself. */
export function isTestFolder(uri: string): boolean {
  return /\/(?:__\w*tests?__|__mocks__|__fixtures__|tests?|e2e|specs?|mocks|fixtures|cassettes|recordings)\//.test(uri);
}
