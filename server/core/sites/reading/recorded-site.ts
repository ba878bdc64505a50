/** The site of an answer that a test records for the client that it looks at. */
import type { Expression } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";
import type { ErrorSite } from "../model.ts";
import type { RecognisedNode, RecogniserContext } from "../recogniser.ts";
import { isKnown } from "../site-draft.ts";
import { responseSite, saysFailure } from "./response-site.ts";

export interface RecordedAnswer {
  readonly span: Span;
  readonly status: Expression | undefined;
  /** Undefined where it is not known, such as one that is in a file. */
  readonly body: Expression | "none" | undefined;
  readonly headers: Expression | undefined;
}

/** The site; undefined for an answer without a known status, and for a success. */
export function recordedSite(
  idiom: string,
  node: RecognisedNode,
  answer: RecordedAnswer,
  context: RecogniserContext,
): ErrorSite | undefined {
  const status = answer.status && context.parts.status(answer.status);
  if (!isKnown(status)) return undefined;
  const { span, body } = answer;
  const headers = context.parts.headers(answer.headers);
  const site = responseSite({ idiom, role: "expect", node, span, status, body, headers }, context);
  return saysFailure(site) ? site : undefined;
}
