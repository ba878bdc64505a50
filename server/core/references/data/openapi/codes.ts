/** The codes that failures show in examples and allow in schemas, wherever in a description's files they stand. */
import type { Code } from "../../../catalog/model.ts";
import { type DataNode, valueAt } from "../../../text/data-node.ts";
import type { DraftCode, Drafted } from "../../draft.ts";
import { codeShape } from "../../reading/code-shape.ts";
import { codesIn, draftedEntry, textsIn } from "../data-entry.ts";
import { codeNames, messageNames, plain } from "./body-names.ts";
import type { Documents, Located } from "./documents.ts";
import { entriesOf, examplesOf, insideOf, type Response, schemasOf } from "./responses.ts";

/** A code, and the file that it stands in. */
export interface LocatedCode {
  readonly uri: string;
  readonly entry: DraftCode;
}

/** How many schemas are looked at for one response, and how many codes a schema may allow to say something of it. */
const mostSchemas = 100;
const mostAllowed = 200;

/** The codes of all responses, each place once with the statuses of all responses that it serves. */
export function codesOfResponses(responses: readonly Response[], documents: Documents): readonly LocatedCode[] {
  const found = new Map<string, LocatedCode & { readonly isOneOfMany: boolean }>();
  for (const response of responses) {
    for (const told of codesOf(response, documents)) {
      const key = `${told.uri} ${told.entry.code.span.start}`;
      const known = found.get(key)?.entry;
      const statuses = [...(known?.statuses ?? []), ...told.entry.statuses];
      const unique = statuses.filter(({ value }, at) => statuses.findIndex((other) => other.value === value) === at);
      found.set(key, { ...told, entry: { ...told.entry, statuses: unique } });
    }
  }
  // One list of codes that serves several statuses says of none of them which it goes with.
  return [...found.values()].map(({ uri, entry, isOneOfMany }) => ({
    uri,
    entry: isOneOfMany && entry.statuses.length > 1 ? { ...entry, statuses: [] } : entry,
  }));
}

function codesOf({ at, status }: Response, documents: Documents): readonly (LocatedCode & { isOneOfMany: boolean })[] {
  const drafted = (code: Drafted<Code>, uri: string, messages: readonly Drafted<string>[], isOneOfMany: boolean) => {
    const statuses = status === undefined ? [] : [{ value: status, span: code.span }];
    return { uri, entry: { ...draftedEntry(code, statuses, new Map(), code.span), messages }, isOneOfMany };
  };
  const shown = examplesOf(at, documents).flatMap((example) => {
    const body = codeOfBody(example.node, status);
    return body === undefined ? [] : [drafted(body.code, example.uri, body.messages, false)];
  });
  if (shown.length > 0) return shown;
  return allowedBy(schemasOf(at, documents), documents).flatMap(({ uri, codes }) =>
    codes.filter(({ value }) => value !== status).map((code) => drafted(code, uri, [], codes.length > 1)),
  );
}

/** The code and message of a body, at its top or in the object that holds its error. */
function codeOfBody(
  body: DataNode,
  status: number | undefined,
): { readonly code: Drafted<Code>; readonly messages: readonly Drafted<string>[] } | undefined {
  const pending = [body];
  for (const node of pending) {
    if (node.kind === "list") pending.push(...node.items.slice(0, 1));
    if (node.kind !== "map" || pending.length > 20) continue;
    const messages = textsIn(named(node, messageNames));
    const names = messages.length > 0 ? [...codeNames, "error", "id", "type"] : codeNames;
    for (const name of names) {
      const code = codesIn(named(node, [name]))[0];
      if (code !== undefined && code.value !== status && mayBeCode(String(code.value)))
        return { code, messages: messages.slice(0, 1) };
    }
    for (const { key, value } of node.entries) if (/^(?:err|fault|problem)/i.test(key)) pending.push(value);
  }
  return undefined;
}

/** A code, or the URI of a problem's type (RFC 9457 §3.1.1). */
function mayBeCode(value: string): boolean {
  return codeShape(value) !== "text" || /^(?:https?:\/\/|urn:|tag:)\S+$/i.test(value);
}

function named(node: DataNode, names: readonly string[]): DataNode | undefined {
  if (node.kind !== "map") return undefined;
  for (const name of names) {
    const entry = node.entries.find(({ key }) => plain(key) === name);
    if (entry !== undefined) return entry.value;
  }
  return undefined;
}

/** The values that schemas allow for the code of a body. */
function allowedBy(
  schemas: readonly Located[],
  documents: Documents,
): readonly { readonly uri: string; readonly codes: readonly Drafted<Code>[] }[] {
  const pending = [...schemas];
  const seen = new Set<DataNode>();
  const found: { readonly uri: string; readonly codes: readonly Drafted<Code>[] }[] = [];
  for (const at of pending) {
    if (seen.has(at.node) || seen.size >= mostSchemas) continue;
    seen.add(at.node);
    for (const { key, at: value } of entriesOf(at, "properties", documents)) {
      const field = documents.follow(value);
      if (field === undefined) continue;
      if (codeNames.includes(plain(key))) {
        const constant = valueAt(field.node, "const");
        const codes = codesIn(constant ?? valueAt(field.node, "enum"));
        if (codes.length > 0 && codes.length <= mostAllowed) found.push({ uri: field.uri, codes });
      } else if (/^(?:err|fault|problem|details?$|issues?$)/i.test(key)) pending.push(field);
    }
    const items = insideOf(at, "items", documents);
    if (items !== undefined) pending.push(items);
    for (const combiner of ["allOf", "oneOf", "anyOf"]) {
      const list = valueAt(at.node, combiner);
      for (const node of list?.kind === "list" ? list.items : []) {
        const branch = documents.follow({ uri: at.uri, node });
        if (branch !== undefined) pending.push(branch);
      }
    }
  }
  return found;
}
