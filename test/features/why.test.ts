import { ok, strictEqual } from "node:assert/strict";
import { test } from "node:test";
import { hoverAt } from "../../server/core/features/hover.ts";
import { whyNothingAt } from "../../server/core/features/why-nothing.ts";
import { factRules } from "../../server/core/rules/index.ts";
import { analyse } from "./support/analysis.ts";

const project = { files: [{ name: "a.ts", text: "const a = 4;\n" }], catalogs: [], inScope: [] };

test("who looked at a place is told where the analysis knows it", () => {
  const analysis = analyse(project, "a.ts");
  const why = whyNothingAt(
    {
      ...analysis,
      whyAt: () => ({
        sites: [],
        nodes: [],
        sentences: ["`x` stopped at *this*."],
        resembles: true,
        unknown: new Map(),
      }),
    },
    10,
    { languages: ["en"] },
  );
  ok(why.text.endsWith("\nx stopped at *this*."), why.text);
  ok(why.markdown.includes("`x` stopped at \\*this\\*."), why.markdown);
  ok(!whyNothingAt(analysis, 10, { languages: ["en"] }).text.includes("stopped"));
});

test("a refused file says why it was not read", () => {
  const analysis = analyse(project, "a.ts");
  const refusal = "Brackets nest deeper than 200 levels.";
  const why = whyNothingAt({ ...analysis, file: undefined, unread: { kind: "refused", reason: refusal } }, 0, {
    languages: [],
  });
  ok(why.text.startsWith(`File: not read: ${refusal}`), why.text);
});

test("rules that the configuration switches off are named", () => {
  const analysis = analyse(project, "a.ts");
  const scope = { ...analysis.scope, rules: new Map([["missing-header", "off" as const]]) };
  const why = whyNothingAt({ ...analysis, scope }, 0, { languages: ["en"] });
  ok(why.text.includes("Switched off in the configuration: missing-header"), why.text);
});

test("every rule is explained where a comment names it", () => {
  for (const { meta } of factRules) {
    const text = `// error-code-insight-disable ${meta.name}\n`;
    const analysis = analyse({ ...project, files: [{ name: "a.ts", text }] }, "a.ts");
    const hover = hoverAt(analysis, text.length - 3, { languages: ["en"] });
    strictEqual(hover?.text.split("\n")[0], `${meta.name} · ${meta.severity}`);
  }
});
