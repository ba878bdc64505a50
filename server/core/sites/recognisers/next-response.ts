/** Next.js route handlers and middleware: `NextResponse.json(body, { status: 404, headers })`, `new NextResponse(…)`. */
import { isStandIn } from "../reading/stand-in.ts";
import { staticAnswer, webAnswerSite } from "../reading/web-answer.ts";
import { whyNoWebAnswer } from "../reading/why-not.ts";
import type { Recogniser } from "../recogniser.ts";

export const nextResponseRecogniser: Recogniser = {
  idiom: "next-response",
  sign: /\bNextResponse\b/,
  kinds: ["call", "new"],
  *recognise(node, context) {
    const answer = staticAnswer(node);
    if (answer?.owner !== "NextResponse") return;
    const site = webAnswerSite(
      {
        idiom: "next-response",
        role: isStandIn(node, context) ? "expect" : "emit",
        node,
        span: node,
        body: answer.body,
        init: answer.init,
      },
      context,
    );
    if (site !== undefined) yield site;
  },
  explain(node, context) {
    const answer = staticAnswer(node);
    return answer?.owner === "NextResponse" ? whyNoWebAnswer(answer, context) : undefined;
  },
};
