import { deepStrictEqual } from "node:assert/strict";
import { test } from "node:test";
import type { Finding } from "../../server/core/rules/model.ts";
import { applySuppressions, readSuppressions } from "../../server/core/rules/suppression.ts";

const forms = [/\/\/.*/g, /#.*/g, /\/\*[\s\S]*?\*\//g, /<!--[\s\S]*?-->/g];

/** The text after a suppression, line by line: which of the lines `X` are silenced for the rule `r`. */
function silenced(text: string, rule = "r"): readonly number[] {
  const comments = forms
    .flatMap((form) => [...text.matchAll(form)])
    .map(({ 0: comment, index }) => ({ start: index, end: index + comment.length }))
    .sort((left, right) => left.start - right.start);
  const findings = [...text.matchAll(/X/g)].map(({ index }): Finding => {
    const span = { start: index, end: index + 1 };
    const about = { catalog: undefined, code: undefined, status: undefined };
    return { rule, severity: "warning", message: "", span, fixes: [], related: [], unnecessary: false, ...about };
  });
  const { kept } = applySuppressions(findings, readSuppressions(text, comments));
  return findings.flatMap((finding, index) => (kept.includes(finding) ? [] : [index]));
}

test("the next line, in every comment form and line ending", () => {
  deepStrictEqual(silenced("// error-code-insight-disable-next-line r\nX\nX"), [0]);
  deepStrictEqual(silenced("/* error-code-insight-disable-next-line r */\r\nX\r\nX"), [0]);
  deepStrictEqual(silenced("# error-code-insight-disable-next-line r -- why\nX\nX"), [0]);
  deepStrictEqual(silenced("<!-- error-code-insight-disable-next-line r -->\nX\nX"), [0]);
  deepStrictEqual(silenced("/*\n error-code-insight-disable-next-line r\n*/\nX\nX"), [0]);
});

test("the same line", () => {
  deepStrictEqual(silenced("X // error-code-insight-disable-line r\nX"), [0]);
  deepStrictEqual(silenced("X\nX // error-code-insight-disable-line"), [1]);
});

test("from one comment to the other, or to the end", () => {
  deepStrictEqual(silenced("X\n// error-code-insight-disable r\nX\nX\n// error-code-insight-enable r\nX"), [1, 2]);
  deepStrictEqual(silenced("// error-code-insight-disable r\nX\n// error-code-insight-enable other\nX"), [0, 1]);
  deepStrictEqual(silenced("// error-code-insight-disable r\nX\n// error-code-insight-enable\nX"), [0]);
  deepStrictEqual(silenced("// error-code-insight-disable r, s\nX\n// error-code-insight-enable r, s\nX"), [0]);
});

test("only the rules that are named", () => {
  deepStrictEqual(silenced("// error-code-insight-disable-next-line s, r\nX"), [0]);
  deepStrictEqual(silenced("// error-code-insight-disable-next-line s -- not r\nX"), []);
  deepStrictEqual(silenced("// error-code-insight-disable-next-line\nX"), [0]);
  deepStrictEqual(silenced("// error-code-insight-disable-next-lines r\nX"), []);
  deepStrictEqual(silenced("// see error-code-insight-disable-next-line r\nX"), []);
});
