/** Schemas that describe one error each: `properties: { issue: { enum: [X] }, description: { enum: ["…"] } }`. */
import { type DataMap, type DataNode, valueAt } from "../../../text/data-node.ts";
import type { DraftCode, Drafted } from "../../draft.ts";
import { namesErrors } from "../../names.ts";
import { codesIn, draftedEntry, textsIn } from "../data-entry.ts";
import { codeNames, messageNames, plain } from "./body-names.ts";

/** The errors of schemas that stand under a status or under a name that speaks of errors. */
export function errorsOfSchemas(root: DataNode): readonly DraftCode[] {
  const found: DraftCode[] = [];
  const pending: Place[] = ["components", "definitions", "paths"].flatMap((key) => {
    const node = valueAt(root, key);
    return node === undefined ? [] : [{ node, status: undefined, isAboutErrors: false }];
  });
  for (const { node, status, isAboutErrors } of pending) {
    if (node.kind === "list") {
      for (const item of node.items) pending.push({ node: item, status, isAboutErrors });
    } else if (node.kind === "map") {
      const entry = isAboutErrors ? errorOf(node, status) : undefined;
      if (entry !== undefined) found.push(entry);
      for (const { key, keySpan, value } of node.entries) {
        const own = statusNamed(key);
        const isAbout = isAboutErrors || own !== undefined || namesErrors(key);
        pending.push({
          node: value,
          status: own === undefined ? status : { value: own, span: keySpan },
          isAboutErrors: isAbout,
        });
      }
    }
  }
  return found;
}

interface Place {
  readonly node: DataNode;
  /** The status that a key above names. */
  readonly status: Drafted<number> | undefined;
  readonly isAboutErrors: boolean;
}

/** `404`, `error_404`, `Error404`. */
function statusNamed(key: string): number | undefined {
  const [digits] = /(?<!\d)[45]\d\d(?!\d)/.exec(key) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** Fields that hold a code where a message of its own stands beside them. */
const otherNames = ["name", "error", "type", "id"];

function errorOf(schema: DataMap, status: Drafted<number> | undefined): DraftCode | undefined {
  const properties = valueAt(schema, "properties");
  if (properties?.kind !== "map") return undefined;
  const field = (names: readonly string[]): DataNode | undefined =>
    properties.entries.find(({ key }) => names.includes(plain(key)))?.value;
  const message = field(messageNames);
  const [code] = codesIn(onlyValueOf(field(codeNames)) ?? (onlyValueOf(message) && onlyValueOf(field(otherNames))));
  if (code === undefined) return undefined;
  const messages = textsIn(onlyValueOf(message) ?? valueAt(message, "example") ?? valueAt(message, "default"));
  const entry = draftedEntry(code, status === undefined ? [] : [status], new Map(), schema.span);
  const summary = textsIn(valueAt(schema, "description"))[0];
  return { ...entry, messages: messages.slice(0, 1), summary };
}

/** `const: X`, `enum: [X]`. */
function onlyValueOf(node: DataNode | undefined): DataNode | undefined {
  const list = valueAt(node, "enum");
  return valueAt(node, "const") ?? (list?.kind === "list" && list.items.length === 1 ? list.items[0] : undefined);
}
