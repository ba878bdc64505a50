/** The roles of what a `new` or a factory made, from the classes and functions of the workspace. */
import { isKnownStatus, statusByName } from "../../parts/status-names.ts";
import { isBuiltInError } from "../evaluate/built-in-errors.ts";
import type { Evaluation } from "../evaluate/evaluator.ts";
import type { Head } from "../evaluate/head.ts";
import { type ChainLink, chainOf, layerNames } from "../evaluate/instances.ts";
import { knownClassOf, knownErrorOf } from "../evaluate/known-makers.ts";
import { memberTable } from "../evaluate/member-table.ts";
import { memberNames, memberOf } from "../evaluate/members.ts";
import type { RoleDraft, ShapeDraft } from "./draft.ts";
import { givenShape } from "./given-shape.ts";
import { knownShape } from "./known-shape.ts";
import { lookLikeStatuses } from "./role-heads.ts";
import { isErrorName, namesInRole, type Role } from "./role-names.ts";
import { pick, pickMaybeCode, pickMaybeStatus, pickOwnNumber } from "./role-picks.ts";
import { sentName } from "./sent-name.ts";
import { statusOfCode } from "./status-of-code.ts";

type Roles = Partial<Record<Role, RoleDraft>>;

/** The shape of one head; undefined where its declaration cannot be found. */
export function readShape(head: Head, evaluation: Evaluation): ShapeDraft | undefined {
  if (head.kind === "symbolic" && head.value.kind === "object") return objectShape(head, evaluation);
  if (head.kind !== "instance") return undefined;
  const chain = chainOf(head, evaluation);
  const foreign = chain.at(-1);
  if (chain.length === 1 && foreign?.layer === undefined) return knownShape(head, evaluation);
  const errorLike = chain.some((link) => isErrorLink(link)) && !isOfAnotherKind(chain);
  const roles: Roles = rolesOfMembers(head, evaluation);
  if (errorLike) {
    if (!isKnown(roles.code)) fill(roles, rolesOfExtensions(head, evaluation));
    const inherited =
      foreign === undefined || foreign.layer !== undefined ? undefined : foreignShape(foreign, evaluation);
    const statics = rolesOfStatics(chain, evaluation);
    if (foreign !== undefined && knownErrorOf(foreign.instance.maker)?.readsStatics === true) fill(roles, statics);
    // What may be a code by its look gives way to what is called one.
    if (roles.code?.certainty === "likely" && isKnown(statics.code)) roles.code = statics.code;
    fill(roles, inherited?.roles ?? {});
    fill(roles, statics);
    if (!isKnown(roles.status) || !isKnown(roles.code)) fill(roles, rolesOfParameters(chain, evaluation));
    if (roles.status === undefined && roles.code !== undefined && isKnown(roles.code))
      fill(roles, { status: statusOfCode(roles.code, chain, evaluation) });
    if (isKnown(roles.status) && !isKnown(roles.code)) fill(roles, { code: sentName(head, chain, evaluation) });
  }
  return {
    className: chain[0]?.layer?.name,
    roles: errorLike ? withoutStatusAsCode(roles, evaluation) : roles,
    errorLike,
  };
}

function isKnown(draft: RoleDraft | undefined): boolean {
  return draft?.heads.some((head) => head.kind === "constant") === true;
}

/** A class of a package above those of the workspace: what is known of it, or what its arguments look like. */
function foreignShape(link: ChainLink, evaluation: Evaluation): ShapeDraft | undefined {
  const { maker, given } = link.instance;
  if (maker.kind === "global" && isBuiltInError(maker.name)) return undefined;
  return knownShape(link.instance, evaluation) ?? givenShape(given, evaluation);
}

function isErrorLink(link: ChainLink): boolean {
  const { maker } = link.instance;
  if (link.layer !== undefined) return isErrorName(link.layer.name);
  if (maker.kind === "global") return isBuiltInError(maker.name) || isErrorName(maker.name);
  // `extends Data.TaggedError("NoteLost")`: a function of a package made the class.
  if (maker.kind === "instance") return knownClassOf(maker) !== undefined || isMadeByErrors(maker.maker);
  return maker.kind === "external" && (isErrorName(maker.path.at(-1) ?? "") || knownErrorOf(maker) !== undefined);
}

