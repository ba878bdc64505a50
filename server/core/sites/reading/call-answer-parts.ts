/** The parts of an answer that another function gives for a call, placed at the call's arguments. */
import type { Code } from "../../catalog/model.ts";
import type { CallExpression, Expression } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";
import type { BodyShape, ErrorSite, Part } from "../model.ts";
import { pickFromBody } from "../parts/in-body.ts";
import { shapePart } from "../parts/shape-part.ts";
import type { RecogniserContext } from "../recogniser.ts";
import { isKnown, valuesOf } from "../site-draft.ts";
import type { CallAnswer, Constant, ShapePart } from "../values/value-service.ts";
import { laidOut, partOf, toCode, toStatus, toText } from "./laid-out-body.ts";
import { asFieldGiven } from "./named-objects.ts";

export interface AnswerReading
  extends Pick<ErrorSite, "status" | "code" | "message" | "headers" | "headersComplete" | "body"> {
  readonly name: string;
  readonly always: boolean;
  /** What the function does with it. */
  readonly way: "sent" | "thrown" | "given back";
  /** Whether the part is given by an argument, constant there. */
  readonly statusGiven: boolean;
  readonly codeGiven: boolean;
  /** Whether any part is. */
  readonly given: boolean;
}

/** Reads one answer of the function that `call` runs. */
export function readCallAnswer(answer: CallAnswer, call: CallExpression, context: RecogniserContext): AnswerReading {
  const statusPart = asFieldGiven(answer.status, call, context);
  const status = read<number>(statusPart, context.parts.status, toStatus);
  const body = answer.body === undefined || answer.body === "none" ? undefined : laidOut(answer.body, call);
  const picks = body === undefined ? undefined : pickFromBody(body.entries, valuesOf(status));
  const codePart = asFieldGiven(answer.code ?? partOf(picks?.code, body), call, context);
  const messagePart = asFieldGiven(answer.message ?? partOf(picks?.message, body), call, context);
  const code = read<Code>(codePart, context.parts.code, toCode, picks?.code?.certainty);
  const message = read<string>(messagePart, context.parts.message, toText, picks?.message?.certainty ?? "likely");
  const statusGiven = statusPart?.argument !== undefined && isKnown(status);
  const codeGiven = (codePart?.argument !== undefined || codePart?.isOfArguments === true) && isKnown(code);
  return {
    name: answer.name,
    always: answer.always,
    way: wayOf(answer),
    status,
    code,
    message,
    headers: answer.headers.map((header) => ({ ...header, span: endOf(call) })),
    headersComplete: answer.headersComplete && isHandedOver(answer, call, context),
    body: answer.body === "none" ? { ...emptyBody, span: endOf(call) } : body?.shape,
    statusGiven,
    codeGiven,
    given: statusGiven || codeGiven || (messagePart?.argument !== undefined && isKnown(message)),
  };

  function read<Value>(
    part: ShapePart | undefined,
    reader: (
      expression: Expression,
      options: { readonly certainty: Part<Value>["certainty"] },
    ) => Part<Value> | undefined,
    accept: (value: Constant) => Value | undefined,
    certainty: Part<Value>["certainty"] = "certain",
  ): Part<Value> | undefined {
    const lowest = part?.certainty === "likely" && certainty === "certain" ? "likely" : certainty;
    const span = { start: call.start, end: call.end };
    return shapePart<Value>(part, { reader, accept, span, by: answer.name, certainty: lowest });
  }
}

function wayOf({ idiom }: CallAnswer): AnswerReading["way"] {
  if (idiom === "error-object-literal") return "given back";
  return idiom === "throw" ? "thrown" : "sent";
}

/** Answers that are values, whose headers are all set when they are returned at once. */
const values: ReadonlySet<string> = new Set(["next-response", "web-response", "hono", "lambda"]);

function isHandedOver({ idiom }: CallAnswer, call: CallExpression, { ancestors }: RecogniserContext): boolean {
  const parent = ancestors.findLast((outer) => outer.kind !== "wrapped" && outer.kind !== "prefix");
  return values.has(idiom) && (parent?.kind === "return" || (parent?.kind === "function" && parent.body === call));
}

const emptyBody: Omit<BodyShape, "span"> = { fields: [], complete: true, form: "none" };

function endOf(call: CallExpression): Span {
  return { start: call.end, end: call.end };
}
