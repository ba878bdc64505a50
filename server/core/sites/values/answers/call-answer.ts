/** From an answer in heads to the plain parts that recognisers see. */
import type { Expression } from "../../../syntax/tree.ts";
import type { EvidenceStep } from "../../model.ts";
import type { Evaluation } from "../evaluate/evaluator.ts";
import type { Head } from "../evaluate/head.ts";
import { partOfHeads } from "../shapes/part-of-heads.ts";
import type { CallAnswer, CallBody, ShapePart } from "../value-service.ts";
import type { GivenBody } from "./answer-fields.ts";
import type { AnswerDraft } from "./answers-of-call.ts";

export interface CallAnswerRequest {
  readonly label: string;
  readonly uri: string;
  readonly describe: (argument: Expression) => string;
}

const nothing = { status: undefined, code: undefined, message: undefined, body: undefined } as const;

/** One answer of the function that is called. */
export function callAnswer(draft: AnswerDraft, request: CallAnswerRequest, evaluation: Evaluation): CallAnswer {
  const { always, steps } = draft;
  const read = (heads: readonly Head[], certain = true): ShapePart =>
    withSteps(partOfHeads(heads, { ...request, certain }, evaluation), steps);
  const part = (heads: readonly Head[] | undefined, certain = true): ShapePart | undefined =>
    heads === undefined ? undefined : read(heads, certain);
  const common = { ...nothing, name: request.label, always };
  if (draft.kind === "thrown") {
    const { status, code, message } = draft.shape.roles;
    return {
      ...common,
      idiom: "throw",
      status: part(status?.heads, status?.certainty === "certain"),
      code: part(code?.heads, code?.certainty === "certain"),
      message: part(message?.heads, message?.certainty === "certain"),
      headers: [],
      headersComplete: false,
    };
  }
  const { idiom, headers, headersComplete, body } = draft;
  return {
    ...common,
    idiom,
    status: part(draft.status),
    code: part(draft.code, false),
    message: part(body !== "none" && body?.kind === "text" ? body.heads : draft.message),
    body: body === undefined || body === "none" ? body : callBody(body, read),
    headers,
    headersComplete,
  };
}

/** A body in plain parts. */
export function callBody(given: GivenBody, read: (heads: readonly Head[]) => ShapePart): CallBody {
  if (given.kind !== "fields") return { form: given.kind, fields: [], complete: given.kind === "text" };
  return {
    form: "literal",
    complete: given.complete,
    fields: given.fields.map(({ heads, ...field }) => ({ ...field, part: read(heads) })),
  };
}

function withSteps(part: ShapePart, steps: readonly EvidenceStep[]): ShapePart {
  return { ...part, steps: [...part.steps, ...steps] };
}
