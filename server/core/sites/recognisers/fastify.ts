/** Fastify: `reply.code(409).header("Retry-After", 5).send({…})`, also with `.status()`, also in statements of their own. */
import type { Expression } from "../../syntax/tree.ts";
import { lastName, plainName } from "../reading/names.ts";
import { type ServerResponseIdiom, siteOfAssignment, siteOfChain } from "../reading/server-response.ts";
import type { Recogniser, RecogniserContext } from "../recogniser.ts";

const fastify: ServerResponseIdiom = { idiom: "fastify", owns: isFastify, returnsBody: "anything" };

export const fastifyRecogniser: Recogniser = {
  idiom: "fastify",
  sign: /\brep(?:ly)?\b|\brawReply\b|\.code\(/i,
  kinds: ["call", "assignment"],
  *recognise(node, context) {
    if (node.kind !== "call" && node.kind !== "assignment") return;
    const site = node.kind === "call" ? siteOfChain(node, context, fastify) : siteOfAssignment(node, context, fastify);
    if (site !== undefined) yield site;
  },
};

/** Whether a response is Fastify's: by its usual name, or by `.code()`, which no other response has together with `.send()`. */
export function isFastify(root: Expression, methods: readonly string[], _context: RecogniserContext): boolean {
  const name = plainName(lastName(root) ?? "");
  if (name === "reply" || name === "rep" || name === "rawreply") return true;
  return methods.includes("code") && methods.includes("send");
}
