import type { Catalog, Code, CodeEntry } from "../../catalog/model.ts";
import type { CatalogRemarks } from "../../catalog/write/write-catalog.ts";
import type { Place } from "../../sites/model.ts";
import { emptyCatalog } from "../empty.ts";
import type { ObservedError } from "./observed-errors.ts";

/** How a place is named for people: `src/server.ts:12`. */
export type PlaceName = (place: Place) => string;

/** Messages of one code that are worth writing down; more are variants of each other. */
const maximumMessages = 3;

/** A catalog of all that was observed, codes in alphabetical order, with the places as remarks and contradictions marked. */
export function observedCatalog(
  observed: readonly ObservedError[],
  identity: Pick<Catalog, "id" | "uri"> & { readonly title: string },
  nameOf: PlaceName,
): { readonly catalog: Catalog; readonly remarks: CatalogRemarks } {
  const byCode = new Map<Code, ObservedError[]>();
  for (const error of observed) byCode.set(error.code, [...(byCode.get(error.code) ?? []), error]);
  const groups = [...byCode].sort(([left], [right]) => compareCodes(left, right));
  const catalog: Catalog = {
    ...emptyCatalog,
    id: identity.id,
    uri: identity.uri,
    title: new Map([["en", identity.title]]),
    language: "en",
    codes: groups.map(([code, errors]) => entryOf(code, errors)),
    complete: groups.length > 0,
  };
  const head = `${groups.length} codes as the program sends them. Statuses marked CHECK contradict each other: decide which one is right.`;
  const remarks = new Map(groups.map(([code, errors]) => [code, remarksOf(errors, nameOf)]));
  return { catalog, remarks: { head: [head], codes: remarks } };
}

function entryOf(code: Code, errors: readonly ObservedError[]): CodeEntry {
  const messages = unlike(errors.flatMap(({ message }) => message ?? [])).slice(0, maximumMessages);
  const nowhere = { start: 0, end: 0 };
  const nothing = { summary: undefined, cause: undefined, fix: undefined };
  return {
    code,
    statuses: [...byStatus(errors).keys()],
    messages: messages.map((template) => ({ template, statuses: [], ...nothing, methods: [], span: nowhere })),
    title: undefined,
    ...nothing,
    meanings: [],
    retry: undefined,
    alert: undefined,
    tags: [],
    methods: [],
    parent: undefined,
    confusedWith: [],
    headers: [],
    limits: [],
    deprecated: false,
    replacement: undefined,
    link: undefined,
    span: nowhere,
    codeSpan: nowhere,
    duplicates: [],
    origin: undefined,
  };
}

/** The messages that differ in more than capitals and the full stop; the way that is used most stays. */
function unlike(messages: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const message of messages) counts.set(message, (counts.get(message) ?? 0) + 1);
  const byWords = new Map<string, string>();
  for (const message of counts.keys()) {
    const words = message.toLowerCase().replace(/[.!\s]+$/u, "");
    const known = byWords.get(words);
    if (known === undefined || (counts.get(message) ?? 0) > (counts.get(known) ?? 0)) byWords.set(words, message);
  }
  return [...byWords.values()];
}

/** The places of each status, the most frequent status first. */
function byStatus(errors: readonly ObservedError[]): ReadonlyMap<number, readonly Place[]> {
  const places = new Map<number, Place[]>();
  for (const { status, place } of errors) {
    if (status !== undefined) places.set(status, [...(places.get(status) ?? []), place]);
  }
  return new Map([...places].sort(([left, here], [right, there]) => there.length - here.length || left - right));
}

function remarksOf(errors: readonly ObservedError[], nameOf: PlaceName): readonly string[] {
  const statuses = byStatus(errors);
  if (statuses.size < 2)
    return [
      placesText(
        errors
          .toSorted((left, right) => Number(right.isDefinition) - Number(left.isDefinition))
          .map(({ place }) => place),
        nameOf,
      ),
    ];
  const told = [...statuses].map(([status, places]) => `${status} at ${placesText(places, nameOf)}`);
  return [`CHECK: ${told.join("; ")}`];
}

function placesText(places: readonly Place[], nameOf: PlaceName): string {
  const names = [...new Set(places.map(nameOf))];
  const shown = names.slice(0, 3).join(", ");
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}

/** Numbers by size before texts by alphabet. */
function compareCodes(left: Code, right: Code): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left !== typeof right) return typeof left === "number" ? -1 : 1;
  return String(left) < String(right) ? -1 : 1;
}
