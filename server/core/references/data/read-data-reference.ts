import { type DataNode, type DataReading, valueAt } from "../../text/data-node.ts";
import type { Draft, DraftCode, ReferenceReading } from "../draft.ts";
import { emptyDraft } from "../empty.ts";
import { isNamedAfterErrors, namesErrors } from "../names.ts";
import { codeShape } from "../reading/code-shape.ts";
import { tellsOfFailure } from "../reading/words/failures.ts";
import { withModules } from "./nested-codes.ts";
import { type Collection, collectionsIn } from "./read-collections.ts";

/** What a file of data tells, and whether it is one of texts alone: those say no more than what is shown for a code. */
export interface DataReferenceReading extends ReferenceReading {
  readonly kind: "data" | "texts";
}

/**
 * What a JSON or YAML file tells about errors in one of the shapes that teams write. Texts by code are a reference only
 * beside other collections or under a name that speaks of errors: every file of translations looks like that.
 */
export function readDataReference({ root, problems }: DataReading, uri: string): DataReferenceReading {
  const all = root === undefined ? [] : collectionsIn(root);
  const isNamed = isNamedAfterErrors(uri);
  // A description of events has entries by name everywhere, hardly any of errors.
  const isOfEvents = valueAt(root, "asyncapi") !== undefined;
  const strong = all.filter((collection) => collection.kind !== "texts" && (!isOfEvents || speaksOfErrors(collection)));
  const told = strong.length > 0 ? strong : all.filter((collection) => isNamed || speaksOfErrors(collection));
  const collections = withModules(told);
  const codes = collections.flatMap((collection) => collection.codes);
  const kind = codes.length > 0 && strong.length === 0 && areTranslations(collections) ? "texts" : "data";
  const draft: Draft = { ...emptyDraft, codes, problems };
  return { kind, draft, ...judged(collections, { isNamed, size: root === undefined ? 0 : sizeOf(root) }) };
}

function speaksOfErrors({ path }: Collection): boolean {
  return path.some(namesErrors);
}

/** Texts by keys in several modules, or by words: translations, not a list of codes. */
function areTranslations(collections: readonly Collection[]): boolean {
  const codes = collections.flatMap((collection) => collection.codes.map(({ code }) => code.value));
  const plain = codes.filter((code) => typeof code === "string" && !/^(?=.*\p{Lu})[\p{Lu}\d_-]+$|\d/u.test(code));
  return plain.length * 2 > codes.length;
}

/** How many entries a file has at its leaves. */
function sizeOf(root: DataNode): number {
  let leaves = 0;
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === "scalar") leaves += 1;
    else if (node.kind === "list") for (const item of node.items) pending.push(item);
    else for (const { value } of node.entries) pending.push(value);
  }
  return leaves;
}

interface Circumstances {
  /** Whether the file is called after errors. */
  readonly isNamed: boolean;
  /** How many values the file has. */
  readonly size: number;
}

function judged(
  collections: readonly Collection[],
  { isNamed, size }: Circumstances,
): Pick<ReferenceReading, "confidence" | "reason"> {
  const all = collections.flatMap((collection) => collection.codes);
  const codes = [...new Map(all.map((entry) => [entry.code.value, entry])).values()];
  const withStatus = codes.filter(({ statuses }) => statuses.some(({ value }) => value >= 400)).length;
  if (codes.length < 3) return { confidence: 0, reason: "It has no list of error codes." };
  const isSpoken = isNamed || collections.some(speaksOfErrors);
  const statusesTold = `It lists ${codes.length} errors, ${withStatus} of them with an HTTP status.`;
  if (withStatus * 2 >= codes.length && isSpoken) return { confidence: 0.9, reason: statusesTold };
  const telling = codes.filter(tellsOfError).length;
  if (withStatus * 2 >= codes.length && telling * 3 >= codes.length) return { confidence: 0.7, reason: statusesTold };
  const isPart = !isNamed && collections.every(({ kind }) => kind === "texts") && codes.length * 2 < size;
  if (isSpoken && !isPart)
    return { confidence: 0.5, reason: `It lists ${codes.length} codes under a name that speaks of errors.` };
  return { confidence: 0.2, reason: `It lists ${codes.length} entries that may be errors.` };
}

/** Whether an entry's own words tell of a failure, and its code is no plain word. */
function tellsOfError({ code, messages, title, summary }: DraftCode): boolean {
  const texts = [...messages, title, summary].flatMap((text) => (text === undefined ? [] : [text.value]));
  return (
    codeShape(String(code.value)) !== "word" &&
    [String(code.value).replace(/[_.-]/g, " "), ...texts].some(tellsOfFailure)
  );
}
