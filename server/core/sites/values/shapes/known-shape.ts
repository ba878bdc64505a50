/** Shapes of errors that packages make. */
import { isKnownStatus } from "../../parts/status-names.ts";
import type { Evaluation } from "../evaluate/evaluator.ts";
import { type Given, type Head, headOf, type InstanceHead, unknownHead } from "../evaluate/head.ts";
import { knownClassOf, knownErrorOf } from "../evaluate/known-makers.ts";
import { memberNames, memberOf } from "../evaluate/members.ts";
import type { KnownError, KnownSource } from "../known-sources.ts";
import type { RoleDraft, ShapeDraft } from "./draft.ts";
import { givenShape } from "./given-shape.ts";
import { withoutStatusAsCode } from "./read-shape.ts";
import { headsInRole, lookLikeCodes } from "./role-heads.ts";
import type { Role } from "./role-names.ts";

/** The shape by what is known of the package; undefined for a class or function that is not known. */
export function knownShape(instance: Head & InstanceHead, evaluation: Evaluation): ShapeDraft | undefined {
  const { maker, given } = instance;
  if (maker.kind === "instance") {
    const made = knownClassOf(maker);
    return made === undefined ? undefined : draftOf(made, maker.given, evaluation);
  }
  const known = knownErrorOf(maker);
  if (known === undefined || known.makesClass === true) return undefined;
  const draft = draftOf(known, given, evaluation);
  // A code out of a table that cannot be read is left to those who guess.
  const saysNothing = draft.roles.status === undefined && draft.roles.code === undefined;
  // A plain name that nothing declares may be somebody's own.
  const isGuess = maker.kind === "global" && !maker.name.includes(".");
  if ((known.status.length === 0 || isGuess) && saysNothing) return undefined;
  return isGuess ? guessed(draft) : draft;
}

function guessed(draft: ShapeDraft): ShapeDraft {
  const { status, code, message } = draft.roles;
  return { ...draft, roles: { status: likely(status), code: likely(code), message: likely(message) } };
}

function likely(role: RoleDraft | undefined): RoleDraft | undefined {
  return role && { ...role, certainty: "likely" };
}

function draftOf(known: KnownError, given: Given, evaluation: Evaluation): ShapeDraft {
  const read = (role: Role): RoleDraft | undefined => firstOf(role, known[role], given, evaluation);
  const code = read("code");
  const status =
    known.statusOfCode === undefined
      ? (read("status") ?? (known.impliedByCode && statusOfCode(code, known.impliedByCode)))
      : statusOfCode(code, known.statusOfCode);
  const roles = { status, code, message: read("message") };
  return {
    className: undefined,
    roles: status === undefined ? roles : withoutStatusAsCode(roles, evaluation),
    errorLike: true,
  };
}

function firstOf(
  role: Role,
  sources: readonly KnownSource[],
  given: Given,
  evaluation: Evaluation,
): RoleDraft | undefined {
  for (const source of sources) {
    if (source.kind === "any") {
      const found = givenShape(given, evaluation).roles[role];
      if (found !== undefined) return { ...found, certainty: "certain" };
      // A status that is given but not known is none that is left out.
      if (role === "status" && given.arguments.some((_one, index) => isOpenAt(index, given, evaluation)))
        return openDraft;
      continue;
    }
    const heads = headsInRole(role, headsAt(source, given, evaluation));
    if (
      heads === undefined &&
      role === "status" &&
      source.kind === "argument" &&
      isOpenAt(source.index, given, evaluation)
    )
      return openDraft;
    if (heads === undefined) continue;
    const isVague = source.kind === "code-like" || source.kind === "only-entry";
    if (!isVague) return { heads, certainty: "certain" };
    if (lookLikeCodes(heads) || areOwnNumbers(heads)) return { heads, certainty: "likely" };
  }
  return undefined;
}

/** What stands there; nothing for a property of what is no object. */
function headsAt(source: Exclude<KnownSource, { kind: "any" }>, given: Given, evaluation: Evaluation): readonly Head[] {
  if (source.kind === "fixed") return [headOf({ kind: "constant", value: source.value, place: undefined })];
  const thunk = given.arguments[source.index];
  if (thunk === undefined) return given.complete ? [] : [unknownHead];
  const heads = evaluation.resolveThunk(thunk, unknownHead);
  if (source.kind === "argument") return heads.filter((head) => head.kind === "constant" || head.kind === "unknown");
  const found = source.path.reduce<readonly Head[]>(
    (objects, name) => objects.filter(hasMembers).flatMap((object) => memberOf(object, name, evaluation)),
    heads,
  );
  return source.kind === "only-entry"
    ? found.filter(hasMembers).flatMap((object) => onlyEntry(object, evaluation))
    : found;
}

const openDraft: RoleDraft = { heads: [unknownHead], certainty: "certain" };

/** Whether an argument is there that may be anything: of a package that is not looked into, say. */
function isOpenAt(index: number, given: Given, evaluation: Evaluation): boolean {
  const thunk = given.arguments[index];
  if (thunk === undefined) return false;
  return evaluation.resolveThunk(thunk, unknownHead).some(({ kind }) => kind === "unknown" || kind === "external");
}

function onlyEntry(object: Head, evaluation: Evaluation): readonly Head[] {
  const [name, ...more] = memberNames(object, evaluation);
  return name === undefined || more.length > 0 ? [] : memberOf(object, name, evaluation);
}

/** Numbers of an application, which HTTP gives no meaning to. */
function areOwnNumbers(heads: readonly Head[]): boolean {
  return heads.every(
    (head) => head.kind === "constant" && typeof head.value === "number" && !isKnownStatus(head.value),
  );
}

function hasMembers(head: Head): boolean {
  return head.kind === "symbolic" || head.kind === "instance" || head.kind === "module";
}

/** Statuses that codes stand for, given by the same argument but not written there. */
function statusOfCode(code: RoleDraft | undefined, statuses: ReadonlyMap<string, number>): RoleDraft | undefined {
  if (code === undefined) return undefined;
  const heads = code.heads.map((head): Head => {
    const value = head.kind === "constant" ? statuses.get(String(head.value)) : undefined;
    if (head.kind !== "constant" || value === undefined) return unknownHead;
    const step = { text: `\`${head.value}\` goes with status ${value}`, place: undefined };
    return { ...head, value, source: undefined, container: undefined, steps: [...head.steps, step] };
  });
  return { heads, certainty: "certain" };
}
