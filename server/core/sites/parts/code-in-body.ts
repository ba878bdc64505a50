/** Which field of a body is the code: by its name, its value, and what the body says of itself. */

import { isFailureWord, isProblemType, isShouted, looksLikeCode } from "./code-shapes.ts";
import type { CodedKeys } from "./coded-keys.ts";
import type { BodyPick, Certainty, Located } from "./located-field.ts";
import { codesInLanguages, errorsInLanguages } from "./names-of-languages.ts";
import { isKnownStatus, isStatusNumber, statusByName } from "./status-names.ts";

/** Names under which nothing but a code stands. */
export const explicitCodeNames: ReadonlySet<string> = new Set(
  "errorcode errcode errorno errno errorid errid errorkey subcode appcode apicode bizcode businesscode".split(" "),
);
interface Ranked extends BodyPick {
  readonly rank: number;
}

/** What the body and the answer around it say beside the field. */
export interface Surroundings {
  readonly otherStatuses: readonly number[];
  /** Those beside the body, which is then an answer's. */
  readonly siteStatuses: readonly number[];
  /** Whether the body calls itself a failure: then no number in it is a status of success or an enumeration's. */
  readonly failed: () => boolean;
  /** Keys under which the file around has nothing but codes. */
  readonly codedKeys: CodedKeys;
}

