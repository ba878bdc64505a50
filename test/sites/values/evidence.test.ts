import { deepStrictEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import type { EvidenceStep } from "../../../server/core/sites/model.ts";
import type { FixtureFile } from "../../support/site-fixture.ts";
import { providerOf, serviceOf, shownIn } from "./support.ts";

const files: readonly [FixtureFile, FixtureFile] = [
  {
    name: "errors.ts",
    text: `export const CODES = { GONE: "GONE_CODE" } as const;
export class Base extends Error {
  constructor(readonly code: string, public httpStatus = 500) { super(code); }
}
export class Gone extends Base {
  constructor(what: string) { super(CODES.GONE, 410); }
}`,
  },
  {
    name: "main.ts",
    text: `import { Base, CODES, Gone } from "./errors";
const local = CODES.GONE;
show(local, new Gone("x"), new Base("GIVEN"), new Base("GIVEN", 404));`,
  },
];
const main = files[1];
const { file, service } = serviceOf(main, providerOf(files));

function words(steps: readonly EvidenceStep[] | undefined): readonly string[] {
  return (steps ?? []).map(({ text, place }) => (place === undefined ? text : `${text} @ ${textAt(place)}`));
}

function textAt({ uri, span }: NonNullable<EvidenceStep["place"]>): string {
  const text = files.find(({ name }) => uri.endsWith(name))?.text ?? "";
  return `${uri.slice(uri.lastIndexOf("/") + 1)} ${text.slice(span.start, span.end).slice(0, 40)}`;
}

describe("evidence", () => {
  it("goes from a constant's name over a member to the literal", () => {
    const [local] = shownIn(file);
    if (local === undefined) throw new Error("nothing is shown");
    deepStrictEqual(words(service.valueOf(local).options[0]?.steps), [
      "constant `local` @ main.ts CODES.GONE",
      "`GONE` of `CODES` @ errors.ts GONE",
      '`GONE_CODE` @ errors.ts "GONE_CODE"',
    ]);
  });

  it("goes through superclasses, fields, arguments and defaults", () => {
    const [, gone, base, given] = shownIn(file);
    if (gone?.kind !== "new" || base?.kind !== "new" || given?.kind !== "new") throw new Error("nothing is made");
    const fixed = service.errorShapeOf(gone);
    deepStrictEqual(words(fixed?.status?.value.options[0]?.steps), [
      "field `httpStatus` of `Base` @ errors.ts public httpStatus = 500",
      "argument 2 of `super` in `Gone` @ errors.ts 410",
    ]);
    deepStrictEqual(words(service.errorShapeOf(base)?.status?.value.options[0]?.steps), [
      "field `httpStatus` of `Base` @ errors.ts public httpStatus = 500",
      "default of `httpStatus` @ errors.ts 500",
    ]);
    const argument = service.errorShapeOf(given)?.status;
    deepStrictEqual(words(argument?.steps), [
      "argument 2 of `Base` @ main.ts 404",
      "field `httpStatus` of `Base` @ errors.ts public httpStatus = 500",
    ]);
  });
});
