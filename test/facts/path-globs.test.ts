import { deepStrictEqual } from "node:assert/strict";
import { test } from "node:test";
import { matchesGlobs } from "../../server/core/facts/path-globs.ts";

const configuration = "file:///project/my%20app/error-code-insight.json";
const files = ["src/chat/send.ts", "src/chat/send.test.ts", "src/[id]/route.ts", "src/.well-known/a.ts", "lib/chat.ts"];

function matched(...globs: readonly string[]): readonly string[] {
  const uriOf = (path: string) => `file:///project/my%20app/${path.split("/").map(encodeURIComponent).join("/")}`;
  return files.filter((path) => matchesGlobs(configuration, globs, uriOf(path)));
}

test("globs are relative to the configuration's folder", () => {
  deepStrictEqual(matched("src/chat/**"), ["src/chat/send.ts", "src/chat/send.test.ts"]);
  deepStrictEqual(matched("./src/chat/*.ts"), ["src/chat/send.ts", "src/chat/send.test.ts"]);
  deepStrictEqual(matched("chat/**"), []);
  deepStrictEqual(matched("src/\\[id\\]/**"), ["src/[id]/route.ts"]);
});

test("a folder's name means all below it, a pattern without a slash any folder", () => {
  deepStrictEqual(matched("src"), [
    "src/chat/send.ts",
    "src/chat/send.test.ts",
    "src/[id]/route.ts",
    "src/.well-known/a.ts",
  ]);
  deepStrictEqual(matched("src/chat/"), ["src/chat/send.ts", "src/chat/send.test.ts"]);
  deepStrictEqual(matched("*.test.ts"), ["src/chat/send.test.ts"]);
  deepStrictEqual(matched("."), files);
});

test("an exclamation mark takes files out again, and a later pattern brings them back", () => {
  deepStrictEqual(matched("src/**", "!*.test.ts", "!src/[.]*/**"), ["src/chat/send.ts", "src/[id]/route.ts"]);
  deepStrictEqual(matched("src/chat/**", "!src/**", "**/send.ts"), ["src/chat/send.ts"]);
});

test("files outside the folder never match", () => {
  deepStrictEqual(matchesGlobs(configuration, ["**"], "file:///project/other/a.ts"), false);
  deepStrictEqual(matchesGlobs(configuration, ["**"], "untitled:Untitled-1"), false);
});
