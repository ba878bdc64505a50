/** Where the bodies of a description's failures carry code, message and status. */
import type { BodyPath } from "../../../catalog/model.ts";
import { valueAt } from "../../../text/data-node.ts";
import type { DraftEnvelope } from "../../draft.ts";
import { statusesIn, textsIn } from "../data-entry.ts";
import { codeNames, messageNames, plain, statusNames } from "./body-names.ts";
import type { Documents, Located } from "./documents.ts";
import { entriesOf, type Response, schemasOf } from "./responses.ts";

const containers: ReadonlySet<string> = new Set("error errors err fault meta msg problem".split(" "));

/** How many shapes of bodies one description may have, the most frequent ones. */
const mostEnvelopes = 3;

/** The shapes of the bodies, the most frequent first; none of bodies without a code. */
export function envelopesOf(
  responses: readonly Response[],
  documents: Documents,
  uri: string,
): readonly DraftEnvelope[] {
  const shapes = new Map<string, { readonly envelope: DraftEnvelope; count: number }>();
  for (const { at } of responses) {
    for (const schema of schemasOf(at, documents)) {
      const envelope = envelopeOf(schema, documents, uri);
      if (envelope?.code === undefined) continue;
      const key = JSON.stringify([envelope.code, envelope.message, envelope.status, envelope.codeHolds]);
      const known = shapes.get(key);
      if (known === undefined) shapes.set(key, { envelope, count: 1 });
      else known.count += 1;
    }
  }
  return [...shapes.values()]
    .toSorted((left, right) => right.count - left.count)
    .slice(0, mostEnvelopes)
    .map(({ envelope }) => envelope);
}

function envelopeOf(schema: Located, documents: Documents, uri: string): DraftEnvelope | undefined {
  const fields = fieldsOf(schema, documents);
  const find = (names: readonly string[]): Field | undefined =>
    names
      .map((name) => fields.find(({ path }) => plain(path.at(-1) ?? "") === name))
      .find((field) => field !== undefined);
  const code = find(codeNames);
  if (code === undefined) return undefined;
  const holdsStatus = statusesIn(valueAt(code.at.node, "example") ?? valueAt(code.at.node, "default")).length > 0;
  const isNumber = textsIn(valueAt(code.at.node, "type"))[0]?.value !== "string";
  const codeHolds = holdsStatus && isNumber ? "http-status" : "code";
  const message = find(messageNames);
  const status = find(statusNames);
  const required = [code, message, status].flatMap((field) => (field?.isRequired ? [field.path] : []));
  return {
    code: code.path,
    message: message?.path,
    status: status?.path,
    failure: undefined,
    required,
    codeHolds,
    statusType: typeOf(codeHolds === "http-status" ? code : status),
    // What stands in another file has no place in this one.
    span: schema.uri === uri ? schema.node.span : { start: 0, end: 0 },
  };
}

function typeOf(field: Field | undefined): DraftEnvelope["statusType"] {
  const type = textsIn(valueAt(field?.at.node, "type"))[0]?.value;
  return type === "integer" || type === "number" ? "number" : type === "string" ? "string" : undefined;
}

interface Field {
  readonly path: BodyPath;
  readonly at: Located;
  readonly isRequired: boolean;
}

/** The fields of a body, and those of the objects in it that hold the error; lists are passed over. */
function fieldsOf(schema: Located, documents: Documents): readonly Field[] {
  const found: Field[] = [];
  const pending = [{ at: schema, path: [] as BodyPath, isRequired: true }];
  const seen = new Set<unknown>();
  for (const { at, path, isRequired } of pending) {
    if (seen.has(at.node) || pending.length > 200) continue;
    seen.add(at.node);
    const required = new Set(textsIn(valueAt(at.node, "required")).map(({ value }) => value));
    for (const { key, at: value } of entriesOf(at, "properties", documents)) {
      const followed = documents.follow(value);
      if (followed === undefined) continue;
      const field = { path: [...path, key], at: followed, isRequired: isRequired && required.has(key) };
      found.push(field);
      if (containers.has(plain(key)) && valueAt(followed.node, "items") === undefined) pending.push(field);
    }
    const parts = valueAt(at.node, "allOf");
    for (const node of parts?.kind === "list" ? parts.items : []) {
      const part = documents.follow({ uri: at.uri, node });
      if (part !== undefined) pending.push({ at: part, path, isRequired });
    }
  }
  return found;
}
