import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type MemoryWorkspace, memoryWorkspace, uriOf, workspaceUri } from "../support/memory-workspace.ts";

/** What the codes of the errors are that `path` answers with: `?` where that is not known. */
async function codesIn({ workspace }: MemoryWorkspace, path: string): Promise<readonly string[]> {
  const analysis = await workspace.analyse(uriOf(path));
  assert.ok(analysis, path);
  return analysis.facts.map(({ site }) => site.code?.values.map(({ value }) => value).join("|") || "?");
}

/** A file that answers with the codes that it imports from each of `specifiers`. */
function answering(...specifiers: readonly string[]): string {
  return specifiers
    .map(
      (specifier, index) => `
import { CODE as code${index} } from ${JSON.stringify(specifier)};
export const f${index} = (res) => res.status(404).json({ error: { code: code${index}, message: "gone" } });`,
    )
    .join("\n");
}

function coded(code: string): string {
  return `export const CODE = ${JSON.stringify(code)};`;
}

const tsconfig = (options: object, more: object = {}) => JSON.stringify({ ...more, compilerOptions: options });
const manifest = (fields: object) => JSON.stringify(fields);

/** The specifiers, looked at from `from` in a workspace of `files`. */
async function found(
  files: Readonly<Record<string, string>>,
  specifiers: readonly string[],
  from = "src/main.ts",
): Promise<readonly string[]> {
  return codesIn(memoryWorkspace({ ...files, [from]: answering(...specifiers) }), from);
}

