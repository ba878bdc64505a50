/**
 * How a function answers with what it is given: the recognisers look at its body once, with its parameters left open,
 * and what they see is kept as plain data.
 */
import type { Expression, FunctionExpression, SourceFile } from "../../../syntax/tree.ts";
import { isExpression, walkNodes } from "../../../syntax/walk.ts";
import { encloses, type Span } from "../../../text/span.ts";
import type { ErrorSite, Part } from "../../model.ts";
import { createPartReader } from "../../part-reader.ts";
import { type Bindings, createBindings } from "../../reading/bindings.ts";
import type { PartReader, RecognisedNode, Recogniser, RecogniserContext } from "../../recogniser.ts";
import { answerObjectRecogniser } from "../../recognisers/answer-object.ts";
import { expressRecogniser } from "../../recognisers/express.ts";
import { fastifyRecogniser } from "../../recognisers/fastify.ts";
import { h3Recogniser } from "../../recognisers/h3.ts";
import { hapiRecogniser } from "../../recognisers/hapi.ts";
import { honoRecogniser } from "../../recognisers/hono.ts";
import { koaRecogniser } from "../../recognisers/koa.ts";
import { lambdaRecogniser } from "../../recognisers/lambda.ts";
import { nextResponseRecogniser } from "../../recognisers/next-response.ts";
import { webResponseRecogniser } from "../../recognisers/web-response.ts";
import { type Lowering, spanOf } from "../lower/lowering.ts";
import type { SymbolicAnswer, SymbolicValue } from "../module-summary.ts";
import type { ValueService } from "../value-service.ts";
import { readFailureObjects } from "./failure-objects.ts";
import { isOneStep, mayAnswer, mayPassOn, maySend } from "./may-answer.ts";
import { mentionsParameter } from "./mentions-parameter.ts";
import { readTold } from "./read-told.ts";

/** The idioms in which functions answer, those that know most first. */
const recognisers: readonly Recogniser[] = [
  fastifyRecogniser,
  expressRecogniser,
  honoRecogniser,
  koaRecogniser,
  hapiRecogniser,
  h3Recogniser,
  nextResponseRecogniser,
  webResponseRecogniser,
  lambdaRecogniser,
  answerObjectRecogniser,
];

const mostAnswers = 6;

export interface AnswerSource {
  readonly file: SourceFile;
  readonly uri: string;
  readonly lowering: Lowering;
  readonly values: ValueService;
}

/** A reader for the functions of one file. */
export function createAnswerReader(source: AnswerSource): (node: FunctionExpression) => readonly SymbolicAnswer[] {
  const { text } = source.file;
  const bindings = createBindings(source.file);
  // Signs are of the whole file: they are looked for once, and not for each of its functions.
  let signed: readonly Recogniser[] | undefined;
  const idiomsOf = (node: FunctionExpression): readonly Recogniser[] => {
    if (!maySend(node, text)) return [];
    signed ??= recognisers.filter(({ sign }) => sign?.test(text) !== false);
    return signed;
  };
  return (node) => {
    const told = readTold(node, source, bindings);
    if (told.length > 0 || !mayAnswer(node, text)) return told;
    const answers = new AnswersOfFunction(node, source, { bindings, idioms: idiomsOf(node) }).read();
    return answers.length > 0 ? answers : readFailureObjects(node, source.lowering);
  };
}

interface Reading {
  readonly bindings: Bindings;
  /** Those that may see something in the function. */
  readonly idioms: readonly Recogniser[];
}

class AnswersOfFunction {
  readonly #node: FunctionExpression;
  readonly #source: AnswerSource;
  readonly #context: RecogniserContext;
  readonly #expressions = new Map<string, Expression>();
  readonly #answers: SymbolicAnswer[] = [];
  readonly #recognisers: readonly Recogniser[];
  /** Whether the function does nothing but answer, so that it answers alike even where it is given nothing to say. */
  readonly #isAlways: boolean;
  #around: readonly RecognisedNode[] = [];

