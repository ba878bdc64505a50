import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const copies = 10;

/** A folder of more than 7,000 files: this project's own sources, tests and examples many times over. */
export function makeCorpus(root: string): string {
  const folder = mkdtempSync(join(tmpdir(), "error-code-insight-bench-"));
  const isOwn = (path: string): boolean => !/[\\/](?:node_modules|\.[^\\/]*)$/.test(path);
  for (let copy = 0; copy < copies; copy += 1) {
    for (const part of ["server", "client", "examples", "test"]) {
      cpSync(join(root, part), join(folder, String(copy), part), { recursive: true, filter: isOwn });
    }
  }
  return folder;
}
