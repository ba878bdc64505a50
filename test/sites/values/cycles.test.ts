/** Names that lead to themselves in every way that the language has: reading them ends, and throws nothing. */
import { describe, it } from "node:test";
import fc from "fast-check";
import { sitesOf } from "../../support/site-fixture.ts";

const names = ["a", "b", "c", "d"];
const name = fc.constantFrom(...names);

/** What a name may be: something of other names, or of itself. */
const value = fc.oneof(
  fc.tuple(name, name).map(([one, other]) => `{ ...${one}, ...${other}, status: ${one}.status }`),
  fc.tuple(name, name).map(([one, other]) => `Object.assign(${one}, { code: ${other}.code })`),
  fc.tuple(name, name).map(([one, other]) => `${one}(${other})`),
  fc.tuple(name, name).map(([one, other]) => `new ${one}(${other})`),
  fc.tuple(name, name).map(([one, other]) => `(x) => ${one}(x.${other}, ${other})`),
  fc
    .tuple(name, name)
    .map(([one, other]) => `class extends ${one} { code = ${other}.code; constructor() { super(${other}) } }`),
  fc.tuple(name, name).map(([one, other]) => `((self) => { self.status = ${other}; return self })(${one} || {})`),
  fc.tuple(name, name).map(([one, other]) => `${one}[${other}]`),
  fc.tuple(name, name).map(([one, other]) => `${one}.${other} ?? ${other}.${one}`),
  fc.tuple(name, name).map(([one, other]) => `[${one}, ...${other}]`),
  fc.tuple(name, name).map(([one, other]) => `(x = ${one}, { y } = ${other}) => { throw new ${one}(x, ${other}(y)) }`),
  fc
    .tuple(name, name)
    .map(([one, other]) => `(res, x) => { ${one}(res, ${other}); return res.status(${other}.status).json(${one}(x)) }`),
  fc
    .tuple(name, name)
    .map(
      ([one, other]) =>
        `class { static of(x) { return ${one}.of(new ${other}(x)) } get code() { return ${one}.code } }`,
    ),
  fc
    .tuple(name, name)
    .map(([one, other]) => `(x) => { switch (x) { case ${one}: return ${other}(x); default: return ${one}[x] } }`),
  fc.tuple(name, name).map(([one, other]) => `new Map([[${one}, ${other}], [${other}.code, ${one}(${other})]])`),
  fc
    .tuple(name, name)
    .map(([one, other]) => `Object.fromEntries(Object.entries(${one}).map(([k]) => [k, ${other}[k]]))`),
  name.map((one) => `\`\${${one}}_\${${one}.code}\``),
  fc.constant("{ status: 404, code: 'A_B' }"),
);

const program = fc.tuple(fc.constantFrom("const", "let", "var"), fc.tuple(value, value, value, value)).map(
  ([keyword, values]) =>
    `${names.map((one, index) => `${keyword} ${one} = ${values[index]};`).join("\n")}
throw a; throw new b(c); throw c(d.code); throw b.of(a); a(res, b);
res.status(a.status).json({ code: b.code });
if (err.code === c[d] || a.includes(res.status)) retry(d[res.status]);
expect(res.body).toEqual({ ...b, code: a.code });`,
);

describe("names that lead to themselves", () => {
  it("are read without end nowhere", () => {
    fc.assert(
      fc.property(program, (text) => {
        sitesOf({ name: "a.ts", text });
      }),
      { numRuns: 1500 },
    );
  });
});
