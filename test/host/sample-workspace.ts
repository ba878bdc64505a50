import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder made for one test run. */
export type SampleWorkspace = {
  readonly folder: string;
  readonly remove: () => Promise<void>;
};

/**
 * A small server that follows the Ukrainian retail API and breaks it: one file for each thing that a person tries, so
 * that no test depends on what another one left in a file.
 */
export const retailServer: Readonly<Record<string, string>> = {
  "error-code-insight.json": '{ "catalogs": ["builtin:uk-retail-api"] }\n',
  "src/hover.ts": lines(
    "export function refuse(res: any) {",
    "  res.status(409).json({ ok: false, error: { code: 'FORBIDDEN', message: 'x' } });",
    "  res.status(403).json({ ok: false, error: { code: 'FORBIDDEN_TABLE', message: 'x' } });",
    "}",
  ),
  "src/mismatch.ts": lines(
    "export function refuse(res: any) {",
    "  res.status(403).json({ ok: false, error: { code: 'FORBIDDEN', message: 'x' } });",
    "}",
  ),
  "src/repair.ts": lines(
    "export function refuse(res: any) {",
    "  res.status(403).json({ ok: false, error: { code: 'FORBIDDEN', message: 'x' } });",
    "}",
  ),
  "src/complete.ts": lines(
    "export function refuse(res: any) {",
    "  res.status(409).json({ ok: false, error: {  } });",
    "}",
  ),
  "src/clean.ts": lines(
    "export function refuse(res: any) {",
    "  res.status(409).json({ ok: false, error: { code: 'FORBIDDEN', message: 'x' } });",
    "}",
  ),
};

/** Writes files, by their paths, into a new temporary folder. */
export async function makeWorkspace(files: Readonly<Record<string, string>> = retailServer): Promise<SampleWorkspace> {
  // The real path: where the temporary folder is a link, VS Code would know the files by another name.
  const folder = await realpath(await mkdtemp(join(tmpdir(), "error-code-insight-workspace-")));
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

function lines(...texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join("");
}
