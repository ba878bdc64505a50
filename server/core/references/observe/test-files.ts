/** Whether a file is a test, a mock or a fixture, by its path: what stands there is no word of the program itself. */
export function isTestFile(uri: string): boolean {
  return (
    /\/(?:tests?|__tests__|__mocks__|e2e|specs?|mocks?|fixtures?|examples?|stories|cypress|playwright)\//i.test(uri) ||
    /[.-](?:test|spec|e2e|e2e-spec|cy|mock|fixture|stories)\.[cm]?[jt]sx?$/i.test(uri)
  );
}
