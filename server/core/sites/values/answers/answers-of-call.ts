/** What the function that a call runs answers with, the arguments of the call filled in. */
import type { EvidenceStep } from "../../model.ts";
import type { Evaluation } from "../evaluate/evaluator.ts";
import { activation, labelOf, quoted } from "../evaluate/frames.ts";
import type { Frame, Given, Head } from "../evaluate/head.ts";
import { listElements } from "../evaluate/list-elements.ts";
import { memberOf } from "../evaluate/members.ts";
import type { SymbolicAnswer, SymbolicCall, SymbolicHeader, SymbolicSent, SymbolicValue } from "../module-summary.ts";
import type { ShapeDraft } from "../shapes/draft.ts";
import { readShape } from "../shapes/read-shape.ts";
import { type GivenBody, givenBody } from "./answer-fields.ts";
import { calledFunction } from "./called-functions.ts";

/** One answer, in heads. */
export type AnswerDraft = SentDraft | ThrownDraft;

interface Drafted {
  readonly always: boolean;
  /** From the function that is called to the place that answers. */
  readonly steps: readonly EvidenceStep[];
}

export interface SentDraft extends Drafted {
  readonly kind: "sent";
  readonly idiom: string;
  readonly status: readonly Head[] | undefined;
  readonly code: readonly Head[] | undefined;
  readonly body: GivenBody | "none" | undefined;
  readonly message: readonly Head[] | undefined;
  readonly headers: readonly SymbolicHeader[];
  readonly headersComplete: boolean;
}

export interface ThrownDraft extends Drafted {
  readonly kind: "thrown";
  readonly shape: ShapeDraft;
}

const deepest = 3;
const mostDrafts = 8;

/** Whether calling `callee` runs a function that answers, or that leaves the answer to another one. */
export function runsAnswer(callee: SymbolicValue, frame: Frame, evaluation: Evaluation): boolean {
  const called = calledFunction(callee, frame, evaluation);
  return called !== undefined && called.frame.view.answers(called.function.owner).length > 0;
}

/** The answers of the function that `call` runs, those of functions that it leaves the answer to included. */
export function answersOfCall(call: SymbolicCall, frame: Frame, evaluation: Evaluation): readonly AnswerDraft[] {
  const drafts: AnswerDraft[] = [];
  new Answers(evaluation, drafts).ofCall(call, frame, { always: true, steps: [] }, new Set());
  return drafts;
}

class Answers {
  readonly #evaluation: Evaluation;
  readonly #drafts: AnswerDraft[];

  constructor(evaluation: Evaluation, drafts: AnswerDraft[]) {
    this.#evaluation = evaluation;
    this.#drafts = drafts;
  }

  ofCall(call: SymbolicCall, frame: Frame, before: Drafted, around: ReadonlySet<string>): void {
    const called = call.construct ? undefined : calledFunction(call.callee, frame, this.#evaluation);
    if (called === undefined) return;
    const { view } = called.frame;
    const key = `${view.uri}#${called.function.owner}`;
    if (around.has(key) || around.size >= deepest) return;
    const answers = view.answers(called.function.owner);
    if (answers.length === 0) return;
    const name = quoted(called.function.name) || quoted(labelOf(call.callee));
    const given: Given = {
      arguments: call.arguments.map((value) => ({ value, frame })),
      complete: call.complete,
      label: quoted(labelOf(call.callee)),
    };
    const inside = activation(called.function, called.frame, given, called.self);
    for (const answer of answers) {
      if (this.#drafts.length >= mostDrafts) return;
      const place = { uri: view.uri, span: { start: answer.start, end: answer.end } };
      const step: EvidenceStep = { text: `${verbs[answer.kind]}${name === "" ? "" : ` in ${name}`}`, place };
      const drafted = { always: before.always && answer.always, steps: [...before.steps, step] };
      if (answer.kind === "passed") this.ofCall(answer.call, inside, drafted, new Set([...around, key]));
      else this.#add(answer, inside, drafted);
    }
  }

  #add(answer: Exclude<SymbolicAnswer, { kind: "passed" }>, frame: Frame, drafted: Drafted): void {
    if (answer.kind === "sent") {
      this.#drafts.push(this.#sent(answer, frame, drafted));
      return;
    }
    const [only, ...more] = this.#evaluation.resolve(answer.value, frame);
    const shape = only === undefined || more.length > 0 ? undefined : readShape(only, this.#evaluation);
    if (shape !== undefined) this.#drafts.push({ kind: "thrown", shape, ...drafted });
  }

  #sent(answer: SymbolicSent, frame: Frame, drafted: Drafted): SentDraft {
    const { status, code, body, message } = answer;
    return {
      kind: "sent",
      idiom: answer.idiom,
      status: status === undefined ? undefined : this.#statusOf(this.#eachOf(status, frame)),
      code: code === undefined ? undefined : this.#eachOf(code, frame),
      body: body === undefined || body === "none" ? body : givenBody(body, frame, this.#evaluation),
      message: message === undefined ? undefined : this.#evaluation.resolve(message, frame),
      headers: answer.headers,
      headersComplete: answer.headersComplete,
      ...drafted,
    };
  }

  /** A list is what the function looks for a status or a code in: each of its elements counts. */
  #eachOf(value: SymbolicValue, frame: Frame): readonly Head[] {
    return this.#evaluation
      .resolve(value, frame)
      .flatMap((head) => listElements(head, this.#evaluation)?.flat() ?? [head]);
  }

  /** Where an init is handed on (`new Response(body, init)`), the status is in it. */
  #statusOf(heads: readonly Head[]): readonly Head[] {
    return heads.flatMap((head) =>
      head.kind === "symbolic" && head.value.kind === "object" ? memberOf(head, "status", this.#evaluation) : [head],
    );
  }
}

const verbs = { sent: "answered", thrown: "thrown", passed: "passed on" } as const;
