import { deepStrictEqual, ok } from "node:assert/strict";
import { describe, it } from "node:test";
import { recognisers } from "../../server/core/sites/recognisers/index.ts";
import { whyAtMark } from "../support/site-fixture.ts";

/** Idioms that leave the explaining to others, and why that is right. */
const silent: ReadonlyMap<string, string> = new Map([
  ["fastify", "what resembles its chains resembles Express, which explains them"],
  [
    "test-expectation",
    "it reads whole blocks, of which nobody can point at one; the comparisons inside explain themselves",
  ],
  ["test-row", "what names its columns stands elsewhere, and a row without a status resembles nothing"],
  ["lookup", "a table that is asked with something else resembles nothing"],
  ["status-handlers", "an object that has no functions under statuses resembles nothing"],
  ["expected-class", "the class explains why its errors have neither a status nor a code of their own"],
  ["sdk-matchers", "a generated call without a status of failure resembles nothing"],
  ["pretender", "a handler that gives back something else than an answer resembles nothing"],
  ["browser-mock", "an answer without a status is a success"],
  ["mock-route", "a route that answers with neither a failure nor a message resembles nothing"],
  ["fetch-mock", "a stand-in without a status answers with a success"],
  ["status-switch", "`comparison` explains every switch"],
  ["status-condition", "`comparison` explains conditions"],
  ["grpc-status", "without a canonical code an object resembles nothing"],
  ["contract", "what is beside its statuses is anybody's object, of which nothing could be said"],
  ["expectation-helper", "`helper` explains calls of functions that are given a status or a code"],
]);

/** A text that resembles the idiom, with the place, and what is said of it. */
const resembling: Readonly<Record<string, readonly [string, string]>> = {
  "rate-limiter": [
    "rateLimit({ windowMs: 1000, max$0: 5 });",
    "the limiter's options set neither a status nor a code.",
  ],
  express: [
    "export function f(res: Response, n: number) { res.status(n$0).json({ a: 1 }); }",
    "the status is not constant, and the body shows no constant code: `n` is a parameter of `f`, which is called nowhere in this file.",
  ],
  "named-answer": [
    "const response = new Drawing();\nresponse.notFound$0({ code: 'A_B' });",
    "the object is not known to be a response: it is declared as something else.",
  ],
  msw: ["HttpResponse.json({ a: 1 }, { status: 20$01 });", "the answer is a success, not an error."],
  hono: ["app.get('/', (c) => c.json({ a$0: 1 }));", "no status is given, and the body is not plainly an error's."],
  koa: [
    "export async function f(ctx: Context) { ctx.throw(ctx.state.n$0); }",
    "the status is not constant: `ctx` is a parameter of `f`, which is called nowhere in this file.",
  ],
  hapi: ["const f = (h) => h.response({ a$0: 1 });", "the answer sets no status with `.code(…)`."],
  elysia: ["status(4$004);", "`status` is neither taken from a handler's context nor imported from `elysia`."],
  h3: [
    "setResponseStatus(event, pi$0ck());",
    "the status is not constant: what `pick()` gives is known only when the program runs.",
  ],
  "status-first": [
    'import type { RequestHandler } from "@builder.io/qwik-city"; const f = ({ json }) => json(pi$0ck(), {});',
    "the status is not constant: what `pick()` gives is known only when the program runs.",
  ],
  tsoa: [
    'import { Response } from "tsoa"; class A { @Response(pi$0ck(), "absent") get() {} }',
    "the status is not constant: what `pick()` gives is known only when the program runs.",
  ],
  nock: ["things.reply(4$004);", "the answer belongs to no recorded request, such as `.get(…)` or `.intercept(…)`."],
  "next-response": [
    "NextResponse.json({ a: 1 }, { status: pick$0() });",
    "the status is not constant: what `pick()` gives is known only when the program runs.",
  ],
  "web-response": ["Response.json({ a$0: 1 });", "no status is given, and the body is not plainly an error's."],
  lambda: [
    "const a = { statusCode: 4$004 };",
    "an object with `statusCode` is an answer with a `body` or `headers` beside it.",
  ],
  "response-method": [
    'export const oven = (req, res) => res.fail$0("OVEN_ABSENT");',
    "a response's own method is taken for one that answers where a status of failure (400–599) is among its first two arguments, beside what is said.",
  ],
  helper: [
    "import { fail } from './no-such-file';\nfail(4$004);",
    "the function cannot be looked into: `fail` is imported from `./no-such-file`, and no file of the project has that name.",
  ],
  throw: [
    "import { ApiError } from 'kit';\nexport function f(n: number) { throw new ApiError(n$0); }",
    "the declaration of `ApiError` cannot be found (`ApiError` comes from the package `kit`, whose code is not read), and no argument looks like a status (400–599) or a code.",
  ],
  construct: [
    "class AppError extends Error {}\nconst e = new AppError('te$0xt');",
    "`AppError` carries neither a status nor a code, as far as its declaration shows.",
  ],
  "class-declaration": [
    "cla$0ss HttpError extends Error { constructor(public status: number) { super('x'); } }",
    "every instance may have another status and another code; the places that make it are looked at.",
  ],
  "answer-object": [
    "const a = { status: 4$009, name: 'x' };",
    "an object with `status` is an answer with a `body`, a `jsonBody`, a `json` or, where it is given back, a `response` beside it.",
  ],
  "status-map": [
    "const colours = { 'light red': 4$004 };",
    "a table of statuses gives most of its entries one, under keys that are written as codes are.",
  ],
  "nest-decorator": [
    "import { Get } from '@nestjs/common';\nclass A { @HttpCode(4$004) f() {} }",
    "`HttpCode` is not imported from `@nestjs/…`.",
  ],
  "code-table": [
    "const countryCodes = { A: 'x', B$0: 3 };",
    "`countryCodes` is not named like a table of error codes (`ErrorCode`, `API_ERRORS`, …).",
  ],
  "error-assignment": ["job.status = 4$004;", "`job` is not known to be an error, a response or a handler's context."],
  "error-object-literal": [
    "const a = { code: 'x$0' };",
    "the object has a field named like a status, a code or an error, but not a status (400–599) beside a code or a message, nor a code where an error is made.",
  ],
  cypress: ["cy.intercept('/x', { delay: 5$000 });", "an intercept answers with an object that has `statusCode`."],
  mockttp: ["server.forGet('/x').thenReply(2$004);", "the answer is a success, not an error."],
  mirage: [
    "import { Response } from 'miragejs';\nthis.get('/x', () => new Response(2$001, {}, {}));",
    "the answer is a success, not an error.",
  ],
  "fake-server": ["server.respondWith('GET', '/x', [2$001, {}, '{}']);", "the answer is a success, not an error."],
  "angular-testing": [
    "httpMock.expectOne('/x').flush({}, { status: 2$001 });",
    "the answer is a success, not an error.",
  ],
  pact: ["pact.willRespondWith(2$001, (b) => b.jsonBody({}));", "the answer is a success, not an error."],
  comparison: [
    "if (task.kind === 'ORDER_$0GONE') stop();",
    "`task.kind` is not named like a status or a code of an error.",
  ],
};

