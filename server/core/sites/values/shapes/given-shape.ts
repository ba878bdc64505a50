/** What the arguments of an unknown class or function look like: careful guesses, each `likely` at best. */
import { looksLikeCode } from "../../parts/code-shapes.ts";
import { isStatusNumber } from "../../parts/status-names.ts";
import type { Evaluation } from "../evaluate/evaluator.ts";
import type { Given, Head } from "../evaluate/head.ts";
import type { RoleDraft, ShapeDraft } from "./draft.ts";
import { rolesOfMembers, withoutStatusAsCode } from "./read-shape.ts";
import { headsInRole } from "./role-heads.ts";
import type { Role } from "./role-names.ts";

/**
 * The shape of an error of which only the arguments are seen: one argument alone that is a failure's status, one that
 * has the form of a code, one that is a sentence, and objects whose properties say what they are.
 */
export function givenShape(given: Given, evaluation: Evaluation): ShapeDraft {
  const found: Record<Role, (readonly Head[])[]> = { status: [], code: [], message: [] };
  let inObject: Partial<Record<Role, RoleDraft>> = {};
  for (const thunk of given.arguments) {
    const heads = evaluation.resolveThunk(thunk, { ...unknownLike });
    const role = roleByLook(heads);
    const named = role === "code" && saysStatus(given.label) ? headsInRole("status", heads) : undefined;
    if (named !== undefined) found.status.push(named);
    else if (role !== undefined) found[role].push(heads);
    for (const head of heads) {
      if (head.kind !== "symbolic" || head.value.kind !== "object") continue;
      inObject = { ...rolesOfMembers(head, evaluation), ...defined(inObject) };
    }
  }
  const roles = withoutStatusAsCode(
    {
      status: alone(found.status) ?? likely(inObject.status),
      code: alone(found.code) ?? likely(inObject.code),
      message: alone(found.message) ?? likely(inObject.message),
    },
    evaluation,
  );
  return { className: undefined, roles, errorLike: true };
}

/** `ApiError.fromStatus("BAD_REQUEST")`: what is given is the name of a status. */
function saysStatus(label: string): boolean {
  return /(?:from|of|by|with|for)(?:Http)?Status(?:Name|Code)?$/i.test(label);
}

const unknownLike: Head = { kind: "unknown", steps: [], source: undefined, container: undefined, certain: true };

function roleByLook(heads: readonly Head[]): Role | undefined {
  const looks = new Set(heads.map((head) => (head.kind === "constant" ? lookOf(head.value) : undefined)));
  const [look] = looks;
  return looks.size === 1 ? look : undefined;
}

function lookOf(value: string | number | boolean | null): Role | undefined {
  if (isStatusNumber(value)) return value >= 400 ? "status" : undefined;
  if (typeof value !== "string") return undefined;
  if (/\S\s+\S/.test(value)) return "message";
  return isCodeForm(value) ? "code" : undefined;
}

/** Capitals with underscores, or parts joined by dots, dashes and slashes: a plain word is no code. */
function isCodeForm(text: string): boolean {
  return (
    looksLikeCode(text) &&
    (/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(text) ||
      /^[a-z0-9]+([._/-][a-z0-9_]+)+$/i.test(text) ||
      /^[A-Z]{4,}$/.test(text))
  );
}

/** What only one argument is; of several nobody knows which. */
function alone(candidates: readonly (readonly Head[])[]): RoleDraft | undefined {
  const [heads, ...more] = candidates;
  return heads === undefined || more.length > 0 ? undefined : { heads, certainty: "likely" };
}

function likely(draft: RoleDraft | undefined): RoleDraft | undefined {
  return draft === undefined ? undefined : { ...draft, certainty: "likely" };
}

function defined(roles: Partial<Record<Role, RoleDraft>>): Partial<Record<Role, RoleDraft>> {
  return Object.fromEntries(Object.entries(roles).filter(([, draft]) => draft !== undefined));
}
