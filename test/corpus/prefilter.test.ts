import { ok } from "node:assert";
import { describe, it } from "node:test";
import { dialectOf, isDocument } from "../../server/core/syntax/dialect.ts";
import { passesPrefilter, sitesOf } from "../support/site-fixture.ts";
import { readCorpora } from "./labelled-code.ts";

const files = readCorpora()
  .flatMap(({ cases }) => cases)
  .flatMap(({ files }) => files)
  .map(({ path, text }) => ({ name: path, text }));

describe("the prefilter over the labelled code", () => {
  it("lets through every file with a site", () => {
    for (const file of files) ok(passesPrefilter(file) || sitesOf(file).length === 0, `${file.name}: ${file.text}`);
  });

  it("lets through every line of a program that has a site by itself", () => {
    const lines = new Map<string, string>();
    for (const { name, text } of files) {
      if (isDocument(dialectOf(name) ?? "ts")) continue;
      for (const line of text.split("\n")) lines.set(line, name);
    }
    for (const [text, name] of lines) {
      const line = { name, text };
      ok(passesPrefilter(line) || sitesOf(line).length === 0, text);
    }
  });
});
