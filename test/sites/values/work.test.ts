/** How much work a file is: growing with its length and not with its square, and never without end. */
import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { findSites } from "../../../server/core/sites/find-sites.ts";
import { createBindings } from "../../../server/core/sites/reading/bindings.ts";
import { BindingMutations } from "../../../server/core/sites/values/lower/binding-mutations.ts";
import { Lowering } from "../../../server/core/sites/values/lower/lowering.ts";
import { lookUp, ScopeTree } from "../../../server/core/sites/values/lower/scope.ts";
import { createValueService } from "../../../server/core/sites/values/value-service-for-file.ts";
import { Work } from "../../../server/core/sites/values/work.ts";
import { whyAt } from "../../../server/core/sites/why.ts";
import { readSource } from "../../../server/core/syntax/read-source.ts";
import type { Expression, SourceFile } from "../../../server/core/syntax/tree.ts";
import { childrenOf, walkFile } from "../../../server/core/syntax/walk.ts";
import { encloses } from "../../../server/core/text/span.ts";

const uri = "file:///project/main.js";
const modules = { module: () => "absent" as const };

/** Line by line: of what stands on a line too long for people, only sites beyond doubt are kept. */
function repeated(count: number, part: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => part(index)).join("\n");
}

/** Shapes of files that machines write, and people who repeat themselves; each grows with `count`. */
const shapes: Readonly<Record<string, (count: number) => string>> = {
  "minified functions": (count) =>
    `(()=>{ ${repeated(count, (n) => `var f${n}=(e,t)=>{e.a${n}=t;if(t.status===404)throw new HttpError(e,t.code);return t}; `)}})();`,
  "handlers that set fields of their error": (count) =>
    repeated(
      count,
      (n) =>
        `export const f${n} = (err,next)=>{ err.status=404; if(err.x) throw new HttpError(err, err.code); next(err) }\n`,
    ),
  "one declaration of everything": (count) =>
    `(()=>{var z=1${repeated(count, (n) => `,f${n}=(e,t)=>{e.a${n}=t;if(t.status===404)throw new HttpError(e,t.code);return t}`)}})();`,
  "modules of a bundle": (count) =>
    `var m={${repeated(count, (n) => `${n}:(e,t,r)=>{var n=r(${n});t.x=class extends n.E{constructor(e){super(e);this.status=404}};t.y=e=>{if(e.status===404)throw new n.HttpError(e.code)}},`)}};`,
  "members set one by one": (count) =>
    `(()=>{const codes={};${repeated(count, (n) => `codes.a${n}="A${n}";`)}${repeated(count, (n) => `f(()=>{throw new HttpError(404, codes.a${n})});`)}})();`,
  "a chain of promises": (count) => `x${repeated(count, () => ".catch(e=>{throw new HttpError(404,e.code)})")};`,
  "one condition after another": (count) =>
    `function f(e){if(0);${repeated(count, (n) => `else if(e.code==="A${n}"){throw new HttpError(404,e.code)}`)}}`,
  "the methods of one class": (count) =>
    `class C{${repeated(count, (n) => `static A${n}="A${n}"; static f${n}(){throw new HttpError(404,this.A${n})}`)}}`,
};

function workFor(text: string): { readonly units: number; readonly sites: number } {
  const file = readSource(text, "js");
  const values = createValueService({ file, uri, modules });
  const sites = findSites(file, { uri, modules, values });
  strictEqual(values.work.isSpent, false);
  return { units: values.work.units, sites: sites.length };
}

describe("the work for a file", () => {
  for (const [name, textOf] of Object.entries(shapes)) {
    it(`at most doubles with the length of ${name}`, () => {
      const once = workFor(textOf(300));
      const twice = workFor(textOf(600));
      ok(once.sites >= 299, `${once.sites} sites are found`);
      ok(once.units > 300, `${once.units} units are counted`);
      ok(twice.units <= once.units * 2.1, `from ${once.units} to ${twice.units}`);
    });
  }

  it("ends: names are unknown where it was too much, and literals still count", () => {
    const file = readSource(
      'const codes = { gone: "GONE" };\nshow(codes.gone);\nshow(404);\nshow(new AppError(404, "GONE"));\nclass AppError extends Error { status = 500; code = "OWN" }',
      "js",
    );
    const shown: Expression[] = [];
    walkFile(file, (node) => {
      if (node.kind === "call" && node.callee.kind === "identifier" && node.callee.name === "show")
        shown.push(...node.arguments);
    });
    const [name, literal, made] = shown;
    ok(name !== undefined && literal !== undefined && made?.kind === "new");
    for (const mostWork of [0, 3, 6]) {
      const values = createValueService({ file, uri, modules, mostWork });
      values.likelyShapeOf(made);
      const worth = values.valueOf(name);
      strictEqual(values.work.isSpent, true);
      deepStrictEqual(worth, { options: [], exhaustive: false });
      strictEqual(values.errorShapeOf(made), undefined);
      strictEqual(values.likelyShapeOf(made, { thrown: true }), undefined);
      deepStrictEqual(
        values.valueOf(literal).options.map(({ value }) => value),
        [404],
      );
    }
    const enough = createValueService({ file, uri, modules });
    deepStrictEqual(
      enough.valueOf(name).options.map(({ value }) => value),
      ["GONE"],
    );
    strictEqual(enough.errorShapeOf(made)?.code?.value.options[0]?.value, "OWN");
  });

  it("is told of where somebody asks why", () => {
    const text = "throw new HttpError(404, codes.gone);";
    const file = readSource(text, "js");
    const sentences = (mostWork: number | undefined): readonly string[] =>
      whyAt(file, 8, { uri, modules, values: createValueService({ file, uri, modules, mostWork }) }).sentences;
    ok(sentences(0).some((sentence) => sentence.includes("takes too long")));
    ok(sentences(undefined).every((sentence) => !sentence.includes("takes too long")));
  });

  it("says nothing that it would not say with more of it", () => {
    const text = `${shapes["minified functions"]?.(20)}${shapes["the methods of one class"]?.(20)}`;
    const file = readSource(text, "js");
    const all = new Set(said(file, undefined));
    let fewer = 0;
    for (let mostWork = 0; mostWork < 1500; mostWork += 25) {
      const found = said(file, mostWork);
      for (const one of found) ok(all.has(one), `${one} with ${mostWork} units`);
      if (found.length < all.size) fewer += 1;
    }
    ok(fewer > 0);
  });
});

