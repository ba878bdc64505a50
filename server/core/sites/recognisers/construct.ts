/**
 * Errors of an API that are made to be passed on, returned or kept, not thrown on the spot: `assert(ok, new AppError(…))`,
 * and the answers of a team's own class: `ServiceResponse.failure("No users", null, 404)`.
 */
import type { CallExpression, NewExpression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { errorSite, saysSomething } from "../made-errors/error-site.ts";
import { isThrown } from "../made-errors/thrown-position.ts";
import { whyNoSite } from "../made-errors/why-no-site.ts";
import type { ErrorSite, SiteRole } from "../model.ts";
import { isGivenBack } from "../reading/answer-object.ts";
import { lastName } from "../reading/names.ts";
import { propertyOf } from "../reading/objects.ts";
import { isStandIn, isTestFile } from "../reading/stand-in.ts";
import { noSites, type RecognisedNode, type Recogniser, type RecogniserContext } from "../recogniser.ts";
import { valuesOf } from "../site-draft.ts";
import type { ErrorShape } from "../values/value-service.ts";

export const constructRecogniser: Recogniser = {
  idiom: "construct",
  kinds: ["new", "call"],
  recognise(node, context) {
    if (node.kind !== "new" && node.kind !== "call") return noSites;
    if (mayMakeAnswer(node)) return answerMade(node, context);
    if (node.kind === "call" && !mayMakeError(node)) return noSites;
    if (isThrown(node, context.ancestors) || isOfAxios(node)) return noSites;
    if (node.kind === "new" && isOnlyAsked(context.ancestors)) return noSites;
    if (isTakenOver(node, context)) return noSites;
    const chained = chainedOn(node, context);
    if (chained !== undefined) return wholeChain(chained, context);
    const [site] = made(node, context);
    const around = site && errorAround(node, context);
    const [outer] = around === undefined ? [] : made(around, context);
    if (site === undefined || around === undefined || outer === undefined || !says(outer, site))
      return site ? [site] : noSites;
    // What is thrown or has the name of a factory is seen by itself.
    return isThrown(around, context.ancestors.slice(0, -1)) || mayMakeError(around) ? noSites : [outer];
  },
  explain(node, context) {
    if (node.kind !== "new" && (node.kind !== "call" || !mayMakeError(node))) return undefined;
    if (node.kind === "new" && context.values.likelyShapeOf(node) === undefined) return undefined;
    return isThrown(node, context.ancestors) ? undefined : whyNoSite(node, context);
  },
};

function made(node: CallExpression | NewExpression, context: RecogniserContext): readonly ErrorSite[] {
  const declared = context.values.errorShapeOf(node);
  const ofH3 = node.kind === "call" && isMadeForH3(node);
  const isLikely = node.kind === "new" || ofH3;
  const shape = declared ?? (isLikely ? context.values.likelyShapeOf(node, { thrown: ofH3 }) : undefined);
  if (shape === undefined || !shape.isError || (declared !== undefined && !shape.isApiError)) return noSites;
  const standsIn = isTestFile(context.uri) || isStandIn(node, context);
  const role = standsIn ? "expect" : roleAmong(context.ancestors);
  const site = errorSite({ role, idiom: "construct", span: node, made: node, shape }, context);
  if (site === undefined || (declared === undefined && !saysSomething(site))) return noSites;
  return node.kind === "call" && isConverted(site, shape) ? noSites : [site];
}

/** `RepositoryError.from(e)`: which of its errors the function makes of what it is given is not told by the call. */
function isConverted({ status, code }: ErrorSite, shape: ErrorShape): boolean {
  const isGiven = shape.code?.argument !== undefined || shape.status?.argument !== undefined;
  return !isGiven && valuesOf(code).length > 1 && valuesOf(status).length === 0;
}

const answers = /^[A-Z]\w*(?:Response|Result|Reply|Answer)$/;

/** `new ApiResponse(room, "Opened", 201)`, `ServiceResponse.failure(…)`. */
function mayMakeAnswer(node: CallExpression | NewExpression): boolean {
  const callee = unwrapped(node.callee);
  if (node.kind === "new") return answers.test(lastName(callee) ?? "");
  return callee.kind === "member" && answers.test(lastName(callee.object) ?? "");
}

/** What an object of a class like that says by its status, if it is one of failure, or is given and answered with. */
function answerMade(node: CallExpression | NewExpression, context: RecogniserContext): readonly ErrorSite[] {
  // What is done with it is told by the method that is called on it.
  if (context.ancestors.findLast(({ kind }) => kind !== "wrapped")?.kind === "member") return noSites;
  const shape = context.values.errorShapeOf(node);
  if (shape?.status === undefined || shape.isError) return noSites;
  const role = isTestFile(context.uri) || isStandIn(node, context) ? "expect" : roleAmong(context.ancestors);
  const site = errorSite({ role, idiom: "construct", span: node, made: node, shape }, context);
  const statuses = valuesOf(site?.status);
  if (site === undefined || statuses.length === 0) return noSites;
  const isAnswered = shape.status.argument !== undefined && isGivenBack(node, context);
  return statuses.some((status) => status >= 400) || isAnswered ? [site] : noSites;
}

/** The code of an `AxiosError` is axios's; the answer that it is given is an answer's object. */
function isOfAxios(node: RecognisedNode): boolean {
  return node.kind === "new" && lastName(node.callee) === "AxiosError";
}

/**
 * `new BridgeClosed().httpStatus`: the error goes nowhere, only one of its fields is looked at. What names the error that
 * has to be thrown, as in `toThrow(new BridgeClosed().message)`, means the error.
 */
function isOnlyAsked(ancestors: readonly RecognisedNode[]): boolean {
  const around = ancestors.filter(({ kind }) => kind !== "wrapped");
  const [outer, parent] = [around.at(-2), around.at(-1)];
  if (parent?.kind !== "member") return false;
  if (outer?.kind !== "call") return true;
  return unwrapped(outer.callee) !== parent && !expectsThrown.test(lastName(outer.callee) ?? "");
}

/** `Object.assign(new Taken(), { code })`. */
function isTakenOver(node: RecognisedNode, { ancestors, values }: RecogniserContext): boolean {
  const parent = ancestors.findLast(({ kind }) => kind !== "wrapped");
  if (parent?.kind !== "call" || parent.arguments[0] !== node || !isAssign(parent)) return false;
  return values.errorShapeOf(parent)?.isApiError === true;
}

/** `new ApiFault("gone").withStatus(410)`: the call of a method of the error that gives the error back. */
function chainedOn(node: RecognisedNode, { ancestors, values }: RecogniserContext): CallExpression | undefined {
  const around = ancestors.filter(({ kind }) => kind !== "wrapped");
  const [outer, parent] = [around.at(-2), around.at(-1)];
  if (parent?.kind !== "member" || outer?.kind !== "call" || unwrapped(outer.callee) !== parent) return undefined;
  return unwrapped(parent.object) === node && values.errorShapeOf(outer)?.isApiError === true ? outer : undefined;
}

/** The error that the whole chain makes, where it is not seen by itself: by its name, or where it is thrown. */
function wholeChain(call: CallExpression, context: RecogniserContext): readonly ErrorSite[] {
  const inner = { ...context, ancestors: context.ancestors.slice(0, context.ancestors.lastIndexOf(call)) };
  if (isThrown(call, inner.ancestors) || mayMakeError(call) || isTakenOver(call, inner)) return noSites;
  const next = chainedOn(call, inner);
  if (next !== undefined) return wholeChain(next, inner);
  return isOnlyAsked(inner.ancestors) ? noSites : made(call, inner);
}

/** `sendError(event, createError({ statusCode: 404, data: { code } }))`: what nobody declares comes with Nitro and Nuxt. */
function isMadeForH3({ callee, arguments: [first] }: CallExpression): boolean {
  const object = first && unwrapped(first);
  if (lastName(callee) !== "createError" || object?.kind !== "object") return false;
  return propertyOf(object, "statusCode", "status") !== undefined;
}

/** Whether an error has all that is known of another one. */
function says(outer: ErrorSite, inner: ErrorSite): boolean {
  const codes = valuesOf(outer.code);
  const statuses = valuesOf(outer.status);
  return (
    valuesOf(inner.status).every((value) => statuses.includes(value)) &&
    (codes.length > 0 || valuesOf(inner.code).length === 0)
  );
}

/** `withCode(Boom.conflict("…"), "TAKEN")`: the function gives the error back with more in it. */
function errorAround(node: RecognisedNode, { ancestors, values }: RecogniserContext): CallExpression | undefined {
  const parent = ancestors.at(-1);
  if (parent?.kind !== "call" || !parent.arguments.some((argument) => argument === node)) return undefined;
  return values.errorShapeOf(parent)?.isApiError === true ? parent : undefined;
}

function isAssign({ callee }: CallExpression): boolean {
  const inner = unwrapped(callee);
  return inner.kind === "member" && inner.name === "assign" && lastName(inner.object) === "Object";
}

/** Assertions that are given what has to be thrown, or its text. */
const expectsThrown = /^(?:toThrow(?:Error)?|throws?|rejects|rejectedWith|thrown?With)$/;

/** Words in the name of a factory or of what it belongs to; looking into every call of a file would cost too much. */
const factoryWords =
  /[eE]rror|ERR|(?:^e|E)rrs?(?![a-z])|[eE]xception|[fF]ail(?!over)|[rR]efuse|Fault|[pP]roblem|[bB]oom|[dD]en(?:y|ied)|[fF]orbidden|[uU]nauth|[nN]otFound|[nN]o[tS]Such|[bB]adRequest|[cC]onflict|[iI]nvalid(?!at)|[uU]nprocessable|[tT]ooMany|[uU]navailable|[iI]nternalServer/;

/** Methods of errors' own classes and of whatever records errors, which make none. */
const notFactories =
  /^(?:log|warn|info|debug|error|trace|captureStackTrace|captureException|catch|then|(?:is|has|handle|use|on|expect|assert|parse|format|get|set|mock|to)(?:[A-Z]\w*)?)$/;

function mayMakeError(call: CallExpression): boolean {
  const callee = unwrapped(call.callee);
  if (callee.kind === "identifier") return factoryWords.test(callee.name) && !notFactories.test(callee.name);
  if (callee.kind !== "member" || notFactories.test(callee.name)) return false;
  if (factoryWords.test(callee.name)) return true;
  for (let owner = unwrapped(callee.object); ; owner = unwrapped(owner.object)) {
    if (owner.kind === "identifier") return factoryWords.test(owner.name);
    if (owner.kind !== "member") return false;
    if (factoryWords.test(owner.name)) return true;
  }
}

/** An error in the hands of an assertion is expected. */
function roleAmong(ancestors: readonly RecognisedNode[]): SiteRole {
  for (const outer of ancestors.toReversed()) {
    if (outer.kind === "function") return "emit";
    if (outer.kind !== "call") continue;
    const callee = unwrapped(outer.callee);
    if (callee.kind === "member" && /^(?:to[A-Z]\w*|rejects|throws|deepEqual|strictEqual|equal)$/.test(callee.name))
      return "expect";
  }
  return "emit";
}
