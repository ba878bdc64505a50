/** Where a body carries code, message and status: by the names of its fields and how they nest. */
import { once } from "../../text/once.ts";
import { plainName } from "../reading/names.ts";
import type { BodyEntry } from "./body-shape.ts";
import { isFailureWord, isProblemType, looksLikeCode } from "./code-shapes.ts";
import { hasFailureFlag } from "./failure-flag.ts";
import { isKnownStatus, isStatusNumber } from "./status-names.ts";

export type Certainty = "certain" | "likely" | "weak";

export interface BodyPick {
  readonly entry: BodyEntry;
  readonly certainty: Certainty;
}

export interface BodyPicks {
  readonly code: BodyPick | undefined;
  readonly message: BodyPick | undefined;
  readonly status: BodyPick | undefined;
}

/** Containers under which an error's fields are looked for; `""` is the top of the body. */
const errorContainers: ReadonlySet<string> = new Set(
  "error err errors exception fault problem failure reason apierror errorinfo errordetails msg".split(" "),
);
const neutralContainers: ReadonlySet<string> = new Set(
  "message meta data extensions http detail details result response body payload status output cause".split(" "),
);

const explicitCodeNames: ReadonlySet<string> = new Set(
  "errorcode errcode errorno errno errorid errid errorkey subcode appcode apicode bizcode businesscode".split(" "),
);
const messageNames = "message msg errormessage errormsg errmsg errordescription detail description title".split(" ");
const statusNames: ReadonlySet<string> = new Set(
  "status statuscode httpstatus httpstatuscode httpcode http".split(" "),
);

interface Located {
  readonly entry: BodyEntry;
  readonly name: string;
  /** Plain name of the nearest container, array indexes left out; empty at the top. */
  readonly container: string;
  readonly containerPath: string;
  readonly inError: boolean;
}

/** Chooses the fields; `siteStatuses` are the statuses that the site is known to send beside the body. */
export function pickFromBody(entries: readonly BodyEntry[], siteStatuses: readonly number[]): BodyPicks {
  const located = entries.flatMap(locate);
  const status = pickStatus(located);
  const ownStatus = status === undefined ? undefined : numericValue(status.entry);
  const others = ownStatus === undefined ? siteStatuses : [...siteStatuses, ownStatus];
  const failed = once(() => hasFailureFlag(entries.map(({ field }) => field)));
  const code = pickCode(located, { otherStatuses: others, failed });
  const repeated = status ?? repeatedStatus(located, code);
  return { code, message: pickMessage(located, code), status: repeated };
}

function locate(entry: BodyEntry): readonly Located[] {
  const path = entry.field.path.filter((step) => !/^\d+$/.test(step));
  if (path.length !== entry.field.path.length && /^\d+$/.test(entry.field.path.at(-1) ?? "")) return [];
  const name = path.at(-1);
  if (name === undefined) return [];
  const containers = path.slice(0, -1).map(plainName);
  if (containers.some((container) => !errorContainers.has(container) && !neutralContainers.has(container))) return [];
  return [
    {
      entry,
      name: plainName(name),
      container: containers.at(-1) ?? "",
      containerPath: entry.field.path.slice(0, -1).join("."),
      inError: containers.some((container) => errorContainers.has(container)),
    },
  ];
}

// ---------------------------------------------------------------- code

interface Ranked extends BodyPick {
  readonly rank: number;
}

/** What the body and the answer around it say beside the field. */
interface Surroundings {
  readonly otherStatuses: readonly number[];
  /** Whether the body calls itself a failure: then no number in it is a status of success or an enumeration's. */
  readonly failed: () => boolean;
}

function pickCode(located: readonly Located[], around: Surroundings): BodyPick | undefined {
  const names = new Map<string, Set<string>>();
  for (const { containerPath, name } of located)
    names.set(containerPath, (names.get(containerPath) ?? new Set()).add(name));
  let best: Ranked | undefined;
  for (const place of located) {
    const ranked = rankCode(place, names.get(place.containerPath) ?? new Set(), around);
    if (ranked !== undefined && (best === undefined || ranked.rank < best.rank)) best = ranked;
  }
  return best;
}

/** Names under which a code may stand anywhere, and those under which it may in an error only. */
const codeNames: ReadonlySet<string> = new Set([...explicitCodeNames, ..."code errno error errortype type".split(" ")]);
const codeNamesInErrors: ReadonlySet<string> = new Set("status name reason key id".split(" "));

/** Asked before the value, which may have to be followed through other files. */
function mayNameCode({ name, inError, container }: Located): boolean {
  return codeNames.has(name) || (inError && codeNamesInErrors.has(name)) || container === "errors";
}

