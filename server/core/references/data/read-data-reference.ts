import type { DataFormat } from "../../text/data-node.ts";
import { readData } from "../../text/read-data.ts";
import type { Draft, ReferenceReading } from "../draft.ts";
import { type Collection, collectionsIn } from "./read-collections.ts";

/**
 * What a JSON or YAML file tells about errors in one of the shapes that teams write. Texts by code are a reference only
 * beside other collections or below a key that speaks of errors: every file of translations looks like that.
 */
export function readDataReference(text: string, format: DataFormat): ReferenceReading {
  const { root, problems } = readData(text, format, { code: "catalog-syntax", duplicates: "keep" });
  const all = root === undefined ? [] : collectionsIn(root);
  const strong = all.filter(({ kind }) => kind !== "texts");
  const collections = strong.length > 0 ? strong : all.filter(speaksOfErrors);
  const codes = collections.flatMap((collection) => collection.codes);
  const draft: Draft = {
    title: undefined,
    language: undefined,
    codes,
    statuses: [],
    samples: [],
    envelopes: [],
    problems,
  };
  return { draft, ...judged(collections) };
}

function speaksOfErrors({ path }: Collection): boolean {
  return path.some((key) => /err|exception|problem|fault/i.test(key));
}

function judged(collections: readonly Collection[]): Pick<ReferenceReading, "confidence" | "reason"> {
  const codes = collections.flatMap((collection) => collection.codes);
  const withStatus = codes.filter(({ statuses }) => statuses.some(({ value }) => value >= 400)).length;
  if (codes.length < 3) return { confidence: 0, reason: "It has no list of error codes." };
  if (withStatus * 2 >= codes.length && collections.some(speaksOfErrors))
    return { confidence: 0.9, reason: `It lists ${codes.length} errors, ${withStatus} of them with an HTTP status.` };
  if (withStatus * 2 >= codes.length)
    return { confidence: 0.7, reason: `It lists ${codes.length} entries, ${withStatus} of them with an HTTP status.` };
  if (collections.some(speaksOfErrors))
    return { confidence: 0.5, reason: `It lists ${codes.length} codes under a name that speaks of errors.` };
  return { confidence: 0.2, reason: `It lists ${codes.length} entries that may be errors.` };
}
