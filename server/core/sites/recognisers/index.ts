/** All recognisers, those that know most about a construct first: of two that read the same place, the first one wins. */
import type { Recogniser } from "../recogniser.ts";
import { angularTestingRecogniser } from "./angular-testing.ts";
import { answerObjectRecogniser } from "./answer-object.ts";
import { browserMockRecogniser } from "./browser-mock.ts";
import { classDeclarationRecogniser } from "./class-declaration.ts";
import { codeTableRecogniser } from "./code-table.ts";
import { comparisonRecogniser } from "./comparison.ts";
import { constructRecogniser } from "./construct.ts";
import { contractRecogniser } from "./contract.ts";
import { cypressRecogniser } from "./cypress.ts";
import { elysiaRecogniser } from "./elysia.ts";
import { errorAssignmentRecogniser } from "./error-assignment.ts";
import { errorObjectLiteralRecogniser } from "./error-object-literal.ts";
import { expectationHelperRecogniser } from "./expectation-helper.ts";
import { expectedClassRecogniser } from "./expected-class.ts";
import { expressRecogniser } from "./express.ts";
import { fakeServerRecogniser } from "./fake-server.ts";
import { fastifyRecogniser } from "./fastify.ts";
import { fetchMockRecogniser } from "./fetch-mock.ts";
import { grpcStatusRecogniser } from "./grpc-status.ts";
import { h3Recogniser } from "./h3.ts";
import { hapiRecogniser } from "./hapi.ts";
import { helperRecogniser } from "./helper.ts";
import { honoRecogniser } from "./hono.ts";
import { koaRecogniser } from "./koa.ts";
import { lambdaRecogniser } from "./lambda.ts";
import { lookupRecogniser } from "./lookup.ts";
import { mirageRecogniser } from "./mirage.ts";
import { mockRouteRecogniser } from "./mock-route.ts";
import { mockttpRecogniser } from "./mockttp.ts";
import { mswRecogniser } from "./msw.ts";
import { namedAnswerRecogniser } from "./named-answer.ts";
import { nestDecoratorRecogniser } from "./nest-decorator.ts";
import { nextResponseRecogniser } from "./next-response.ts";
import { nockRecogniser } from "./nock.ts";
import { pactRecogniser } from "./pact.ts";
import { pretenderRecogniser } from "./pretender.ts";
import { rateLimiterRecogniser } from "./rate-limiter.ts";
import { responseMethodRecogniser } from "./response-method.ts";
import { sdkMatchersRecogniser } from "./sdk-matchers.ts";
import { statusConditionRecogniser } from "./status-condition.ts";
import { statusFirstRecogniser } from "./status-first.ts";
import { statusHandlersRecogniser } from "./status-handlers.ts";
import { statusMapRecogniser } from "./status-map.ts";
import { statusSwitchRecogniser } from "./status-switch.ts";
import { testExpectationRecogniser } from "./test-expectation.ts";
import { testRowRecogniser } from "./test-row.ts";
import { throwRecogniser } from "./throw.ts";
import { tsoaRecogniser } from "./tsoa.ts";
import { webResponseRecogniser } from "./web-response.ts";
import { wrapperRecogniser } from "./wrapper.ts";

export const recognisers: readonly Recogniser[] = [
  wrapperRecogniser,
  rateLimiterRecogniser,
  fastifyRecogniser,
  expressRecogniser,
  namedAnswerRecogniser,
  mswRecogniser,
  honoRecogniser,
  koaRecogniser,
  hapiRecogniser,
  elysiaRecogniser,
  h3Recogniser,
  statusFirstRecogniser,
  tsoaRecogniser,
  nockRecogniser,
  fetchMockRecogniser,
  cypressRecogniser,
  pactRecogniser,
  mirageRecogniser,
  mockRouteRecogniser,
  fakeServerRecogniser,
  pretenderRecogniser,
  mockttpRecogniser,
  browserMockRecogniser,
  angularTestingRecogniser,
  nextResponseRecogniser,
  webResponseRecogniser,
  lambdaRecogniser,
  helperRecogniser,
  responseMethodRecogniser,
  expectationHelperRecogniser,
  testExpectationRecogniser,
  testRowRecogniser,
  throwRecogniser,
  constructRecogniser,
  expectedClassRecogniser,
  classDeclarationRecogniser,
  contractRecogniser,
  statusMapRecogniser,
  answerObjectRecogniser,
  statusSwitchRecogniser,
  statusConditionRecogniser,
  nestDecoratorRecogniser,
  codeTableRecogniser,
  lookupRecogniser,
  statusHandlersRecogniser,
  sdkMatchersRecogniser,
  grpcStatusRecogniser,
  errorAssignmentRecogniser,
  errorObjectLiteralRecogniser,
  comparisonRecogniser,
];

const ranks: ReadonlyMap<string, number> = new Map(recognisers.map((recogniser, rank) => [recogniser.idiom, rank]));

/** The place of an idiom in the list; unknown ones come last. */
export function recogniserRank(idiom: string): number {
  return ranks.get(idiom) ?? recognisers.length;
}