/** `class FormulaError extends LogicalFunction`: made of classes that are all seen, none of which is an error or an answer. */
function isOfAnotherKind(chain: readonly ChainLink[]): boolean {
  const parents = chain.slice(1);
  return parents.length > 0 && parents.every(({ layer }) => layer !== undefined && !saysFailure.test(layer.name));
}

const saysFailure = /err|exc|fail|fault|problem|reject|denied|issue|respon|result|reply|http|status|abort/i;

function isMadeByErrors(maker: Head): boolean {
  return maker.kind === "external" && isErrorName(maker.path.at(-1) ?? "");
}

function objectShape(head: Head, evaluation: Evaluation): ShapeDraft {
  const roles = rolesOfMembers(head, evaluation);
  for (const layer of layersOf(head, evaluation)) {
    if (layer.kind === "instance") fill(roles, knownShape(layer, evaluation)?.roles ?? {});
  }
  const errorLike = isMadeOfError(head, evaluation);
  if (errorLike && !isKnown(roles.code)) fill(roles, { code: codeCarried(head, evaluation) });
  return { className: undefined, roles: withoutStatusAsCode(roles, evaluation), errorLike };
}

/** `error.output.payload.code = "X"`, which Boom answers with, `error.data = { code: "X" }`. */
function codeCarried(head: Head, evaluation: Evaluation): RoleDraft | undefined {
  const payloads = objectsUnder(head, "output", evaluation).flatMap((output) =>
    objectsUnder(output, "payload", evaluation),
  );
  for (const carrier of [...payloads, ...objectsUnder(head, "data", evaluation)]) {
    const { code } = rolesOfMembers(carrier, evaluation);
    if (code !== undefined) return code;
  }
  return undefined;
}

/** What is spread into an object: the error of `Object.assign(createError(400), {…})`. */
function layersOf(head: Head, evaluation: Evaluation): readonly Head[] {
  if (head.kind !== "symbolic" || head.value.kind !== "object") return [];
  const { frame } = head;
  return head.value.entries.flatMap((entry) => (entry.kind === "spread" ? evaluation.resolve(entry.value, frame) : []));
}

/** `Object.assign(new Error(…), {…})`, and objects that get more members after they were made. */
function isMadeOfError(head: Head, evaluation: Evaluation): boolean {
  if (head.kind === "instance") return chainOf(head, evaluation).some(isErrorLink);
  return layersOf(head, evaluation).some((layer) => isMadeOfError(layer, evaluation));
}

/**
 * The roles that an object's own names tell; of a class chain, the class nearest to the instance speaks first, and what
 * any of them calls a code before what only looks like one.
 */
export function rolesOfMembers(head: Head, evaluation: Evaluation): Roles {
  const read = (name: string): readonly Head[] => memberOf(head, name, evaluation);
  const roles: Roles = {};
  const layers = namesByLayer(head, evaluation);
  for (const names of layers) {
    fill(roles, {
      status: pick("status", namesInRole("status", names), read) ?? pickMaybeStatus(names, read),
      code: pick("code", namesInRole("code", names), read),
      // Only `super(message)` sets an error's message, without a field of its own.
      message: pick("message", ["message", ...namesInRole("message", names)], read),
    });
  }
  for (const names of layers) {
    if (isKnown(roles.code)) break;
    fill(roles, { code: pickMaybeCode(names, read) ?? pickOwnNumber(names, read) });
  }
  return roles;
}

/** `this.extensions = { code: "X", http: { status: 401 } }`, as servers of GraphQL read it. */
function rolesOfExtensions(head: Head, evaluation: Evaluation): Roles {
  const roles: Roles = {};
  for (const extensions of objectsUnder(head, "extensions", evaluation)) {
    fill(roles, rolesOfMembers(extensions, evaluation));
    for (const http of objectsUnder(extensions, "http", evaluation))
      fill(roles, { status: rolesOfMembers(http, evaluation).status });
  }
  return roles;
}

function objectsUnder(head: Head, name: string, evaluation: Evaluation): readonly Head[] {
  return memberOf(head, name, evaluation).filter((one) => one.kind === "symbolic" && one.value.kind === "object");
}

function namesByLayer(head: Head, evaluation: Evaluation): readonly (readonly string[])[] {
  if (head.kind !== "instance") return [memberNames(head, evaluation)];
  const set = head.changes?.flatMap(({ entry }) => (entry.kind === "property" ? [entry.name] : [])) ?? [];
  const made = chainOf(head, evaluation).map((link) => layerNames(link, evaluation));
  return set.length === 0 ? made : [set, ...made];
}

