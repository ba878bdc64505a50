import { deepStrictEqual, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import { sitesOf } from "../support/site-fixture.ts";

function contextOf(text: string, name = "src/middleware/rate-limit.ts"): readonly string[] {
  return sitesOf({ name, text })[0]?.context ?? [];
}

describe("words around an error site", () => {
  it("has the names of route, function, condition and file, the nearest first", () => {
    deepStrictEqual(
      contextOf(
        `class Api { login() { app.post("/login", function limitLogins(req, res) { if (tooMany(req.ip)) { res.status(403).end(); } }); } }`,
      ),
      ["tooMany", "limitLogins", "post", "app", "/login", "login", "Api", "middleware", "rate-limit.ts"],
    );
  });

  it("names the property and the variable that hold the place", () => {
    const words = contextOf(
      "const limiter = rateLimit({ windowMs: 1, handler: (req, res) => res.status(403).end() });",
    );
    for (const word of ["handler", "rateLimit", "limiter"]) ok(words.includes(word), words.join(" "));
  });

  it("says rate limit for the options of a limiter", () => {
    ok(contextOf("rateLimit({ windowMs: 1, max: 2, statusCode: 403 });").includes("rate limit"));
  });

  it("does not grow with the text around", () => {
    const nested = `${"if (someLongCondition && another) {".repeat(40)} res.status(404).end(); ${"}".repeat(40)}`;
    ok(contextOf(nested).length <= 26);
    deepStrictEqual(contextOf(`if (${"x".repeat(500)}) res.status(404).end();`), ["middleware", "rate-limit.ts"]);
  });
});
