/** Words around a site that say what the place is about: `loginLimiter`, `/messages`, `handleTooManyRequests`. */
import type { Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { encloses } from "../../text/span.ts";
import { memberAround } from "../reading/keyed-parts.ts";
import { lastName } from "../reading/names.ts";
import { stringOf } from "../reading/objects.ts";
import type { RecognisedNode } from "../recogniser.ts";

const mostWords = 24;
const longestWord = 80;

/** Names as written, without repetition, the nearest first, the file's last two path segments at the end. */
export function contextWords(
  node: RecognisedNode,
  ancestors: readonly RecognisedNode[],
  uri: string,
): readonly string[] {
  const words = new Set<string>();
  let inner: RecognisedNode = node;
  for (let index = ancestors.length - 1; index >= 0; index -= 1) {
    const outer = ancestors[index];
    if (outer === undefined) break;
    for (const word of namesOf(outer, inner)) {
      if (word.length <= longestWord && word !== "" && words.size < mostWords) words.add(word);
    }
    inner = outer;
  }
  for (const segment of fileWords(uri)) words.add(segment);
  return [...words];
}

function namesOf(outer: RecognisedNode, inner: RecognisedNode): readonly string[] {
  switch (outer.kind) {
    case "function":
      return outer.name === undefined ? [] : [outer.name];
    case "function-declaration":
      return outer.function.name === undefined ? [] : [outer.function.name];
    case "class":
      return [...memberName(outer.members, inner), ...(outer.name === undefined ? [] : [outer.name])];
    case "class-declaration":
      return outer.class.name === undefined ? [] : [outer.class.name, ...memberName(outer.class.members, inner)];
    case "object": {
      const member = memberAround(outer, inner);
      return member === undefined || member.kind === "spread" ? [] : present(member.key.name);
    }
    case "variable":
      return outer.declarators.flatMap((declarator) =>
        declarator.pattern.kind === "name" && encloses(declarator, inner) ? [declarator.pattern.name] : [],
      );
    case "assignment":
      return present(lastName(outer.target));
    case "call":
      return callNames(outer.callee, outer.arguments);
    case "if":
      return testNames(outer.test);
    case "switch":
      return testNames(outer.discriminant);
    default:
      return [];
  }
}

function memberName(
  members: readonly {
    readonly start: number;
    readonly end: number;
    readonly key: { readonly name: string | undefined };
  }[],
  inner: RecognisedNode,
): readonly string[] {
  return members.flatMap((member) => (encloses(member, inner) ? present(member.key.name) : []));
}

/** The function called and its first text: `app.post("/login", …)`, `limiter.consume(…)`. */
function callNames(callee: Expression, arguments_: readonly Expression[]): readonly string[] {
  const path = unwrapped(callee);
  const receiver = path.kind === "member" ? present(lastName(path.object)) : [];
  const first = stringOf(arguments_[0]);
  return [...present(lastName(path)), ...receiver, ...(first === undefined ? [] : [first])];
}

/** Names in a condition, such as `rateLimitExceeded` in `if (!result.rateLimitExceeded)`. */
function testNames(test: Expression): readonly string[] {
  const names: string[] = [];
  const open: Expression[] = [test];
  for (let next = open.pop(); next !== undefined && names.length < 8; next = open.pop()) {
    const inner = unwrapped(next);
    if (inner.kind === "binary") open.push(inner.right, inner.left);
    else if (inner.kind === "unary") open.push(inner.operand);
    else if (inner.kind === "prefix") open.push(inner.argument);
    else if (inner.kind === "call") open.push(inner.callee);
    else if (inner.kind === "member") {
      names.push(inner.name);
      open.push(inner.object);
    } else if (inner.kind === "identifier") names.push(inner.name);
    else if (inner.kind === "string") names.push(inner.value);
  }
  return names;
}

function fileWords(uri: string): readonly string[] {
  return uri
    .replace(/[?#].*$/, "")
    .split("/")
    .filter((segment) => segment !== "")
    .slice(-2);
}

function present(name: string | undefined): readonly string[] {
  return name === undefined ? [] : [name];
}
