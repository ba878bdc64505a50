/**
 * Express, plain Node and everything with their response object (Next.js API routes, restify, Polka):
 * `res.status(404).json({…})`, `res.sendStatus(404)`, `res.statusCode = 404; res.end(…)`, `res.writeHead(404, {…})`.
 */
import type { Expression } from "../../syntax/tree.ts";
import { type ServerResponseIdiom, siteOfAssignment, siteOfChain, whyNoAnswer } from "../reading/server-response.ts";
import { noSites, type Recogniser, type RecogniserContext } from "../recogniser.ts";
import { isFastify } from "./fastify.ts";

const express: ServerResponseIdiom = {
  idiom: "express",
  // Adonis, and Nest where it is told to pass the response through.
  returnsBody: "objects",
  owns: (root: Expression, methods: readonly string[], context: RecogniserContext) =>
    !isFastify(root, methods, context),
};

export const expressRecogniser: Recogniser = {
  idiom: "express",
  sign: /\.(?:status|code|sendStatus|writeHead|json|send|end|jsonp)\(|\.statusCode\b/,
  kinds: ["call", "assignment"],
  recognise(node, context) {
    if (node.kind !== "call" && node.kind !== "assignment") return noSites;
    const site = node.kind === "call" ? siteOfChain(node, context, express) : siteOfAssignment(node, context, express);
    return site === undefined ? noSites : [site];
  },
  explain: (node, context) => (node.kind === "call" ? whyNoAnswer(node, context) : undefined),
};
