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
