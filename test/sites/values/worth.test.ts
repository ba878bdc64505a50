import { describe, it } from "node:test";
import { checkFixture, describeValue, fixturesIn } from "./support.ts";

describe("what expressions are worth", () => {
  for (const name of fixturesIn("worth"))
    it(name, () =>
      checkFixture("worth", name, ({ service, expression }) => describeValue(service.valueOf(expression))),
    );
});
