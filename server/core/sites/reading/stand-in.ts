/** Answers and errors that only stand in for real ones: what mocks give back, and what tests make to look at. */
import type { CallExpression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { RecognisedNode, RecogniserContext } from "../recogniser.ts";
import { lastName, pathOf, rootOf } from "./names.ts";

const furthest = 12;

/** Whether the node is what a mock gives: in a mocking call, in a handler of Mock Service Worker, as the new `fetch`. */
export function isStandIn(node: RecognisedNode, context: RecogniserContext): boolean {
  let inner = node;
  const { ancestors } = context;
  for (let index = ancestors.length - 1, steps = 0; index >= 0 && steps < furthest; index -= 1, steps += 1) {
    const outer = ancestors[index];
    if (outer === undefined || outer.kind === "class" || outer.kind === "function-declaration") return false;
    if (outer.kind === "assignment" && replacesClient(outer.target)) return true;
    if (outer.kind === "call" && unwrapped(outer.callee) !== inner && isMocking(outer, context)) return true;
    inner = outer;
  }
  return false;
}

/** Whether the file is one of tests, by its name or its folder. */
export function isTestFile(uri: string): boolean {
  return /[._-](?:test|tests|spec|e2e|servertest|clienttest|cy)\.[cm]?[jt]sx?$|\/__(?:tests|mocks)__\//i.test(uri);
}

const mockMethods =
  /^(?:mock(?:Resolved|Rejected|Return)Value(?:Once)?|mockImplementation(?:Once)?|rejects|resolves|stubGlobal|callsFake|respondWith|willRespondWith)$/;
const handlerMethods: ReadonlySet<string> = new Set("get post put patch delete options head all".split(" "));

function isMocking(call: CallExpression, context: RecogniserContext): boolean {
  const callee = unwrapped(call.callee);
  if (callee.kind !== "member") return false;
  if (mockMethods.test(callee.name)) return true;
  const owner = lastName(callee.object);
  if (callee.name === "fn") return owner === "vi" || owner === "jest" || owner === "mock";
  const root = rootOf(callee.object);
  if (!handlerMethods.has(callee.name) || root.kind !== "identifier") return false;
  const origin = context.bindings.declarationOf(root);
  return origin?.kind === "import" && /^msw(?:\/|$)/.test(origin.specifier);
}

/** `global.fetch = …`, `globalThis.fetch = …`, `window.fetch = …`, `axios.defaults.adapter = …`. */
function replacesClient(target: Parameters<typeof pathOf>[0]): boolean {
  const path = pathOf(target) ?? [];
  if (path.at(-2) === "defaults") return path.at(-1) === "adapter";
  return path.at(-1) === "fetch" && path.length === 2 && /^(?:global|globalThis|window|self)$/.test(path[0] ?? "");
}
