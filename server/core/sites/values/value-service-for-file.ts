import type {
  CallExpression,
  ClassExpression,
  Expression,
  FunctionExpression,
  NewExpression,
  SourceFile,
} from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { Span } from "../../text/span.ts";
import { givenBody } from "./answers/answer-fields.ts";
import { answersOfCall, runsAnswer } from "./answers/answers-of-call.ts";
import { callAnswer, callBody } from "./answers/call-answer.ts";
import { createAnswerReader } from "./answers/read-answers.ts";
import { describerOf, givingSpan, labelOf } from "./call-words.ts";
import { isBuiltInError } from "./evaluate/built-in-errors.ts";
import { Evaluation } from "./evaluate/evaluator.ts";
import { moduleFrame } from "./evaluate/frames.ts";
import { type Frame, type Given, type Head, headOf, unknownHead } from "./evaluate/head.ts";
import { knownClassOf, knownErrorOf } from "./evaluate/known-makers.ts";
import { listElements } from "./evaluate/list-elements.ts";
import { memberNames, memberOf } from "./evaluate/members.ts";
import { viewOfFile } from "./evaluate/module-view.ts";
import { createModules } from "./evaluate/modules.ts";
import { mayBeOverridden } from "./evaluate/overridden.ts";
import { resolvedValue } from "./evaluate/resolved-value.ts";
import { demandedFields } from "./evaluate/schema-fields.ts";
import { finalField } from "./lower/final-fields.ts";
import { importedBy } from "./lower/module-imports.ts";
import { testedClass } from "./lower/tested-class.ts";
import type { SymbolicAnswer } from "./module-summary.ts";
import type { ShapeDraft } from "./shapes/draft.ts";
import { errorShape } from "./shapes/error-shape.ts";
import { givenShape } from "./shapes/given-shape.ts";
import { partOfHeads } from "./shapes/part-of-heads.ts";
import { readShape } from "./shapes/read-shape.ts";
import { isErrorName } from "./shapes/role-names.ts";
import type { ErrorShape, ModuleProvider, ResolvedValue, ValueService } from "./value-service.ts";

export interface ValueServiceInput {
  readonly file: SourceFile;
  readonly uri: string;
  readonly modules: ModuleProvider;
  /** How much may be computed for the file; the usual limit where it is not said. */
  readonly mostWork?: number | undefined;
}

const unknown: ResolvedValue = { options: [], exhaustive: false };

