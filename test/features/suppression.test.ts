import { ok, strictEqual } from "node:assert/strict";
import { test } from "node:test";
import { suppressionEdit } from "../../server/core/features/suppression-edit.ts";
import type { Finding } from "../../server/core/rules/model.ts";
import { readSuppressions } from "../../server/core/rules/suppression.ts";
import { dialectOf } from "../../server/core/syntax/dialect.ts";
import { readSource } from "../../server/core/syntax/read-source.ts";
import { applyEdits } from "../../server/core/text/edit.ts";
import { analyse } from "./support/analysis.ts";

function findingAt(start: number, rule = "status-mismatch"): Finding {
  return {
    rule,
    severity: "warning",
    message: "m",
    span: { start, end: start + 1 },
    catalog: undefined,
    code: undefined,
    status: undefined,
    fixes: [],
    related: [],
    unnecessary: false,
  };
}

/** The text after silencing a finding at `$`, and whether the comment silences it then. */
function silenced(name: string, marked: string): { readonly text: string | undefined; readonly works: boolean } {
  const offset = marked.indexOf("$");
  const text = marked.replace("$", "");
  const analysis = analyse({ files: [{ name, text }], catalogs: [], inScope: [] }, name);
  const edit = suppressionEdit(analysis, findingAt(offset));
  if (edit === undefined) return { text: undefined, works: false };
  const after = applyEdits(text, [edit]);
  const moved = offset + edit.newText.length;
  const file = readSource(after, dialectOf(name) ?? "ts");
  const works = readSuppressions(after, file.comments).some(
    ({ region, names }) => region.start <= moved && moved < region.end && names[0]?.name === "status-mismatch",
  );
  return { text: after, works };
}

const comment = "error-code-insight-disable-next-line status-mismatch -- reason";

const places: readonly (readonly [title: string, name: string, before: string, after: string | undefined])[] = [
  ["in a function", "a.ts", "function a() {\n\treturn $404;\n}", `function a() {\n\t// ${comment}\n\treturn 404;\n}`],
  ["on the first line", "a.ts", "x(4$04);", `// ${comment}\nx(404);`],
  ["with Windows line breaks", "a.ts", "a;\r\n  x(4$04);\r\n", `a;\r\n  // ${comment}\r\n  x(404);\r\n`],
  ["among children of an element", "a.tsx", "<p>\n  {x(4$04)}\n</p>;", `<p>\n  {/* ${comment} */}\n  {x(404)}\n</p>;`],
  [
    "among attributes",
    "a.tsx",
    "<p\n  a={() => 1}\n  b={$404}\n/>;",
    `<p\n  a={() => 1}\n  /* ${comment} */\n  b={404}\n/>;`,
  ],
  ["in a template", "a.ts", `const a = \`\n  \${x(4$04)}\n\`;`, undefined],
  ["in plain JSON", "a.json", '{\n  "status": 4$04\n}', undefined],
  ["in JSON with comments", "a.jsonc", '{\n  "status": 4$04\n}', `{\n  // ${comment}\n  "status": 404\n}`],
  [
    "in JSON that has a comment",
    "a.json",
    '// c\n{\n  "status": 4$04\n}',
    `// c\n{\n  // ${comment}\n  "status": 404\n}`,
  ],
];

for (const [title, name, before, after] of places) {
  test(`silencing ${title}`, () => {
    const result = silenced(name, before);
    strictEqual(result.text, after);
    strictEqual(result.works, after !== undefined);
  });
}

test("a catalog in YAML is silenced with its own comments", () => {
  const text = "id: a\ntitle: A\nlanguage: en\ncodes:\n  X: { status: 999 }\n";
  const analysis = analyse({ files: [], catalogs: [{ name: "a.yaml", text }], inScope: [] }, "a.yaml");
  const edit = suppressionEdit(analysis, findingAt(text.indexOf("X:"), "catalog-syntax"));
  ok(edit !== undefined);
  strictEqual(edit.newText, "  # error-code-insight-disable-next-line catalog-syntax -- reason\n");
});

test("what is said of suppressions themselves cannot be suppressed", () => {
  const analysis = analyse({ files: [{ name: "a.ts", text: "x;" }], catalogs: [], inScope: [] }, "a.ts");
  strictEqual(suppressionEdit(analysis, findingAt(0, "unused-suppression")), undefined);
});
