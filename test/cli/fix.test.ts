import assert from "node:assert/strict";
import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runCommandLine } from "../support/command-line.ts";
import { temporaryFolder } from "../support/folder.ts";

const configuration = '{ "catalogs": ["builtin:uk-retail-api"] }';

const before =
  '// 😀 خطا\r\nexport const f = (res) => res.status(409).json({ error: { code: "FORBIDDEN", message: "m" } });\r\n// error-code-insight-disable-next-line unknown-code\r\nf();';
const after =
  '// 😀 خطا\r\nexport const f = (res) => res.status(409).json({ ok: false, error: { code: "FORBIDDEN", message: "m" } });\r\nf();';

function bytesOf(text: string, encoding: "utf8" | "utf16le"): Buffer {
  return Buffer.from(`\ufeff${text}`, encoding);
}

test("safe fixes are made on disk, in the file's own encoding and line ends, and a second run finds none", async (context) => {
  const { path } = temporaryFolder(context, {
    "error-code-insight.json": configuration,
    "src/c.ts": "export const c = 1;\n",
  });
  const [plain, marked, wide] = ["a", "b", "d"].map((name) => join(path, "src", `${name}.ts`)) as [
    string,
    string,
    string,
  ];
  writeFileSync(plain, before);
  writeFileSync(marked, bytesOf(before, "utf8"));
  writeFileSync(wide, bytesOf(before, "utf16le"));
  chmodSync(plain, 0o640);

  const { output, code, notices } = await runCommandLine(path, "check", "--fix", "--format", "json");
  const { findings, fixed, outputs } = JSON.parse(output);
  assert.deepEqual([findings, outputs, code, notices], [[], undefined, 0, ""]);
  assert.deepEqual(
    fixed.map((one: Record<string, string>) => [one.path, one.line, one.column, one.rule, one.title]),
    ["src/a.ts", "src/b.ts", "src/d.ts"].flatMap((file) => [
      [file, 2, 48, "envelope-mismatch", "Add `ok`"],
      [file, 3, 41, "unused-suppression", "Remove this comment"],
    ]),
  );
  assert.deepEqual(readFileSync(plain), Buffer.from(after));
  assert.deepEqual(readFileSync(marked), bytesOf(after, "utf8"));
  assert.deepEqual(readFileSync(wide), bytesOf(after, "utf16le"));
  if (process.platform !== "win32") assert.equal(statSync(plain).mode & 0o777, 0o640);
  assert.deepEqual(readdirSync(join(path, "src")), ["a.ts", "b.ts", "c.ts", "d.ts"]);

  const again = await runCommandLine(path, "check", "--fix", "--format", "json");
  assert.deepEqual(JSON.parse(again.output).fixed, []);
  assert.deepEqual(readFileSync(plain), Buffer.from(after));
});

test("a dry run says what would be done, shows the texts, and leaves the disk alone", async (context) => {
  const { path } = temporaryFolder(context, { "error-code-insight.json": configuration, "a.ts": before });
  const { output, code } = await runCommandLine(path, "check", "--fix-dry-run", "--format", "json");
  const { findings, fixed, outputs } = JSON.parse(output);
  assert.deepEqual([findings, fixed.length, outputs, code], [[], 2, [{ path: "a.ts", text: after }], 0]);
  assert.equal(readFileSync(join(path, "a.ts"), "utf8"), before);
  const shown = await runCommandLine(path, "check", "--fix-dry-run");
  assert.match(shown.output, /^would fix 2 findings in 1 file\n {2}a\.ts:2:48 {2}Add `ok` {2}envelope-mismatch\n/);
});

test("what needs a choice is left, and so is a file that is no UTF-8", async (context) => {
  const { path } = temporaryFolder(context, {
    "error-code-insight.json": configuration,
    "a.ts":
      'export const f = (res) => res.status(403).json({ ok: false, error: { code: "FORBIDDEN", message: "m" } });\n',
  });
  const latin = Buffer.concat([Buffer.from("// "), Buffer.from([0xe9]), Buffer.from(`\n${before}`)]);
  writeFileSync(join(path, "b.ts"), latin);
  const { output, code, notices } = await runCommandLine(path, "check", "--fix", "--format", "json");
  const { findings, fixed } = JSON.parse(output);
  assert.deepEqual(fixed, []);
  assert.deepEqual(
    findings.map((one: Record<string, string>) => `${one.path} ${one.rule}`),
    ["a.ts status-mismatch", "b.ts envelope-mismatch", "b.ts unused-suppression"],
  );
  assert.equal(notices, "error-code-insight: b.ts was left as it is: it is not written in UTF-8\n");
  assert.deepEqual(readFileSync(join(path, "b.ts")), latin);
  assert.equal(code, 1);
});
