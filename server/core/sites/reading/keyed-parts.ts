/** Parts that stand in keys: codes and statuses by which a map or a document is ordered. */
import type { Code } from "../../catalog/model.ts";
import type { ObjectLiteral, ObjectMember, PropertyKey, StringLiteral } from "../../syntax/tree.ts";
import { encloses, type Span } from "../../text/span.ts";
import type { Part, Written } from "../model.ts";
import { isStatusNumber } from "../parts/status-names.ts";
import { writtenText } from "../parts/written.ts";
import type { RecogniserContext } from "../recogniser.ts";

/** The member of `object` in which `inner` stands. */
export function memberAround(object: ObjectLiteral, inner: Span): ObjectMember | undefined {
  return oneAround(object.members, inner);
}

/** The one in which `inner` stands, of members or the like that stand apart and in the order of the text. */
export function oneAround<Member extends Span>(members: readonly Member[], inner: Span): Member | undefined {
  let low = 0;
  let high = members.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const member = members[middle];
    if (member === undefined) return undefined;
    if (encloses(member, inner)) return member;
    if (member.start < inner.start) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** The code that a key spells. Keys of numbers give numbers. */
export function codeOfKey(key: PropertyKey, certainty: Part<Code>["certainty"], uri: string): Part<Code> | undefined {
  if (key.name === undefined || key.name === "") return undefined;
  const value: Code = key.written === "number" ? Number(key.name) : key.name;
  return keyPart(value, key, certainty, uri);
}

/** The status that a key spells: `404`, `"404"`. */
export function statusOfKey(
  key: PropertyKey,
  certainty: Part<number>["certainty"],
  uri: string,
): Part<number> | undefined {
  const value = key.name === undefined || !/^\d{3}$/.test(key.name) ? undefined : Number(key.name);
  return isStatusNumber(value) ? keyPart(value, key, certainty, uri) : undefined;
}

/** The status that a text spells, where statuses are texts: `status: "422"`. */
export function statusOfText(
  text: StringLiteral,
  certainty: Part<number>["certainty"],
  uri: string,
): Part<number> | undefined {
  const value = /^\d{3}$/.test(text.value) ? Number(text.value) : undefined;
  if (!isStatusNumber(value)) return undefined;
  const span = { start: text.start, end: text.end };
  return {
    values: [{ value, written: writtenText(text), origin: undefined }],
    exhaustive: true,
    span,
    certainty,
    evidence: [{ text: "written here", place: { uri, span } }],
  };
}

function keyPart<Value>(value: Value, key: PropertyKey, certainty: Part<Value>["certainty"], uri: string): Part<Value> {
  const span = { start: key.start, end: key.end };
  return {
    values: [{ value, written: writtenKey(key, span), origin: undefined }],
    exhaustive: true,
    span,
    certainty,
    evidence: [{ text: "a key", place: { uri, span } }],
  };
}

function writtenKey(key: PropertyKey, span: Span): Written {
  return key.written === "string" ? { kind: "string", span, quote: '"' } : { kind: "key", span };
}

/** The status that a member of a table stands under, written in the key or named in its brackets. */
export function statusOfMember(member: ObjectMember, { parts, uri }: RecogniserContext): Part<number> | undefined {
  if (member.kind === "spread") return undefined;
  const { computed } = member.key;
  return computed === undefined
    ? statusOfKey(member.key, "likely", uri)
    : parts.status(computed, { certainty: "likely" });
}
