/** Tests and mocks of the program's own server, unlike mocks that stand for somebody else's. */
import type { ErrorSite } from "../../sites/model.ts";
import type { FactRuleContext } from "../model.ts";

/**
 * Whether an expectation is surely about the program's own server: the test hands requests to an application that it
 * holds in its hands, or the mock stands for a path without a host; and no host and no client of another API is named.
 */
export function expectsOfOwnServer({ role, idiom, context }: ErrorSite, { text }: FactRuleContext): boolean {
  if (role !== "expect" || foreignHost.test(text) || clients.test(text)) return false;
  if (idiom === "msw") return context.some((word) => word.startsWith("/"));
  return idiom === "test-expectation" && givenRequests.test(text);
}

/** supertest and chai-http with an application, `inject` of Fastify and hapi, `request` of Hono. */
const givenRequests =
  /\b(?:request|supertest|agent|api|chai\s*\.\s*request)\s*\(\s*(?:\w+\s*\.\s*)*(?:app|server|httpServer|getHttpServer\(\)|api|express\w*)\b|\b(?:app|server|fastify)\s*\.\s*(?:inject|request)\s*\(/i;

const foreignHost =
  /https?:\/\/(?!localhost\b|127\.|0\.0\.0\.0|\[::1\]|(?:[\w-]+\.)*(?:example|test|local|invalid|example\.(?:com|org|net))\b)[\w$]/i;

const clients = /\b(?:nock|octokit|github|gitlab|googleapis|twitter|spotify|openai|stripe|slack|discord)\b/i;
