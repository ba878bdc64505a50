import { deepStrictEqual } from "node:assert/strict";
import { test } from "node:test";
import { findExplained, nearestExplained } from "../../server/core/features/explain.ts";
import { explanationOf } from "../../server/core/features/explanation-data.ts";
import { builtIn } from "./support/analysis.ts";

const persian = builtIn("fa-web-services");
const ukrainian = builtIn("uk-retail-api");
const http = builtIn("http");

test("a code is found as a number and as a text, a status beside it", () => {
  const found = (asked: string) =>
    findExplained(asked, [persian, ukrainian, http]).map((entry) =>
      entry.kind === "code" ? `${entry.catalog.id} ${entry.entry.code}` : `${entry.catalog.id} ${entry.status}`,
    );
  deepStrictEqual(found("-104"), ["fa-web-services -104"]);
  deepStrictEqual(found(" FORBIDDEN "), ["uk-retail-api FORBIDDEN"]);
  deepStrictEqual(found("no_data"), ["uk-retail-api NO_DATA"]);
  deepStrictEqual(found("409"), ["uk-retail-api 409", "http 409"]);
  deepStrictEqual(found("999"), []);
  deepStrictEqual(found(""), []);
});

test("what nobody has leads to what may have been meant", () => {
  deepStrictEqual(nearestExplained("FORBIDEN", [ukrainian]), ["FORBIDDEN"]);
  deepStrictEqual(nearestExplained("104", [persian]), [-104]);
  deepStrictEqual(nearestExplained("", [persian, ukrainian]), []);
});

test("an explanation has one shape, with texts in the wanted language", () => {
  const [entry] = findExplained("FORBIDDEN", [ukrainian]);
  const explanation = entry && explanationOf(entry, ["uk"]);
  deepStrictEqual(
    [
      explanation?.kind,
      explanation?.catalog,
      explanation?.code,
      explanation?.status,
      explanation?.statuses,
      explanation?.summary,
    ],
    ["code", "uk-retail-api", "FORBIDDEN", undefined, [409], "Бізнес-правило забороняє цю операцію."],
  );
  const [status] = findExplained("409", [http]);
  const ofStatus = status && explanationOf(status, ["en"]);
  deepStrictEqual([ofStatus?.kind, ofStatus?.status, ofStatus?.title], ["status", 409, "Conflict"]);
  deepStrictEqual(Object.keys(explanation ?? {}).sort(), Object.keys(ofStatus ?? {}).sort());
});
