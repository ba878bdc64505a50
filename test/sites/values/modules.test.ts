import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import type { ModuleSummary } from "../../../server/core/sites/values/module-summary.ts";
import { resolveSpecifier } from "../../../server/core/sites/values/resolve-specifier.ts";
import { summariseModule } from "../../../server/core/sites/values/summarise-module.ts";
import type { ModuleProvider } from "../../../server/core/sites/values/value-service.ts";
import { createValueService } from "../../../server/core/sites/values/value-service-for-file.ts";
import { readSource } from "../../../server/core/syntax/read-source.ts";
import { describeValue, shownIn } from "./support.ts";

const main = "file:///project/src/main.ts";

function shown(text: string, modules: ModuleProvider): readonly string[] {
  const file = readSource(text, "ts");
  const service = createValueService({ file, uri: main, modules });
  return shownIn(file).map((expression) => describeValue(service.valueOf(expression)));
}

describe("candidates of a specifier", () => {
  it("are the sources that an output's extension stands for", () => {
    deepStrictEqual(resolveSpecifier(main, "./codes.js"), [
      "file:///project/src/codes.ts",
      "file:///project/src/codes.tsx",
      "file:///project/src/codes.d.ts",
      "file:///project/src/codes.js",
    ]);
    deepStrictEqual(resolveSpecifier(main, "../a.mjs"), [
      "file:///project/a.mts",
      "file:///project/a.d.mts",
      "file:///project/a.mjs",
    ]);
    deepStrictEqual(resolveSpecifier(main, "./a.json"), ["file:///project/src/a.json"]);
  });

  it("are files before folders where no extension is written", () => {
    const candidates = resolveSpecifier(main, "./user.service") ?? [];
    strictEqual(candidates[0], "file:///project/src/user.service.ts");
    strictEqual(candidates.includes("file:///project/src/user.service/index.ts"), true);
    strictEqual(
      candidates.indexOf("file:///project/src/user.service.json") <
        candidates.indexOf("file:///project/src/user.service/index.ts"),
      true,
    );
  });

  it("are index files only for a folder", () => {
    for (const specifier of [".", "./", "../src", "../src/"]) {
      const candidates = resolveSpecifier(main, specifier) ?? [];
      strictEqual(candidates.includes("file:///project/src/index.ts"), true, specifier);
    }
    strictEqual(resolveSpecifier(main, "..")?.[0], "file:///project/index.ts");
  });

  it("are escaped as editors escape URIs", () => {
    strictEqual(
      resolveSpecifier("file:///project/%5Bid%5D/page.ts", "../(group)/my codes.ts")?.[0],
      "file:///project/%28group%29/my%20codes.ts",
    );
  });

  it("are none for packages, and empty above the root", () => {
    for (const specifier of ["express", "@scope/name", "node:http", "/absolute", "https://example.org/x.ts", ""])
      strictEqual(resolveSpecifier(main, specifier), undefined, specifier);
    deepStrictEqual(resolveSpecifier("file:///main.ts", "../../x"), []);
  });

  it("keep the scheme and the authority of any URI", () => {
    strictEqual(
      resolveSpecifier("vscode-vfs://github/owner/repo/a.ts", "./b.ts")?.[0],
      "vscode-vfs://github/owner/repo/b.ts",
    );
    strictEqual(resolveSpecifier("untitled:folder/a.ts", "./b.ts")?.[0], "untitled:folder/b.ts");
  });
});

describe("a module provider", () => {
  it("stops at a module that is not loaded yet", () => {
    const asked: string[] = [];
    const modules: ModuleProvider = {
      module(uri) {
        asked.push(uri);
        return uri.endsWith("codes.ts") ? "pending" : "absent";
      },
    };
    deepStrictEqual(shown(`import { A } from "./codes"; show(A, A);`, modules), ["…", "…"]);
    deepStrictEqual(asked, ["file:///project/src/codes.ts"]);
  });

  it("is asked for nothing by code that needs no other module", () => {
    const modules: ModuleProvider = {
      module() {
        throw new Error("asked");
      },
    };
    deepStrictEqual(
      shown(`import { A } from "./codes"; import { B } from "express"; const c = 404; show(c, 5, B);`, modules),
      ["404 in src/main.ts", "5", "…"],
    );
  });

  it("may give the file itself back", () => {
    const modules: ModuleProvider = { module: () => "absent" };
    deepStrictEqual(shown(`import { A } from "./main"; export const A = "own"; show(A);`, modules), [
      '"own" in src/main.ts',
    ]);
  });
});