describe("aliases of a tsconfig", () => {
  it("lead to files and to folders, the longest pattern first", async () => {
    const files = {
      "tsconfig.json": tsconfig({
        paths: {
          "@/*": ["./src/*"],
          "@/special/*": ["./elsewhere/*"],
          "@codes": ["./src/codes"],
          "*.errors": ["./src/errors/*.ts"],
          "~/*": ["./missing/*", "./src/*"],
        },
      }),
      "src/codes/index.ts": coded("FOLDER"),
      "src/one.ts": coded("ONE"),
      "src/special/one.ts": coded("WRONG"),
      "elsewhere/one.ts": coded("SPECIAL"),
      "src/errors/user.ts": coded("SUFFIX"),
    };
    const specifiers = ["@/codes", "@/one", "@/one.js", "@/special/one", "@codes", "user.errors", "~/one", "@/none"];
    assert.deepEqual(await found(files, specifiers), [
      "FOLDER",
      "ONE",
      "ONE",
      "SPECIAL",
      "FOLDER",
      "SUFFIX",
      "ONE",
      "?",
    ]);
  });

  it("stand beside comments and commas, in a jsconfig as well, and the nearest counts", async () => {
    const files = {
      "tsconfig.json": tsconfig({ paths: { "@/*": ["./wrong/*"] } }),
      "wrong/one.ts": coded("WRONG"),
      "app/jsconfig.json": '{ // ours\n "compilerOptions": { "paths": { "@/*": ["./lib/*",], }, }, /* end */ }',
      "app/lib/one.js": coded("NEAR"),
    };
    assert.deepEqual(await found(files, ["@/one"], "app/lib/deep/main.js"), ["NEAR"]);
    assert.deepEqual(await found({ ...files, "app/tsconfig.json": "{}" }, ["@/one"], "app/lib/main.ts"), ["?"]);
  });

  it("may be plain names below a base folder", async () => {
    const files = {
      "tsconfig.json": tsconfig({ baseUrl: "./src", paths: { "#/*": ["shared/*"] } }),
      "src/errors/codes.ts": coded("BASED"),
      "src/shared/codes.ts": coded("RELATIVE TO BASE"),
    };
    assert.deepEqual(await found(files, ["errors/codes", "#/codes", "express"]), ["BASED", "RELATIVE TO BASE", "?"]);
  });

  it("come from what is extended: one, several, chains, and from where they are written", async () => {
    const files = {
      "tsconfig.base.json": tsconfig({ paths: { "@base/*": ["./base/*"] } }),
      "config/paths.json": tsconfig({ paths: { "@/*": ["../src/*"] } }, { extends: "../tsconfig.base" }),
      "config/strict.json": tsconfig({ strict: true }, { extends: "../tsconfig.base.json" }),
      "tsconfig.json": manifest({ extends: ["./config/strict.json", "./config/paths"] }),
      "src/one.ts": coded("ONE"),
      "base/one.ts": coded("BASE"),
      "other/tsconfig.json": manifest({ extends: ["../config/paths.json", "../config/strict.json"] }),
    };
    assert.deepEqual(await found(files, ["@/one", "@base/one"]), ["ONE", "?"]);
    assert.deepEqual(await found(files, ["@/one", "@base/one"], "other/main.ts"), ["?", "BASE"]);
  });

  it("may be relative to the configuration in force", async () => {
    const files = {
      "tsconfig.base.json": tsconfig({ paths: { "@/*": [`\${configDir}/src/*`] } }),
      "a/tsconfig.json": manifest({ extends: "../tsconfig.base.json" }),
      "b/tsconfig.json": manifest({ extends: "../tsconfig.base.json" }),
      "a/src/one.ts": coded("A"),
      "b/src/one.ts": coded("B"),
    };
    assert.deepEqual(await found(files, ["@/one"], "a/main.ts"), ["A"]);
    assert.deepEqual(await found(files, ["@/one"], "b/main.ts"), ["B"]);
  });

  it("may be in the configuration of a part, to which the nearest one points", async () => {
    const files = {
      "tsconfig.json": tsconfig(
        {},
        { references: [{ path: "./tsconfig.node.json" }, { path: "./lib" }, {}, 5, { path: "./tsconfig.app.json" }] },
      ),
      "tsconfig.node.json": "{}",
      "lib/tsconfig.json": tsconfig({ paths: { "@/*": ["./*"] } }),
      "lib/one.ts": coded("WRONG"),
      "tsconfig.app.json": tsconfig({ paths: { "@/*": ["./src/*"] } }),
      "src/one.ts": coded("ONE"),
    };
    assert.deepEqual(await found(files, ["@/one"]), ["ONE"]);
  });

  it("may be extended from a package of the workspace", async () => {
    const files = {
      "package.json": manifest({ workspaces: ["packages/*"] }),
      "packages/config/package.json": manifest({ name: "@our/config" }),
      "packages/config/base.json": tsconfig({ paths: { "@/*": [`\${configDir}/src/*`] } }),
      "app/tsconfig.json": manifest({ extends: "@our/config/base.json" }),
      "app/src/one.ts": coded("ONE"),
    };
    assert.deepEqual(await found(files, ["@/one"], "app/src/main.ts"), ["ONE"]);
  });

  it("are those that bundlers are usually told where no tsconfig speaks of them", async () => {
    const files = {
      "shop/package.json": manifest({ name: "shop" }),
      "shop/src/one.ts": coded("IN_SOURCES"),
      "shop/two.ts": coded("IN_PACKAGE"),
      "shop/app/three.ts": coded("IN_APP"),
      "shop/src/lib/four.ts": coded("IN_LIB"),
      "two.ts": coded("OUTSIDE"),
    };
    const specifiers = ["@/one", "~/one", "@/two", "~/three", "~~/src/one", "@@/two", "$lib/four", "@/none", "~~/one"];
    assert.deepEqual(await found(files, specifiers, "shop/src/pages/main.ts"), [
      "IN_SOURCES",
      "IN_SOURCES",
      "IN_PACKAGE",
      "IN_APP",
      "IN_SOURCES",
      "IN_PACKAGE",
      "IN_LIB",
      "?",
      "?",
    ]);
    const mapped = { ...files, "shop/tsconfig.json": tsconfig({ paths: { "@/*": ["./app/*"] } }) };
    assert.deepEqual(await found(mapped, ["@/three", "@/one", "~/one"], "shop/src/main.ts"), ["IN_APP", "?", "?"]);
    const generated = { ...files, "shop/tsconfig.json": manifest({ extends: "./.nuxt/tsconfig.json" }) };
    assert.deepEqual(await found(generated, ["~/one"], "shop/src/main.ts"), ["IN_SOURCES"]);
  });

  it("survive circles, and are none where the file is broken or points outside", async () => {
    const circle = {
      "tsconfig.json": tsconfig({ paths: { "@our/*": ["./src/*"] } }, { extends: "./other.json" }),
      "other.json": tsconfig({}, { extends: ["./tsconfig.json", "./other.json"] }),
      "src/one.ts": coded("ONE"),
    };
    assert.deepEqual(await found(circle, ["@our/one"]), ["ONE"]);
    for (const broken of [
      "",
      "[]",
      '"x"',
      '{ "compilerOptions": 5 }',
      '{ "compilerOptions": { "paths": { "@our/*": 5 } } }',
    ])
      assert.deepEqual(await found({ ...circle, "tsconfig.json": broken }, ["@our/one"]), ["?"], broken);
    const half = '{ "compilerOptions": { "paths": { "@our/*": ["./src/*"] }, "jsx": ';
    assert.deepEqual(await found({ ...circle, "tsconfig.json": half }, ["@our/one"]), ["ONE"]);

    const outside = memoryWorkspace({
      "tsconfig.json": tsconfig({ paths: { "@/*": ["../outside/*", "/outside/*", "./node_modules/*"] } }),
      "node_modules/one.ts": coded("INSTALLED"),
      "main.ts": answering("@/one", "../outside/one", "./node_modules/one"),
    });
    outside.disk.files.set("file:///outside/one.ts", coded("OUTSIDE"));
    assert.deepEqual(await codesIn(outside, "main.ts"), ["?", "?", "?"]);
    assert.deepEqual(
      outside.disk.asked.filter((uri) => uri.startsWith("file:///outside") || uri.includes("node_modules")),
      [],
    );
  });
});