describe("what each idiom says of places that resemble it", () => {
  it("every recogniser explains itself, or it is known why it does not", () => {
    const without = recognisers.filter(({ explain }) => explain === undefined).map(({ idiom }) => idiom);
    deepStrictEqual(without.toSorted(), [...silent.keys()].toSorted());
  });

  it("every explanation has its example here, but for documents and described functions", () => {
    const explaining = recognisers.filter(({ explain }) => explain !== undefined).map(({ idiom }) => idiom);
    const elsewhere = new Set(["json-body", "wrapper"]);
    deepStrictEqual(Object.keys(resembling).toSorted(), explaining.filter((idiom) => !elsewhere.has(idiom)).toSorted());
  });

  for (const [idiom, [text, reason]] of Object.entries(resembling)) {
    it(idiom, () => {
      const { sentences } = whyAtMark(text);
      ok(sentences.includes(`\`${idiom}\`: ${reason}`), sentences.join("\n"));
    });
  }
});

describe("where following a value stopped", () => {
  const stops: readonly (readonly [string, string])[] = [
    [
      "let n = 404;\nexport const f = () => { n += 1; };\nres.status(n$0).json({ code: 'A_B' });",
      "`n` is assigned again, so it may hold several values",
    ],
    [
      "const n = pick();\nres.status(n$0).json({ code: 'A_B' });",
      "`n` is a constant, but what `pick()` gives is known only when the program runs",
    ],
    [
      "const { n } = pick();\nres.status(n$0).json({ code: 'A_B' });",
      "`n` is taken out of a value that is known only when the program runs",
    ],
    [
      "import { n } from './lost';\nres.status(n$0).json({ code: 'A_B' });",
      "`n` is imported from `./lost`, and no file of the project has that name",
    ],
    [
      "import { n } from 'kit';\nres.status(n$0).json({ code: 'A_B' });",
      "`n` comes from the package `kit`, whose code is not read",
    ],
    ["res.status(n$0).json({ code: 'A_B' });", "`n` is declared nowhere in this file"],
    ["const S = { A: 404 };\nres.status(S.B$0).json({ code: 'A_B' });", "`S` has no `B`"],
    ["try { run(); } catch (e) { res.status(e.n$0).json({ code: 'A_B' }); }", "`e` is whatever was thrown"],
    [
      "const f = (n: number, res: Response) => res.status(n$0).json({ code: 'A_B' });\nf(pick(), res);",
      "`n` is a parameter of `f`: ask at its calls (line 2)",
    ],
    [
      "items.map((n) => res.status(n$0).json({ code: 'A_B' }));",
      "`n` is a parameter of a function without a name, whose callers are not known",
    ],
  ];
  for (const [text, reason] of stops) {
    it(reason, () => {
      const why = whyAtMark(text);
      deepStrictEqual([why.unknown.get("status"), why.sites.length > 0], [reason, true], why.sentences.join("\n"));
    });
  }
});
