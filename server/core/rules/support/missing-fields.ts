/** Adding the fields that an error body lacks, where it is known what belongs into them. */
import { hasPlaceholders } from "../../catalog/message-template.ts";
import type { BodyPath, Catalog, CodeEntry, Envelope } from "../../catalog/model.ts";
import { samePath } from "../../facts/envelope-fit.ts";
import type { ObjectLiteral, ObjectMember } from "../../syntax/tree.ts";
import type { TextEdit } from "../../text/edit.ts";
import { memberAt, objectAt } from "./body-literal.ts";
import { addMember, keyLike } from "./layout.ts";

export interface MissingFields {
  readonly literal: ObjectLiteral;
  readonly paths: readonly BodyPath[];
  readonly catalog: Catalog;
  readonly envelope: Envelope;
  readonly entry: CodeEntry | undefined;
  readonly status: number | undefined;
}

export interface AddedFields {
  readonly added: readonly BodyPath[];
  readonly edits: readonly TextEdit[];
  /** Whether these are all, and the catalog leaves nothing to choose: flags and statuses, not texts. */
  readonly isFixed: boolean;
}

/** The edits that add the fields of which more than the author knows the values; undefined where there is none. */
export function addFields(text: string, missing: MissingFields): AddedFields | undefined {
  const quote = /["']/.exec(text.slice(missing.literal.start, missing.literal.end))?.[0] ?? '"';
  const added: BodyPath[] = [];
  const edits: TextEdit[] = [];
  for (const path of missing.paths) {
    const value = valueAt(path, missing);
    const object = objectAt(missing.literal, path.slice(0, -1));
    const name = path.at(-1);
    if (value === undefined || object === undefined || name === undefined) continue;
    const edit = insertion(object, { name, path, written: written(value, quote), quote }, { text, missing });
    if (edit === undefined || edits.some(({ span }) => span.start === edit.span.start)) continue;
    added.push(path);
    edits.push(edit);
  }
  if (edits.length === 0) return undefined;
  const { message } = missing.envelope;
  const isChosen = added.some((path) => message !== undefined && samePath(path, message));
  return { added, edits, isFixed: !isChosen && added.length === missing.paths.length };
}

function valueAt(path: BodyPath, { envelope, entry, status }: MissingFields): string | number | boolean | undefined {
  if (envelope.failure !== undefined && samePath(path, envelope.failure.path)) return envelope.failure.value;
  if (envelope.status !== undefined && samePath(path, envelope.status))
    return envelope.statusType === "string" && status !== undefined ? String(status) : status;
  if (envelope.message === undefined || !samePath(path, envelope.message)) return undefined;
  const [only, ...others] = entry?.messages ?? [];
  return only === undefined || others.length > 0 || hasPlaceholders(only.template) ? undefined : only.template;
}

function written(value: string | number | boolean, quote: string): string {
  if (typeof value !== "string") return String(value);
  const inDouble = JSON.stringify(value);
  return quote === '"' ? inDouble : `'${inDouble.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

interface NewMember {
  readonly name: string;
  readonly path: BodyPath;
  readonly written: string;
  readonly quote: string;
}

interface Around {
  readonly text: string;
  readonly missing: MissingFields;
}

/** Where the envelope's own order puts it: behind the last field that comes before it there, else in front. */
function insertion(object: ObjectLiteral, added: NewMember, { text, missing }: Around): TextEdit | undefined {
  const { members } = object;
  if (members.length === 0) return undefined;
  const { required } = missing.envelope;
  const at = required.findIndex((path) => samePath(path, added.path));
  const earlier = required.slice(0, at).flatMap((path) => siblingOf(path, added.path, missing.literal) ?? []);
  const before = members.findLast((member) => earlier.includes(member));
  const key = keyLike(added.name, members, added.quote);
  const member = `${key}: ${added.written}`;
  return addMember(text, object, { member, after: before });
}

/** The member of the same object on the way to `path`. */
function siblingOf(path: BodyPath, added: BodyPath, literal: ObjectLiteral): ObjectMember | undefined {
  const depth = added.length - 1;
  if (path.length <= depth || !samePath(path.slice(0, depth), added.slice(0, depth))) return undefined;
  return memberAt(literal, path.slice(0, depth + 1));
}