/** The field that looks most like the code. */
export function pickCode(located: readonly Located[], around: Surroundings): BodyPick | undefined {
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
const codeNames: ReadonlySet<string> = new Set([
  ...explicitCodeNames,
  ..."code errno error err errortype type".split(" "),
  ...errorsInLanguages,
]);
const codeNamesInErrors: ReadonlySet<string> = new Set("status name reason key id slug kind tag why".split(" "));
/** Names under which a code may stand in an answer of failure. */
const codeNamesInFailures: ReadonlySet<string> = new Set("slug reason key kind tag identifier".split(" "));
/** Names under which a code may stand in an answer of failure that has a message beside it. */
const besideMessage: ReadonlySet<string> = new Set(["type", "id", "name"]);
/** Names of texts for people, which are the code where they are written as one in an answer of failure. */
const texts: ReadonlySet<string> = new Set(["message", "msg"]);
const wordsForError: ReadonlySet<string> = new Set(["err", ...errorsInLanguages]);
/** Names of a code under which a success is told as well. */
const outcomeNames: ReadonlySet<string> = new Set([...codesInLanguages, ..."resultcode returncode retcode".split(" ")]);

/** Asked before the value, which may have to be followed through other files. */
function mayNameCode({ name, inError, container }: Located, around: Surroundings): boolean {
  if (codeNames.has(name) || (inError && codeNamesInErrors.has(name)) || container === "errors") return true;
  if (texts.has(name)) return isFailing(around.siteStatuses);
  if (outcomeNames.has(name) || besideMessage.has(name)) return saysFailure(inError, around);
  // An object that is no answer may be a thing, whose slug and key are its own.
  return codeNamesInFailures.has(name) && saysFailure(inError, { ...around, otherStatuses: around.siteStatuses });
}

/** Whether what is read says by other means that something failed. */
function saysFailure(inError: boolean, { otherStatuses, failed }: Surroundings): boolean {
  return inError || isFailing(otherStatuses) || failed();
}

function isFailing(statuses: readonly number[]): boolean {
  return statuses.length > 0 && statuses.every((status) => status >= 400);
}

function rankCode(place: Located, names: ReadonlySet<string>, around: Surroundings): Ranked | undefined {
  if (!mayNameCode(place, around)) return undefined;
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
  if (place.name === "code" || outcomeNames.has(place.name)) {
    return place.inError
      ? { entry, certainty: isSmall(value) && around.failed() ? "likely" : asSure("certain", value), rank: 1 }
      : { entry, certainty: asSure("likely", value), rank: 2 };
  }
  if (typeof value === "number") {
    return place.name === "error" ? { entry, certainty: "likely", rank: 5 } : undefined;
  }
  return value === undefined ? rankChoices(place, names, around) : rankNamedText(place, value, names, around);
}

/** One of several texts, which all have to look like codes: of them the one that looks least like one counts. */
function rankChoices(place: Located, names: ReadonlySet<string>, around: Surroundings): Ranked | undefined {
  let least: Ranked | undefined;
  for (const choice of place.entry.choices) {
    const ranked = typeof choice === "string" ? rankNamedText(place, choice, names, around) : undefined;
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
function rankNamedText(
  place: Located,
  value: string,
  names: ReadonlySet<string>,
  around: Surroundings,
): Ranked | undefined {
  const { entry, inError } = place;
  const name = wordsForError.has(place.name) ? "error" : place.name;
  const codeLike = looksLikeCode(value);
  if (name === "errortype") return codeLike ? { entry, certainty: "likely", rank: 3 } : undefined;
  // OAuth 2.0 (RFC 6749 §5.2): the code in `error`, the text in `error_description`.
  if (name === "error" && names.has("errordescription")) return { entry, certainty: "likely", rank: 3 };
  if (name === "type" && isProblemDetails(names) && value !== "about:blank" && (codeLike || isProblemType(value))) {
    return { entry, certainty: "likely", rank: 3 };
  }
  // `{ error: "unauthorized" }`: a word that readers compare as a code, and that writers may mean as a text.
  if (name === "error" && isFailureWord(value)) return { entry, certainty: "weak", rank: 7 };
  if (!codeLike) return isPlainCode(place, value, around) ? { entry, certainty: "weak", rank: 7 } : undefined;
  if (name === "type" && inError) return { entry, certainty: "likely", rank: 4 };
  // Capitals may begin a title; humps inside a word are a program's.
  if (name === "error" && (!/[A-Z][a-z]/.test(value) || /^[a-z]/.test(value)))
    return { entry, certainty: "likely", rank: 4 };
  if (name === "error" && !isTitle(value)) return { entry, certainty: "likely", rank: 5 };
  if (name === "status" && inError && /^[A-Z][A-Z_]+$/.test(value)) return { entry, certainty: "likely", rank: 4 };
  if (inError && name !== "status" && codeNamesInErrors.has(name)) return { entry, certainty: "weak", rank: 6 };
  if (!inError && codeNamesInFailures.has(name) && /[_./:-]/.test(value))
    return { entry, certainty: "likely", rank: 6 };
  // `c.json({ type: "voucher_spent" }, 409)`: an answer of failure has no other type than that of the failure.
  if (name === "type" && place.containerPath === "" && isOfWords(value) && isFailing(around.siteStatuses))
    return { entry, certainty: "likely", rank: 7 };
  if (
    besideMessage.has(name) &&
    names.has("message") &&
    (name === "name" ? isNamedCode(value, names) : isOfWords(value)) &&
    saysFailure(inError, around)
  )
    return { entry, certainty: "likely", rank: 6 };
  if (place.container === "errors") return { entry, certainty: "weak", rank: 8 };
  // Beside a field for the code, even an empty one, a text is a text.
  return texts.has(name) && isShouted(value) && ![...names].some((one) => codeNames.has(one))
    ? { entry, certainty: "likely", rank: 9 }
    : undefined;
}

/** `{ err: "unsigned" }`: a word of an answer of failure, by what the name or the file says of it. */
function isPlainCode({ entry, name, inError }: Located, value: string, around: Surroundings): boolean {
  if (!/^[a-z]{3,}$/.test(value) || !(wordsForError.has(name) || name === "error" || codeNamesInFailures.has(name)))
    return false;
  if (!saysFailure(inError, { ...around, otherStatuses: around.siteStatuses })) return false;
  return /code$/i.test(entry.giver ?? "") || around.codedKeys(entry.field.path.at(-1) ?? "");
}

/** `NotFound` is the title of a status, and `ValidationError` of a class; `SeatNotForSale` is neither. */
function isTitle(value: string): boolean {
  return statusByName(value) !== undefined || /(?:Error|Exception)$/.test(value);
}

/** `invalid_data`, `api.session.expired`: no name of one thing among many, which has digits. */
function isOfWords(value: string): boolean {
  return /^[a-z]+(?:[._-][a-z]+)+$/i.test(value);
}

/** `{ name: "not_found", statusCode: 404 }`: services have names, too, and say how they do beside a `status`. */
function isNamedCode(value: string, names: ReadonlySet<string>): boolean {
  return /^[a-z]+(?:_[a-z]+)+$/.test(value) && (names.has("statuscode") || names.has("httpstatus"));
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
