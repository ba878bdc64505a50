import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { test } from "node:test";
import { applyEdits, codeActionsAt } from "../../server/core/index.ts";
import { memoryWorkspace, uriOf } from "../support/memory-workspace.ts";

const data = '{ "status": 403, "body": { "ok": false, "error": { "code": "FORBIDDEN", "message": "m" } } }\n';

/** The configuration after the rule was turned off for the file, which has no findings then. */
async function turnedOff(configuration: string, name = "error-code-insight.json", path = "mocks/a.json") {
  const { workspace, disk } = memoryWorkspace({ [name]: configuration, [path]: data });
  const analysis = await workspace.analyse(uriOf(path));
  ok(analysis?.findings[0] !== undefined);
  const action = codeActionsAt(analysis, analysis.findings[0].span).find(({ kind }) => kind === "suppress");
  if (action === undefined) return undefined;
  strictEqual(action.title, `Turn \`status-mismatch\` off for this file in ${name}`);
  deepStrictEqual(
    action.edits.map(({ uri }) => uri),
    [uriOf(name)],
  );
  const after = applyEdits(configuration, action.edits[0]?.edits ?? []);
  disk.files.set(uriOf(name), after);
  workspace.invalidate(uriOf(name));
  deepStrictEqual((await workspace.analyse(uriOf(path)))?.findings, []);
  return after;
}

test("a configuration without overrides gets them", async () => {
  strictEqual(
    await turnedOff('{\r\n  // ours\r\n  "catalogs": ["builtin:uk-retail-api"]\r\n}\r\n'),
    '{\r\n  // ours\r\n  "catalogs": ["builtin:uk-retail-api"],\r\n  "overrides": [{ "files": ["mocks/a.json"], "rules": { "status-mismatch": "off" } }]\r\n}\r\n',
  );
});

test("an override for other files stays, one for this file gets the rule", async () => {
  const before = '{ "catalogs": ["builtin:uk-retail-api"], "overrides": [{ "files": ["src/**"] }] }\n';
  strictEqual(
    await turnedOff(before),
    '{ "catalogs": ["builtin:uk-retail-api"], "overrides": [{ "files": ["src/**"] }, { "files": ["mocks/a.json"], "rules": { "status-mismatch": "off" } }] }\n',
  );
  strictEqual(
    await turnedOff(before.replace("src/**", "mocks/a.json")),
    '{ "catalogs": ["builtin:uk-retail-api"], "overrides": [{ "files": ["mocks/a.json"], "rules": { "status-mismatch": "off" } }] }\n',
  );
  const withRules = before.replace('["src/**"]', '"mocks/a.json", "rules": { "unknown-code": "hint" }');
  strictEqual(await turnedOff(withRules), withRules.replace('"hint" }', '"hint", "status-mismatch": "off" }'));
});

test("YAML, and names that would be patterns", async () => {
  strictEqual(
    await turnedOff("catalogs:\n  - builtin:uk-retail-api\n", "error-code-insight.yaml", "mocks/[id] (1).json"),
    'catalogs:\n  - builtin:uk-retail-api\noverrides: [{ "files": ["mocks/\\\\[id\\\\] \\\\(1\\\\).json"], "rules": { "status-mismatch": "off" } }]\n',
  );
});

test("where a comment may stand, the comment is offered", async () => {
  const { workspace } = memoryWorkspace({
    "error-code-insight.json": '{ "catalogs": ["builtin:uk-retail-api"] }',
    "mocks/a.jsonc": data,
  });
  const analysis = await workspace.analyse(uriOf("mocks/a.jsonc"));
  ok(analysis?.findings[0] !== undefined);
  const titles = codeActionsAt(analysis, analysis.findings[0].span).map(({ title }) => title);
  deepStrictEqual(titles.slice(-1), ["Disable `status-mismatch` for this line"]);
});
