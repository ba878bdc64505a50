/** What an error is given right after it was made: `const error = createError(415, "…"); error.code = "X"`. */
import type { Expression, Statement } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite } from "../model.ts";
import { foreignOwner } from "../parts/code-shapes.ts";
import { type ReadHeaders, readHeaders } from "../parts/headers.ts";
import { pathOf } from "../reading/names.ts";
import { nearestList } from "../reading/siblings.ts";
import type { RecognisedNode, RecogniserContext } from "../recogniser.ts";
import { isKnown, valuesOf } from "../site-draft.ts";
import { namesInRole } from "../values/shapes/role-names.ts";
import type { ErrorParts } from "./given-object.ts";

/** How many statements after the one that makes the error may say more of it. */
const nearby = 12;

export interface LaterParts extends ErrorParts {
  readonly headers: ReadHeaders["headers"];
}

/** The parts with those that the following statements set; what is set later wins. */
export function withLaterParts(parts: ErrorParts, made: RecognisedNode, context: RecogniserContext): LaterParts {
  let { status, code, message } = parts;
  const headers: ReadHeaders["headers"][number][] = [];
  for (const { path, value } of laterFields(made, context)) {
    const name = path.at(-1) ?? "";
    const owner = path.slice(0, -1).join(".");
    if (/^(?:output\.)?headers$/.test(owner)) {
      const { start, end } = value;
      headers.push({ name, value: textOf(context.parts.message(value)), span: { start, end } });
    } else if (/^(?:output\.)?headers$/.test(path.join("."))) {
      headers.push(...readHeaders(value, { values: context.values, bindings: context.bindings }).headers);
    } else if (owners.has(owner)) {
      if (namesInRole("status", [name]).length > 0) status = better(context.parts.status(value), status);
      else if (namesInRole("code", [name]).length > 0) code = better(ownCode(context.parts.code(value)), code);
      else if (name === "message") message = better(context.parts.message(value), message);
    }
  }
  return { status, code, message, headers };
}

/** The error itself, Boom's answer, its body, and the data that it carries. */
const owners: ReadonlySet<string> = new Set(["", "output", "output.payload", "data", "extensions"]);

interface LaterField {
  /** From the error: `output`, `payload`, `code`. */
  readonly path: readonly string[];
  readonly value: Expression;
}

/** Assignments to fields of the constant that `made` is the value of, in the statements after it. */
function laterFields(made: RecognisedNode, context: RecogniserContext): readonly LaterField[] {
  const declaration = context.ancestors.findLast((outer) => outer.kind !== "wrapped");
  if (declaration?.kind !== "variable") return [];
  const declarator = declaration.declarators.find(
    ({ initializer }) => initializer !== undefined && unwrapped(initializer) === made,
  );
  if (declarator?.pattern.kind !== "name") return [];
  const list = nearestList(made, context.ancestors, context.file);
  const found: LaterField[] = [];
  for (const statement of list?.statements.slice(list.index + 1, list.index + 1 + nearby) ?? []) {
    if (statement.kind !== "expression" && statement.kind !== "variable") break;
    const field = fieldOf(statement);
    if (field !== undefined && field.path[0] === declarator.pattern.name)
      found.push({ ...field, path: field.path.slice(1) });
  }
  return found;
}

function fieldOf(statement: Statement): LaterField | undefined {
  const inner = statement.kind === "expression" ? unwrapped(statement.expression) : undefined;
  if (inner?.kind !== "assignment" || inner.operator !== "=") return undefined;
  const path = pathOf(inner.target);
  return path === undefined || path.length < 2 ? undefined : { path, value: inner.value };
}

function better<Part extends ErrorSite["status"] | ErrorSite["code"] | ErrorSite["message"]>(
  later: Part,
  before: Part,
): Part {
  return later === undefined ? before : later;
}

/** A code of the operating system that is set on an error is not the application's. */
function ownCode(code: ErrorSite["code"]): ErrorSite["code"] {
  return isKnown(code) && valuesOf(code).every((value) => foreignOwner(value) === undefined) ? code : undefined;
}

function textOf(part: ErrorSite["message"]): string | undefined {
  const [only, ...more] = valuesOf(part);
  return more.length > 0 ? undefined : only;
}
