/** What the manifests around a file say decides whether a code alone is an error of an API. */
import { deepStrictEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { memoryWorkspace, uriOf } from "../support/memory-workspace.ts";

const code = `throw new OrderError({ code: "ORDER_FULL", message: "No more" });`;
const path = "packages/orders/src/full.ts";

describe("surroundings", () => {
  it("keeps a code where nothing is known of the project", async () => {
    deepStrictEqual(await codesIn({ [path]: code }), ["ORDER_FULL"]);
    deepStrictEqual(await codesIn({ [path]: code, "package.json": manifest({ devDependencies: ["typescript"] }) }), [
      "ORDER_FULL",
    ]);
    deepStrictEqual(await codesIn({ [path]: code, "package.json": "{ broken" }), ["ORDER_FULL"]);
  });

  it("drops it in a project that has nothing to do with HTTP", async () => {
    const alone = { [path]: code, "package.json": manifest({ dependencies: ["acorn", "semver"] }) };
    deepStrictEqual(await codesIn(alone), []);
    // What a project is tested and documented with tells nothing.
    const tested = manifest({ dependencies: ["acorn"], devDependencies: ["react", "got"] });
    deepStrictEqual(await codesIn({ [path]: code, "package.json": tested }), []);
  });

  it("keeps it in a package among others, which a server may be made of", async () => {
    const files = {
      [path]: code,
      "packages/orders/package.json": manifest({ dependencies: ["semver"] }),
      "package.json": manifest({ dependencies: ["lerna"] }),
    };
    deepStrictEqual(await codesIn(files), ["ORDER_FULL"]);
    deepStrictEqual(await codesIn({ ...files, [path]: `import { parse } from "acorn";\n${code}` }), []);
  });

  it("keeps it where a package on the way up serves or calls HTTP", async () => {
    const orders = manifest({ dependencies: ["semver"] });
    for (const root of [
      manifest({ dependencies: ["express"] }),
      manifest({ devDependencies: ["@nestjs/core"] }),
      manifest({ peerDependencies: ["react"] }),
      manifest({ dependencies: ["@aws-sdk/client-s3"] }),
    ]) {
      const files = { [path]: code, "packages/orders/package.json": orders, "package.json": root };
      deepStrictEqual(await codesIn(files), ["ORDER_FULL"], root);
    }
  });

  it("keeps it in a file that speaks of HTTP", async () => {
    const files = {
      [path]: `const answer = await fetch(url);\n${code}`,
      "package.json": manifest({ dependencies: ["acorn"] }),
    };
    deepStrictEqual(await codesIn(files), ["ORDER_FULL"]);
  });

  it("drops it in what is published as a part of another protocol, a database or a compiler", async () => {
    const speaking = `import { request } from "node:http";\n${code}`;
    for (const described of [
      { name: "postbox", keywords: ["SMTP", "server"] },
      { name: "vscode-jsonrpc-pipe-jsonrpc" },
      { name: "@ledger/mysql", devDependencies: { express: "1" } },
      { name: "chain", keywords: ["wallet", "ethereum"], dependencies: { ws: "1" } },
    ]) {
      const files = { [path]: speaking, "package.json": JSON.stringify(described) };
      deepStrictEqual(await codesIn(files), [], described.name);
    }
  });

  it("drops it where more of what a package says of itself is of another trade", async () => {
    for (const described of [
      { name: "oracle-thin", keywords: ["API", "SQL", "driver", "OCI"] },
      { name: "web3-providers-http", dependencies: { "cross-fetch": "1" } },
      { name: "@mesh/core", keywords: ["home automation", "zigbee"] },
      { name: "nine-driver-deno", private: true },
    ]) {
      const files = { [path]: code, "package.json": JSON.stringify(described) };
      deepStrictEqual(await codesIn(files), [], described.name);
    }
    for (const described of [
      { name: "postgres-console", keywords: ["rest", "postgres"] },
      { name: "driver-app", private: true, dependencies: { semver: "1" }, workspaces: ["packages/*"] },
    ]) {
      const files = { [path]: code, "packages/orders/package.json": "{}", "package.json": JSON.stringify(described) };
      deepStrictEqual(await codesIn(files), ["ORDER_FULL"], described.name);
    }
  });

  it("keeps of a library among others that says nothing of HTTP only tables of codes", async () => {
    const table = `export enum OrderErrorCode { ORDER_FULL = "ORDER_FULL", ORDER_GONE = "ORDER_GONE" }\n${code}`;
    const shipped = { name: "@shop/orders", files: ["lib"] };
    const root = manifest({ devDependencies: ["typescript"] });
    const inPackage = (described: object, text = code) =>
      codesIn({ [path]: text, "packages/orders/package.json": JSON.stringify(described), "package.json": root });
    deepStrictEqual(await inPackage(shipped), []);
    deepStrictEqual(await inPackage(shipped, table), ["ORDER_FULL", "ORDER_GONE"]);
    const built = { ...shipped, exports: "./src/index.ts", publishConfig: { exports: "./dist/index.js" } };
    deepStrictEqual(await inPackage(built), []);
    deepStrictEqual(await inPackage({ ...shipped, types: "./dist/index.d.ts" }), []);
    for (const described of [
      { ...shipped, private: true },
      { name: "@shop/orders" },
      { ...shipped, keywords: ["rest"] },
      { ...shipped, version: "0.0.0" },
      { ...shipped, exports: { ".": { types: "./src/index.ts", import: "./src/index.ts" } } },
      { ...shipped, dependencies: { axios: "1" } },
    ]) {
      deepStrictEqual(await inPackage(described), ["ORDER_FULL"], JSON.stringify(described));
    }
    deepStrictEqual(await inPackage(shipped, `await fetch(url);\n${code}`), ["ORDER_FULL"]);
  });

  it("takes no number of such a library's errors for a status, nor what its tests expect", async () => {
    const text = `import { request } from "node:https";
      class LinkError extends Error { constructor(message, code) { super(message); this.code = code; } }
      throw new LinkError("Busy", 423);
      const error = new Error("Blocked"); error.responseCode = 421; throw error;
      function expectLinkError(error, code, message) {
        expect(error.code).toBe(code); expect(error.message).toBe(message);
      }
      it("refuses", () => expectLinkError(caught, "LINK_REFUSED", "The link was refused"));
      if (answer.statusCode === 404) throw new ProxyError({ statusCode: 502, code: "PROXY_LOST" });`;
    const files = { [path]: text, "package.json": JSON.stringify({ name: "mesh", keywords: ["zigbee"] }) };
    deepStrictEqual(await codesIn(files), [undefined, "PROXY_LOST"]);
  });

  it("reads nothing of what a package manager has bundled", async () => {
    const { workspace } = memoryWorkspace({ ".pnp.cjs": code });
    deepStrictEqual((await workspace.analyse(uriOf(".pnp.cjs")))?.facts ?? [], []);
  });

  it("keeps it where a catalog is named for such a library", async () => {
    const files = {
      [path]: code,
      "package.json": JSON.stringify({ name: "postbox", keywords: ["smtp"] }),
      "error-code-insight.json": `{ "catalogs": ["./errors.yaml"] }`,
      "errors.yaml": "id: mail\ncodes:\n  ORDER_FULL: { status: 409 }\n",
    };
    deepStrictEqual(await codesIn(files), ["ORDER_FULL"]);
  });

  it("keeps it where such a word stands for an application, or for an API as well", async () => {
    for (const described of [
      { name: "billing", private: true, keywords: ["postgres"] },
      { name: "postgres-console", keywords: ["rest", "postgres"] },
      { name: "body-parser", dependencies: { "http-errors": "1" } },
      { name: "mailbox", description: "Reads IMAP" },
      { name: 5, keywords: { smtp: true } },
    ]) {
      const files = { [path]: code, "package.json": JSON.stringify(described) };
      deepStrictEqual(await codesIn(files), ["ORDER_FULL"], String(described.name));
    }
  });

  it("keeps the statuses of HTTP that such a library speaks as well, and drops the replies of its own protocol", async () => {
    const text = `import { request } from "node:https";
      if (response.statusCode === 429) throw new ProxyError({ status: 503, code: "PROXY_BUSY", message: "Later" });
      const reply = Object.assign(new SMTPError("Too large"), { statusCode: 552 });`;
    const files = { [path]: text, "package.json": JSON.stringify({ name: "postbox", keywords: ["smtp"] }) };
    deepStrictEqual(await codesIn(files), [undefined, "PROXY_BUSY"]);
  });

  it("keeps what has a status anywhere", async () => {
    const text = `throw new OrderError({ status: 409, code: "ORDER_FULL", message: "No more" });`;
    deepStrictEqual(await codesIn({ [path]: text, "package.json": manifest({ dependencies: ["acorn"] }) }), [
      "ORDER_FULL",
    ]);
  });
});

async function codesIn(files: Readonly<Record<string, string>>): Promise<readonly unknown[]> {
  const { workspace } = memoryWorkspace(files);
  const analysis = await workspace.analyse(uriOf(path));
  return (analysis?.facts ?? []).map(({ site }) => site.code?.values[0]?.value);
}

function manifest(groups: Readonly<Record<string, readonly string[]>>): string {
  const entries = Object.entries(groups).map(([group, names]) => [
    group,
    Object.fromEntries(names.map((name) => [name, "1"])),
  ]);
  return JSON.stringify(Object.fromEntries(entries));
}
