/** From the shape of an error that is made somewhere to the site there. */
import type { Code } from "../../catalog/model.ts";
import type { Span } from "../../text/span.ts";
import type { ErrorSite, Part, SiteRole } from "../model.ts";
import { isShouted } from "../parts/code-shapes.ts";
import { shapePart } from "../parts/shape-part.ts";
import { isStatusNumber } from "../parts/status-names.ts";
import { isAboutText } from "../reading/about-text.ts";
import type { RecognisedNode, RecogniserContext } from "../recogniser.ts";
import { isKnown, makeSite, weakened } from "../site-draft.ts";
import type { Constant, ErrorShape, ShapePart } from "../values/value-service.ts";
import { withGivenObject } from "./given-object.ts";
import { withGuesses } from "./guessed-parts.ts";
import { withLaterParts } from "./later-parts.ts";

export interface MadeError {
  readonly role: SiteRole;
  readonly idiom: string;
  /** The whole construct, such as a `throw` statement. */
  readonly span: Span;
  /** Where the error is made; what is not written anywhere is implied by it. */
  readonly made: RecognisedNode;
  readonly shape: ErrorShape;
}

/** The site; undefined for an error with neither a status nor a code. */
export function errorSite(error: MadeError, context: RecogniserContext): ErrorSite | undefined {
  const { shape, made } = error;
  const declared = {
    status: partOf<number>(shape.status, error, context.parts.status, (value) =>
      isStatusNumber(value) ? value : undefined,
    ),
    code: partOf<Code>(shape.code, error, context.parts.code, toCode),
    message: partOf<string>(shape.message, error, context.parts.message, toText),
  };
  const { status, code, message } = withGuesses(withGivenObject(declared, made, context), made, context);
  if (status?.certainty !== "certain" && isOfCompiler(shape.name)) return undefined;
  if (status === undefined && (code === undefined || isAboutText(made) || isExitStatus(code))) return undefined;
  const parts = withLaterParts({ status, code, message }, made, context);
  return makeSite({
    role: error.role,
    idiom: error.idiom,
    span: error.span,
    ...parts,
    code: parts.code ?? (isKnown(parts.status) ? codeAsText(parts.message) : undefined),
    // Whoever catches the error answers, and may set any header.
    headersComplete: false,
    context: shape.name === "" ? context.parts.context(made) : [shape.name, ...context.parts.context(made)],
  });
}

/** `new ConflictException("EMAIL_TAKEN")`: a text for people is not written as a constant, so that it is the code. */
function codeAsText(message: ErrorSite["message"]): ErrorSite["code"] {
  return isKnown(message) && message.exhaustive && message.values.every(({ value }) => isShouted(value))
    ? weakened(message, "likely")
    : undefined;
}

/** `createCompilerError(43)`, `new SyntaxProblem("X")`: what is said of a text, not of a request. */
function isOfCompiler(name: string): boolean {
  return /compil(?:e|er|ation)|syntax|lexer|^(?:\w+[._])?pars(?:e|er|ing)(?:err|exc|fault|fail)|tokeniz|diagnostic|linter|transpil/i.test(
    name,
  );
}

/** `new ProcessError(code ?? -1)`: what stands for the exit status that a process did not give. */
function isExitStatus({ exhaustive, values }: Part<Code>): boolean {
  if (exhaustive || values.length === 0) return false;
  return values.every(({ value }) => typeof value === "number" && value >= -1 && value <= 255);
}

/** Whether a site has any constant to speak of. */
export function saysSomething(site: ErrorSite): boolean {
  return isKnown(site.status) || isKnown(site.code);
}

function partOf<Value>(
  part: ShapePart | undefined,
  error: MadeError,
  reader: (
    expression: NonNullable<ShapePart["argument"]>,
    options: { readonly certainty: Part<Value>["certainty"] },
  ) => Part<Value> | undefined,
  accept: (value: Constant) => Value | undefined,
): Part<Value> | undefined {
  const certainty = part?.certainty === undefined || part.certainty === "certain" ? "certain" : "likely";
  const { made, shape } = error;
  const span = { start: made.start, end: made.end };
  return shapePart<Value>(part, { reader, accept, span, by: shape.name, certainty });
}

function toCode(value: Constant): Code | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  return typeof value === "string" && value !== "" ? value : undefined;
}

function toText(value: Constant): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
