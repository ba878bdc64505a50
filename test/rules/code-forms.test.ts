import { deepStrictEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Catalog } from "../../server/core/catalog/model.ts";
import { type CodeForm, commonPrefix, formsOf, formsOfCatalog } from "../../server/core/rules/support/code-forms.ts";
import { memoryWorkspace, uriOf } from "../support/memory-workspace.ts";

const samples: readonly (readonly [string | number, readonly CodeForm[]])[] = [
  [1008, ["integer"]],
  [-104, ["integer"]],
  ["1008", ["integer"]],
  ["E1008", ["numbered", "screaming"]],
  ["NOT_FOUND", ["screaming"]],
  ["FORBIDDEN", ["screaming"]],
  ["not_found", ["snake"]],
  ["forbidden", ["snake", "kebab", "camel"]],
  ["not-found", ["kebab"]],
  ["orders.not_found", ["dotted"]],
  ["auth/not-found", ["dotted"]],
  ["notFound", ["camel"]],
  ["NotFound", ["pascal"]],
  ["service open exception", ["mixed"]],
  ["Not_Found", ["mixed"]],
];

for (const [code, forms] of samples) {
  test(`${JSON.stringify(code)} is ${forms.join(", ")}`, () => deepStrictEqual(formsOf(code), forms));
}

async function builtInCatalogs(): Promise<readonly Catalog[]> {
  const { workspace } = memoryWorkspace({ "a.ts": "throw new ApiError(404);\n" });
  return (await workspace.analyse(uriOf("a.ts")))?.available ?? [];
}

test("every code has a form, and every code of a catalog one of its catalog's", async () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.integer()), (code) => formsOf(code).length > 0));
  const catalogs = await builtInCatalogs();
  ok(catalogs.length > 1);
  for (const catalog of catalogs) {
    const known = formsOfCatalog(catalog);
    for (const { code } of catalog.codes)
      ok(
        formsOf(code).some((form) => known.has(form)),
        `${catalog.id} ${code}`,
      );
  }
});

test("a code of one word is of the form that the others settle", async () => {
  const forms = new Map((await builtInCatalogs()).map((catalog) => [catalog.id, [...formsOfCatalog(catalog)]]));
  deepStrictEqual(forms.get("ru-rest-api"), ["integer"]);
  deepStrictEqual(forms.get("uk-retail-api"), ["screaming"]);
});

test("a word that all codes begin with is the catalog's own", () => {
  const prefixOf = (...codes: readonly (string | number)[]): string =>
    commonPrefix({ codes: codes.map((code) => ({ code })) } as unknown as Catalog);
  deepStrictEqual(prefixOf("KS_A", "KS_B_C", "KS_D", "KS_E"), "KS_");
  deepStrictEqual(prefixOf("auth/a", "auth/b", "auth/c-d", "auth/e"), "auth/");
  deepStrictEqual(prefixOf("KS_A", "KS_B", "KS_C"), "");
  deepStrictEqual(prefixOf("KS_A", "KS_B", "KSB_C", "KS_D"), "");
  deepStrictEqual(prefixOf("-104", "-105", "-106", "-107"), "");
  deepStrictEqual(prefixOf(1001, 1002, 1003, 1004), "");
});
