/** What a function records, expects or compares with what it is given: its sites, with the parameters left open. */
import type { Code } from "../../../catalog/model.ts";
import type { FunctionExpression } from "../../../syntax/tree.ts";
import { walkNodes } from "../../../syntax/walk.ts";
import { encloses, type Span } from "../../../text/span.ts";
import type { BodyShape, ErrorSite, Part } from "../../model.ts";
import type { PartReader, RecognisedNode, Recogniser, RecogniserContext } from "../../recogniser.ts";
import { answerObjectRecogniser } from "../../recognisers/answer-object.ts";
import { comparisonRecogniser } from "../../recognisers/comparison.ts";
import { cypressRecogniser } from "../../recognisers/cypress.ts";
import { fetchMockRecogniser } from "../../recognisers/fetch-mock.ts";
import { mswRecogniser } from "../../recognisers/msw.ts";
import { nockRecogniser } from "../../recognisers/nock.ts";
import { pactRecogniser } from "../../recognisers/pact.ts";
import { testExpectationRecogniser } from "../../recognisers/test-expectation.ts";
import { webResponseRecogniser } from "../../recognisers/web-response.ts";
import { givenBack } from "./given-back.ts";

/** Answers are recorded in the handlers that a function hands on, too. */
const recording: readonly Recogniser[] = [
  mswRecogniser,
  nockRecogniser,
  cypressRecogniser,
  pactRecogniser,
  fetchMockRecogniser,
  answerObjectRecogniser,
  webResponseRecogniser,
];

const mostSites = 4;

export interface TellingFunction {
  readonly node: FunctionExpression;
  readonly context: Omit<RecogniserContext, "ancestors">;
  /** Whether the expression at a place is one of the function's parameters, or made of one. */
  readonly isGiven: (place: Span) => boolean;
}

/** The sites, each with the expressions of the function by their places. */
export function toldSites({ node: whole, context, isGiven }: TellingFunction): readonly ErrorSite[] {
  let around: readonly RecognisedNode[] = [];
  const open: RecogniserContext = {
    ...context,
    parts: openReader(context.parts, isGiven),
    get ancestors() {
      return around;
    },
  };
  const found: ErrorSite[] = [...testExpectationRecogniser.recognise(whole, open)];
  const back = givenBack(whole);
  if (back?.isJoined === true) found.push(...comparisonRecogniser.recognise(back.condition, open));
  walkNodes([whole], (node, ancestors) => {
    if (found.length >= mostSites) return "skip";
    const idioms = recording.filter(({ kinds }) => kinds.includes(node.kind));
    const isCompared =
      back?.isJoined === false && comparisonRecogniser.kinds.includes(node.kind) && encloses(back.condition, node);
    if (idioms.length === 0 && !isCompared) return undefined;
    around = [...ancestors];
    const recognised = idioms.flatMap((recogniser) => [...recogniser.recognise(node, open)]).slice(0, 1);
    found.push(...recognised.filter(({ role }) => role === "expect"));
    if (isCompared) found.push(...comparisonRecogniser.recognise(node, open));
    return recognised.length > 0 ? "skip" : undefined;
  });
  return found;
}

/** Statuses and codes that come from a parameter are taken for known, so that recognisers see an answer in them. */
function openReader(reader: PartReader, isGiven: (place: Span) => boolean): PartReader {
  const openStatus = (part: Part<number> | undefined) => opened(part, 500, isGiven);
  const openCode = (part: Part<Code> | undefined) => opened(part, "NOT_GIVEN_YET", isGiven);
  return {
    ...reader,
    status: (expression, options) => openStatus(reader.status(expression, options)),
    code: (expression, options) => openCode(reader.code(expression, options)),
    inBody: (body, expression, statuses) => {
      const found = reader.inBody(body, expression, statuses);
      const code = found.code ?? (statuses?.some((status) => status >= 400) === true ? namedCode(body) : undefined);
      return { ...found, status: openStatus(found.status), code: openCode(code) };
    },
  };
}

/** What a body of failure has under a name that may be a code's: its value, which would tell, comes with the call. */
function namedCode({ fields }: BodyShape): Part<Code> | undefined {
  const named = fields.find(({ path }) => /^(?:identifier|reason|slug)$/.test(path.at(-1) ?? ""));
  return named && { span: named.valueSpan, certainty: "likely", exhaustive: false, values: [], evidence: [] };
}

function opened<Value>(
  part: Part<Value> | undefined,
  value: Value,
  isGiven: (place: Span) => boolean,
): Part<Value> | undefined {
  if (part === undefined || part.exhaustive || !isGiven(part.span)) return part;
  const written = { kind: "name", span: part.span } as const;
  return { ...part, exhaustive: true, values: [{ value, written, origin: undefined }] };
}
