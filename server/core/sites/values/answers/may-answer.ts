/** Which functions may answer with what they are given, told from their text before they are looked into. */
import type { CallExpression, Expression, FunctionExpression, Parameter, Statement } from "../../../syntax/tree.ts";
import { unwrapped } from "../../../syntax/unwrapped.ts";
import { looksLikeCode } from "../../parts/code-shapes.ts";
import { plainName } from "../../reading/names.ts";
import { isStatements } from "../lower/scope.ts";

/** What the text of every function that sends or throws an answer has. */
const answering =
  /\bthrow\b|\.(?:status|code|sendStatus|writeHead|json|jsonp|send|text|html|body|newResponse|response)\(|\.(?:statusCode|status)\s*=(?!=)|Response\b|setResponseStatus|\bstatus(?:Code)?\s*[,:}]/;

/** Parameters that every handler has: a function with no other ones is given nothing to answer with. */
const ofServers: ReadonlySet<string> = new Set(
  "req request res response reply next c ctx context event h _ _req _res _request _next params".split(" "),
);

const longest = 6000;

/** What the text of a function has that leaves the answer to another one: its name, or what it is given. */
const passing =
  /\(\s*(?:[45]\d\d|(?:\w+\.)?status(?:Code)?)\s*[,)]|(?:err|errors?|fail\w*|failure|problem|respond\w*|response|reply|reject\w*|abort\w*|deny|denied|not[_A-Z]\w*|bad\w*|throw\w*|json|send\w*|answer\w*|raise\w*|bail\w*)\s*\(/i;

/** Whether the function could be one that answers with its parameters or always alike, by itself or by another one. */
export function mayAnswer(node: FunctionExpression, text: string): boolean {
  if (node.body === undefined || node.end - node.start > longest) return false;
  if (!isOneStep(node) && !node.parameters.some((parameter) => !isOfServer(parameter))) return false;
  const own = text.slice(node.start, node.end);
  return answering.test(own) || passing.test(own);
}

/** Whether all that the function does, but for what it logs, is one step: what it answers, it always answers. */
export function isOneStep({ body }: FunctionExpression): boolean {
  if (body === undefined || !isStatements(body) || body.length === 1) return body !== undefined;
  return body.length <= mostLogged && body.filter((statement) => !isLogging(statement)).length === 1;
}

const mostLogged = 4;

/** `log("…")`, `this.logger.warn("…")`, `console.error(error)`. */
function isLogging(statement: Statement): boolean {
  const call = statement.kind === "expression" ? unwrapped(statement.expression) : undefined;
  const callee = call?.kind === "call" ? unwrapped(call.callee) : undefined;
  if (callee === undefined) return false;
  return (callee.kind === "identifier" && callee.name === "log") || isLogger(callee);
}

/** Whether the function could send an answer by itself. */
export function maySend(node: FunctionExpression, text: string): boolean {
  return answering.test(text.slice(node.start, node.end));
}

/** What a handler has from the framework; what may be left out is given by the program. */
function isOfServer({ pattern, initializer }: Parameter): boolean {
  return pattern.kind === "name" && ofServers.has(pattern.name) && initializer === undefined;
}

/** Words of failure in the names of functions; looking into every call of a file would cost too much. */
const failing =
  /err|fail(?!over)|problem|refuse|reject|abort|deny|denied|not_?found|bad_?request|unauth|forbid|conflict|gone|invalid(?!ate)|unavailable|unprocess|throw|bail|fault(?<!default)|exception|too_?many|limited|exceeded|[45]\d\d|(?:ensure|assert|require|must|check|verify)\w*(?:found|exists?|present|some|defined|owns?|owner|allowed|access)$|or_?(?:throw|die)$/i;

/** Last words of a function's name that say what went wrong: `seatTaken`, `card_declined`, `fileTooLarge`. */
const refusing =
  /[a-z\d_](?:[tT]aken|[dD]eclined|[dD]isabled|[bB]locked|[sS]uspended|[lL]ocked|[eE]xpired|[rR]evoked|[dD]uplicate|[eE]xists|[mM]issing|[uU]nknown|[fF]ull|[cC]losed|[tT]oo_?[A-Z]?[a-z]+|[nN]ot_?[A-Z]?[a-z]+)$|^too_?[A-Z]?[a-z]+$|^(?:expired|locked|duplicate|blocked|throttled)$/;

/** Words that are said of any answer: what is given has to be one of failure. */
const answers =
  /respond|response|reply|answer|send|json|http|status|halt|raise|result|assert|invariant|ensure|require|missing/i;

/** Names of functions that answer what went well. */
const successful = /^(?:ok|created|accepted|done|success\w*)$/i;

/** Names of functions that record, test, repeat, listen or handle, and of those of the language. */
const others =
  /^(?:log|warn|info|debug|trace|fatal|print|captureException|captureMessage|use|on|once|emit|then|catch|finally|map|filter|push|join|includes|test|it|describe|expect|require|import|super|retry|parse|stringify|setTimeout|useState|(?:is|has|use|log|parse|track|mock|fake|stub|expect|normali[sz]e|test|render|fetch)[A-Z_]\w*)$/;

/** Beginnings of names that mostly belong to such functions: what is given has to say more. */
const converting = /^(?:to|get|handle|on|report|format)[A-Z_]/;

/** Whether a call by its name or by what it is given may be one of a function that answers. */
export function mayBeAnswered(call: CallExpression): boolean {
  const name = calledName(call);
  if (name === undefined) return false;
  if (!converting.test(name) && (saysFailure(name) || isOfErrors(unwrapped(call.callee)))) return true;
  const isAnswer = answers.test(name) || successful.test(name);
  return givenTo(call).some(
    (one) =>
      saysStatus(one) || isShouted(one) || isCodeMember(one) || (isAnswer && (saysCode(one) || saysSuccess(one))),
  );
}

/** Whether a function may leave its answer to the one that it calls: its parameters say nothing by their look. */
export function mayPassOn(call: CallExpression): boolean {
  const name = calledName(call);
  if (name === undefined) return false;
  return (!converting.test(name) && (saysFailure(name) || answers.test(name))) || mayBeAnswered(call);
}

function saysFailure(name: string): boolean {
  return failing.test(name) || refusing.test(name);
}

/** The name of what is called, or of what made it: `reply(404)("NO_NOTE")`; undefined for functions that never answer. */
function calledName(call: CallExpression): string | undefined {
  if (call.arguments.length > 8) return undefined;
  const callee = unwrapped(call.callee);
  if (callee.kind === "call") return calledName(callee);
  if (callee.kind !== "identifier" && callee.kind !== "member") return undefined;
  const isOther = others.test(callee.name) && !doingMore.test(callee.name);
  return isOther || isLogger(callee) ? undefined : callee.name;
}

/** `logAndRespond`, `captureAndThrow`: what is done besides does not count. */
const doingMore = /(?:And|_and_)_?(?:respond|reply|answer|send|throw|fail|reject|abort)/i;

/**
 * What a call is given, and what made the function or the object that it calls: `new ErrorAnswer(410, "GONE").send(res)`,
 * `reply(res).withStatus(410).send()`.
 */
function givenTo(call: CallExpression): readonly Expression[] {
  const callee = unwrapped(call.callee);
  if (callee.kind === "call") return [...givenTo(callee), ...call.arguments];
  const made = callee.kind === "member" ? unwrapped(callee.object) : undefined;
  if (made?.kind === "new") return [...made.arguments, ...call.arguments];
  return made?.kind === "call" ? [...givenTo(made), ...call.arguments] : call.arguments;
}

/** `this.errors.missing("CAR")`: what belongs to errors, whatever it is called. */
function isOfErrors(callee: Expression): boolean {
  if (callee.kind !== "member") return false;
  const owner = unwrapped(callee.object);
  if (owner.kind !== "identifier" && owner.kind !== "member") return false;
  return ofErrors.test(owner.name);
}

const ofErrors =
  /(?:^e|E)rr(?:or)?s$|(?:[fF]ailure|[pP]roblem|[eE]xception|[rR]ejection|[rR]esponse|[aA]nswer)s$|[rR]eplies$|(?:[eE]rror|[eE]xception|[fF]ailure|[pP]roblem)s?(?:Service|Factory|Helper|Responder)$|^(?:deny|reject|abort|fail|raise)$/;

function isLogger(callee: Expression): boolean {
  if (callee.kind !== "member") return false;
  const object = unwrapped(callee.object);
  const name = object.kind === "identifier" || object.kind === "member" ? object.name : "";
  return /^(?:console|logger|log|sentry|tracer|metrics?|math|object|array|promise|expect|jest|vi)$/.test(
    plainName(name),
  );
}

/** A status of failure, as a number or as a member of a table, or what an object has as its status. */
function saysStatus(argument: Expression): boolean {
  const inner = unwrapped(argument);
  if (inner.kind === "object") {
    return inner.members.some(
      (member) => member.kind === "property" && isStatusName(member.key.name) && isWritten(unwrapped(member.value)),
    );
  }
  if (inner.kind === "number") return isFailureNumber(inner);
  if (inner.kind === "conditional") return saysStatus(inner.whenTrue) || saysStatus(inner.whenFalse);
  if (inner.kind === "identifier") return isStatusName(inner.name);
  return inner.kind === "member" && isTable(inner.object, /status/i);
}

/** A status of failure that stands here: a name may hold anything. */
function isWritten(value: Expression): boolean {
  return value.kind !== "identifier" && saysStatus(value);
}

function isFailureNumber(expression: Expression): boolean {
  return expression.kind === "number" && expression.value >= 400 && expression.value <= 599;
}

function isStatusName(name: string | undefined): boolean {
  return name !== undefined && /^(?:http_?)?status(?:_?code)?$/i.test(name);
}

/** A status of success that is written. */
function saysSuccess(argument: Expression): boolean {
  const inner = unwrapped(argument);
  return inner.kind === "number" && inner.value >= 200 && inner.value <= 208;
}

function isShouted(argument: Expression): boolean {
  const inner = unwrapped(argument);
  return inner.kind === "string" && /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(inner.value);
}

/** A member of a table of errors or of codes. */
function isCodeMember(argument: Expression): boolean {
  const inner = unwrapped(argument);
  return inner.kind === "member" && isTable(inner.object, /err|code|fail|problem|fault|exception/i);
}

/** A code by its form, an object with a status or a code, or a name that may stand for either. */
function saysCode(argument: Expression): boolean {
  const inner = unwrapped(argument);
  switch (inner.kind) {
    case "string":
      return /^[a-z]\w*(?:[_.:/-][a-z]\w*)+$/i.test(inner.value) && looksLikeCode(inner.value);
    case "identifier":
    case "member":
      return true;
    case "object":
      return inner.members.some(
        (member) =>
          member.kind === "property" && /^(?:status|statusCode|code|errorCode|error)$/.test(member.key.name ?? ""),
      );
    default:
      return false;
  }
}

function isTable(object: Expression, name: RegExp): boolean {
  const inner = unwrapped(object);
  return (inner.kind === "identifier" || inner.kind === "member") && name.test(inner.name);
}
