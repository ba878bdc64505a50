/** The catalog of HTTP itself, held against sources of its own: Node's list of statuses, and the links to the RFCs. */
import assert from "node:assert/strict";
import { STATUS_CODES } from "node:http";
import { test } from "node:test";
import { builtIn } from "./built-in.ts";
import { rangeText } from "./golden-text.ts";

const http = builtIn("http");
const single = http.statuses.filter(({ status }) => status.from === status.to);

test("every status that Node knows is there with its phrase, but for the differences between Node and the registry", () => {
  const differing: Readonly<Record<string, string | undefined>> = {
    413: "Content Too Large", // Payload Too Large before RFC 9110
    418: "(Unused)",
    422: "Unprocessable Content", // Unprocessable Entity before RFC 9110
    509: undefined, // Bandwidth Limit Exceeded was never registered
  };
  const expected = Object.entries(STATUS_CODES)
    .map(([status, phrase]): readonly [string, string | undefined] => [
      status,
      status in differing ? differing[status] : phrase,
    ])
    .filter(([, phrase]) => phrase !== undefined);
  const beyondNode = [
    ["104", "Upload Resumption Supported"],
    ["306", "(Unused)"],
  ];
  assert.deepEqual(
    single.map(({ status, title }) => [rangeText(status), title]),
    [...expected, ...beyondNode].sort(([left], [right]) => Number(left) - Number(right)),
  );
});

test("every link leads to the section that the authority names", () => {
  for (const { status, authority, link } of http.statuses) {
    const named = /^RFC (\d+) §([\d.]+)$/u.exec(authority ?? "");
    if (named === null)
      assert.deepEqual([rangeText(status), authority], ["104", "draft-ietf-httpbis-resumable-upload"]);
    else assert.equal(link, `https://www.rfc-editor.org/rfc/rfc${named[1]}#section-${named[2]}`);
  }
});

test("exactly the interim statuses, 204, 205 and 304 have no body", () => {
  const without = http.statuses.filter(({ body }) => body?.allowed === false);
  const expected = ["1xx", "100", "101", "102", "103", "104", "204", "205", "304"];
  assert.deepEqual(
    without.map(({ status }) => rangeText(status)),
    expected,
  );
  assert.ok(without.every(({ body }) => body?.level === "must"));
});

test("every demand on a header names its section", () => {
  for (const { headers } of http.statuses) {
    for (const { name, authority } of headers) assert.match(authority ?? "", /^RFC \d+ §[\d.]+$/u, name);
  }
});
