import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { whyAtMark } from "../support/site-fixture.ts";

describe("why there is or is not an error site", () => {
  it("names what it reads", () => {
    const why = whyAtMark(`res.status(409).json({ error: { code: "FORBI$0DDEN" } });`);
    deepStrictEqual(why.sentences, ["`express` reads status `409` (certain), code `FORBIDDEN` (certain) here."]);
    strictEqual(why.sites.length, 1);
  });

  it("says whose code is compared", () => {
    const why = whyAtMark(`try { run(); } catch (err) { if (err.code === "ENO$0ENT") ignore(); }`);
    ok(
      why.sentences.includes("`comparison`: the code belongs to the operating system, not to an application."),
      why.sentences.join("\n"),
    );
  });

  it("says why an object is no response", () => {
    const why = whyAtMark(`const job = queue.next();\njob.status(4$004);`);
    ok(
      why.sentences.some((sentence) => sentence.startsWith("`express`: the object is not known to be a response")),
      why.sentences.join("\n"),
    );
  });

  it("says that assertions are no answers", () => {
    const why = whyAtMark(`expect(x).status(4$004).send();`);
    ok(
      why.sentences.includes("`express`: the chain starts at an assertion or a request, not at a response."),
      why.sentences.join("\n"),
    );
  });

  it("knows comments, empty files and text that is no code", () => {
    deepStrictEqual(whyAtMark(`// res.status(4$004)\n`).sentences, [
      "This is a comment; comments are not read as code.",
    ]);
    ok(whyAtMark("$0").sentences.length > 0);
    ok(
      whyAtMark("const a = $01;").sentences.includes(
        "The file names no status, no code and no error class, so that the command line skips it.",
      ),
    );
  });
});

describe("why there is nothing in a document", () => {
  const documents: readonly (readonly [name: string, text: string, sentence: string])[] = [
    ["package.json", '{ "name": "a", "scripts": {}, "code": 4$04 }', "The document is a manifest"],
    [
      "openapi.yaml",
      "openapi: 3.1.0\npaths:\n  /a:\n    get:\n      summ$0ary: One\n      responses:\n        '404': { description: none }\n",
      "The document is read as `openapi`",
    ],
    ["a.json", '{ "name": "x", "status": 4$004 }', "The document has no format that is known"],
    ["a.yaml", "name: x\nstatus: 4$004\n", "The document has no format that is known"],
  ];
  for (const [name, text, sentence] of documents) {
    it(`${name}: ${sentence}`, () => {
      const { sentences, sites } = whyAtMark(text, name);
      ok(sites.length === 0 && sentences.some((one) => one.startsWith(sentence)), sentences.join("\n"));
    });
  }
});
