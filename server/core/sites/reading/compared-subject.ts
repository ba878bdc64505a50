/** What an expression in a comparison stands for: the status of a response, a code of an error, or neither. */

import type { Code } from "../../catalog/model.ts";
import type { Expression, Identifier } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Part } from "../model.ts";
import { comparedOwner, foreignOwner, isFailureWord, looksLikeCode, namesFailure } from "../parts/code-shapes.ts";
import { isKnownStatus, isStatusNumber } from "../parts/status-names.ts";
import { isAskedFor, received } from "./answer-of.ts";
import type { Bindings } from "./bindings.ts";
import { lastName, pathOf, plainName, rootOf, wordsOf } from "./names.ts";
import { stringOf } from "./objects.ts";

export type Certainty = Part<Code>["certainty"];

export interface Subject {
  readonly kind: "status" | "code";
  /**
   * How sure it is that `value` beside this subject is a status, or an application's code; undefined where it is not one
   * (a keyboard key, an exit code, an error of the operating system).
   */
  judge(value: Code): Certainty | undefined;
  /** The same where a status of failure is compared beside it: then a bare `code` is of the same error. */
  judgeBeside?(value: Code): Certainty | undefined;
  /** What it is beside a text: in `body.error.status` some APIs have a word that is their code. */
  readonly besideText?: Subject;
  /** The names by which it is reached, from the thing that holds it; undefined for a name on its own. */
  readonly path?: readonly string[];
}

const statusNames: ReadonlySet<string> = new Set(
  "status statuscode httpstatus httpstatuscode httpcode responsestatus responsestatuscode resstatus errorstatus errstatus".split(
    " ",
  ),
);
const codeNames: ReadonlySet<string> = new Set(
  "errorcode errcode errorno errno errorid errorkey servererrorid subcode appcode apicode bizcode errorcodename apierrorcode".split(
    " ",
  ),
);
const bodyNames: ReadonlySet<string> = new Set(
  "data body json payload result response res resp details extensions meta msg answer reply output parsed content".split(
    " ",
  ),
);
const responseLike =
  /^(?:res|resp|response|reply|r|err|error|e|ex|exception|result|output|cause|reason|answer|rsp)$|(?:response|res|error|err|result|exception)$/i;
/** The subject that `expression` is; undefined for everything that is neither. */
export function comparedSubject(expression: Expression, bindings: Bindings, depth = 0): Subject | undefined {
  const inner = unwrapped(expression);
  if (inner.kind === "binary" && (inner.operator === "??" || inner.operator === "||")) {
    return depth > 8 ? undefined : comparedSubject(inner.left, bindings, depth + 1);
  }
  if (inner.kind === "call") return calledSubject(inner.callee, inner.arguments, bindings, depth);
  if (inner.kind === "unary" && inner.operator === "+")
    return depth > 8 ? undefined : comparedSubject(inner.operand, bindings, depth + 1);
  if (inner.kind === "identifier") return namedSubject(inner, bindings, depth);
  if (inner.kind !== "member" && inner.kind !== "index") return undefined;
  const path = pathOf(inner);
  if (path === undefined) return subjectOfReadBody(inner) ?? subjectOfUnknownPath(inner);
  const body = fetchedRoot(inner, bindings);
  if (body !== undefined && things.test(path[0] ?? "")) return undefined;
  return subjectOfPath(body === undefined ? path : [...body, ...path.slice(1)], {
    caught: caughtRoot(inner, bindings),
    fetched: body !== undefined,
  });
}

/** The names that stand for a variable that holds the body of a fetched answer: `const b = await response.json()`. */
function fetchedRoot(expression: Expression, bindings: Bindings): readonly string[] | undefined {
  const root = rootOf(expression);
  const declaration = root.kind === "identifier" ? bindings.declarationOf(root) : undefined;
  if (declaration?.kind !== "variable" || declaration.initializer === undefined) return undefined;
  return isJsonCall(declaration.initializer) ? ["body", ...declaration.path] : undefined;
}

/** `response.status()` (Playwright, Puppeteer), `exception.getStatus()` (Nest), `Number(err.code)`, `res.json("error.code")` (k6). */
function calledSubject(
  callee: Expression,
  arguments_: readonly Expression[],
  bindings: Bindings,
  depth: number,
): Subject | undefined {
  const inner = unwrapped(callee);
  if (inner.kind === "identifier" && /^(?:Number|parseInt|String)$/.test(inner.name)) {
    const first = arguments_[0];
    return first === undefined || depth > 4 ? undefined : comparedSubject(first, bindings, depth + 1);
  }
  const [given, ...more] = arguments_;
  const selected = more.length === 0 ? stringOf(given) : undefined;
  if (inner.kind === "member" && inner.name === "json" && selected !== undefined)
    return subjectOfPath(["body", ...selected.split(".")], { caught: false, fetched: true });
  if (given !== undefined && more.length === 0 && (inner.kind === "identifier" || inner.kind === "member"))
    return subjectOfReader(inner.name, given, bindings);
  if (inner.kind !== "member" || arguments_.length > 0) return undefined;
  const path = pathOf(inner.object) ?? [];
  const receiver = path.at(-1) ?? "";
  if (/^_?getStatus(?:Code)?$/.test(inner.name)) return statusSubject("likely");
  const isStatus = inner.name === "status" && (responseLike.test(receiver) || isAskedFor(inner.object, bindings));
  return isStatus ? statusSubject("likely") : undefined;
}

