import { readdirSync } from "node:fs";
import { describe, it } from "node:test";
import { checkSiteFixture } from "../support/site-fixture.ts";

const folder = new URL("../fixtures/sites/", import.meta.url);

describe("error sites", () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".fixture.txt"))) {
    it(name.replace(".fixture.txt", ""), () => checkSiteFixture(name));
  }
});
