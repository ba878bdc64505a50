/**
 * Runs every test: builds the bundles and the package once, then all `*.test.ts` files, those with the real VS Code
 * last. Words on the command line choose files whose path contains one of them. The last line counts.
 */
import { execFileSync } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const words = process.argv.slice(2);

const files = globSync("test/**/*.test.ts", {
  cwd: root,
  exclude: (name) => name === "node_modules" || name === "fixtures",
})
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort();
const inEditor = files.filter((file) => file.startsWith(join("test", "host")));
const inNode = files.filter((file) => !inEditor.includes(file));

execFileSync("npm", ["run", "--silent", "package"], {
  cwd: root,
  stdio: ["ignore", "ignore", "inherit"],
  shell: process.platform === "win32",
});

const total = { passed: 0, failed: 0 };
await runFiles(inNode, 2);
// One editor at a time: each is a server and a browser.
await runFiles(inEditor, 1);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

/** Runs `paths` and adds their counts. A file that dies counts as a failure. */
async function runFiles(paths: readonly string[], concurrency: number): Promise<void> {
  if (paths.length === 0) return;
  const stream = run({ files: paths.map((file) => join(root, file)), cwd: root, concurrency, timeout: 10 * 60_000 });
  stream.on("test:pass", ({ details }) => {
    if (details.type !== "suite") total.passed += 1;
  });
  stream.on("test:fail", ({ details }) => {
    if (details.type !== "suite") total.failed += 1;
  });
  const report = stream.compose(spec);
  report.pipe(process.stdout, { end: false });
  await new Promise<void>((resolve) => report.on("end", resolve));
}