/** `statusOf(err)`, `getErrorCode(error)`: a function that by its name reads the one or the other out of an error or an answer. */
function subjectOfReader(name: string, given: Expression, bindings: Bindings): Subject | undefined {
  const words = wordsOf(name);
  const isReader =
    /^(?:get|read|extract|parse|find|pick|to)$/.test(words[0] ?? "") || /^(?:of|from|in)$/.test(words.at(-1) ?? "");
  const path = pathOf(given);
  if (!isReader || path === undefined) return undefined;
  const receiver = path.at(-1) ?? "";
  const isError = isErrorWord(receiver) || caughtRoot(given, bindings);
  if (!isError && !responseLike.test(receiver)) return undefined;
  if (words.includes("status")) return statusSubject("likely");
  return isError && words.includes("code") ? codeSubject("medium") : undefined;
}

/** A name on its own is what it was taken from. */
function namedSubject(identifier: Identifier, bindings: Bindings, depth: number): Subject | undefined {
  const plain = plainName(identifier.name);
  const declaration = bindings.declarationOf(identifier);
  if (declaration?.kind === "import" || declaration?.kind === "named") return undefined;
  if (declaration?.kind === "variable" && declaration.initializer !== undefined && depth < 4) {
    if (declaration.path.length > 0) {
      const initializer = received(declaration.initializer);
      if (runsProcess(initializer)) return undefined;
      const source = pathOf(initializer) ?? pathOfCall(initializer);
      if (source !== undefined) {
        const fetched = isJsonCall(initializer);
        return subjectOfPath([...source, ...declaration.path], { caught: false, fetched }) ?? loneSubject(plain);
      }
    } else {
      const subject = comparedSubject(declaration.initializer, bindings, depth + 1);
      if (subject !== undefined) return subject;
    }
  }
  if ((declaration?.kind === "parameter" || declaration?.kind === "caught") && declaration.path.length > 0) {
    const source = declaration.kind === "caught" ? ["error"] : [parameterRole(declaration.path)];
    const caught = declaration.kind === "caught";
    return subjectOfPath([...source, ...declaration.path], { caught, fetched: false }) ?? loneSubject(plain);
  }
  return loneSubject(plain);
}

/** `spawnSync("git", …)`: the status of what comes back is that of a process. */
function runsProcess(initializer: Expression): boolean {
  const name = initializer.kind === "call" ? (lastName(initializer.callee) ?? "") : "";
  return /^(?:spawn|exec|execFile|execa|fork)(?:Sync|Command)?$/.test(name);
}

/** Destructured parameters say by their path alone what they are taken from. */
function parameterRole(path: readonly string[]): string {
  return path.length > 1 ? "response" : "";
}

/** `await response.json()`, `parse(text)`: what comes out is a body. */
function pathOfCall(initializer: Expression): readonly string[] | undefined {
  const inner = received(initializer);
  if (inner.kind !== "call") return undefined;
  const callee = unwrapped(inner.callee);
  if (callee.kind === "member" && callee.name === "json") return ["body"];
  if (callee.kind === "member" && callee.name === "parse") return ["body"];
  return pathOf(callee) === undefined ? undefined : ["response"];
}

/** `await response.json()`, not Express's `res.json(body)`, which sends. */
function isJsonCall(initializer: Expression): boolean {
  const inner = received(initializer);
  if (inner.kind !== "call" || inner.arguments.length > 0) return false;
  const callee = unwrapped(inner.callee);
  return callee.kind === "member" && callee.name === "json";
}

function loneSubject(plain: string): Subject | undefined {
  if (statusNames.has(plain)) return statusSubject("likely");
  if (codeNames.has(plain)) return codeSubject("strong");
  return plain === "code" ? codeSubject("none") : undefined;
}

/** `(await response.json()).error.code`, `res.json().code`, `JSON.parse(answer.body).code`. */
function subjectOfReadBody(expression: Expression): Subject | undefined {
  const names: string[] = [];
  let inner = unwrapped(expression);
  while (inner.kind === "member") {
    names.push(inner.name);
    inner = unwrapped(inner.object);
  }
  if (!isJsonCall(inner) && !isParsedAnswer(inner)) return undefined;
  return subjectOfPath(["body", ...names.reverse()], { caught: false, fetched: true });
}

