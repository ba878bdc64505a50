/** Where a body carries code, message and status: by the names of its fields and how they nest. */
import { once } from "../../text/once.ts";
import type { BodyEntry } from "./body-shape.ts";
import { explicitCodeNames, pickCode } from "./code-in-body.ts";
import type { CodedKeys } from "./coded-keys.ts";
import { hasFailureFlag } from "./failure-flag.ts";
import { type BodyPick, type Located, locate } from "./located-field.ts";
import { textsInLanguages } from "./names-of-languages.ts";
import { isStatusNumber } from "./status-names.ts";

export interface BodyPicks {
  readonly code: BodyPick | undefined;
  readonly message: BodyPick | undefined;
  readonly status: BodyPick | undefined;
}

const messageNames = [
  ..."message msg errormessage errormsg errmsg errordescription detail description title".split(" "),
  ...textsInLanguages,
];
const statusNames: ReadonlySet<string> = new Set(
  "status statuscode httpstatus httpstatuscode httpcode http".split(" "),
);

/**
 * Chooses the fields; `siteStatuses` are the statuses that the site is known to send beside the body, `codedKeys` those
 * keys under which the file around has nothing but codes.
 */
export function pickFromBody(
  entries: readonly BodyEntry[],
  siteStatuses: readonly number[],
  codedKeys: CodedKeys = () => false,
): BodyPicks {
  const located = entries.flatMap(locate);
  const status = pickStatus(located);
  const ownStatus = status === undefined ? undefined : numericValue(status.entry);
  const others = ownStatus === undefined ? siteStatuses : [...siteStatuses, ownStatus];
  const failed = once(() => hasFailureFlag(entries.map(({ field }) => field)));
  const code = pickCode(located, { otherStatuses: others, siteStatuses, failed, codedKeys });
  const repeated = status ?? repeatedStatus(located, code);
  return { code, message: pickMessage(located, code), status: repeated };
}

// ---------------------------------------------------------------- status

function pickStatus(located: readonly Located[]): BodyPick | undefined {
  const found = located.find(
    (place) =>
      statusNames.has(place.name) &&
      (place.inError || place.container === "" || place.container === "msg" || isOfHttp(place)) &&
      isStatusNumber(place.entry.field.value),
  );
  return found === undefined ? undefined : { entry: found.entry, certainty: "likely" };
}

/** `extensions: { http: { status: 404 } }`, as servers of GraphQL take it. */
function isOfHttp({ container, name }: Located): boolean {
  return container === "http" && name === "status";
}

/** `code: 400`: the HTTP status written again where a code would stand. */
function repeatedStatus(located: readonly Located[], code: BodyPick | undefined): BodyPick | undefined {
  const found = located.find(
    (place) =>
      (place.name === "code" || explicitCodeNames.has(place.name)) &&
      isStatusNumber(place.entry.field.value) &&
      place.entry !== code?.entry,
  );
  return found === undefined ? undefined : { entry: found.entry, certainty: "likely" };
}

// ---------------------------------------------------------------- message

function pickMessage(located: readonly Located[], code: BodyPick | undefined): BodyPick | undefined {
  const home = code?.entry.field.path.slice(0, -1).join(".");
  const ranked = located
    .filter((place) => messageNames.includes(place.name) && mayBeText(place.entry) && place.entry !== code?.entry)
    .map((place) => ({ place, rank: messageRank(place, home) }))
    .sort((left, right) => left.rank - right.rank);
  const best = ranked[0]?.place;
  if (best !== undefined) return { entry: best.entry, certainty: "likely" };
  const error = located.find(
    (place) => place.name === "error" && typeof place.entry.field.value === "string" && place.entry !== code?.entry,
  );
  return error === undefined ? undefined : { entry: error.entry, certainty: "likely" };
}

function messageRank(place: Located, home: string | undefined): number {
  const distance = place.containerPath === home ? 0 : place.inError ? 20 : 40;
  return distance + messageNames.indexOf(place.name);
}

function mayBeText(entry: BodyEntry): boolean {
  if (entry.field.value === undefined) return !entry.holdsFields;
  return typeof entry.field.value === "string";
}

// ---------------------------------------------------------------- helpers

function numericValue(entry: BodyEntry): number | undefined {
  return typeof entry.field.value === "number" ? entry.field.value : undefined;
}
