import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import { pathToFileURL } from "node:url";

/** A folder on disk with `files`, removed when the test ends. */
export function temporaryFolder(
  context: TestContext,
  files: Readonly<Record<string, string>>,
): { readonly path: string; readonly uri: string } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "error-code-insight-")));
  context.after(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return { path, uri: pathToFileURL(path).toString() };
}
