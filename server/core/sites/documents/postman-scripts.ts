/** The tests in a Postman collection: scripts, a line a string, that say what an answer has to be. */

import { readSource } from "../../syntax/read-source.ts";
import type { Expression, StringLiteral } from "../../syntax/tree.ts";
import { walkFile } from "../../syntax/walk.ts";
import type { Span } from "../../text/span.ts";
import type { ErrorSite, Part } from "../model.ts";
import { createPartReader } from "../part-reader.ts";
import { createBindings } from "../reading/bindings.ts";
import type { RecognisedNode, RecogniserContext } from "../recogniser.ts";
import { testExpectationRecogniser } from "../recognisers/test-expectation.ts";
import { isKnown, makeSite, spanAround } from "../site-draft.ts";
import { objectsIn, textIn, valueAlong } from "./data-access.ts";
import { type EmbeddedText, embeddedText } from "./embedded-text.ts";

const longest = 100_000;

/** What the tests of an item expect: the one status and the one code together, for there is one answer. */
export function* scriptSites(events: Expression | undefined, context: RecogniserContext): Iterable<ErrorSite> {
  for (const event of objectsIn(events)) {
    if (textIn(event, "listen") !== "test") continue;
    const script = scriptOf(valueAlong(event, "script", "exec"), context.file.text);
    if (script === undefined || !/\bexpect\b|\.to\.have\./.test(script.text)) continue;
    const found = expectedIn(script.text, context).map((site) => movedTo(script, site, context.uri));
    const [status, ...statuses] = found.filter((site) => isKnown(site.status));
    const [code, ...codes] = found.filter((site) => isKnown(site.code));
    const isPair = status !== undefined && code !== undefined && statuses.length + codes.length === 0;
    if (!isPair || status === code) yield* found;
    else yield { ...status, code: code.code, span: spanAround(status.span, code.span) };
  }
}

interface Script {
  readonly text: string;
  placeOf(span: Span): Span;
}

/** The lines of a script put together; undefined where they are no texts. */
function scriptOf(exec: Expression | undefined, source: string): Script | undefined {
  const strings = exec?.kind === "array" ? exec.elements : [exec];
  const lines: { readonly from: number; readonly embedded: EmbeddedText; readonly node: StringLiteral }[] = [];
  let from = 0;
  for (const node of strings) {
    if (node?.kind !== "string" || from > longest) return undefined;
    lines.push({ from, embedded: embeddedText(source, node), node });
    from += node.value.length + 1;
  }
  const placeOf = ({ start, end }: Span): Span => {
    const line = lines.findLast((one) => one.from <= start);
    if (line === undefined) return { start: 0, end: 0 };
    return line.embedded.placeOf({ start: start - line.from, end: Math.min(end - line.from, line.node.value.length) });
  };
  return { text: lines.map(({ node }) => node.value).join("\n"), placeOf };
}

function expectedIn(text: string, { uri, values, wrappers }: RecogniserContext): readonly ErrorSite[] {
  const file = readSource(text, "js");
  const bindings = createBindings(file);
  let ancestors: readonly RecognisedNode[] = [];
  const parts = createPartReader({ uri, text, values, bindings, ancestors: () => ancestors });
  const found: ErrorSite[] = [];
  walkFile(file, (node, around) => {
    if (!testExpectationRecogniser.kinds.includes(node.kind)) return;
    ancestors = around;
    const context = { file, uri, ancestors: around, bindings, values, wrappers, parts };
    found.push(...testExpectationRecogniser.recognise(node, context));
  });
  return found;
}

function movedTo(script: Script, site: ErrorSite, uri: string): ErrorSite {
  const part = <Value>(one: Part<Value> | undefined): Part<Value> | undefined => {
    if (one === undefined) return undefined;
    const span = script.placeOf(one.span);
    const written = { kind: "implied", span, by: "the script" } as const;
    return {
      ...one,
      span,
      values: one.values.map(({ value }) => ({ value, written, origin: undefined })),
      evidence: [{ text: "inside the text of a script", place: { uri, span } }],
    };
  };
  const start = script.placeOf(site.span).start;
  const last = script.placeOf({ start: site.span.end - 1, end: site.span.end }).end;
  return makeSite({
    role: "expect",
    idiom: "postman",
    span: { start, end: last },
    status: part(site.status),
    code: part(site.code),
    message: part(site.message),
    headersComplete: false,
    context: site.context,
  });
}
