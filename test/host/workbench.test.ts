import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { acceptCompletion, closeCompletions, readCompletions, waitForCompletions } from "./driver/completion.ts";
import {
  activeEditor,
  openFile,
  type Place,
  placeCursor,
  readEditorText,
  readHover,
  saveFile,
  typeText,
} from "./driver/editor.ts";
import { type ProblemRow, readProblems, waitForProblems } from "./driver/problems.ts";
import { applyQuickFix } from "./driver/quick-fix.ts";
import { readLanguageStatus } from "./driver/status.ts";
import { openWorkbench, runCommand, type Workbench } from "./driver/workbench.ts";
import { installHost } from "./install.ts";
import { makeWorkspace, type SampleWorkspace } from "./sample-workspace.ts";
import { packagedExtension } from "./vsix.ts";

/**
 * The packaged extension, installed into a real VS Code and used with mouse and keyboard. The folder is open in
 * Restricted Mode, as a folder is that somebody opens for the first time; nothing of the project but the package is
 * there. Each test has a file of its own.
 */
describe("the packaged extension in VS Code", () => {
  const opened: { workspace?: SampleWorkspace; workbench?: Workbench } = {};

  before(async () => {
    opened.workspace = await makeWorkspace();
    opened.workbench = await openWorkbench(await installHost(), {
      folder: opened.workspace.folder,
      extensions: [await packagedExtension()],
    });
  });

  after(async () => {
    await opened.workbench?.close();
    await opened.workspace?.remove();
  });

  function workbench(): Workbench {
    assert.ok(opened.workbench !== undefined, "VS Code did not open");
    return opened.workbench;
  }

  test("the folder is open in Restricted Mode, and the extension works all the same", async () => {
    await openFile(workbench(), "src/hover.ts");
    const restricted = workbench().page.locator(".statusbar-item:visible", { hasText: "Restricted Mode" });
    // It comes some time after the editor.
    await restricted.first().waitFor();
    assert.match(await readHover(workbench(), { text: "FORBIDDEN" }, /409/), /Conflict/);
  });

  test("hovering with the mouse says what a code is and tells it from its look-alike", async () => {
    await openFile(workbench(), "src/hover.ts");
    const [firstLine] = (await readHover(workbench(), { text: "FORBIDDEN" }, /409/)).split("\n");
    assert.match(firstLine ?? "", /^FORBIDDEN\b.*409 Conflict/);
    const [otherLine] = (await readHover(workbench(), { text: "FORBIDDEN_TABLE" }, /FORBIDDEN_TABLE/)).split("\n");
    assert.match(otherLine ?? "", /^FORBIDDEN_TABLE\b.*403 Forbidden/);
  });

  test("Problems names the status that does not go with its code, and nothing else", async () => {
    await openFile(workbench(), "src/mismatch.ts");
    const rows = await waitForProblems(
      workbench(),
      "a finding in mismatch.ts",
      (found) => ours(found, "mismatch.ts").length > 0,
    );
    const [row, ...others] = ours(rows, "mismatch.ts");
    assert.deepEqual(others, []);
    assert.deepEqual(
      { code: row?.code, line: row?.line, column: row?.column, source: row?.source },
      { code: "status-mismatch", line: 2, column: 14, source: "error-code-insight" },
    );
    assert.match(row?.message ?? "", /FORBIDDEN.*409/);
  });

  test("the quick fix corrects the status, its finding goes away, and the file is saved so", async () => {
    const before = await openAndRead("src/repair.ts");
    await waitForProblems(workbench(), "a finding in repair.ts", (rows) => ours(rows, "repair.ts").length === 1);
    await applyQuickFix(workbench(), { text: "403" }, /409/);
    await waitForProblems(workbench(), "no finding in repair.ts", (rows) => ours(rows, "repair.ts").length === 0);
    assert.equal(await readEditorText(workbench()), before.replace("403", "409"));
    await saveFile(workbench());
    assert.equal(await savedText("src/repair.ts"), before.replace("403", "409"));
  });

  test("all findings of a rule in the workspace are fixed after asking, in files that nobody has open too", async () => {
    const before = await openAndRead("src/flag.ts");
    await waitForProblems(workbench(), "a finding in flag.ts", (rows) => ours(rows, "flag.ts").length === 1);
    await applyQuickFix(workbench(), { text: "{ error" }, /findings in the workspace/);
    const { page } = workbench();
    const toast = page.locator(".notification-toast", { hasText: "2 findings of envelope-mismatch in 2 files" });
    await toast.locator(".monaco-button", { hasText: "Fix All" }).click();
    await waitForProblems(workbench(), "no finding in flag.ts", (rows) => ours(rows, "flag.ts").length === 0);
    const after = before.replace("{ error", "{ ok: false, error");
    assert.equal(await readEditorText(workbench()), after);
    await openFile(workbench(), "src/other-flag.ts");
    assert.equal(await readEditorText(workbench()), after);
    assert.deepEqual(ours(await readProblems(workbench()), "other-flag.ts"), []);
  });

  test("typing a quote after `code:` lists the codes of the status, and choosing one writes it", async () => {
    const before = await openAndRead("src/complete.ts");
    await placeCursor(workbench(), { text: "error: {  }", offset: "error: { ".length });
    await typeText(workbench(), "code: '");
    await waitForCompletions(workbench());
    const labels = (await readCompletions(workbench())).map((entry) => entry.label);
    assert.ok(labels.includes("HAS_STOCK"), `listed: ${labels.join(", ")}`);
    await typeText(workbench(), "HAS_ST");
    await acceptCompletion(workbench(), "HAS_STOCK");
    await closeCompletions(workbench());
    assert.equal(await readEditorText(workbench()), before.replace("error: {  }", "error: { code: 'HAS_STOCK' }"));
  });

  test("code that follows its catalog stays without findings", async () => {
    await openFile(workbench(), "src/clean.ts");
    await openFile(workbench(), "src/mismatch.ts");
    await waitForProblems(workbench(), "a finding in mismatch.ts", (rows) => ours(rows, "mismatch.ts").length > 0);
    assert.deepEqual(ours(await readProblems(workbench()), "clean.ts"), []);
  });

  test("the language status counts the catalogs", async () => {
    await openFile(workbench(), "src/hover.ts");
    assert.match(await readLanguageStatus(workbench(), /catalog/), /\d+ catalogs?/);
  });

  test("the command that shows the catalogs lists the one that the configuration names, with the reason", async () => {
    await openFile(workbench(), "src/hover.ts");
    await runCommand(workbench(), "Error Code Insight: Show Catalogs");
    const list = workbench().page.locator(".quick-input-widget:visible .quick-input-list");
    const row = list.locator(".monaco-list-row", { hasText: /retail/i }).first();
    await row.waitFor();
    assert.match((await row.textContent()) ?? "", /error-code-insight\.json/);
    await workbench().page.keyboard.press("Escape");
  });

  test("a page that could serve is offered there, and named in the configuration after asking", async () => {
    await openFile(workbench(), "src/hover.ts");
    await runCommand(workbench(), "Error Code Insight: Show Catalogs");
    const { page } = workbench();
    await page.locator(".quick-input-widget:visible input[type=text]").fill("Bakery");
    await page.locator(".quick-input-list .monaco-list-row", { hasText: /Bakery errors.*3 codes/ }).click();
    await page.locator(".monaco-dialog-box .monaco-button", { hasText: "Use as Catalog" }).click();
    await page.locator('.tab.active[data-resource-name="error-code-insight.json"]').waitFor();
    const text = '{\n  // what everybody knows\n  "catalogs": ["builtin:http", "./docs/errors.md"]\n}\n';
    assert.equal(await readEditorText(workbench()), text);
    assert.equal(await savedText("bakery/error-code-insight.json"), text);
  });

  test("asking why twice, at two places, gives two answers", async () => {
    assert.match(await askWhy("src/hover.ts", { text: "'FORBIDDEN'", offset: 3 }, /409/), /recognised as/);
    assert.match(await askWhy("src/hover.ts", { text: "refuse" }, /no\splace/), /Ask\sagain/);
  });

  /** The page of the answer, once it says what is waited for. */
  async function askWhy(path: string, place: Place, until: RegExp): Promise<string> {
    await openFile(workbench(), path);
    await placeCursor(workbench(), place);
    await runCommand(workbench(), "Error Code Insight: Why Is There Nothing Here?");
    await workbench().page.locator('.tab.active[data-resource-name^="Why Is There"]').waitFor();
    const text = activeEditor(workbench()).locator(".view-lines", { hasText: until });
    await text.waitFor();
    return (await text.innerText()).replaceAll("\u00a0", " ");
  }

  async function openAndRead(path: string): Promise<string> {
    await openFile(workbench(), path);
    return readEditorText(workbench());
  }

  function savedText(path: string): Promise<string> {
    return readFile(join(workbench().folder, path), "utf8");
  }
});

function ours(rows: readonly ProblemRow[], file: string): readonly ProblemRow[] {
  return rows.filter((row) => row.source === "error-code-insight" && row.file === file);
}