/** Every status and code of every site, with its place. */
function said(file: SourceFile, mostWork: number | undefined): readonly string[] {
  const values = createValueService({ file, uri, modules, mostWork });
  return findSites(file, { uri, modules, values }).flatMap(({ span, status, code }) => [
    ...(status?.values ?? []).map(({ value }) => `${span.start}: status ${value}`),
    ...(code?.values ?? []).map(({ value }) => `${span.start}: code ${value}`),
  ]);
}

describe("the declaration of a name", () => {
  it("is the innermost around it, between siblings that declare the same name", () => {
    const file = readSource(
      `const e = "top"; show(e);
      function a(e) { show(e); { const e = "inner"; show(e) } show(e); { let e = "next"; show(e); e = 1 } show(e) }
      show(e);
      { let e = "block"; show(e); (() => { const e = "deep"; show(e) })(); show(e) }
      show(e); try { show(e) } catch (e) { show(e) } show(e);`,
      "js",
    );
    const bindings = createBindings(file);
    const found: string[] = [];
    walkFile(file, (node) => {
      if (node.kind !== "call" || node.callee.kind !== "identifier" || node.callee.name !== "show") return;
      const [name] = node.arguments;
      if (name?.kind !== "identifier") return;
      const declaration = bindings.declarationOf(name);
      const constant = bindings.constantOf(name);
      found.push(constant?.kind === "string" ? constant.value : (declaration?.kind ?? "none"));
    });
    deepStrictEqual(found, [
      ...["top", "parameter", "inner", "parameter", "variable", "parameter", "top"],
      ...["block", "deep", "block", "top", "caught", "caught", "top"],
    ]);
  });
});

describe("where names are looked up", () => {
  const text = `
    const e = { a: 1 };
    e.top = 1;
    function f(e) { e.inner = 2; { let e = g(); e.block = 3 } e.again = 4; e = 5 }
    class K { static x = (e) => { e.arrow = 6 } ; m({ e }) { e.method = 7 } }
    try { e.tried = 8 } catch (e) { e.caught = 9 } finally { e.last = 10 }
    for (const e of list) e.loop = 11;
    switch (e.kind) { case e.x: { const e = 1; e.cased = 12 } }
    (e => e.expression = 13)(e.also = 14);`;
  const file = readSource(text, "js");
  const nodes: Parameters<ScopeTree["at"]>[0][] = [];
  walkFile(file, (node) => {
    nodes.push(node);
  });

  it("does not depend on the place that was asked for before", () => {
    const tree = new ScopeTree(file, new Work());
    for (const first of nodes)
      for (const second of nodes) {
        const alone = new ScopeTree(file, new Work()).at(second);
        tree.at(first);
        const after = tree.at(second);
        deepStrictEqual([...after.names.keys()], [...alone.names.keys()]);
        strictEqual(lookUp(after, "e")?.binding.at, lookUp(alone, "e")?.binding.at);
      }
  });

  it("gives every write to its own binding", () => {
    const lowering = new Lowering(file);
    const mutations = new BindingMutations(file, lowering.scopes);
    const found = new Map<number, readonly (string | undefined)[]>();
    for (const node of nodes)
      for (const part of [node, ...childrenOf(node)]) {
        if (part.kind !== "identifier" || part.name !== "e") continue;
        const binding = lookUp(lowering.scopes.at(part), "e")?.binding;
        if (binding === undefined) continue;
        const members = mutations.ofMembers("e", binding).map(({ member }) => member);
        found.set(binding.at.start, [...members, ...mutations.ofName("e", binding).map(() => "=")]);
      }
    const written = [...found].sort(([left], [right]) => left - right).map(([, members]) => members);
    deepStrictEqual(written, [
      ["top", "tried", "last", "also"],
      ["inner", "again", "="],
      ["block"],
      ["arrow"],
      ["method"],
      ["caught"],
      ["loop"],
      ["cased"],
      ["expression"],
    ]);
    ok(nodes.every((node) => encloses({ start: 0, end: text.length }, node)));
  });
});
