/**
 * Rows of tables of tests, whose columns are named by what they are given to:
 * `it.each([["GET", 405, "METHOD_UNKNOWN"]])("…", (method, status, code) => …)`,
 * `for (const [path, status] of [["/a", 404]])`, `{ path: "/a", expectedStatus: 404 }`.
 */
import type { ArrayLiteral, Expression, ObjectLiteral } from "../../syntax/tree.ts";
import { looksLikeCode } from "../parts/code-shapes.ts";
import { plainName } from "../reading/names.ts";
import { columnsOf } from "../reading/table-columns.ts";
import { noSites, type Recogniser, type RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, valuesOf } from "../site-draft.ts";

export const testRowRecogniser: Recogniser = {
  idiom: "test-row",
  sign: /\beach\b|forEach\(|\bof\b/,
  kinds: ["array", "object"],
  recognise(node, context) {
    const row =
      node.kind === "array" ? cellsOf(node, context) : node.kind === "object" ? fieldsOf(node, context) : undefined;
    if (row === undefined) return noSites;
    const status = row.status && context.parts.status(row.status, { certainty: "likely" });
    const code = row.code && context.parts.code(row.code, { certainty: "likely" });
    const fails = isKnown(status) && valuesOf(status).every((value) => value >= 400);
    const isCoded = isKnown(code) && valuesOf(code).every((value) => typeof value === "string" && looksLikeCode(value));
    if (!fails) return noSites;
    return [
      makeSite({
        role: "expect",
        idiom: "test-row",
        span: node,
        status,
        code: isCoded ? code : undefined,
        headersComplete: false,
        context: context.parts.context(node),
      }),
    ];
  },
};

interface Row {
  readonly status: Expression | undefined;
  readonly code: Expression | undefined;
}

const statusNames = /^(?:expected|wanted|want|http|response)?_?status(?:code)?$/;
const codeNames = /^(?:expected|wanted|want)?_?(?:error)?code$/;

/** The cells of a row under the names of the parameters or of the pattern that take it apart. */
function cellsOf(row: ArrayLiteral, context: RecogniserContext): Row | undefined {
  const names = columnsOf(row, context);
  const cell = (pattern: RegExp): Expression | undefined => {
    const index = names?.findIndex((name) => name !== undefined && pattern.test(plainName(name))) ?? -1;
    return index < 0 ? undefined : row.elements[index];
  };
  return names === undefined ? undefined : { status: cell(statusNames), code: cell(codeNames) };
}

/** The fields of a row that say what is expected; others name no row of a table by themselves. */
function fieldsOf(row: ObjectLiteral, context: RecogniserContext): Row | undefined {
  const field = (pattern: RegExp): Expression | undefined =>
    row.members.flatMap((member) =>
      member.kind === "property" && pattern.test(plainName(member.key.name ?? "")) ? [member.value] : [],
    )[0];
  const status = field(/^(?:expected|wanted|want)_?status(?:code)?$/);
  if (status === undefined || context.ancestors.at(-1)?.kind !== "array") return undefined;
  return { status, code: field(/^(?:expected|wanted|want)_?(?:error)?code$/) };
}
