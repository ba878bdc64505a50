import { describe, it } from "node:test";
import type { ErrorShape } from "../../../server/core/sites/values/value-service.ts";
import { checkFixture, describeShape, fixturesIn, type Shown } from "./support.ts";

describe("what an error carries", () => {
  for (const name of fixturesIn("shapes"))
    it(name, () => checkFixture("shapes", name, (shown) => describeShape(shapeOf(name, shown), shown.file.text)));
});

function shapeOf(fixture: string, { service, expression }: Shown): ErrorShape | undefined {
  if (expression.kind !== "new" && expression.kind !== "call") return service.valueShapeOf(expression);
  return fixture === "likely" ? service.likelyShapeOf(expression) : service.errorShapeOf(expression);
}
