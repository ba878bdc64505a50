import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The layers of the core, lowest first; a file may import from its own layer and from lower ones. */
const layers = ["text", "syntax", "catalog", "sites", "references", "facts", "rules", "features", "workspace"];

/** Which packages a part of the program may use. */
const packages: Readonly<Record<string, readonly string[]>> = {
  "server/core": [
    "vscode-uri",
    "yaml",
    "jsonc-parser",
    "picomatch",
    "ignore",
    "resolve-pkg-maps",
    "fastest-levenshtein",
    "@lezer/markdown",
    "@lezer/common",
    "parse5",
  ],
  "server/lsp": ["vscode-languageserver"],
  "server/node": ["vscode-languageserver", "vscode-uri", "node:"],
  "server/cli": ["vscode-uri", "commander", "cli-progress", "picocolors", "node:"],
  client: ["vscode", "vscode-languageclient", "node:"],
};

/** Which parts a part may import from. */
const parts: Readonly<Record<string, readonly string[]>> = {
  "server/core": [],
  "server/lsp": ["server/core/index.ts"],
  "server/node": ["server/core/index.ts", "server/lsp"],
  "server/cli": ["server/core/index.ts", "server/node"],
  client: [],
};

interface Import {
  readonly file: string;
  readonly specifier: string;
}

function importsIn(part: string): readonly Import[] {
  return globSync(`${part}/**/*.ts`, { cwd: root }).flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8")
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .replace(/^\s*\/\/.*$/gm, "");
    const matches = text.matchAll(
      /^(?:import|export)\s[^;]*?from\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm,
    );
    return [...matches].map((match) => ({
      file: file.replaceAll("\\", "/"),
      specifier: match[1] ?? match[2] ?? match[3] ?? "",
    }));
  });
}

function targetOf({ file, specifier }: Import): string {
  return normalize(join(dirname(file), specifier)).replaceAll("\\", "/");
}

for (const part of Object.keys(parts)) {
  const imports = importsIn(part);

  test(`${part} imports only the packages it may`, () => {
    const allowed = packages[part] ?? [];
    const wrong = imports
      .filter(({ specifier }) => !specifier.startsWith("."))
      .filter(
        ({ specifier }) =>
          !allowed.some(
            (name) =>
              specifier === name ||
              specifier.startsWith(`${name}/`) ||
              (name === "node:" && specifier.startsWith(name)),
          ),
      );
    assert.deepEqual(wrong, []);
    assert.ok(imports.length > 0, "the imports are found at all");
  });

  test(`${part} imports only from the parts it may`, () => {
    const allowed = parts[part] ?? [];
    const wrong = imports
      .filter(({ specifier }) => specifier.startsWith("."))
      .filter((item) => {
        const target = targetOf(item);
        return (
          !target.startsWith(`${part}/`) && !allowed.some((place) => target === place || target.startsWith(`${place}/`))
        );
      });
    assert.deepEqual(wrong, []);
  });
}

test("inside the core imports point downward", () => {
  const wrong = importsIn("server/core")
    .filter(({ specifier, file }) => specifier.startsWith(".") && file !== "server/core/index.ts")
    .filter((item) => layers.indexOf(layerOf(targetOf(item))) > layers.indexOf(layerOf(item.file)));
  assert.deepEqual(wrong, []);
});

test("every file of the core stands in a layer", () => {
  const strangers = globSync("server/core/**/*.ts", { cwd: root })
    .map((file) => relative("server/core", file).replaceAll("\\", "/"))
    .filter((file) => file !== "index.ts" && !layers.includes(file.split("/")[0] ?? ""));
  assert.deepEqual(strangers, []);
});

test("no catalog's id appears in code", () => {
  const ids = globSync("catalogs/*.yaml", { cwd: root }).map((file) => relative("catalogs", file).replace(".yaml", ""));
  const telling = ids.filter((id) => id.includes("-"));
  const found = ["server", "client"].flatMap((part) =>
    globSync(`${part}/**/*.ts`, { cwd: root }).filter((file) => {
      // Examples in comments and in rule documentation may name a catalog; code may not.
      const code = readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "");
      return !file.includes("rules") && telling.some((id) => code.includes(`"${id}"`));
    }),
  );
  assert.ok(telling.length > 0);
  assert.deepEqual(found, []);
});

test("the messages beyond LSP are the same on both sides", () => {
  const names = (file: string) =>
    [...readFileSync(join(root, file), "utf8").matchAll(/"(errorCodeInsight\/\w+)"/g)].map((match) => match[1]);
  assert.deepEqual(names("client/protocol.ts"), names("server/lsp/protocol.ts"));
});

function layerOf(file: string): string {
  return relative("server/core", file).replaceAll("\\", "/").split("/")[0] ?? "";
}
