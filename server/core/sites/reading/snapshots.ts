/** What an inline snapshot says of what is compared with it: `` expect(res.status).toMatchInlineSnapshot(`404`) ``. */
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown, valuesOf } from "../site-draft.ts";
import { answerName, codeOfError } from "./asserted-value.ts";
import type { Assertion } from "./assertion.ts";
import { comparedSubject } from "./compared-subject.ts";
import { stringOf } from "./objects.ts";
import { textObject, textValue } from "./text-body.ts";

/** Whether a matcher is given a snapshot in the test itself. */
export function takesSnapshot(matcher: string): boolean {
  return matcher === "toMatchInlineSnapshot";
}

/** A status, a code, or the status and the code of an object; the snapshot is the last argument, behind its properties. */
export function ofSnapshot(
  call: CallExpression,
  subject: Expression,
  context: RecogniserContext,
): Assertion | undefined {
  const snapshot = call.arguments.at(-1);
  const text = stringOf(snapshot);
  if (snapshot === undefined || text === undefined) return undefined;
  const at = { span: call, about: answerName(subject, context) };
  const json = asJson(text);
  if (!/^[{[]/.test(json)) {
    const compared = comparedSubject(subject, context.bindings);
    const { status, code } = compared === undefined ? nothing : textValue(json, snapshot, context);
    if (compared?.kind === "status" && isKnown(status)) return { ...at, status };
    const isCode = compared?.kind === "code" && valuesOf(code).every((value) => compared.judge(value) !== undefined);
    return isCode && isKnown(code) ? { ...at, code } : undefined;
  }
  const found = textObject(json, snapshot, context, []);
  const code = codeOfError(found, subject);
  return isKnown(found.status) || isKnown(code) ? { ...at, ...found, code } : undefined;
}

const nothing = { status: undefined, code: undefined };

/** Snapshots are JSON but for the names of classes and matchers (`Object {`, `Any<String>`) and a comma after the last field. */
function asJson(snapshot: string): string {
  return snapshot
    .trim()
    .replace(/\b[A-Z]\w* (?=[{[])/g, "")
    .replace(/(?<=: )(?:\w+<\w+>|\[\w+(?:: [^\]\n]*)?\])(?=,?$)/gm, "null")
    .replace(/,(?=\s*[}\]])/g, "");
}