describe("a summary", () => {
  it("is plain data that outlives the tree", () => {
    const text = `
      import { a } from "./a"; import * as ns from "./ns"; const lib = require("lib");
      export const X = { a, ["b"]: 1, ...ns }, Y = [1, , ...X];
      export function f({ x = 1 }, ...rest) { try { return x; } catch (e) { throw new E(x); } }
      export default class K extends ns.Base { static s = 1; #p = 2; get g() { return 3; } constructor(readonly q) { super(q); this.r = q; } }
      export enum En { A, B = "b" }
      export * from "./star"; export { a as z } from "./z"; module.exports.extra = f;`;
    const summary = summariseModule(readSource(text, "ts"), main);
    const copy = structuredClone(summary);
    deepStrictEqual(copy, summary);
    deepStrictEqual(summary.specifiers, ["./a", "./ns", "lib", "./star", "./z"]);
    deepStrictEqual([...summary.exports.keys()].sort(), ["En", "X", "Y", "default", "f", "z"]);
    deepStrictEqual(
      [...summary.imports],
      [
        ["a", { specifier: "./a", imported: "a" }],
        ["ns", { specifier: "./ns", imported: "*" }],
        ["lib", { specifier: "lib", imported: "=" }],
      ],
    );
    strictEqual(holdsTree(summary), false);
  });

  it("of a refused text is empty", () => {
    const summary = summariseModule(readSource("(".repeat(100_000), "ts"), main);
    deepStrictEqual([summary.bindings.size, summary.exports.size, summary.starExports.length], [0, 0, 0]);
  });
});

/** Nodes of a tree have kinds that no symbolic value has. */
function holdsTree(summary: ModuleSummary): boolean {
  const kinds = new Set<string>();
  const open: unknown[] = [...summary.bindings.values(), ...summary.exports.values(), summary.commonJs];
  for (let value = open.pop(); open.length > 0 || value !== undefined; value = open.pop()) {
    if (typeof value !== "object" || value === null) continue;
    if ("kind" in value && typeof value.kind === "string") kinds.add(value.kind);
    open.push(...Object.values(value).filter((inner) => typeof inner === "object" && inner !== null));
  }
  return ["identifier", "string", "number", "new", "statement", "variable"].some((kind) => kinds.has(kind));
}

describe("a query", () => {
  const absent: ModuleProvider = { module: () => "absent" };

  it("ends for names that need each other", () => {
    deepStrictEqual(
      shown(
        `const a = b, b = c, c = a; function f() { return g(); } function g() { return f(); } show(a, f());`,
        absent,
      ),
      ["…", "…"],
    );
  });

  it("ends for choices that double at every step", () => {
    const lines = Array.from(
      { length: 40 },
      (_unused, index) => `const v${index + 1} = x ? v${index} : [v${index}][0];`,
    );
    deepStrictEqual(shown(`const v0 = 1; ${lines.join("\n")} show(v3, v40);`, absent), ["1 in src/main.ts", "…"]);
  });

  it("ends for long chains, each name of them known as far as the depth goes", () => {
    const lines = Array.from({ length: 5_000 }, (_unused, index) => `const v${index + 1} = v${index};`);
    const text = `const v0 = 1; ${lines.join("\n")} function f() { ${lines.join("\n").replaceAll("const v", "const w").replaceAll("= v", "= w")} show(w5000); } show(v10, v5000);`;
    deepStrictEqual(shown(text, absent), ["…", "1 in src/main.ts", "…"]);
  });

  it("ends for classes that extend themselves and functions that return themselves", () => {
    deepStrictEqual(
      shown(`class A extends B {} class B extends A {} const f = () => f; show(new A().x, A.y, f()()()().z);`, absent),
      ["…", "…", "…"],
    );
  });
});
