import { strictEqual } from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, it } from "node:test";
import { parseSiteFixture, siteLines } from "../../support/site-fixture.ts";

const folder = new URL("../../fixtures/sites/values/", import.meta.url);
const mark = "// expect";

/** The sites of the idioms that these fixtures are about: what other recognisers see there has fixtures of its own. */
function ownLines(name: string, lines: readonly string[]): string {
  const idiom = name.replace(".fixture.txt", "");
  return lines.filter((line) => line.split(" ").includes(idiom)).join("\n");
}

describe("errors that are made", () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".fixture.txt"))) {
    it(name.replace(".fixture.txt", ""), () => {
      const path = new URL(name, folder);
      const text = readFileSync(path, "utf8");
      const { files, expected } = parseSiteFixture(text);
      const actual = ownLines(name, siteLines(files));
      if (process.env.UPDATE_GOLDEN === "1") {
        writeFileSync(path, `${text.split(`\n${mark}`)[0]}\n${mark}\n${actual}\n`);
        return;
      }
      strictEqual(actual, expected.join("\n"));
    });
  }
});
