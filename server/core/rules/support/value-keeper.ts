import type { Code } from "../../catalog/model.ts";
import type { EvidenceStep, Part, PartValue, Place } from "../../sites/model.ts";

/** What holds the literal of a value that a site only names or implies. */
export interface ValueKeeper {
  readonly name: string;
  /** For people: `` `ConflictError` ``, `` the default of `status` in `E2` ``. */
  readonly title: string;
  /** Whether the name is one of the value itself, not of a class or a function that gives it. */
  readonly isConstant: boolean;
}

/** The keeper of a value by the evidence for it, the last name on the way to the literal. */
export function keeperOf(
  text: string,
  { evidence }: Part<Code>,
  { written, origin }: PartValue<Code>,
): ValueKeeper | undefined {
  if (origin === undefined) return undefined;
  if (written.kind === "name" || written.kind === "member") {
    const named = constantIn(evidence);
    const shown = text.slice(written.span.start, written.span.end);
    const name = named ?? (/^[\p{L}\p{N}_$.]+$/u.test(shown) ? shown : undefined);
    return name === undefined ? undefined : { name, title: `\`${name}\``, isConstant: true };
  }
  if (written.kind !== "implied") return undefined;
  const constant = constantIn(evidence);
  if (constant !== undefined) return { name: constant, title: `\`${constant}\``, isConstant: true };
  const owner = ownerIn(evidence) ?? written.by;
  const parameter = /^default of (`.+`)$/.exec(evidence.findLast(isDefault)?.text ?? "")?.[1];
  if (parameter !== undefined)
    return {
      name: owner,
      title: `the default of ${parameter}${owner === "" ? "" : ` in \`${owner}\``}`,
      isConstant: false,
    };
  return owner === "" ? undefined : { name: owner, title: `\`${owner}\``, isConstant: false };
}

function isDefault({ text }: EvidenceStep): boolean {
  return text.startsWith("default of ");
}

/** The last of ``constant `X` `` and `` `X` of `Y` ``, as a path; a parameter that holds an object lends it no name. */
function constantIn(evidence: readonly EvidenceStep[]): string | undefined {
  let path: string | undefined;
  let before: Place | undefined;
  for (const { text, place } of evidence) {
    const [, constant] = /^constant `(.+)`$/.exec(text) ?? [];
    const [, member, table] = /^`(.+)` of `(.+)`$/.exec(text) ?? [];
    const isDeeper = before?.uri === place?.uri && (before?.span.start ?? 0) < (place?.span.start ?? 0);
    if (constant !== undefined) path = constant;
    else if (member === undefined || table === undefined) continue;
    else path = `${path !== undefined && isDeeper && /^\p{Ll}+$/u.test(table) ? path : table}.${member}`;
    before = place;
  }
  return path;
}

/** The class whose field or whose call of its superclass has the value; undefined where a function's call has it. */
function ownerIn(evidence: readonly EvidenceStep[]): string | undefined {
  let owner: string | undefined;
  for (const { text } of evidence) {
    const [, field] = /^field `.+` of `(.+)`$/.exec(text) ?? [];
    const [, above] = /^argument \d+ of `super` in `(.+)`$/.exec(text) ?? [];
    if (field !== undefined || above !== undefined) owner = above ?? field;
    else if (/^argument \d+ of /.test(text)) owner = undefined;
  }
  return owner;
}