function rankCode(place: Located, names: ReadonlySet<string>, around: Surroundings): Ranked | undefined {
  if (!mayNameCode(place)) return undefined;
  const { entry } = place;
  const value = entry.field.value;
  if (typeof value === "boolean" || value === null || entry.holdsFields) return undefined;
  if (isStatusNumber(value) && repeatsStatus(value, place, around)) return undefined;
  // Where there is a code beside it, `errno` is the operating system's.
  if (place.name === "errno" || place.name === "errorno")
    return names.has("code") ? undefined : { entry, certainty: "likely", rank: 2 };
  // Zero is success wherever codes are numbers.
  if (value === "" || value === 0 || isSuccess(value)) return undefined;
  if (explicitCodeNames.has(place.name)) return { entry, certainty: asSure("certain", value), rank: 0 };
  if (place.name === "code") {
    return place.inError
      ? { entry, certainty: isSmall(value) && around.failed() ? "likely" : asSure("certain", value), rank: 1 }
      : { entry, certainty: asSure("likely", value), rank: 2 };
  }
  if (typeof value === "number") {
    return place.name === "error" ? { entry, certainty: "likely", rank: 5 } : undefined;
  }
  return value === undefined ? rankChoices(place, names) : rankNamedText(place, value, names);
}

/** One of several texts, which all have to look like codes: of them the one that looks least like one counts. */
function rankChoices(place: Located, names: ReadonlySet<string>): Ranked | undefined {
  let least: Ranked | undefined;
  for (const choice of place.entry.choices) {
    const ranked = typeof choice === "string" ? rankNamedText(place, choice, names) : undefined;
    if (ranked === undefined) return undefined;
    if (least === undefined || ranked.rank > least.rank) least = ranked;
  }
  return least;
}

/** What APIs write where a code would stand when nothing went wrong. */
function isSuccess(value: string | number | undefined): boolean {
  return typeof value === "string" && /^(?:ok|okay|success|succeeded|none|0{1,6})$/i.test(value);
}

/** Prose is hardly a code, and small numbers belong to enumerations. */
function asSure(certainty: Certainty, value: string | number | undefined): Certainty {
  if (typeof value === "number") return isSmall(value) ? "weak" : certainty;
  return value !== undefined && /\s/.test(value) ? "weak" : certainty;
}

function isSmall(value: unknown): boolean {
  return typeof value === "number" && value > 0 && value < 100;
}

/** Fields that hold a code only if their text looks like one. */
function rankNamedText(place: Located, value: string, names: ReadonlySet<string>): Ranked | undefined {
  const { entry, name, inError } = place;
  const codeLike = looksLikeCode(value);
  if (name === "errortype") return codeLike ? { entry, certainty: "likely", rank: 3 } : undefined;
  // OAuth 2.0 (RFC 6749 §5.2): the code in `error`, the text in `error_description`.
  if (name === "error" && names.has("errordescription")) return { entry, certainty: "likely", rank: 3 };
  if (name === "type" && isProblemDetails(names) && value !== "about:blank" && (codeLike || isProblemType(value))) {
    return { entry, certainty: "likely", rank: 3 };
  }
  // `{ error: "unauthorized" }`: a word that readers compare as a code, and that writers may mean as a text.
  if (name === "error" && isFailureWord(value)) return { entry, certainty: "weak", rank: 7 };
  if (!codeLike) return undefined;
  if (name === "type" && inError) return { entry, certainty: "likely", rank: 4 };
  if (name === "error" && !/[A-Z][a-z]/.test(value)) return { entry, certainty: "likely", rank: 4 };
  if (name === "status" && inError && /^[A-Z][A-Z_]+$/.test(value)) return { entry, certainty: "likely", rank: 4 };
  if ((name === "name" || name === "reason" || name === "key" || name === "id") && inError) {
    return { entry, certainty: "weak", rank: 6 };
  }
  if (place.container === "errors") return { entry, certainty: "weak", rank: 8 };
  return undefined;
}

/** RFC 9457 problem details: `type` beside at least one of its other members. */
function isProblemDetails(names: ReadonlySet<string>): boolean {
  return names.has("title") && (names.has("status") || names.has("detail") || names.has("instance"));
}

/** A number that may be a status repeats it when it equals one, when nothing else names one, or when it is a well-known one. */
function repeatsStatus(value: number, { inError }: Located, { otherStatuses: others, failed }: Surroundings): boolean {
  if (inError && value < 400 && failed()) return others.includes(value);
  return others.length === 0 || others.includes(value) || (isKnownStatus(value) && value >= 200);
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
