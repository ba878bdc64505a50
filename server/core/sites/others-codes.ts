/**
 * Codes of programs that have nothing to do with HTTP: a parser's, a bundler's, an editor's. Such a code looks exactly
 * like an application's, so that only what stands around it can tell: an error with a status speaks for itself, one with
 * a code alone must stand in a project or in a file that speaks of HTTP.
 */
import { isDocument } from "../syntax/dialect.ts";
import type { SourceFile } from "../syntax/tree.ts";
import type { Span } from "../text/span.ts";
import type { ErrorSite } from "./model.ts";
import { isKnownStatus } from "./parts/status-names.ts";
import { plainName } from "./reading/names.ts";
import { isKnown } from "./site-draft.ts";

/**
 * What the manifests around a file say of its project; `unknown` where there are none, or none with dependencies;
 * `foreign` is published as a part of another protocol, a database or a compiler; `library` is shipped to others and
 * says nothing of HTTP, though a server may be made of it.
 */
export type Surroundings = "web" | "foreign" | "library" | "other" | "unknown";

/** The idioms that any program has, with HTTP or without. */
const commonIdioms: ReadonlySet<string> = new Set(
  "throw construct class-declaration error-object-literal error-assignment code-table comparison test-expectation expected-class".split(
    " ",
  ),
);

/** Those that need an error, a name or a function of somebody's own, and no framework of HTTP. */
const ownIdioms: ReadonlySet<string> = new Set([
  ...commonIdioms,
  ..."expectation-helper helper lookup status-condition status-map status-switch test-row".split(" "),
]);

/** Of them, those that may have the status from what an error is made with. */
const madeIdioms: ReadonlySet<string> = new Set(
  "throw construct class-declaration expected-class status-condition status-map status-switch".split(" "),
);

/** The sites without those whose code is more likely a tool's than an API's. */
export function withoutOthersCodes(
  sites: readonly ErrorSite[],
  file: SourceFile,
  { uri, surroundings }: { readonly uri: string; readonly surroundings: Surroundings },
): readonly ErrorSite[] {
  if (surroundings === "foreign") {
    const speaksHttp = sites.length > 0 && ownWordsOfHttp.test(spokenText(file));
    return sites.filter((site) => !isForeigners(site, file, { speaksHttp }));
  }
  if (file.dialect === "json" || sites.every((site) => !isDoubtful(site) && !isOfAnyProtocol(site))) return sites;
  const text = spokenText(file);
  if (wordsOfGrpc.test(text) && sites.some(isCanonicalNumber)) {
    return withoutOthersCodes(
      sites.filter((site) => !isCanonicalNumber(site)),
      file,
      { uri, surroundings },
    );
  }
  if (wordsOfHttp.test(text)) return sites;
  if (surroundings !== "web" && sites.some((site) => isGuessed(site, file)) && !answers.test(text) && !koa.test(text)) {
    const others = sites.filter((site) => !isGuessed(site, file));
    return withoutOthersCodes(others, file, { uri, surroundings });
  }
  if (wordsOfOtherProtocols.test(text)) return sites.filter((site) => !isDoubtful(site) && !isOfAnyProtocol(site));
  if (surroundings === "web" || sites.some(isAboutHttp)) return sites;
  const isOfTool = wordsOfTools.test(text) || foldersOfTools.test(uri);
  if (surroundings === "unknown" && (answers.test(text) || !isOfTool)) return sites;
  return sites.filter((site) => !isDoubtful(site) || (surroundings === "library" && isTableOfTexts(site)));
}

/** `enum ErrorCode { STOCK_EXCEEDED = "STOCK_EXCEEDED" }`: a table of what a server of the same team may send. */
function isTableOfTexts({ idiom, code }: ErrorSite): boolean {
  return idiom === "code-table" && code?.values.every(({ value }) => typeof value === "string") === true;
}

/** Whether nothing at the site itself has to do with HTTP. */
function isDoubtful(site: ErrorSite): boolean {
  if (!commonIdioms.has(site.idiom) || isKnown(site.status)) return false;
  if (isGraphql(site)) return false;
  if (site.role === "emit" && site.body !== undefined && site.idiom !== "error-object-literal") return false;
  return site.comparison?.path?.slice(0, -1).some((step) => bodyWords.has(plainName(step))) !== true;
}

/** `extensions: { code: "X" }`: errors of answers of GraphQL have their code there, and nothing else has. */
function isGraphql({ body, code }: ErrorSite): boolean {
  const field = body?.fields.find(({ valueSpan }) => valueSpan.start === code?.span.start);
  return field?.path.at(-2) === "extensions";
}

/** `{ code: 14 }`: a number of gRPC's own, which has a name and no place among an API's codes. */
function isCanonicalNumber({ code, status }: ErrorSite): boolean {
  return (
    !isKnown(status) &&
    isKnown(code) &&
    code.values.every(({ value }) => typeof value === "number" && value >= 0 && value <= 16)
  );
}

/** A number compared with a reply's, or one that HTTP does not have, may be of any protocol. */
function isOfAnyProtocol({ idiom, status }: ErrorSite): boolean {
  if (idiom === "comparison") return true;
  return commonIdioms.has(idiom) && isKnown(status) && status.values.every(({ value }) => !isKnownStatus(value));
}

