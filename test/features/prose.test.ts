import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { code, emphasis, link, phrase, strong, text } from "../../server/core/features/prose/document.ts";
import { codeSpan, escapeMarkdown, toMarkdown } from "../../server/core/features/prose/markdown.ts";
import { toPlainText } from "../../server/core/features/prose/plain.ts";

const isolate = "\u2068";
const pop = "\u2069";

/** Markdown with a plain letter in place of every escaped character and code span. */
function bare(markdown: string): string {
  return markdown.replace(/\\[!-/:-@[-`{-~]|(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/gu, "x");
}

test("texts of catalogs never become markup", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["[x](https://evil.example)", "\\[x\\](https\\://evil.example)"],
    ["![x](http://evil.example/a.png)", "!\\[x\\](http\\://evil.example/a.png)"],
    ["<img src=x onerror=y>", "\\<img src=x onerror=y\\>"],
    ["$(alert) and &amp;", "\\$(alert) and \\&amp;"],
    ["*a* _b_ ~~c~~ |d|", "\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\|d\\|"],
    ["www.evil.example me@evil.example", "www\\.evil.example me\\@evil.example"],
    ["[x](command:evil)", "\\[x\\](command:evil)"],
    ["mailto:me HTTP: https: x", "mailto\\:me HTTP: https: x"],
    ["a `b", "a \\`b"],
    ["a\n\n# b", "a # b"],
  ];
  for (const [written, expected] of cases) strictEqual(escapeMarkdown(written), expected);
});

test("a line cannot open a heading, a list or a rule", () => {
  const lines = ["# a", "- a", "+ a", "1. a", "2) a", "=== a", "> a"].map((line) => [text(line)]);
  strictEqual(
    toMarkdown([{ kind: "lines", lines }]),
    ["\\# a", "\\- a", "\\+ a", "1\\. a", "2\\) a", "\\=== a", "\\> a"].join("  \n"),
  );
});

test("a code span holds whatever is in it", () => {
  deepStrictEqual(["a", "a`b", "``a", "", "a\nb"].map(codeSpan), ["`a`", "``a`b``", "``` ``a ```", "`  `", "`a b`"]);
});

test("any text in any place leaves no markup but our own", () => {
  const nasty = fc.string({
    unit: fc.constantFrom(..."`*_[]()<>!#$&~|\\-+1.@: \nahttps://wwwא", "`a`", "https://", "www."),
  });
  fc.assert(
    fc.property(nasty, (value) => {
      const rest = bare(toMarkdown([{ kind: "lines", lines: [[phrase(value)], [text(value)], [code(value)]] }]));
      ok(!/[`*_[\]<>&~|]|https?:\/\/|\$\(|www\.|@/u.test(rest), JSON.stringify(rest));
      ok(!/^\s*(?:[#+=-]|\d+[.)])/mu.test(rest), JSON.stringify(rest));
    }),
  );
});

test("links lead only where they should", () => {
  const markdown = toMarkdown([{ kind: "lines", lines: [[link("file:///a b/(c)<d>.yaml#L3", "x [y]")]] }]);
  strictEqual(markdown, "[x \\[y\\]](file:///a%20b/%28c%29%3Cd%3E.yaml#L3)");
});

test("right-to-left words stand alone beside codes, and codes stand alone among them", () => {
  const line = [strong(code(-104)), text(" · "), emphasis(phrase("سرویس پرداخت")), text(" two")];
  strictEqual(
    toMarkdown([{ kind: "lines", lines: [line] }]),
    `**${isolate}\`-104\`${pop}** · *${isolate}سرویس پرداخت${pop}* two`,
  );
  strictEqual(
    toMarkdown([{ kind: "lines", lines: [[phrase("کد `-104` یا -5 در params.data است")]] }]),
    `${isolate}کد ${isolate}\`-104\`${pop} یا ${isolate}-5${pop} در ${isolate}params.data${pop} است${pop}`,
  );
});

test("a line all of right-to-left words runs from right to left as a whole", () => {
  const line = [strong(code(-104)), text(" · "), text("دو معنا")];
  strictEqual(toMarkdown([{ kind: "lines", lines: [line] }]), `${isolate}**${isolate}\`-104\`${pop}** · دو معنا${pop}`);
});

test("isolates open and close in pairs, whatever the text", () => {
  const mixed = fc.string({ unit: fc.constantFrom(..."אبa1-.`{} ", "کد", "Ok", "-104") });
  fc.assert(
    fc.property(mixed, mixed, (left, right) => {
      const markdown = toMarkdown([{ kind: "lines", lines: [[phrase(left), text(right), code(right)]] }]);
      let depth = 0;
      for (const character of markdown) {
        if (character === isolate) depth += 1;
        if (character === pop) depth -= 1;
        ok(depth >= 0);
      }
      strictEqual(depth, 0);
    }),
  );
});

test("plain text keeps the words and names its links", () => {
  strictEqual(
    toPlainText([
      { kind: "lines", lines: [[strong(code("A")), text(" · "), emphasis(phrase("The `x` API"))], []] },
      { kind: "rule" },
      { kind: "list", items: [[text("one\ntwo")], [{ kind: "label", text: "Do" }, text(" it")]] },
      { kind: "lines", lines: [[link("https://example.com/a", "Documentation")]] },
    ]),
    "A · The x API\n\n1. one two\n2. Do: it\n\nDocumentation: https://example.com/a",
  );
});
