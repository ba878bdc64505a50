import assert from "node:assert/strict";
import { test } from "node:test";
import { codeActionsAt, type FileAnalysis } from "../../server/core/index.ts";
import { applyEdits } from "../../server/core/text/edit.ts";
import { memoryWorkspace, uriOf } from "../support/memory-workspace.ts";

const head = "# Shop errors\n\n";
const table = `${head}| Code | Status | Message |
| --- | --- | --- |
| \`SOLD_OUT\` | 409 | Sold out |
| \`NO_SKU\` | 404 | No such thing |
| \`PAY_FIRST\` | 402 | Pay first |
| \`SOLD_OUT\` | 410 | Gone for good |
`;
const headings = `${head}## \`SOLD_OUT\` (409)\n\nSold out\n\n## \`NO_SKU\` (404)\n\nNo such thing\n\n## \`SOLD_OUT\` (409)\n\nGone for good\n`;

async function analysed(name: string, text: string): Promise<FileAnalysis> {
  const { workspace } = memoryWorkspace({ "error-code-insight.json": `{ "catalogs": ["${name}"] }`, [name]: text });
  const analysis = await workspace.analyse(uriOf(name));
  assert.ok(analysis);
  return analysis;
}

/** The text after the finding of `rule` has been silenced by its quick fix. */
async function silenced(name: string, text: string, rule: string): Promise<string | undefined> {
  const analysis = await analysed(name, text);
  const finding = analysis.findings.find((one) => one.rule === rule);
  assert.ok(finding, `${rule} among ${analysis.findings.map((one) => one.rule)}`);
  const action = codeActionsAt(analysis, finding.span).find(
    ({ kind, finding: of }) => kind === "suppress" && of === finding,
  );
  return action && applyEdits(text, action.edits[0]?.edits ?? []);
}

async function rulesIn(name: string, text: string): Promise<readonly string[]> {
  return (await analysed(name, text)).findings.map(({ rule }) => rule);
}

test("a finding in a row of a table is silenced in that row, and the table stays whole", async () => {
  const after = await silenced("errors.md", table, "catalog-duplicate-code");
  const comment = "<!-- error-code-insight-disable-line catalog-duplicate-code -- reason -->";
  assert.equal(after, table.replace("Gone for good |", `Gone for good ${comment} |`));
  assert.deepEqual(await rulesIn("errors.md", after), []);
  const codes = (await analysed("errors.md", after)).catalog?.codes;
  assert.deepEqual(
    codes?.map(({ code, messages }) => [code, messages.map(({ template }) => template)]),
    [
      ["SOLD_OUT", ["Sold out", "Gone for good"]],
      ["NO_SKU", ["No such thing"]],
      ["PAY_FIRST", ["Pay first"]],
    ],
  );
});

test("a finding elsewhere is silenced by a line above", async () => {
  const after = await silenced("errors.md", headings, "catalog-duplicate-code");
  const at = headings.lastIndexOf("## `SOLD_OUT`");
  const comment = "<!-- error-code-insight-disable-next-line catalog-duplicate-code -- reason -->\n";
  assert.equal(after, headings.slice(0, at) + comment + headings.slice(at));
  assert.deepEqual(await rulesIn("errors.md", after), []);
});

test("comments of every format of pages are obeyed", async () => {
  const line = "error-code-insight-disable-next-line catalog-duplicate-code -- known";
  const html =
    "<h1>Errors</h1>\n<table>\n<tr><th>Code</th><th>Status</th><th>Message</th></tr>\n<tr><td>SOLD_OUT</td><td>409</td><td>Sold out</td></tr>\n<tr><td>NO_SKU</td><td>404</td><td>No such thing</td></tr>\n<tr><td>PAY_FIRST</td><td>402</td><td>Pay first</td></tr>\nHERE<tr><td>SOLD_OUT</td><td>409</td><td>Gone</td></tr>\n</table>\n";
  const adoc =
    "= Errors\n\n|===\n|Code |Status |Message\n\n|SOLD_OUT |409 |Sold out\n|NO_SKU |404 |No such thing\n|PAY_FIRST |402 |Pay first\nHERE|SOLD_OUT |409 |Gone\n|===\n";
  assert.deepEqual(await rulesIn("errors.html", html.replace("HERE", "")), ["catalog-duplicate-code"]);
  assert.deepEqual(await rulesIn("errors.html", html.replace("HERE", `<!-- ${line} -->\n`)), []);
  assert.deepEqual(await rulesIn("errors.adoc", adoc.replace("HERE", "")), ["catalog-duplicate-code"]);
  assert.deepEqual(await rulesIn("errors.adoc", adoc.replace("HERE", `// ${line}\n`)), []);
  assert.deepEqual(await rulesIn("errors.mdx", headings), ["catalog-duplicate-code"]);
  const at = headings.lastIndexOf("## `SOLD_OUT`");
  const mdx = `${headings.slice(0, at)}{/* ${line} */}\n${headings.slice(at)}`;
  assert.deepEqual(await rulesIn("errors.mdx", mdx), []);
  const region = table.replace("# Shop", "<!-- error-code-insight-disable catalog-duplicate-code -->\n# Shop");
  assert.deepEqual(await rulesIn("errors.md", region), []);
});

test("a comment in a page that silences nothing is told", async () => {
  const unused = "<!-- error-code-insight-disable catalog-duplicate-code -->\n";
  const text = unused + table.slice(0, table.lastIndexOf("| `SOLD_OUT`"));
  assert.deepEqual(await rulesIn("errors.md", text), ["unused-suppression"]);
});
