/** What a call of a function that answers tells: where its parts stand, how they were found, what body is sent. */
import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import type { ErrorSite, Part } from "../../server/core/sites/model.ts";
import { sitesOf } from "../support/site-fixture.ts";

const text = `
function sendError(res, status, code, details = { retry: false }) {
  res.status(status).json({ ok: false, error: { code, details } });
}
function conflict(res, code) {
  return sendError(res, 409, code);
}
export function remove(req, res) {
  return conflict(res, "HAS_STOCK");
}
`;

function siteAt(call: string): ErrorSite {
  const start = text.lastIndexOf(call);
  const site = sitesOf({ name: "a.ts", text }).find((one) => one.idiom === "helper" && one.span.start === start);
  if (site === undefined) throw new Error(`no site at ${call}`);
  return site;
}

function steps(part: Part<unknown> | undefined): readonly string[] {
  return (part?.evidence ?? []).map(({ text: words, place }) => {
    const there = place === undefined ? "" : text.slice(place.span.start, place.span.end).slice(0, 30);
    return `${words}: ${there}`;
  });
}

describe("calls of functions that answer", () => {
  const site = siteAt('conflict(res, "HAS_STOCK")');

  it("have their code at the argument, with every step to the answer", () => {
    const [code] = site.code?.values ?? [];
    strictEqual(code?.value, "HAS_STOCK");
    strictEqual(code.written.kind, "string");
    strictEqual(text.slice(code.written.span.start, code.written.span.end), '"HAS_STOCK"');
    deepStrictEqual(steps(site.code), [
      'written here: "HAS_STOCK"',
      'argument 2 of `conflict`: "HAS_STOCK"',
      "passed on in `conflict`: sendError(res, 409, code)",
      "answered in `sendError`: res.status(status).json({ ok: ",
    ]);
  });

  it("say that what no argument gives is the function's own", () => {
    const [status] = site.status?.values ?? [];
    strictEqual(status?.value, 409);
    strictEqual(status.written.kind, "implied");
    strictEqual(text.slice(status.origin?.span.start, status.origin?.span.end), "409");
  });

  it("carry the body as it is sent", () => {
    deepStrictEqual(
      site.body?.fields.map(({ path, value }) => `${path.join(".")} ${value}`),
      ["ok false", "error undefined", "error.code HAS_STOCK", "error.details undefined", "error.details.retry false"],
    );
    strictEqual(site.body?.complete, true);
  });
});
