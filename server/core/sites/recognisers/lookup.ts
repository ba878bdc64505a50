/**
 * Tables of texts that are asked with the status or the code of an answer: `texts[res.status]`,
 * `({ CARD_EXPIRED: t("expired") })[err.response.data.code]`. Each key is a status or a code that people are told of.
 */
import type { Code } from "../../catalog/model.ts";
import type { Expression, IndexAccess, ObjectLiteral, ObjectMember } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Part } from "../model.ts";
import { statusByName } from "../parts/status-names.ts";
import { comparedSubject } from "../reading/compared-subject.ts";
import { codeOfKey, statusOfMember } from "../reading/keyed-parts.ts";
import { stringOf } from "../reading/objects.ts";
import type { Subject } from "../reading/subject.ts";
import type { Recogniser, RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, valuesOf, weakened } from "../site-draft.ts";

export const lookupRecogniser: Recogniser = {
  idiom: "lookup",
  sign: /(?:code|status)\w*[^\]\n]{0,80}\]/i,
  kinds: ["index"],
  *recognise(node, context) {
    const table = node.kind === "index" ? tableOf(node, context) : undefined;
    if (node.kind !== "index" || table === undefined || !isOfTexts(table)) return;
    const subject = comparedSubject(node.index, context.bindings);
    // A name on its own may be the status of whatever thing.
    if (subject?.path === undefined) return;
    for (const member of table.members) {
      const status = subject.kind === "status" ? judged(statusOfMember(member, context), subject) : undefined;
      const code = subject.kind === "code" ? judged(codeOf(member, context), subject) : undefined;
      if (code === undefined && !valuesOf(status).some((value) => value >= 400)) continue;
      yield makeSite({
        role: "declare",
        idiom: "lookup",
        span: member,
        status,
        code,
        message: messageOf(member, context),
        headersComplete: false,
        context: context.parts.context(table),
      });
    }
  },
};

/** Whether it has texts only, written or translated; reason phrases of the registry tell nothing of errors. */
function isOfTexts({ members }: ObjectLiteral): boolean {
  const texts = members.flatMap((member) => (member.kind === "property" && isText(member.value) ? [member.value] : []));
  const phrases = texts.filter((text) => statusByName(stringOf(text) ?? "") !== undefined);
  // One entry alone is a field as often as a row, unless its key is a constant.
  const isTable =
    members.length > 1 || members.every((one) => one.kind === "property" && one.key.computed !== undefined);
  return isTable && texts.length === members.length && phrases.length * 2 < members.length;
}

function isText(value: Expression): boolean {
  const inner = unwrapped(value);
  return inner.kind === "string" || inner.kind === "template" || (inner.kind === "call" && inner.arguments.length > 0);
}

/** The object that is asked: written in place, or a constant of this file where this is the first place to ask it. */
function tableOf({ object, start }: IndexAccess, context: RecogniserContext): ObjectLiteral | undefined {
  const inner = unwrapped(object);
  if (inner.kind === "object") return inner;
  if (inner.kind !== "identifier" || !isFirst(inner.name, start, context.file.text)) return undefined;
  const initializer = context.bindings.constantOf(inner);
  const table = initializer === undefined ? undefined : unwrapped(frozen(initializer));
  return table?.kind === "object" ? table : undefined;
}

/** `Object.freeze({…})` is what it freezes. */
function frozen(initializer: Expression): Expression {
  const inner = unwrapped(initializer);
  const [first] = inner.kind === "call" ? inner.arguments : [];
  const callee = inner.kind === "call" ? unwrapped(inner.callee) : undefined;
  return callee?.kind === "member" && callee.name === "freeze" && first !== undefined ? first : inner;
}

/** Whether the name is followed by a bracket here for the first time. */
function isFirst(name: string, at: number, text: string): boolean {
  for (let found = text.indexOf(name); found >= 0 && found < at; found = text.indexOf(name, found + name.length)) {
    const isWhole = !/[\w$]/.test(text[found - 1] ?? "");
    if (isWhole && /^(?:\?\.)?\[/.test(text.slice(found + name.length, found + name.length + 3))) return false;
  }
  return true;
}

function codeOf(member: ObjectMember, context: RecogniserContext): Part<Code> | undefined {
  if (member.kind === "spread") return undefined;
  const { computed } = member.key;
  return computed === undefined
    ? codeOfKey(member.key, "likely", context.uri)
    : context.parts.code(computed, { certainty: "likely" });
}

function messageOf(member: ObjectMember, context: RecogniserContext): Part<string> | undefined {
  const message = member.kind === "property" ? context.parts.message(member.value, { certainty: "likely" }) : undefined;
  return isKnown(message) ? message : undefined;
}

/** The part where all that it may hold is sure to be what is asked for. */
function judged<Value extends Code>(part: Part<Value> | undefined, subject: Subject): Part<Value> | undefined {
  if (!isKnown(part) || part.certainty === "weak") return undefined;
  const isSure = part.values.every(({ value }) => subject.judge(value) === "likely");
  return isSure ? weakened(part, "likely") : undefined;
}