/** `JSON.parse(answer.body)`, `JSON.parse(response.payload)`: the text of an answer is its body. */
function isParsedAnswer(expression: Expression): boolean {
  if (expression.kind !== "call" || lastName(expression.callee) !== "parse") return false;
  const [text] = expression.arguments;
  const path = text === undefined ? undefined : pathOf(text);
  return path !== undefined && path.length > 1 && /^(?:body|payload|text|data)$/.test(path.at(-1) ?? "");
}

/** The receiver is a call or something else without a name: only the last name speaks. */
function subjectOfUnknownPath(expression: Expression): Subject | undefined {
  const inner = unwrapped(expression);
  if (inner.kind !== "member") return undefined;
  const plain = plainName(inner.name);
  if (statusNames.has(plain)) return statusSubject("likely");
  return codeNames.has(plain) ? codeSubject("strong") : plain === "code" ? codeSubject("none") : undefined;
}

function caughtRoot(expression: Expression, bindings: Bindings): boolean {
  let current = unwrapped(expression);
  while (current.kind === "member" || current.kind === "index") current = unwrapped(current.object);
  return current.kind === "identifier" && bindings.declarationOf(current)?.kind === "caught";
}

interface Holder {
  /** Whether the path starts at a caught error. */
  readonly caught: boolean;
  /** Whether it starts at the body of a fetched answer. */
  readonly fetched: boolean;
}

function subjectOfPath(path: readonly string[], holder: Holder): Subject | undefined {
  const subject = subjectAt(path, holder);
  return subject === undefined ? undefined : { ...subject, path };
}

function subjectAt(path: readonly string[], { caught, fetched }: Holder): Subject | undefined {
  const steps = path.filter((step) => !/^\d+$/.test(step));
  const last = plainName(steps.at(-1) ?? "");
  const receiver = steps.at(-2) ?? "";
  const origin = steps.slice(0, -1);
  if (statusNames.has(last)) {
    if (isBodyWord(receiver) && origin.length > 1) return statusSubject("likely");
    if (last === "status" && isErrorWord(receiver) && origin.some((step) => isBodyWord(step)))
      return { ...statusSubject("likely"), besideText: codeSubject("medium") };
    return statusSubject(responseLike.test(receiver) || isErrorWord(receiver) || caught ? "likely" : "weak");
  }
  const throughBody = origin.some((step) => isBodyWord(step));
  // Beside a caught error's own code stands the number that a system or a database gives it.
  if (last === "errno" && !throughBody && (isErrorWord(receiver) || caught)) return undefined;
  if (codeNames.has(last)) return codeSubject("strong");
  // The exceptions of the AWS SDK carry `Code`, in words without separators.
  if (steps.at(-1) === "Code" && !throughBody) return undefined;
  if (last === "code") {
    // Postman's scripts call the status of the answer so.
    if (steps.join(".") === "pm.response.code") return statusSubject("likely");
    if (others.test(receiver)) return undefined;
    if (plainName(receiver) === "msg" && throughBody) return codeSubject("strong");
    if (isErrorWord(receiver) && throughBody) return codeSubject("strong");
    if (isErrorWord(receiver) && origin.length > 1) return codeSubject("inner");
    if (isErrorWord(receiver) || caught) return codeSubject(receiver === "e" && !caught ? "medium" : "error");
    return codeSubject(fetched || isFetchedBody(origin) ? "word" : throughBody ? "medium" : "none");
  }
  if (last === "type" && (isErrorWord(receiver) || fetched)) {
    return typeSubject(isErrorWord(receiver) ? codeSubject(throughBody ? "medium" : "none") : undefined);
  }
  if (/^(?:reason|type|kind)$/.test(last) && throughBody) {
    return { kind: "code", judge: () => undefined, judgeBeside: codeSubject("medium").judge };
  }
  if (last === "error" && isBodyWord(receiver)) {
    return codeSubject(fetched || isFetchedBody(origin) ? "phrase" : "word");
  }
  return undefined;
}

/** Whether the subject, which is written as `text`, belongs to an answer or to an error, and not to a currency. */
export function isOfAnswerOrError({ path }: Subject, text: string): boolean {
  if (path === undefined) return /err|resp|http/i.test(text);
  return path.slice(0, -1).some((step) => responseLike.test(step) || isErrorWord(step) || isBodyWord(step)) === true;
}

/** The `type` of an error, which is a code where it is a URI, as in problem details (RFC 9457 §3.1.1). */
function typeSubject(otherwise: Subject | undefined): Subject {
  const isUri = (value: Code): boolean => typeof value === "string" && /^(?:https?:\/\/|urn:|tag:)/.test(value);
  return { kind: "code", judge: (value) => (isUri(value) ? "likely" : otherwise?.judge(value)) };
}

