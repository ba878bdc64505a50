/** The responses of a description, with the statuses that they go with, through all its files. */
import { type DataNode, valueAt } from "../../../text/data-node.ts";
import type { Documents, Located } from "./documents.ts";

/** A response, and its status; undefined for `default` and classes such as `4XX`. */
export interface Response {
  readonly at: Located;
  readonly status: number | undefined;
}

const methods: ReadonlySet<string> = new Set("get put post delete options head patch trace query".split(" "));

/** How many responses of one description are looked at. */
const mostResponses = 20_000;

/** The failures that the operations of `root` answer with. */
export function failuresIn(root: Located, documents: Documents): readonly Response[] {
  const found: Response[] = [];
  for (const home of ["paths", "webhooks"]) {
    for (const item of entriesOf(root, home, documents)) {
      for (const operation of entriesAt(item.at, documents)) {
        if (!methods.has(operation.key)) continue;
        const followed = documents.follow(operation.at);
        for (const { key, at } of followed === undefined ? [] : entriesOf(followed, "responses", documents)) {
          const isFailure = /^(?:[45](?:\d\d|XX)|default)$/i.test(key);
          const response = isFailure ? documents.follow(at) : undefined;
          if (response === undefined) continue;
          found.push({ at: response, status: /^\d+$/.test(key) ? Number(key) : undefined });
          if (found.length >= mostResponses) return found;
        }
      }
    }
  }
  return found;
}

interface Entry {
  readonly key: string;
  readonly at: Located;
}

/** The entries of the map under `key`, the map's own reference followed. */
export function entriesOf(at: Located, key: string, documents: Documents): readonly Entry[] {
  const node = valueAt(at.node, key);
  return node === undefined ? [] : entriesAt({ uri: at.uri, node }, documents);
}

function entriesAt(at: Located, documents: Documents): readonly Entry[] {
  const found = documents.follow(at);
  if (found?.node.kind !== "map") return [];
  return found.node.entries.map(({ key, value }) => ({ key, at: { uri: found.uri, node: value } }));
}

/** What stands under `key`, references followed. */
export function insideOf(at: Located, key: string, documents: Documents): Located | undefined {
  const node: DataNode | undefined = valueAt(at.node, key);
  return node === undefined ? undefined : documents.follow({ uri: at.uri, node });
}

/** The schemas of a response's bodies, of OpenAPI 3 and of Swagger 2. */
export function schemasOf(response: Located, documents: Documents): readonly Located[] {
  const media = entriesOf(response, "content", documents).map(({ at }) => insideOf(at, "schema", documents));
  return [...media, insideOf(response, "schema", documents)].flatMap((schema) => schema ?? []);
}

/** The bodies that a response shows as examples. */
export function examplesOf(response: Located, documents: Documents): readonly Located[] {
  const found: (Located | undefined)[] = [];
  for (const { at } of entriesOf(response, "content", documents)) {
    found.push(insideOf(at, "example", documents));
    for (const example of entriesOf(at, "examples", documents)) {
      const followed = documents.follow(example.at);
      found.push(followed && insideOf(followed, "value", documents));
    }
  }
  for (const example of entriesOf(response, "examples", documents)) found.push(example.at);
  for (const schema of schemasOf(response, documents)) found.push(insideOf(schema, "example", documents));
  return found.flatMap((example) => example ?? []);
}
