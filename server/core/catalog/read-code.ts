import { type Field, reportType, shortened } from "../text/data-fields.ts";
import type { DataScalar } from "../text/data-node.ts";
import { readList } from "../text/data-values.ts";
import type { CatalogContext } from "./catalog-context.ts";
import type { Code } from "./model.ts";

/** A code as a value. */
export function readCode(context: CatalogContext, field: Field | undefined): Code | undefined {
  if (field === undefined) return undefined;
  if (field.value.kind === "scalar") return toCode(context, field.value);
  reportType(context, field.value, `\`${field.name}\` is a code, a text or a number`);
  return undefined;
}

/** A list of codes. */
export function readCodeList(context: CatalogContext, field: Field | undefined): readonly Code[] {
  return readList(context, field, (item) => readCode(context, item));
}

/** The code that a scalar is, as a map's key or a value. Numbers that would not be on the wire as written are reported. */
export function toCode(context: CatalogContext, scalar: DataScalar): Code | undefined {
  const { value, written, span } = scalar;
  if (written === "" || (context.codeType !== "string" && value === null)) {
    context.problems.error(span, written === "" ? "A code cannot be empty" : `Put the code \`${written}\` in quotes`);
    return undefined;
  }
  if (context.codeType === "string") return written;
  const number = typeof value === "number" ? value : numberOf(context, written);
  if (number === undefined) {
    if (context.codeType === "number")
      context.problems.error(span, `\`${shortened(written)}\` is not a number, as \`codeType\` asks`);
    else if (typeof value === "boolean") context.problems.error(span, `Put the code \`${written}\` in quotes`);
    return written;
  }
  if (!Number.isFinite(number) || (Number.isInteger(number) && !Number.isSafeInteger(number))) {
    context.problems.error(span, `\`${shortened(written)}\` is too large for a number: put it in quotes`);
    return written;
  }
  if (String(number) !== written) {
    context.problems.warning(span, `\`${written}\` is read as the number ${number}: put it in quotes if it is a text`);
  }
  // The map of codes takes 0 for -0, and so does JSON.
  return number === 0 ? 0 : number;
}

function numberOf(context: CatalogContext, written: string): number | undefined {
  if (context.codeType !== "number" || !/^-?[0-9]+(\.[0-9]+)?$/.test(written)) return undefined;
  return Number(written);
}