/** The value service of one file. What it has computed is kept until the file changes. */
export function createValueService(input: ValueServiceInput): ValueService {
  const { uri } = input;
  let readAnswers: ((node: FunctionExpression) => readonly SymbolicAnswer[]) | undefined;
  const { view, lowering } = viewOfFile(input.file, uri, (node) => {
    readAnswers ??= createAnswerReader({ file: input.file, uri, lowering, values: service });
    return readAnswers(node);
  });
  if (input.mostWork !== undefined) lowering.work.limitTo(input.mostWork);
  const modules = createModules(view, input.modules, lowering.work);
  const values = new Map<Expression, ResolvedValue>();
  const shapes = new Map<Expression, ErrorShape | undefined>();
  const top = moduleFrame(view);

  const evaluation = (sourceSpan?: Span): Evaluation =>
    new Evaluation({ modules, sources: lowering.sources, sourceSpan });

  function headsOf(expression: Expression, within: Evaluation): readonly Head[] {
    const value = lowering.expression(expression, lowering.scopes.at(expression));
    return within.resolve(value, frameAt(expression, within));
  }

  /** The frame of the top level, in which `this` of a static member is its class. */
  function frameAt(expression: Expression, within: Evaluation): Frame {
    let self: Head | undefined;
    return {
      ...top,
      get self() {
        const around = self === undefined ? lowering.scopes.staticClassAround(expression) : undefined;
        if (around !== undefined) [self] = within.resolve(lowering.expression(around.class, around.scope), top);
        return self;
      },
    };
  }

  function computedValue(written: Expression): ResolvedValue {
    const expression = unwrapped(written);
    const literal = literalValue(expression);
    if (literal !== undefined) return literal;
    const known = values.get(expression);
    if (known !== undefined) return known;
    if (lowering.work.isSpent) return unknown;
    const within = evaluation();
    const field = finalField(expression, input.file, lowering.scopes);
    const heads =
      field === undefined
        ? (fieldOfTested(expression, within) ?? headsOf(expression, within))
        : within.resolve(lowering.expression(field.value, field.scope), top);
    const value = resolvedValue(heads, expression, uri, within);
    values.set(expression, value);
    return value;
  }

  /** `error.code` where `error instanceof Taken` holds, and every `Taken` has one code. */
  function fieldOfTested(expression: Expression, within: Evaluation): readonly Head[] | undefined {
    if (expression.kind !== "member") return undefined;
    const tested = testedClass(expression, input.file, lowering.scopes);
    if (tested === undefined) return undefined;
    const makers = within.resolve(lowering.expression(tested.class, tested.scope), top);
    const given: Given = { arguments: [], complete: false, label: "" };
    const heads = makers
      .flatMap((maker) => within.callable(maker))
      .flatMap((maker) =>
        isClass(maker) && !mayBeOverridden(maker, expression.name)
          ? memberOf(headOf({ kind: "instance", maker, given }), expression.name, within)
          : [unknownHead],
      );
    return heads.length > 0 && heads.every(({ kind }) => kind === "constant") ? heads : undefined;
  }

  /** The shape of what a value is known to be. `sourceSpan`: where expressions count as giving the parts. */
  function shapeOf(expression: Expression, label: string, sourceSpan: Span): ErrorShape | undefined {
    if (shapes.has(expression)) return shapes.get(expression);
    if (lowering.work.isSpent) return undefined;
    const within = evaluation(sourceSpan);
    const heads = headsOf(expression, within);
    const drafts = heads.map((head) => readShape(head, within)).filter((draft) => draft !== undefined);
    const open = drafts.length < heads.length;
    // What was cut short may have lost the very part that matters.
    const shape = lowering.work.isSpent
      ? undefined
      : errorShape({ drafts, open, label, uri, describe: describerOf(expression, label) }, within);
    shapes.set(expression, shape);
    return shape;
  }

  /** The frame at a call in a method, in which `this` is an instance of the class around. */
  function frameInMethod(around: ClassExpression, within: Evaluation): Frame {
    const scope = lowering.scopes.at(around);
    const [maker] = within.resolve(lowering.expression(around, scope), top);
    const given: Given = { arguments: [], complete: false, label: "" };
    return maker === undefined ? top : { ...top, self: headOf({ kind: "instance", maker, given }) };
  }

  const service: ValueService = {
    work: lowering.work,
    valueOf: computedValue,
    errorShapeOf(expression) {
      return shapeOf(expression, labelOf(expression.callee), givingSpan(expression));
    },
    likelyShapeOf(expression, options) {
      const declared = shapeOf(expression, labelOf(expression.callee), givingSpan(expression));
      if (declared !== undefined) return declared;
      const label = labelOf(expression.callee);
      if (options?.thrown !== true && !isErrorName(label)) return undefined;
      // What the declaration says could not be asked: then the arguments do not speak for it either.
      if (isPlatformError(expression) || lowering.work.isSpent) return undefined;
      const within = evaluation(expression.argumentsSpan);
      const scope = lowering.scopes.at(expression);
      const given: Given = {
        arguments: expression.arguments
          .filter((argument) => argument.kind !== "prefix" || argument.operator !== "...")
          .map((argument) => ({ value: lowering.expression(argument, scope), frame: top })),
        complete: true,
        label,
      };
      return errorShape(
        { drafts: [givenShape(given, within)], open: false, label, uri, describe: describerOf(expression, label) },
        within,
      );
    },
    valueShapeOf(expression) {
      const made = unwrapped(expression);
      // What a member holds was made elsewhere, where it is a site of its own.
      const span = made.kind === "member" ? made : { start: 0, end: input.file.text.length };
      return shapeOf(made, labelOf(expression), span);
    },
    answersOf(call, around) {
      if (lowering.work.isSpent) return [];
      const within = evaluation(givingSpan(call));
      const scope = lowering.scopes.at(call);
      const inMethod = around !== undefined && lowering.scopes.staticClassAround(call) === undefined;
      const frame = inMethod ? frameInMethod(around, within) : frameAt(call, within);
      // Most calls are of functions that answer nothing: their arguments are left alone.
      if (!runsAnswer(lowering.expression(call.callee, scope), frame, within)) return [];
      const value = lowering.expression(call, scope);
      if (value.kind !== "call") return [];
      const label = labelOf(call.callee);
      const request = { label, uri, describe: describerOf(call, label) };
      return answersOfCall(value, frame, within).map((draft) => callAnswer(draft, request, within));
    },
    classShapeOf(node) {
      if (lowering.work.isSpent) return undefined;
      const within = evaluation(node);
      const given: Given = { arguments: [], complete: false, label: "" };
      const makers = headsOf(node, within).filter(
        (head) => isClass(head) || knownClassOf(head) !== undefined || knownErrorOf(head) !== undefined,
      );
      const drafts = makers.flatMap((maker): readonly ShapeDraft[] => {
        const draft = readShape(headOf({ kind: "instance", maker, given }), within);
        return draft === undefined ? [] : [draft];
      });
      const label = node.kind === "class" ? (node.name ?? "") : labelOf(node);
      const describe = node.kind === "call" ? describerOf(node, label) : () => `class \`${label}\``;
      return errorShape({ drafts, open: false, label, uri, describe }, within);
    },
    objectOf(written) {
      if (lowering.work.isSpent) return undefined;
      const expression = unwrapped(written);
      const within = evaluation(expression.kind === "call" ? expression : undefined);
      const value = lowering.expression(expression, lowering.scopes.at(expression));
      const given = givenBody(value, frameAt(expression, within), within);
      const label = expression.kind === "call" ? labelOf(expression.callee) : labelOf(expression);
      const request = { certain: true, uri, describe: describerOf(expression, label) };
      return given.kind === "fields" ? callBody(given, (heads) => partOfHeads(heads, request, within)) : undefined;
    },
    membersOf(expression) {
      if (lowering.work.isSpent) return undefined;
      const within = evaluation();
      const heads = headsOf(unwrapped(expression), within);
      const [head] = heads;
      if (head === undefined || heads.length > 1) return undefined;
      if (head.kind !== "symbolic" && head.kind !== "table" && head.kind !== "module" && head.kind !== "instance")
        return undefined;
      const names = memberNames(head, within);
      return new Map(names.map((name) => [name, resolvedValue(memberOf(head, name, within), undefined, uri, within)]));
    },
    elementsOf(expression) {
      if (lowering.work.isSpent) return undefined;
      const within = evaluation();
      const [head, ...more] = headsOf(unwrapped(expression), within);
      const elements = head === undefined || more.length > 0 ? undefined : listElements(head, within);
      return elements?.map((heads) => resolvedValue(heads, undefined, uri, within));
    },
    schemaFieldsOf(expression) {
      if (lowering.work.isSpent) return [];
      const within = evaluation();
      return demandedFields(headsOf(unwrapped(expression), within), within).map(({ path, heads }) => ({
        path,
        value: resolvedValue(heads, undefined, uri, within),
      }));
    },
    leadsTo(specifier) {
      const loaded = modules.load(view, specifier);
      return loaded === undefined ? "nowhere" : loaded === "package" ? "package" : "file";
    },
    importOf(name) {
      const binding = lowering.scopes.module.names.get(name);
      return binding === undefined ? undefined : importedBy(binding);
    },
  };
  return service;

  /** `Error` and its kin, where the file does not declare something of that name. */
  function isPlatformError(expression: CallExpression | NewExpression): boolean {
    const within = evaluation();
    return headsOf(expression.callee, within).some((head) => head.kind === "global" && isBuiltInError(head.name));
  }
}

function isClass(head: Head): boolean {
  return head.kind === "symbolic" && head.value.kind === "class";
}

function literalValue(expression: Expression): ResolvedValue | undefined {
  switch (expression.kind) {
    case "string":
    case "keyword":
      return only(expression.value);
    case "number":
      return Number.isNaN(expression.value) ? unknown : only(expression.value);
    case "object":
    case "array":
    case "function":
    case "class":
    case "regexp":
    case "jsx":
    case "missing":
      return unknown;
    default:
      return undefined;
  }
}

function only(value: string | number | boolean | null): ResolvedValue {
  return { options: [{ value, origin: undefined, table: undefined, steps: [] }], exhaustive: true };
}
