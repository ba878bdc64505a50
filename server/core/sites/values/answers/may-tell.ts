/** Which functions may record, expect or tell apart answers by what they are given, told from their text. */
import type { CallExpression, Expression, FunctionExpression, Pattern } from "../../../syntax/tree.ts";
import { unwrapped } from "../../../syntax/unwrapped.ts";
import { looksLikeCode } from "../../parts/code-shapes.ts";

/** The idioms in which functions record, expect and compare answers. */
const idioms: ReadonlySet<string> = new Set(
  "test-expectation comparison msw nock cypress pact fetch-mock recorded-answer".split(" "),
);

/** Whether an answer of this idiom is no answer that a function gives, but one that it tells of. */
export function isTold(idiom: string): boolean {
  return idioms.has(idiom);
}

const longest = 4000;

/** What the text of such a function has. */
const telling =
  /\.(?:reply(?:Once)?|fulfill|willRespondWith|mock(?:Resolved|Rejected|Return)Value(?:Once)?|mock(?:Response)?Once|mockResponse|once)\(|HttpResponse\b|\bfetch = |new AxiosError\(|\bok: (?:false|true)\b|\bresponse: \{|\bexpect\(|\bassert\b|(?:[cC]ode|[sS]tatus)\w*(?:\)? ?[!=]==? ?\w|\.(?:includes|has)\()/;

/** Parameters that say which error is meant, and those that may hold what says it. */
const ofErrors = /code|status|expected|problem|identifier|^(?:init|opt(?:ion)?s|overrides?)$/i;

/** What else functions of tests call what they are to find; elsewhere it is mostly what was caught. */
const ofAssertions = /^(?:err|error|failure|key)$/;
const asserting = /\bexpect\(|\bassert\b/;

/** Whether the function may record, expect or compare a status or a code. */
export function mayTell(node: FunctionExpression, text: string): boolean {
  return (
    node.body !== undefined && node.end - node.start <= longest && (tellsGiven(node, text) || tellsAlways(node, text))
  );
}

/** Whether the function has a parameter named for a status or a code, and does with it what such functions do. */
function tellsGiven(node: FunctionExpression, text: string): boolean {
  const isNamed = (names: RegExp): boolean => node.parameters.some(({ pattern }) => isOfErrors(pattern, names));
  if (isNamed(ofErrors)) return telling.test(text.slice(node.start, node.end));
  return node.parameters.length > 1 && isNamed(ofAssertions) && asserting.test(text.slice(node.start, node.end));
}

/** Whether the function by its name expects one thing, whatever it is given: `expectForbidden(res)`. */
export function tellsAlways(node: FunctionExpression, text: string): boolean {
  if (node.parameters.length === 0) return false;
  const name = node.name ?? constant.exec(text.slice(Math.max(0, node.start - 80), node.start))?.[1] ?? "";
  return /^(?:expect|assert)[A-Z]\w/.test(name) && asserting.test(text.slice(node.start, node.end));
}

/** `const name = async`, before an arrow function. */
const constant = /(\w+)\s*(?::[^=\n]*)?=\s*(?:async\s*)?$/;

function isOfErrors(pattern: Pattern, names: RegExp): boolean {
  switch (pattern.kind) {
    case "name":
      return names.test(pattern.name);
    case "object-pattern":
      return pattern.properties.some((property) => isOfErrors(property.pattern, names));
    default:
      return false;
  }
}

/** Whether the call by its name may be one that expects or records an answer. */
export function mayBeExpected(call: CallExpression): boolean {
  const name = calledName(call);
  if (/^(?:expect|assert)[A-Z_]\w/.test(name)) return true;
  if (call.arguments.some(saysStatus) || call.arguments.some(holdsStatus)) return true;
  return /^(?:mock|fake|stub|fail|reject)/.test(name) && call.arguments.some(saysCode);
}

/** Whether the call by its name and by what it is given may be one that tells an error from others. */
export function mayBePredicate(call: CallExpression, text: string): boolean {
  const callee = unwrapped(call.callee);
  const isNamed =
    callee.kind === "member" && isAsking(callee.name)
      ? askedErrors.test(nameOf(callee.object)) || narrowedClass(callee.object, text) !== undefined
      : /^(?:is|has|matches)(?=[A-Z])\w*(?:[eE]rr|[cC]ode|[sS]tatus|[pP]roblem|[fF]ail|[fF]ault|[eE]xception)/.test(
          calledName(call),
        );
  return isNamed && call.arguments.flatMap(listed).some((argument) => saysStatus(argument) || saysCode(argument));
}

/** The elements of a list that is written in place; the argument itself otherwise. */
function listed(argument: Expression): readonly Expression[] {
  const inner = unwrapped(argument);
  return inner.kind === "array" ? inner.elements.flatMap((element) => element ?? []) : [inner];
}

/** The one class that a name is an instance of, as the text around asks: `e instanceof ApiError && e.is("X")`. */
export function narrowedClass(expression: Expression, text: string): string | undefined {
  const name = unwrapped(expression).kind === "identifier" ? nameOf(expression) : "";
  if (!/^\w+$/.test(name)) return undefined;
  const classes = [...text.matchAll(new RegExp(`\\b${name} instanceof ([A-Z]\\w*)`, "g"))].map(([, found]) => found);
  return new Set(classes).size === 1 ? classes[0] : undefined;
}

/** Methods by which an error or its class is asked which one it is. */
export function isAsking(name: string): boolean {
  return /^(?:is|has|matches)$/.test(name);
}

/** `ApiError.is(err, "X")`: the class itself tells; `failure.is("X")`. */
const askedErrors = /(?:Err|Error|Exception|Problem|Failure|Fault)s?$|^(?:err|error|exception|problem|failure|fault)$/;

function calledName(call: CallExpression): string {
  const callee = unwrapped(call.callee);
  return callee.kind === "identifier" || callee.kind === "member" ? callee.name : "";
}

function saysStatus(argument: Expression): boolean {
  const inner = unwrapped(argument);
  if (inner.kind === "number") return inner.value >= 400 && inner.value <= 599;
  return inner.kind === "member" && /status|http/i.test(nameOf(inner.object));
}

/** `{ status: 404 }`, among the options that the function takes. */
function holdsStatus(argument: Expression): boolean {
  const inner = unwrapped(argument);
  if (inner.kind !== "object") return false;
  return inner.members.some(
    (member) =>
      member.kind === "property" && /^status(?:Code)?$/.test(member.key.name ?? "") && saysStatus(member.value),
  );
}

function saysCode(argument: Expression): boolean {
  const inner = unwrapped(argument);
  if (inner.kind === "string") return looksLikeCode(inner.value);
  if (inner.kind === "object")
    return inner.members.some(
      (member) => member.kind === "property" && member.key.name === "code" && saysCode(member.value),
    );
  return inner.kind === "member" && /err|code|fail|problem/i.test(nameOf(inner.object));
}

function nameOf(expression: Expression): string {
  const inner = unwrapped(expression);
  return inner.kind === "identifier" || inner.kind === "member" ? inner.name : "";
}
