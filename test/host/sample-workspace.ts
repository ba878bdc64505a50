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
  ...Object.fromEntries(
    ["src/flag.ts", "src/other-flag.ts"].map((path) => [
      path,
      lines(
        "export function refuse(res: any) {",
        "  res.status(409).json({ error: { code: 'FORBIDDEN', message: 'x' } });",
        "}",
      ),
    ]),
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

/** A package beside it whose catalog is a page, with a map of statuses that contradicts it once. */
const shop: Readonly<Record<string, string>> = {
  "shop/error-code-insight.json": '{ "catalogs": [{ "path": ["docs/errors.md", "src/statuses.ts"], "id": "shop" }] }\n',
  "shop/docs/errors.md": lines(
    "# Shop errors",
    "",
    "| Code | HTTP status | Message | How to fix |",
    "| --- | --- | --- | --- |",
    "| `OUT_OF_STOCK` | 409 | Nothing left | Order less |",
    "| `UNKNOWN_SKU` | 404 | There is none | Look for another |",
    "| `PAY_FIRST` | 402 | Pay first | Pay |",
  ),
  "shop/src/statuses.ts": "export const statusByCode = { OUT_OF_STOCK: 409, UNKNOWN_SKU: 400 } as const;\n",
  "shop/src/server.ts": lines(
    "export function refuse(res: any) {",
    '  res.status(409).json({ error: { code: "OUT_OF_STOCK", message: "Nothing left" } });',
    "}",
  ),
};

/** A package with a page that its configuration does not name yet. */
const bakery: Readonly<Record<string, string>> = {
  "bakery/error-code-insight.json": '{\n  // what everybody knows\n  "catalogs": ["builtin:http"]\n}\n',
  "bakery/docs/errors.md": lines(
    "# Bakery errors",
    "",
    "| Code | HTTP status | Message |",
    "| --- | --- | --- |",
    "| `OVEN_COLD` | 503 | The oven is cold |",
    "| `NO_FLOUR` | 409 | No flour left |",
    "| `NO_SUCH_BREAD` | 404 | There is no such bread |",
  ),
};

/** All of them, for the runs of the real VS Code. */
export const sampleFiles: Readonly<Record<string, string>> = { ...retailServer, ...shop, ...bakery };

/** Writes files, by their paths, into a new temporary folder. */
export async function makeWorkspace(files: Readonly<Record<string, string>> = sampleFiles): Promise<SampleWorkspace> {
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