/** `static status = 404`, which some frameworks read. */
function rolesOfStatics(chain: readonly ChainLink[], evaluation: Evaluation): Roles {
  const maker = chain[0]?.instance.maker;
  if (maker === undefined) return {};
  const names = chain.flatMap((link) => memberNames(link.instance.maker, evaluation));
  const read = (name: string): readonly Head[] => memberOf(maker, name, evaluation);
  const noMethods = names.filter((name) => read(name).every((head) => head.kind === "constant"));
  return {
    status: pick("status", namesInRole("status", noMethods), read),
    code: pick("code", namesInRole("code", noMethods), read),
    message: pick("message", namesInRole("message", noMethods), read),
  };
}

/** Parameters whose names tell a role where no field does: their way into the error was not understood. */
function rolesOfParameters(chain: readonly ChainLink[], evaluation: Evaluation): Roles {
  const roles: Roles = {};
  for (const { layer } of chain) {
    if (layer?.making === undefined) continue;
    const { frame, making } = layer;
    const heads = new Map(
      making.parameters.map((one, index) => [one.name ?? `#${index}`, evaluation.resolve(one.value, frame)]),
    );
    const names = [...heads.keys()];
    const read = (name: string): readonly Head[] => heads.get(name) ?? [];
    fill(roles, {
      status: likely(pick("status", namesInRole("status", names), read) ?? pickMaybeStatus(names, read)),
      code: likely(pick("code", namesInRole("code", names), read)),
      message: likely(pick("message", namesInRole("message", names), read)),
    });
    for (const head of [...heads.values()].flat()) {
      if (head.kind !== "symbolic" || head.value.kind !== "object") continue;
      const inside = rolesOfMembers(head, evaluation);
      fill(roles, { status: likely(inside.status), code: likely(inside.code), message: likely(inside.message) });
    }
  }
  return roles;
}

function likely(draft: RoleDraft | undefined): RoleDraft | undefined {
  return draft === undefined ? undefined : { ...draft, certainty: "likely" };
}

/** Adds what `roles` lacks: nothing of it is known by a constant so far. */
function fill(roles: Roles, more: Roles): void {
  for (const role of ["status", "code", "message"] as const) {
    const own = roles[role];
    const other = more[role];
    if (other === undefined) continue;
    const better = other.heads.some((head) => head.kind === "constant" || head.source !== undefined);
    const vague = own?.heads.every((head) => head.kind === "unknown" && head.source === undefined);
    if (own === undefined || (vague === true && better)) roles[role] = other;
  }
}

/** A code that is an HTTP status, where nothing else is: `this.code = 409`. A code that repeats the status is none. */
export function withoutStatusAsCode(roles: Roles, evaluation: Evaluation): Roles {
  const { status, code, message } = roles;
  if (code === undefined || !lookLikeStatuses(code.heads)) return roles;
  if (status === undefined) {
    const failure =
      lookLikeStatuses(code.heads, 400) &&
      code.heads.every(isOfRegistry) &&
      !code.heads.some((head) => isOneOfMany(head, evaluation));
    return failure ? { status: { heads: code.heads, certainty: "likely" }, code: undefined, message } : roles;
  }
  const statuses = new Set(status.heads.map((head) => (head.kind === "constant" ? head.value : undefined)));
  const repeats = code.heads.every((head) => head.kind !== "constant" || statuses.has(head.value));
  return repeats ? { status, code: undefined, message } : roles;
}

/** Under the name of a code, only a number that HTTP gives a meaning is taken for a status. */
function isOfRegistry(head: Head): boolean {
  return head.kind !== "constant" || isKnownStatus(Number(head.value));
}

/** A number out of a table of an application's own, most of which no failing answer can have. */
function isOneOfMany(head: Head, { modules }: Evaluation): boolean {
  const table = head.kind === "constant" && head.table ? memberTable(head.table, modules) : undefined;
  if (table === undefined || statusByName(head.table?.member ?? "") !== undefined) return false;
  const numbers = Array.from(table.members.values(), Number);
  const own = numbers.filter((number) => number < 400 || !isKnownStatus(number));
  return numbers.length >= fewestOfTable && own.length * 2 > numbers.length;
}

/** An object with fewer numbers may be a single error with its numbers. */
const fewestOfTable = 4;
