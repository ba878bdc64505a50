import { deepStrictEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { recognitionOf } from "../../../server/core/sites/find-sites.ts";
import { readSource } from "../../../server/core/syntax/read-source.ts";
import { walkFile } from "../../../server/core/syntax/walk.ts";

const text = `
import { RemoteError, build } from "somewhere";
class PathError extends Error { constructor(path: string, max: number) { super(path); } }
throw new Error("404");
throw new PathError("x", 500);
throw new RemoteError("plain");
throw caught;
throw build(1);
throw 404;
throw new RemoteError("A_CODE", 404);
keep(new PathError("x", 500));
keep(new RemoteError("plain"));
keep(new Map());
keep(makeError(5));
`;

/** What the two recognisers of made errors say of every throw and every argument of `keep`. */
function reasons(): readonly string[] {
  const file = readSource(text, "ts");
  const recognition = recognitionOf(file, { uri: "file:///project/main.ts", modules: { module: () => "absent" } });
  const found: string[] = [];
  walkFile(file, (node, ancestors) => {
    const parent = ancestors.at(-1);
    const isKept = parent?.kind === "call" && parent.callee.kind === "identifier" && parent.callee.name === "keep";
    if (node.kind !== "throw" && !(isKept && (node.kind === "new" || node.kind === "call"))) return;
    const looked = recognition.at(node, ancestors).filter(({ idiom }) => idiom === "throw" || idiom === "construct");
    const said = looked.map(({ idiom, site, reason }) => `${idiom}: ${site === undefined ? reason : "site"}`);
    found.push(`${text.slice(node.start, node.end)} ${said.join(" ")}`);
  });
  return found;
}

describe("why an error is no site", () => {
  it("is said in a sentence", () => {
    deepStrictEqual(reasons(), [
      'throw new Error("404"); throw: `Error` carries neither a status nor a code.',
      'throw new PathError("x", 500); throw: `PathError` carries neither a status nor a code, as far as its declaration shows.',
      'throw new RemoteError("plain"); throw: the declaration of `RemoteError` cannot be found (`RemoteError` comes from the package `somewhere`, whose code is not read), and no argument looks like a status (400–599) or a code.',
      "throw caught; throw: what `caught` holds is not made in this file with a status or a code: `caught` is declared nowhere in this file.",
      "throw build(1); throw: the declaration of `build` cannot be found (`build` comes from the package `somewhere`, whose code is not read), and no argument looks like a status (400–599) or a code.",
      "throw 404; throw: what is thrown here is neither made by a class or a function nor written as an object.",
      'throw new RemoteError("A_CODE", 404); throw: site',
      'new PathError("x", 500) construct: `PathError` carries neither a status nor a code, as far as its declaration shows.',
      'new RemoteError("plain") construct: the declaration of `RemoteError` cannot be found (`RemoteError` comes from the package `somewhere`, whose code is not read), and no argument looks like a status (400–599) or a code.',
      "new Map() construct: undefined",
      "makeError(5) throw: undefined construct: the declaration of `makeError` cannot be found (`makeError` is declared nowhere in this file), and no argument looks like a status (400–599) or a code.",
    ]);
  });
});
