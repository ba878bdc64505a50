/** Members of tables that give codes their statuses: `NOT_FOUND: 404`, `NOT_FOUND: { status: 404, message }`. */
import type { Code } from "../../catalog/model.ts";
import type { Expression, ObjectLiteral, Property } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Part } from "../model.ts";
import { looksLikeCode } from "../parts/code-shapes.ts";
import { statusByName } from "../parts/status-names.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown, valuesOf, weakened } from "../site-draft.ts";
import { codeOfKey } from "./keyed-parts.ts";
import { propertyOf, stringOf } from "./objects.ts";
import { type StatusRow, type StatusTuple, tupleOf, tupleOfCall } from "./status-table.ts";

/** The row that a member is: a status under a code, or an entry with a status; none for anything else. */
export function rowOf(property: Property, context: RecogniserContext): readonly StatusRow[] {
  const value = unwrapped(property.value);
  if (value.kind === "object") return entryRow(property, value, context);
  if (value.kind === "array") return tupleRow(property, tupleOf(value), context);
  if (value.kind === "call") return tupleRow(property, tupleOfCall(value), context);
  const kinds: readonly Expression["kind"][] = ["number", "member", "identifier", "index"];
  if (!kinds.includes(value.kind)) return [];
  const status = context.parts.status(value, { certainty: "likely" });
  const code = keyCode(property, context);
  if (!isKnown(status) || code === undefined || valuesOf(status).some((one) => one < 200)) return [];
  return [{ property, code, status, message: undefined, isOwn: false }];
}

/** `{ status: 404, message: "…" }` under a key: the key is the code unless the entry names another one. */
function entryRow(property: Property, entry: ObjectLiteral, context: RecogniserContext): readonly StatusRow[] {
  const found = context.parts.inBody(context.parts.body(entry), entry);
  const key = keyCode(property, context);
  if (!isKnown(found.status) || valuesOf(found.status).some((one) => one < 300)) return [];
  const isMapped =
    property.key.computed !== undefined && key !== undefined && isKnown(found.code) && namesStatus(found.code);
  const isOwn =
    isKnown(found.code) &&
    !isMapped &&
    (!isTransportName(found.code, found.status) || (key !== undefined && isTransportName(key, found.status)));
  const own = isOwn ? found.code : (numberedId(entry, context) ?? identifierIn(entry, context));
  const code = own ?? key;
  return code === undefined
    ? []
    : [
        {
          property,
          code,
          status: weakened(found.status, "likely") ?? found.status,
          message: found.message,
          isOwn: own !== undefined,
        },
      ];
}

/** `[404, "No such book"]` under a key, which is the code unless the list has one. */
function tupleRow(
  property: Property,
  tuple: StatusTuple | undefined,
  context: RecogniserContext,
): readonly StatusRow[] {
  const { parts } = context;
  const status = tuple && parts.status(tuple.status, { certainty: "likely" });
  const code = tuple?.code === undefined ? keyCode(property, context) : parts.code(tuple.code, { certainty: "likely" });
  if (!isKnown(status) || code === undefined) return [];
  return [
    {
      property,
      code,
      status,
      message: tuple?.text && parts.message(tuple.text, { certainty: "likely" }),
      isOwn: tuple?.code !== undefined,
    },
  ];
}

/** `id: "E1001"`, `id: "AUTH-003"`: a code by its form, whatever the entry is called in the program. */
function numberedId(entry: ObjectLiteral, context: RecogniserContext): Part<Code> | undefined {
  const id = propertyOf(entry, "id");
  const isNumbered = id !== undefined && /^[A-Z]{1,8}[-_]?\d{2,6}$/.test(stringOf(id.value) ?? "");
  return isNumbered ? context.parts.code(id.value, { certainty: "likely" }) : undefined;
}

/** `identifier: Ids.ACCESS_DENIED`, which stands on the wire in place of a code. */
function identifierIn(entry: ObjectLiteral, context: RecogniserContext): Part<Code> | undefined {
  const identifier = propertyOf(entry, "identifier", "errorId");
  const code = identifier && context.parts.code(identifier.value, { certainty: "likely" });
  return isKnown(code) && valuesOf(code).every((value) => typeof value === "string" && looksLikeCode(value))
    ? code
    : undefined;
}

/** `[AppError.NotReady]: { code: "INTERNAL_SERVER_ERROR", status: 501 }`: a transport's name for one of the program's codes. */
function namesStatus(code: Part<Code>): boolean {
  return code.values.every(({ value }) => typeof value === "string" && statusByName(value) !== undefined);
}

/** `BAD_REQUEST` beside 400 only names the status again. */
function isTransportName(code: Part<Code>, status: Part<number>): boolean {
  return code.values.every(
    ({ value }) => typeof value === "string" && valuesOf(status).includes(statusByName(value) ?? -1),
  );
}

/** The code that a key spells, or that a computed key stands for; a text for people (`"Not Found"`) is none. */
function keyCode(property: Property, context: RecogniserContext): Part<Code> | undefined {
  if (property.key.computed !== undefined) {
    const part = context.parts.code(property.key.computed, { certainty: "likely" });
    return isKnown(part) ? part : undefined;
  }
  return /\s/.test(property.key.name ?? "") ? undefined : codeOfKey(property.key, "likely", context.uri);
}
