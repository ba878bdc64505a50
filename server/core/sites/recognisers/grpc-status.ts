/**
 * Errors of gRPC services as plain objects: `callback({ code: status.NOT_FOUND, details })`, `call.emit("error", {…})`.
 * A canonical code has no HTTP status: what a gateway makes of it is the gateway's.
 */
import { roleOf } from "../reading/answer-object.ts";
import { propertyOf } from "../reading/objects.ts";
import { noSites, type Recogniser } from "../recogniser.ts";
import { isKnown, makeSite } from "../site-draft.ts";
import { canonicalCodes } from "../values/well-known.ts";

export const grpcStatusRecogniser: Recogniser = {
  idiom: "grpc-status",
  sign: /["'](?:@grpc\/|grpc["']|nice-grpc|@connectrpc\/)/,
  kinds: ["object"],
  recognise(node, context) {
    const field = node.kind === "object" ? propertyOf(node, "code") : undefined;
    if (node.kind !== "object" || field === undefined || field.value.kind !== "member") return noSites;
    const code = context.parts.code(field.value);
    if (!isKnown(code) || !code.values.every(({ value }) => canonicalCodes.has(String(value)))) return noSites;
    const text = propertyOf(node, "details", "message");
    return [
      makeSite({
        role: roleOf(node, context),
        idiom: "grpc-status",
        span: node,
        code,
        message: text === undefined ? undefined : context.parts.message(text.value),
        headersComplete: false,
        context: context.parts.context(node),
      }),
    ];
  },
};