/** An error that a library of another protocol, of a database, of a compiler makes or meets: its codes are no API's. */
function isForeigners(site: ErrorSite, file: SourceFile, { speaksHttp }: { readonly speaksHttp: boolean }): boolean {
  const { status, idiom } = site;
  if (isDocument(file.dialect)) return idiom === "json-body" && !isKnown(status);
  if (!ownIdioms.has(idiom)) return false;
  if (!speaksHttp || !isKnown(status)) {
    return !speaksHttp || idiom === "comparison" || !commonIdioms.has(idiom) || isDoubtful(site);
  }
  // A status that HTTP does not have is another protocol's, and what is compared may be anything that has a status.
  if (status.values.every(({ value }) => !isKnownStatus(value))) return true;
  if (idiom === "comparison") return status.certainty === "weak";
  const name = nameBefore(status.span, file);
  // What libraries of mail call the number of a server's reply.
  if (name === "responseCode") return true;
  // A number that an error is made with is as often one of the library's own.
  return madeIdioms.has(idiom) && status.certainty !== "certain" && !/status|http/i.test(name);
}

/** The name that a value is given to, as in `statusCode: 404` and `error.statusCode = 404`; empty where there is none. */
function nameBefore({ start }: Span, { text }: SourceFile): string {
  return /([\w$]+)["']?\s*[:=]\s*$/.exec(text.slice(Math.max(0, start - 40), start))?.[1] ?? "";
}

/** `packet.status === 500`: what is compared may be anything that has a status. */
function isGuessed({ idiom, status, code, span }: ErrorSite, { text }: SourceFile): boolean {
  if (idiom !== "comparison" || code !== undefined || status?.certainty !== "weak") return false;
  const isNamed =
    status.values.some(({ written }) => written.kind === "member") || /err/i.test(text.slice(span.start, span.end));
  return !isNamed;
}

function isAboutHttp(site: ErrorSite): boolean {
  return (
    isKnown(site.status) && site.status.certainty !== "weak" && site.status.values.some(({ value }) => value >= 400)
  );
}

const bodyWords: ReadonlySet<string> = new Set("body data response res resp json extensions payload".split(" "));

/** What code says that has to do with requests and answers. */
const wordsOfHttp =
  /\bhttps?\b|\bHTTP|[hH]ttp[A-Z]|[sS]tatusCode|\bfetch\b|axios|\b(?:Next|Incoming|Server)?(?:Request|Response)\b|[gG]raph[qQ][lL]|GRAPHQL|[tT][rR][pP][cC]|\bg?rpc\b|gRPC|[wW]eb[sS]ocket|headers ?[:.[(]|[eE]ndpoint|(?<![aA]bort)Controller\b|A(?:pi|PI)(?:Error|Exception)|api(?:Error|Key|Url|Client|Base)|\/api\b|webhook|[oO][aA]uth|@nestjs/;

const wordsOfGrpc = /@grpc\/|\bgrpc\b|gRPC/;

/** Of them, those that no other protocol has. */
const ownWordsOfHttp = /\bhttps?\b|\bHTTP|[hH]ttp[A-Z]|\bfetch\b|axios|A(?:pi|PI)(?:Error|Exception)/;

/** What requests and answers are mostly called; other protocols have them, too. */
const answers = /\b(?:req|res|rsp|resp|request|response)\??[.,]|\bsocket\b|\bws\b/;

/** What Koa's middleware is given. */
const koa = /\bctx\./;

/** Protocols with replies that are numbered as those of HTTP are. */
const wordsOfOtherProtocols =
  /[sS][mM][tT][pP]|RCPT|[rR]cpt|[fF]tp\b|F[tT][pP][A-Z\s]|\bSIP\b|sip:|[aA][mM][qQ][pP]|[mM][qQ][tT][tT]/;

/** What code says that has to do with source text, commands, editors and drivers of databases. */
const wordsOfTools =
  /(?:from|require\() ?["'](?:vscode|typescript|eslint|commander|yargs|@oclif\/[^"']*|@babel\/[^"']*|acorn|estree|postcss|rollup|webpack|vite|esbuild|(?:node:)?(?:child_process|readline))["']|\b(?:AST|ast|parser|lexer|tokeni[sz]er|compiler|linter|bundler|sourcemap|argv|exitCode|stderr|startLoc|endLoc|odbc\w*|mysql2?|mariadb|sqlite3?|tedious|[fF]oreignKeyConstraint\w*|[uU]niqueConstraint\w*)\b(?![\u0080-\uffff])|[dD]iagnostics?\b/;

const foldersOfTools =
  /\/[\w.-]*(?:pars(?:er|ing)|babel|eslint|linter|compiler|bundler|rollup|webpack|vscode|tokenizer|codemod)[\w.-]*(?:\/|$)/;

/** The text without comments and without addresses, which everybody writes. */
function spokenText({ text, comments }: SourceFile): string {
  let spoken = "";
  let from = 0;
  for (const { start, end } of comments) {
    spoken += `${text.slice(from, start)} `;
    from = Math.max(from, end);
  }
  return (spoken + text.slice(from)).replace(/\bhttps?:\/\/[^\s"'`]*/g, "");
}
