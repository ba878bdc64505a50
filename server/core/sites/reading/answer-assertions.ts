/** Assertions that are methods of the answer: japa's and Laravel's `response.assertStatus(403)`, `response.assertForbidden()`. */
import type { CallExpression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { statusByName } from "../parts/status-names.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown } from "../site-draft.ts";
import { compared, rootName } from "./asserted-value.ts";
import { type Assertion, throughAwait } from "./assertion.ts";
import { lastName } from "./names.ts";

const statuses = /^assert(?:Status|StatusCode|ResponseCode)$/;
const bodies = /^assert(?:Body|BodyContains|Json|JsonContains|JsonFragment|Exact\w*Json)$/;
const answers = /^(?:res|resp|response|reply|answer|result)\d?$|(?:Res|Response|Reply|Answer)$/;

/** What such a method asserts; undefined for every other call. */
export function ofAnswer(call: CallExpression, context: RecogniserContext): Assertion | undefined {
  const callee = unwrapped(call.callee);
  if (callee.kind !== "member" || !callee.name.startsWith("assert")) return undefined;
  const [first] = call.arguments;
  const about = rootName(callee.object);
  if (first === undefined) {
    const named = statusByName(callee.name.slice("assert".length));
    const isAnswer = answers.test(lastName(throughAwait(callee.object)) ?? "");
    if (named === undefined || named < 400 || !isAnswer) return undefined;
    return { span: call, about, status: context.parts.impliedStatus(named, callee.nameSpan, `\`${callee.name}\``) };
  }
  if (bodies.test(callee.name)) return compared(call, callee.object, first, context);
  if (!statuses.test(callee.name) || call.arguments.length > 1) return undefined;
  const status = context.parts.status(first, { certainty: "certain" });
  return isKnown(status) ? { span: call, about, status } : undefined;
}