describe("packages of a workspace", () => {
  const shared = {
    "packages/shared/package.json": manifest({ name: "@our/shared", main: "dist/index.js", types: "dist/index.d.ts" }),
    "packages/shared/src/index.ts": 'export * from "./codes.js";',
    "packages/shared/src/codes.ts": coded("SHARED"),
    "packages/shared/src/deep/codes.ts": coded("DEEP"),
  };
  const from = "apps/web/src/main.ts";

  it("are found by the globs of npm, yarn, pnpm and lerna", async () => {
    const tops: readonly (readonly [string, string])[] = [
      ["package.json", manifest({ workspaces: ["packages/*"] })],
      ["package.json", manifest({ workspaces: { packages: ["./packages/*/", "!packages/none"] } })],
      ["package.json", manifest({ workspaces: ["packages/shared"] })],
      ["package.json", manifest({ workspaces: ["**"] })],
      ["pnpm-workspace.yaml", "packages:\n  - 'packages/**' # all\n  - '!**/test/**'\n"],
      ["pnpm-workspace.yaml", "packages: ['{packages,apps}/sh*']"],
      ["lerna.json", manifest({ packages: ["packages/*"] })],
    ];
    for (const [name, text] of tops) {
      const codes = await found({ ...shared, [name]: text }, ["@our/shared", "@our/shared/deep/codes"], from);
      assert.deepEqual(codes, ["SHARED", "DEEP"], text);
    }
    for (const text of [
      "",
      manifest({ workspaces: ["apps/*"] }),
      manifest({ workspaces: ["packages/*", "!**/shared"] }),
    ])
      assert.deepEqual(await found({ ...shared, "package.json": text }, ["@our/shared"], from), ["?"], text);
  });

  it("are found by path without any listing", async () => {
    const files = {
      ...shared,
      "apps/web/package.json": manifest({ name: "web", dependencies: { "@our/shared": "file:../../packages/shared" } }),
    };
    const linked = memoryWorkspace({ ...files, [from]: answering("@our/shared", "web/src/own") });
    linked.disk.files.set(uriOf("apps/web/src/own.ts"), coded("OWN"));
    linked.disk.listsFolders = false;
    assert.deepEqual(await codesIn(linked, from), ["SHARED", "OWN"]);

    const globbed = memoryWorkspace({
      ...shared,
      "package.json": manifest({ workspaces: ["packages/*", "apps/web"] }),
      "apps/web/package.json": manifest({ name: "web" }),
      "apps/web/src/index.ts": coded("WEB"),
      [from]: answering("@our/shared", "web"),
    });
    globbed.disk.listsFolders = false;
    assert.deepEqual(await codesIn(globbed, from), ["?", "WEB"]);
  });

  it("say what they export, by conditions and patterns", async () => {
    const exports = {
      ".": { types: "./dist/types/index.d.ts", import: "./dist/esm/index.mjs", require: "./dist/cjs/index.cjs" },
      "./errors": { import: { types: "./build/errors.d.mts", default: "./build/errors.mjs" } },
      "./internal/*": null,
      "./*": "./lib/*.js",
      "./source": { "@our/source": "./sources/main.ts", default: "./nowhere.js" },
      "./data": "./data/codes.json",
      "./deep": [{ node: "./dist/src/deep/codes.js" }],
    };
    const files = {
      "package.json": manifest({ workspaces: ["packages/*"] }),
      "tsconfig.json": tsconfig({ customConditions: ["@our/source"] }),
      "packages/shared/package.json": manifest({ name: "@our/shared", exports }),
      "packages/shared/src/index.ts": coded("INDEX"),
      "packages/shared/src/errors.ts": coded("ERRORS"),
      "packages/shared/lib/plain.js": coded("PLAIN"),
      "packages/shared/sources/main.ts": coded("CONDITION"),
      "packages/shared/data/codes.json": '{ "CODE": "DATA" }',
      "packages/shared/src/deep/codes.ts": coded("DEEP"),
      "packages/shared/lib/internal/x.js": coded("HIDDEN"),
    };
    const names = ["", "/errors", "/plain", "/source", "/data", "/deep", "/internal/x", "/none"];
    assert.deepEqual(
      await found(
        files,
        names.map((name) => `@our/shared${name}`),
        from,
      ),
      ["INDEX", "ERRORS", "PLAIN", "CONDITION", "DATA", "DEEP", "?", "?"],
    );
  });

  it("are read from their sources, built or not", async () => {
    const built = {
      ...shared,
      "package.json": manifest({ workspaces: ["packages/*"] }),
      "packages/shared/dist/index.js": coded("BUILT"),
      "packages/shared/dist/index.d.ts": "export declare const CODE: string;",
    };
    assert.deepEqual(await found(built, ["@our/shared"], from), ["SHARED"]);
    const onlyBuilt = {
      "package.json": manifest({ workspaces: ["packages/*"] }),
      "packages/plain/package.json": manifest({ name: "plain", main: "lib/index" }),
      "packages/plain/lib/index.js": "exports.CODE = 'PLAIN';",
      "packages/plain/index.js": coded("WRONG"),
    };
    assert.deepEqual(await found(onlyBuilt, ["plain"], from), ["PLAIN"]);
  });

  it("give names to their own files", async () => {
    const files = {
      "package.json": manifest({
        name: "app",
        imports: {
          "#internal/*": "./dist/internal/*.js",
          "#codes": { node: "./src/codes.ts" },
          "#shared": "@our/shared",
        },
        exports: { "./codes": "./src/codes.ts" },
        workspaces: ["packages/*"],
      }),
      ...shared,
      "src/internal/one.ts": coded("ONE"),
      "src/codes.ts": coded("CODES"),
    };
    assert.deepEqual(await found(files, ["#internal/one", "#codes", "#shared", "app/codes", "#none"]), [
      "ONE",
      "CODES",
      "SHARED",
      "CODES",
      "?",
    ]);
  });

  it("are nothing that is installed, unknown or broken", async () => {
    const files = {
      "package.json": manifest({ workspaces: ["packages/*", "node_modules/*", "../outside/*"] }),
      "packages/broken/package.json": '{ "name": "broken", "exports": { ".": 5, "x": {} } }',
      "packages/strange/package.json": '{ "name": ["strange"], "main": {}, "exports": [[[null]]], "imports": 7 }',
      "node_modules/installed/package.json": manifest({ name: "installed", main: "index.js" }),
      "node_modules/installed/index.js": coded("INSTALLED"),
      "src/broken.ts": coded("WRONG"),
    };
    const workspace = memoryWorkspace({
      ...files,
      "src/main.ts": answering("installed", "unknown", "broken", "strange", "@our", "@our/", "#x", "/x", "node:fs", ""),
    });
    assert.deepEqual(await codesIn(workspace, "src/main.ts"), Array<string>(10).fill("?"));
    assert.deepEqual(
      workspace.disk.asked.filter((uri) => uri.includes("node_modules") || !uri.startsWith(workspaceUri)),
      [],
    );
  });

  it("give error classes with their statuses", async () => {
    const workspace = memoryWorkspace({
      ...shared,
      "package.json": manifest({ workspaces: ["packages/*"] }),
      "packages/shared/src/index.ts": 'export * from "./errors";',
      "packages/shared/src/errors.ts":
        "export class ApiError extends Error { constructor(public status: number, message: string) { super(message); } }\n" +
        "export class NotThere extends ApiError { constructor(message: string) { super(404, message); } }",
      [from]: 'import { NotThere } from "@our/shared";\nexport function f() { throw new NotThere("gone"); }',
    });
    const analysis = await workspace.workspace.analyse(uriOf(from));
    assert.deepEqual(
      analysis?.facts.map(({ site }) => [site.status?.values[0]?.value, site.message?.values[0]?.value]),
      [[404, "gone"]],
    );
  });
});

