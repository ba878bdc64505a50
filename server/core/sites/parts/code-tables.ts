/** Members of tables of codes whose declaration is not at hand: `AppErrorCode.NOT_FOUND`, `Parse.Error.OBJECT_NOT_FOUND`. */
import type { Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { lastName, wordsOf } from "../reading/names.ts";
import { stringOf } from "../reading/objects.ts";
import type { ResolvedOption, ValueService } from "../values/value-service.ts";

/** The member's own name as a guess at the code; undefined where either name says nothing of errors. */
export function codeTableOption(expression: Expression, values: ValueService): ResolvedOption | undefined {
  const named = memberOfTable(expression);
  // A member that a known table lacks is a slip of the pen.
  if (named === undefined || (values.valueOf(expression).options.length === 0 && isRead(expression, values))) {
    return undefined;
  }
  return {
    value: named.member,
    origin: undefined,
    table: undefined,
    certainty: "weak",
    steps: [{ text: `name of the member: the declaration of \`${named.table}\` cannot be read`, place: undefined }],
  };
}

/** Whether the table that the member is looked up in can be read. */
function isRead(expression: Expression, values: ValueService): boolean {
  const inner = unwrapped(expression);
  return (inner.kind === "member" || inner.kind === "index") && values.membersOf(inner.object) !== undefined;
}

interface TableMember {
  readonly table: string;
  readonly member: string;
}

/** The table and the member by their names; `CODES.NOT_FOUND.code` is the member's code, too. */
function memberOfTable(expression: Expression): TableMember | undefined {
  const inner = unwrapped(expression);
  if (inner.kind !== "member" && inner.kind !== "index") return undefined;
  const member = inner.kind === "member" ? inner.name : stringOf(inner.index);
  if (member === "code") return memberOfTable(inner.object);
  const object = unwrapped(inner.object);
  if (object.kind !== "identifier" && object.kind !== "member") return undefined;
  const table = lastName(object);
  return member !== undefined && table !== undefined && isTableOfCodes(table) && isMemberName(member)
    ? { table, member }
    : undefined;
}

const otherCodes =
  /^(?:status|statuses|http|https|key|keys|exit|country|countries|language|lang|locale|currency|zip|postal|color|colour|region|char|type|types|class|classes|message|messages|boundary|handler)$/;

/** `AppErrorCode`, `ERROR_CODES`, `Errors`, `Parse.Error`; a table is written as a constant or as a type is. */
function isTableOfCodes(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? "";
  if (words.some((word) => otherCodes.test(word))) return false;
  const ofErrors = words.some((word) =>
    /^(?:err|errs|errors?|errcodes?|errorcodes?|exceptions?|problems?)$/.test(word),
  );
  if (/^(?:errcodes?|errorcodes?|codes?)$/.test(last)) return ofErrors || /^[A-Z]/.test(name);
  return ofErrors && /^(?:err|errs|errors?|enum|names?|ids?|keys?)$/.test(last) && /^[A-Z]/.test(name);
}

/** Capitals, or words in capitals that name no class of errors. */
function isMemberName(name: string): boolean {
  if (/^[A-Z][A-Z0-9]{2,}$|^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(name)) return true;
  return /^(?:[A-Z][a-z0-9]+)+$/.test(name) && name.length > 3 && !/(?:Error|Exception|Schema|Type|Class)$/.test(name);
}
