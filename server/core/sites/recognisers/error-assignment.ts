/** Errors that get their parts one by one: `const err = new Error("…"); err.status = 404; err.code = "X"; next(err)`. */
import type { AssignmentExpression, Expression, Statement } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ErrorSite } from "../model.ts";
import { foreignOwner } from "../parts/code-shapes.ts";
import { lastName, plainName } from "../reading/names.ts";
import { sourceOf } from "../reading/response-calls.ts";
import { nearestList } from "../reading/siblings.ts";
import { because } from "../reading/why-not.ts";
import type { Recogniser, RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, spanAround, valuesOf } from "../site-draft.ts";

const statusFields: ReadonlySet<string> = new Set(["status", "statuscode", "httpstatus", "httpstatuscode"]);
const codeFields: ReadonlySet<string> = new Set(["code", "errorcode", "errcode"]);

export const errorAssignmentRecogniser: Recogniser = {
  idiom: "error-assignment",
  sign: /\.(?:status|code|statusCode|httpStatus|httpStatusCode|errorCode|errCode|status_code|error_code)\s*=/,
  kinds: ["assignment"],
  *recognise(node, context) {
    if (node.kind !== "assignment") return;
    const site = siteOf(node, context);
    if (site !== undefined) yield site;
  },
  explain(node, context) {
    const field = node.kind === "assignment" ? fieldOf(node) : undefined;
    if (field === undefined) return undefined;
    const isStatus = statusFields.has(field.name);
    if (!isStatus && !codeFields.has(field.name)) return undefined;
    const owner = context.file.text.slice(field.owner.start, field.owner.end);
    const shown = /^[\w$.]{1,40}$/.test(owner) ? `\`${owner}\`` : "what gets it";
    if (!isError(field.owner, context)) {
      return `${shown} is not known to be an error, a response or a handler's context.`;
    }
    const part = isStatus ? context.parts.status(field.value) : context.parts.code(field.value);
    if (part === undefined) return `what is assigned cannot be a ${isStatus ? "status" : "code"}.`;
    return part.values.length === 0
      ? `what is assigned is not constant${because(field.value, context)}.`
      : "neither a status of a failure nor a code of an application is set.";
  },
};

/** How many statements on either side may say more of the same error. */
const nearby = 12;

interface Field {
  readonly owner: Expression;
  readonly name: string;
  readonly value: Expression;
  readonly whole: AssignmentExpression;
}

function siteOf(assignment: AssignmentExpression, context: RecogniserContext): ErrorSite | undefined {
  const field = fieldOf(assignment);
  if (field === undefined || !isError(field.owner, context)) return undefined;
  const root = sourceOf(field.owner, context.file.text);
  const beside = fieldsBeside(assignment, root, context);
  const status = beside.find(({ name }) => statusFields.has(name));
  const code = beside.find(({ name }) => codeFields.has(name));
  // The site stands at the status, or at the code where there is no status.
  if ((status ?? code)?.whole !== assignment) return undefined;
  const parts = {
    status: status === undefined ? undefined : context.parts.status(status.value, { certainty: "likely" }),
    code: code === undefined ? undefined : context.parts.code(code.value, { certainty: "likely" }),
  };
  if (valuesOf(parts.code).some((value) => foreignOwner(value) !== undefined || typeof value === "number"))
    return undefined;
  const failed = valuesOf(parts.status).some((value) => value >= 400);
  if (!failed && !isKnown(parts.code)) return undefined;
  const message = beside.find(({ name }) => name === "message");
  return makeSite({
    role: "emit",
    idiom: "error-assignment",
    span: spanAround(assignment, status?.whole, code?.whole),
    ...parts,
    message:
      message === undefined
        ? messageOfConstruction(field.owner, context)
        : context.parts.message(message.value, { certainty: "likely" }),
    headersComplete: false,
    context: context.parts.context(assignment),
  });
}

function fieldOf(expression: Expression): Field | undefined {
  if (expression.kind !== "assignment" || expression.operator !== "=") return undefined;
  const target = unwrapped(expression.target);
  if (target.kind !== "member") return undefined;
  return { owner: unwrapped(target.object), name: plainName(target.name), value: expression.value, whole: expression };
}

function isError(owner: Expression, context: RecogniserContext): boolean {
  if (owner.kind !== "identifier") return false;
  if (!/^(?:e|ex)$|err(?:or)?\d*$|exception$/i.test(owner.name)) return isMadeHere(owner, context);
  return context.bindings.declarationOf(owner)?.kind !== "import";
}

/** `const denied = new Error("…") as any`: an error, whatever it is called. */
function isMadeHere(owner: Expression, { bindings }: RecogniserContext): boolean {
  const made = owner.kind === "identifier" ? bindings.constantOf(owner) : undefined;
  const inner = made && unwrapped(made);
  return inner?.kind === "new" && /(?:Error|Exception)$/.test(lastName(inner.callee) ?? "");
}

function fieldsBeside(assignment: AssignmentExpression, root: string, context: RecogniserContext): readonly Field[] {
  const list = nearestList(assignment, context.ancestors, context.file);
  if (list === undefined) return [];
  return list.statements
    .slice(Math.max(0, list.index - nearby), list.index + nearby)
    .flatMap((statement: Statement) => {
      if (statement.kind !== "expression") return [];
      const field = fieldOf(unwrapped(statement.expression));
      return field !== undefined && sourceOf(field.owner, context.file.text) === root ? [field] : [];
    });
}

/** `const err = new Error("…")`. */
function messageOfConstruction(owner: Expression, context: RecogniserContext): ErrorSite["message"] {
  const initializer = owner.kind === "identifier" ? context.bindings.constantOf(owner) : undefined;
  const made = initializer === undefined ? undefined : unwrapped(initializer);
  if (made?.kind !== "new" && made?.kind !== "call") return undefined;
  const [first] = made.arguments;
  return first === undefined ? undefined : context.parts.message(first, { certainty: "likely" });
}
