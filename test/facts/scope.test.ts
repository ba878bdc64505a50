import { deepStrictEqual } from "node:assert/strict";
import { test } from "node:test";
import { memoryWorkspace, uriOf } from "../support/memory-workspace.ts";

/** `catalog: reason` for each catalog in scope of `path`. */
async function scopeOf(path: string, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { workspace } = memoryWorkspace(files);
  // Open files are analysed whether or not they look as if they held an error.
  workspace.setOpen(uriOf(path), files[path] ?? "");
  const analysis = await workspace.analyse(uriOf(path));
  return (analysis?.scope.catalogs ?? []).map(({ catalog, reason }) => `${catalog.id}: ${reason.kind}`);
}

const scopeOfText = (text: string) => scopeOf("a.ts", { "a.ts": text });

const ukrainianBody = `{ ok: false, error: { code: "X", message: "x" }, meta: { api_version: "1", ts: now }, id }`;

test("without a word for it no catalog applies", async () => {
  deepStrictEqual(await scopeOfText(`res.status(404).json({ error: { code: "NOT_FOUND", message: "No" } });`), []);
  deepStrictEqual(await scopeOfText(""), []);
});

test("a configuration names catalogs for all files below it, an override for some", async () => {
  const files = {
    "error-code-insight.json": JSON.stringify({
      catalogs: ["builtin:uk-retail-api", "builtin:http"],
      overrides: [
        { files: ["chat/**"], catalogs: ["builtin:agora-chat"] },
        { files: ["none/**"], catalogs: [] },
      ],
    }),
    "chat/a.ts": "",
    "none/a.ts": `res.status(400).json(${ukrainianBody});`,
    "a.ts": `fetch("https://a1.chat.agora.io/x");`,
  };
  deepStrictEqual(await scopeOf("a.ts", files), ["uk-retail-api: configuration"]);
  deepStrictEqual(await scopeOf("chat/a.ts", files), ["agora-chat: override"]);
  deepStrictEqual(await scopeOf("none/a.ts", files), []);
});

test("the nearest configuration wins over those above", async () => {
  const files = {
    "error-code-insight.json": `{ "catalogs": ["builtin:uk-retail-api"] }`,
    "inner/error-code-insight.yaml": "catalogs: [builtin:ru-rest-api]",
    "inner/a.ts": "",
  };
  deepStrictEqual(await scopeOf("inner/a.ts", files), ["ru-rest-api: configuration"]);
});

test("a configuration without catalogs leaves it to the file", async () => {
  const files = { "error-code-insight.json": `{ "rules": {} }`, "a.ts": `res.status(400).json(${ukrainianBody});` };
  deepStrictEqual(await scopeOf("a.ts", files), ["uk-retail-api: envelope"]);
});

test("a comment chooses for its file, in every comment form", async () => {
  deepStrictEqual(await scopeOfText("// error-catalog: agora-chat"), ["agora-chat: comment"]);
  deepStrictEqual(await scopeOfText("/* error-catalog: agora-chat, ru-rest-api */"), [
    "agora-chat: comment",
    "ru-rest-api: comment",
  ]);
  deepStrictEqual(await scopeOfText("/**\n * Chat.\n * error-catalog: builtin:agora-chat -- see the wiki\n */"), [
    "agora-chat: comment",
  ]);
  deepStrictEqual(await scopeOfText("// see error-catalog: agora-chat"), []);
  deepStrictEqual(await scopeOfText(`const a = "// error-catalog: agora-chat";`), []);
  const json = { "a.json": `/* error-catalog: ru-rest-api */ {}` };
  deepStrictEqual(await scopeOf("a.json", json), ["ru-rest-api: comment"]);
});

test("a comment outweighs the configuration, and may name what only the configuration knows", async () => {
  const own = "id: own\ntitle: Own API\nlanguage: en\ncodes: { A_B: { status: 400 } }\n";
  const files = {
    "error-code-insight.json": `{ "catalogs": ["builtin:uk-retail-api", "./own.yaml"] }`,
    "own.yaml": own,
    "a.ts": "// error-catalog: own",
    "off.ts": "// error-catalog: off",
    "typo.ts": "// error-catalog: onw",
  };
  deepStrictEqual(await scopeOf("a.ts", files), ["own: comment"]);
  deepStrictEqual(await scopeOf("off.ts", files), []);
  deepStrictEqual(await scopeOf("typo.ts", files), ["uk-retail-api: configuration", "own: configuration"]);
});

test("a distinctive body speaks for its catalog, a common one does not", async () => {
  deepStrictEqual(await scopeOfText(`res.status(400).json(${ukrainianBody});`), ["uk-retail-api: envelope"]);
  deepStrictEqual(await scopeOfText(`res.status(400).json({ error: { code: 1001, message: "No" } });`), []);
});

test("a host in a text speaks, a link in a comment does not", async () => {
  deepStrictEqual(await scopeOfText(`fetch("https://a1.chat.agora.io/org/app/users");`), ["agora-chat: host"]);
  deepStrictEqual(await scopeOfText("const base = `https://user@A1.easemob.com:8080/`;"), ["agora-chat: host"]);
  deepStrictEqual(await scopeOfText("// https://a1.chat.agora.io/org"), []);
  deepStrictEqual(await scopeOfText(`fetch("https://chat.agora.io.example.com/");`), []);
});

test("several characteristic codes speak, common ones do not", async () => {
  const sites = (...codes: readonly string[]) =>
    codes.map((code) => `res.status(409).json({ error: { code: "${code}", message: m } });`).join("\n");
  deepStrictEqual(await scopeOfText(sites("HAS_STOCK", "CARD_HAS_DEBT", "NOT_FOUND")), ["uk-retail-api: codes"]);
  deepStrictEqual(await scopeOfText(sites("HAS_STOCK", "CARD_HAS_DEBT")), []);
  deepStrictEqual(await scopeOfText(sites("NOT_FOUND", "FORBIDDEN", "UNAUTHORIZED", "INTERNAL_ERROR")), []);
});

test("numbers speak only with their very messages", async () => {
  const site = (code: number, message: string) =>
    `res.status(400).json({ error: { code: ${code}, message: "${message}" } });`;
  const own = [site(1001, "Incorrect data"), site(1002, "Invalid email format"), site(2004, "No access token")];
  deepStrictEqual(await scopeOfText(own.join("\n")), ["ru-rest-api: codes"]);
  deepStrictEqual(await scopeOfText([site(1001, "A"), site(1002, "B"), site(2004, "C")].join("\n")), []);
});