/** `response.data`, `err.response.body`: what a client of HTTP has received. */
function isFetchedBody(origin: readonly string[]): boolean {
  const [holder, body] = origin.slice(-2);
  return body !== undefined && holder !== undefined && responseLike.test(holder) && /^(?:data|body)$/.test(body);
}

/** What has a code of its own and is fetched: `const coupon = await res.json()`. */
const things =
  /^(?:coupon|promo|promotion|voucher|discount|country|currency|language|locale|region|product|room|airport|station)s?$/i;

/** What carries a code and reports a finding of a tool, or something that happens. */
const others = /^(?:warning|warn|diagnostic|diag|violation|lint|log|event|token|exit)$|(?:Warning|Diagnostic|Event)$/;

function isErrorWord(name: string): boolean {
  return /^(?:e|ex|err|error|errors|exception|cause|reason|problem|fault|failure)$|(?:Error|Err|Exception|_error|_err)$/.test(
    name,
  );
}

function isBodyWord(name: string): boolean {
  const plain = plainName(name);
  return bodyNames.has(plain) || /(?:data|body|json|payload|response)$/.test(plain);
}

function statusSubject(certainty: Certainty): Subject {
  return {
    kind: "status",
    judge(value) {
      if (!isStatusNumber(value)) return undefined;
      if (value >= 400) return certainty;
      return certainty === "weak" ? undefined : certainty;
    },
  };
}

/**
 * `strong`: an error's code in a body, or a name that says so. `inner`: that of an error which something has. `error`: the code of a caught or rejected error, which
 * may be anybody's. `medium`: some field of a body. `word`: a field of a body that mostly holds a code, or a plain word
 * for one. `phrase`: the `error` of a fetched body, which may be a word or several. `none`: just called `code`.
 */
type Strength = "strong" | "inner" | "error" | "medium" | "word" | "phrase" | "none";

function codeSubject(strength: Strength): Subject {
  const judge = (value: Code, as: Strength): Certainty | undefined =>
    typeof value === "number" ? judgeNumber(value, as) : judgeText(value, as);
  return {
    kind: "code",
    judge: (value) => judge(value, strength),
    judgeBeside: (value) =>
      judge(value, strength === "none" ? "medium" : strength) ?? (saysWord(value, strength) ? "likely" : undefined),
  };
}

/** Beside a status, a word in the `error` of a body is a code, whatever it means. */
function saysWord(value: Code, strength: Strength): boolean {
  return (strength === "word" || strength === "phrase") && typeof value === "string" && /^[a-z]{4,40}$/.test(value);
}

function judgeText(value: string, strength: Strength): Certainty | undefined {
  if (comparedOwner(value) !== undefined) return strength === "strong" ? "weak" : undefined;
  // That something succeeds is told by a code as well, which is none of an error.
  if (/^(?:ok|success|succeeded)$/i.test(value)) return undefined;
  const codeLike = looksLikeCode(value);
  switch (strength) {
    case "strong":
    case "inner":
      return codeLike || !/\s/.test(value) ? "likely" : "weak";
    case "error":
      return codeLike ? "likely" : "weak";
    case "medium":
      return codeLike ? "likely" : undefined;
    case "word":
      return codeLike || isFailureWord(value) ? "likely" : undefined;
    case "phrase":
      return codeLike || isFailureWord(value) || /^[a-z]{2,}(?: [a-z]+){1,5}$/.test(value) ? "likely" : undefined;
    case "none":
      return codeLike && namesFailure(value) ? "weak" : undefined;
  }
}

function saysError(strength: Strength): boolean {
  return strength === "strong" || strength === "inner";
}

/** Small numbers are exit codes and enumerations, 1000–1015 and 4000–4999 close codes of WebSockets (RFC 6455 §7.4). */
function judgeNumber(value: number, strength: Strength): Certainty | undefined {
  if (!Number.isInteger(value) || strength === "none") return undefined;
  // At an error's own place in a body a small number may be the API's code: a catalog in scope decides.
  if (value >= 0 && value < 100) return strength === "strong" && value > 0 ? "weak" : undefined;
  if (foreignOwner(value) !== undefined) return saysError(strength) ? "weak" : undefined;
  if (isStatusNumber(value) && isKnownStatus(value)) return saysError(strength) && value < 400 ? "weak" : undefined;
  const closes = (value >= 1000 && value <= 1015) || (value >= 4000 && value <= 4999);
  if (saysError(strength)) return "likely";
  if (strength === "medium" || strength === "word" || strength === "phrase") return closes ? "weak" : "likely";
  return "weak";
}