  constructor(node: FunctionExpression, source: AnswerSource, { bindings, idioms }: Reading) {
    const { file, uri, values } = source;
    this.#node = node;
    this.#source = source;
    this.#recognisers = idioms;
    this.#isAlways = isOneStep(node);
    const ancestors = (): readonly RecognisedNode[] => this.#around;
    this.#context = {
      file,
      uri,
      get ancestors() {
        return ancestors();
      },
      bindings,
      values,
      wrappers: [],
      parts: this.#openReader(createPartReader({ uri, text: file.text, values, bindings, ancestors })),
    };
  }

  read(): readonly SymbolicAnswer[] {
    const seen: { readonly node: RecognisedNode; readonly ancestors: readonly RecognisedNode[] }[] = [];
    walkNodes([this.#node], (node, ancestors) => {
      if (node.kind === "function" && node !== this.#node) return "skip";
      const key = keyOf(node);
      if (!this.#expressions.has(key) && isExpression(node)) this.#expressions.set(key, node);
      if (
        node.kind === "call" ||
        node.kind === "new" ||
        node.kind === "assignment" ||
        node.kind === "object" ||
        node.kind === "throw"
      )
        seen.push({ node, ancestors: [...ancestors] });
      return undefined;
    });
    for (const { node, ancestors } of seen) {
      if (this.#answers.length >= mostAnswers) break;
      this.#around = ancestors;
      if (!this.#readSent(node)) this.#readPassed(node, ancestors);
    }
    return this.#answers;
  }

  /** The answer that a recogniser sees at a node, if its status or its body comes from a parameter. */
  #readSent(node: RecognisedNode): boolean {
    for (const recogniser of this.#recognisers) {
      if (!recogniser.kinds.includes(node.kind)) continue;
      for (const site of recogniser.recognise(node, this.#context)) {
        if (site.role === "emit") this.#addSent(site);
        return true;
      }
    }
    return false;
  }

  #addSent(site: ErrorSite): void {
    const status = this.#statusOf(site.status);
    const body = site.body?.form === "none" ? "none" : this.#valueAt(site.body?.span);
    if (status === undefined) return;
    const message = body === undefined ? this.#valueAt(site.message?.span) : undefined;
    const parts = [status, message, body === "none" ? undefined : body];
    if (!this.#isAlways && !parts.some((part) => part !== undefined && this.#isGiven(part))) return;
    const headers = site.headers.map(({ name, value }) => ({ name, value }));
    const { idiom, headersComplete } = site;
    const place = this.#placeOf(site.span);
    this.#answers.push({
      kind: "sent",
      idiom,
      status,
      code: undefined,
      body,
      message,
      headers,
      headersComplete,
      ...place,
    });
  }

  #statusOf(part: Part<number> | undefined): SymbolicValue | undefined {
    const [only, ...more] = part?.values ?? [];
    if (part === undefined) return undefined;
    if (only?.written.kind === "implied" && more.length === 0)
      return { kind: "constant", value: only.value, ...spanOf(part.span) };
    return this.#valueAt(part.span);
  }

  /** What is thrown, and calls of functions that may answer themselves. */
  #readPassed(node: RecognisedNode, ancestors: readonly RecognisedNode[]): void {
    if (node.kind === "throw") {
      if (isCaught(node, ancestors)) return;
      const value = this.#lower(node.argument);
      if (this.#isAlways || this.#isGiven(value)) this.#answers.push({ kind: "thrown", value, ...this.#placeOf(node) });
    } else if (node.kind === "call" && isWholeStep(ancestors) && mayPassOn(node)) {
      const call = this.#lower(node);
      if (call.kind === "call" && (this.#isAlways || call.arguments.some((argument) => this.#isGiven(argument))))
        this.#answers.push({ kind: "passed", call, ...this.#placeOf(node) });
    }
  }

  #placeOf(span: Span): Span & { readonly always: boolean } {
    const { body } = this.#node;
    // Status and body may be two statements: `res.status(422); res.json({…})`.
    const step = isStatements(body) ? body.find((one) => one.start <= span.start && span.start < one.end) : undefined;
    const always = !isStatements(body) || (step !== undefined && isPlain(step.kind) && !this.#mayLeaveBefore(step));
    return { always, ...spanOf(span) };
  }

  /** Whether a guard may end the function before it comes to a statement of its own. */
  #mayLeaveBefore(step: Span): boolean {
    const { start } = this.#node;
    return /\breturn\b|\bthrow\b/.test(this.#source.file.text.slice(start, step.start));
  }

  #isGiven(value: SymbolicValue): boolean {
    return mentionsParameter(value, this.#node.start);
  }

  #valueAt(span: Span | undefined): SymbolicValue | undefined {
    const expression = span === undefined ? undefined : this.#expressions.get(keyOf(span));
    return expression === undefined ? undefined : this.#lower(expression);
  }

  #lower(expression: Expression): SymbolicValue {
    const { lowering } = this.#source;
    return lowering.expression(expression, lowering.scopes.at(expression));
  }

  /**
   * Statuses that come from a parameter, of this function or of one around it, are taken for known, so that recognisers
   * see an answer in them.
   */
  #openReader(reader: PartReader): PartReader {
    return {
      ...reader,
      status: (expression, options) => {
        const part = reader.status(expression, options);
        // A function that another one made answers with what that one was given.
        if (part === undefined || part.values.length > 0 || !mentionsParameter(this.#lower(expression))) return part;
        const written = { kind: "name", span: part.span } as const;
        return { ...part, values: [{ value: 500, written, origin: undefined }] };
      },
    };
  }
}

/** Whether the call stands alone: a statement, what is returned, the body of an arrow, or awaited there. */
function isWholeStep(ancestors: readonly RecognisedNode[]): boolean {
  for (let index = ancestors.length - 1; index >= 0; index -= 1) {
    const parent = ancestors[index];
    if (parent === undefined) return false;
    if (parent.kind === "wrapped" || parent.kind === "prefix") continue;
    return parent.kind === "expression" || parent.kind === "return" || (parent.kind === "function" && parent.arrow);
  }
  return false;
}

function isCaught(node: RecognisedNode, ancestors: readonly RecognisedNode[]): boolean {
  return ancestors.some(
    (outer) =>
      outer.kind === "try" && outer.handler !== undefined && outer.block.some((statement) => encloses(statement, node)),
  );
}

function isPlain(kind: RecognisedNode["kind"]): boolean {
  return kind === "return" || kind === "expression" || kind === "throw" || kind === "variable";
}

function isStatements(
  body: FunctionExpression["body"],
): body is Exclude<FunctionExpression["body"], Expression | undefined> {
  return Array.isArray(body);
}

function keyOf(span: Span): string {
  return `${span.start}:${span.end}`;
}