describe("the work of resolution", () => {
  const files = {
    "package.json": manifest({ workspaces: ["packages/*"] }),
    "tsconfig.json": tsconfig({ paths: { "@/*": ["./src/*"] } }),
    "packages/shared/package.json": manifest({ name: "shared" }),
    "packages/shared/src/index.ts": coded("SHARED"),
    "packages/other/package.json": manifest({ name: "other" }),
    "src/codes.ts": coded("ONE"),
    "next/codes.ts": coded("NEXT"),
    "src/a.ts": answering("@/codes", "shared"),
    "src/b.ts": answering("@/codes", "shared", "later"),
  };

  it("is none where nothing is imported that matters", async () => {
    const calm = memoryWorkspace({
      ...files,
      "src/a.ts":
        'import { x } from "@/codes"; import y from "shared"; export const f = (res) => { res.status(404).end(); log(x); };',
    });
    await calm.workspace.analyse(uriOf("src/a.ts"));
    assert.equal(calm.workspace.work.resolutions, 0);
    assert.deepEqual(
      calm.disk.asked.filter((uri) => uri.includes("tsconfig") || uri.endsWith("/") || uri.includes("packages")),
      [],
    );
  });

  it("asks for each file and each folder once", async () => {
    const workspace = memoryWorkspace(files);
    assert.deepEqual(await codesIn(workspace, "src/a.ts"), ["ONE", "SHARED"]);
    assert.deepEqual(await codesIn(workspace, "src/b.ts"), ["ONE", "SHARED", "?"]);
    assert.deepEqual([...new Set(workspace.disk.asked)], workspace.disk.asked);
  });

  it("is done anew when a tsconfig changes, and only where that matters", async () => {
    const workspace = memoryWorkspace({ ...files, "calm.ts": answering("./src/codes") });
    assert.deepEqual(await codesIn(workspace, "src/a.ts"), ["ONE", "SHARED"]);
    assert.deepEqual(await codesIn(workspace, "calm.ts"), ["ONE"]);
    const reads = workspace.workspace.work.reads;
    const changed = files["tsconfig.json"].replace("./src/", "./next/");
    workspace.workspace.setOpen(uriOf("tsconfig.json"), changed, "jsonc");
    assert.equal(workspace.workspace.isCurrent(uriOf("src/a.ts")), false);
    assert.equal(workspace.workspace.isCurrent(uriOf("calm.ts")), true);
    assert.deepEqual(await codesIn(workspace, "src/a.ts"), ["NEXT", "SHARED"]);
    assert.equal(workspace.workspace.work.reads - reads, 1, "the module that the alias leads to now");
  });

  it("is done anew when a package, a configuration or a file appears or goes", async () => {
    const workspace = memoryWorkspace(files);
    const { disk } = workspace;
    const told = async (path: string, text: string | undefined) => {
      if (text === undefined) disk.files.delete(uriOf(path));
      else disk.files.set(uriOf(path), text);
      workspace.workspace.invalidate(uriOf(path));
      return codesIn(workspace, "src/b.ts");
    };
    assert.deepEqual(await codesIn(workspace, "src/b.ts"), ["ONE", "SHARED", "?"]);
    disk.files.set(uriOf("packages/later/src/index.ts"), coded("LATER"));
    assert.deepEqual(await told("packages/later/package.json", manifest({ name: "later" })), [
      "ONE",
      "SHARED",
      "LATER",
    ]);
    const others = tsconfig({ paths: { "#/*": ["./*"] } });
    assert.deepEqual(await told("src/tsconfig.json", others), ["?", "SHARED", "LATER"]);
    assert.deepEqual(await told("src/tsconfig.json", undefined), ["ONE", "SHARED", "LATER"]);
    assert.deepEqual(await told("packages/shared/package.json", manifest({ name: "renamed" })), ["ONE", "?", "LATER"]);
    assert.deepEqual(await told("packages/shared/package.json", manifest({ name: "shared" })), [
      "ONE",
      "SHARED",
      "LATER",
    ]);
    assert.deepEqual(await told("packages/shared/src/index.ts", undefined), ["ONE", "?", "LATER"]);
    assert.deepEqual(await told("packages/shared/index.ts", coded("AT THE TOP")), ["ONE", "AT THE TOP", "LATER"]);
    assert.deepEqual(await told("src/codes.ts", coded("TWO")), ["TWO", "AT THE TOP", "LATER"]);
  });

  it("keeps what it has when a file changes in a folder that was listed", async () => {
    const workspace = memoryWorkspace({ ...files, "packages/shared/docs/a.ts": "" });
    await codesIn(workspace, "src/a.ts");
    workspace.disk.files.set(uriOf("packages/shared/src/new.ts"), "");
    workspace.workspace.invalidate(uriOf("packages/shared/src/new.ts"));
    workspace.workspace.invalidate(uriOf("packages/readme.json"));
    assert.equal(workspace.workspace.isCurrent(uriOf("src/a.ts")), true);
  });
});
