/** What an access path stands for by its names: the status of an answer, the code of an error, or neither. */
import { plainName } from "./names.ts";
import { codeSubject, type Subject, statusSubject, typeSubject, wordSubject } from "./subject.ts";

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

/** Names of what holds an answer, or an error that carries one. */
export const responseLike =
  /^(?:res|resp|response|reply|r|err|error|e|ex|exception|result|output|cause|reason|answer|rsp)$|(?:response|res|error|err|result|exception)$/i;

/** What a plain name on its own stands for. */
export function loneSubject(plain: string): Subject | undefined {
  if (statusNames.has(plain)) return statusSubject("likely");
  if (codeNames.has(plain)) return codeSubject("strong");
  return plain === "code" ? codeSubject("none") : undefined;
}

/** What is known of the root of a path. */
export interface Holder {
  /** Whether the path starts at a caught error. */
  readonly caught: boolean;
  /** Whether it starts at the body of a fetched answer. */
  readonly fetched: boolean;
}

/** What an access path stands for, by its names alone. */
export function subjectOfPath(path: readonly string[], holder: Holder): Subject | undefined {
  const subject = subjectAt(path, holder);
  return subject === undefined ? undefined : { ...subject, path };
}

/** What drivers and mappers of databases wrap: `error.original.errno`, `error.parent.errno`, `error.driverError.errno`. */
const wrappedErrors = /^(?:original|parent|inner|nested|source|native|wrapped)$/;

function subjectAt(path: readonly string[], { caught, fetched }: Holder): Subject | undefined {
  const steps = path.filter((step) => !/^\d+$/.test(step));
  const last = plainName(steps.at(-1) ?? "");
  const receiver = steps.at(-2) ?? "";
  const origin = steps.slice(0, -1);
  if (statusNames.has(last)) {
    if (isBodyWord(receiver) && origin.length > 1) return statusSubject("likely");
    if (last === "status" && isErrorWord(receiver) && origin.some((step) => isBodyWord(step)))
      return { ...statusSubject("likely"), besideText: wordSubject() };
    return statusSubject(responseLike.test(receiver) || isErrorWord(receiver) || caught ? "likely" : "weak");
  }
  const throughBody = origin.some((step) => isBodyWord(step));
  // Beside a caught error's own code stands the number that a system or a database gives it.
  if (last === "errno" && !throughBody && (isErrorWord(receiver) || caught || wrappedErrors.test(receiver)))
    return undefined;
  if (codeNames.has(last)) return codeSubject("strong");
  if (/^(?:result|return|ret)code$/.test(last) && throughBody) return codeSubject("medium");
  // Of a payment it is the bank's.
  if (/^(?:decline|failure|fault)code$/.test(last) && (isErrorWord(receiver) || caught)) return codeSubject("medium");
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
    if (throughBody && !isBodyWord(receiver) && !carriers.test(receiver)) return codeSubject("none");
    return codeSubject(fetched || isFetchedBody(origin) ? "word" : throughBody ? "medium" : "none");
  }
  if (last === "type" && (isErrorWord(receiver) || fetched)) {
    return typeSubject(isErrorWord(receiver) ? codeSubject(throughBody ? "medium" : "none") : undefined);
  }
  if (
    /^(?:reason|type|kind|identifier|slug)$/.test(last) &&
    (throughBody || (last === "reason" && receiver === "errors"))
  ) {
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

/** `response.data`, `err.response.body`: what a client of HTTP has received. */
function isFetchedBody(origin: readonly string[]): boolean {
  const [holder, body] = origin.slice(-2);
  return body !== undefined && holder !== undefined && responseLike.test(holder) && /^(?:data|body)$/.test(body);
}

/** What has a code of its own and is fetched: `const coupon = await res.json()`. */
export const things =
  /^(?:coupon|promo|promotion|voucher|discount|country|currency|language|locale|region|product|room|airport|station)s?$/i;

/** What carries a code and reports a finding of a tool, or something that happens. */
const others = /^(?:warning|warn|diagnostic|diag|violation|lint|log|event|token|exit)$|(?:Warning|Diagnostic|Event)$/;

/** What carries an error's code in a body besides the error itself; `res.body.items[0].code` is of an item. */
const carriers =
  /^(?:extensions|ext|meta|details?|results?|status|info|messages?|output|content|attributes|issues?|header|fail|failed|failures?|problems?|rejected|inner)$|[eE]rr/;

/** Whether a name is one of an error. */
export function isErrorWord(name: string): boolean {
  return /^(?:e|ex|err|error|errors|exception|cause|reason|problem|fault|failure)$|(?:Error|Err|Exception|_error|_err)$/.test(
    name,
  );
}

function isBodyWord(name: string): boolean {
  const plain = plainName(name);
  return bodyNames.has(plain) || /(?:data|body|json|payload|response)$/.test(plain);
}
