/** What stands in a comparison as a status or as a code, and which values it may have there. */
import type { Code } from "../../catalog/model.ts";
import type { Part } from "../model.ts";
import { comparedOwner, foreignOwner, isFailureWord, looksLikeCode, namesFailure } from "../parts/code-shapes.ts";
import { isKnownStatus, isStatusNumber } from "../parts/status-names.ts";

/** How sure it is that a value is what it is taken for. */
export type Certainty = Part<Code>["certainty"];

/** What is compared: it judges the values that stand beside it. */
export interface Subject {
  readonly kind: "status" | "code";
  /**
   * How sure it is that `value` beside this subject is a status, or an application's code; undefined where it is not one
   * (a keyboard key, an exit code, an error of the operating system).
   */
  judge(value: Code): Certainty | undefined;
  /** The same where a status of failure is compared beside it: then a bare `code` is of the same error. */
  judgeBeside?(value: Code): Certainty | undefined;
  /** What it is beside a text: in `body.error.status` some APIs have a word that is their code. */
  readonly besideText?: Subject;
  /** The names by which it is reached, from the thing that holds it; undefined for a name on its own. */
  readonly path?: readonly string[];
}

/** The `type` of an error, which is a code where it is a URI, as in problem details (RFC 9457 §3.1.1). */
export function typeSubject(otherwise: Subject | undefined): Subject {
  const isUri = (value: Code): boolean => typeof value === "string" && /^(?:https?:\/\/|urn:|tag:)/.test(value);
  return { kind: "code", judge: (value) => (isUri(value) ? "likely" : otherwise?.judge(value)) };
}

/** The status of an answer or of an error. */
export function statusSubject(certainty: Certainty): Subject {
  return {
    kind: "status",
    judge(value) {
      if (!isStatusNumber(value)) return undefined;
      if (value >= 400) return certainty;
      return certainty === "weak" ? undefined : certainty;
    },
  };
}

/** What RTK Query 2 puts in the place of a status where there is no answer to speak of. */
const statesOfQueries: ReadonlySet<Code> = new Set(["FETCH_ERROR", "PARSING_ERROR", "TIMEOUT_ERROR", "CUSTOM_ERROR"]);

/** A word in the place of a status: an API's own code, unless a client wrote it there. */
export function wordSubject(): Subject {
  const { judge } = codeSubject("medium");
  return { kind: "code", judge: (value) => (statesOfQueries.has(value) ? undefined : judge(value)) };
}

/**
 * `strong`: an error's code in a body, or a name that says so. `inner`: that of an error which something has. `error`: the code of a caught or rejected error, which
 * may be anybody's. `medium`: some field of a body. `word`: a field of a body that mostly holds a code, or a plain word
 * for one. `phrase`: the `error` of a fetched body, which may be a word or several. `none`: just called `code`.
 */
type Strength = "strong" | "inner" | "error" | "medium" | "word" | "phrase" | "none";

/** A code, the surer the stronger its place is. */
export function codeSubject(strength: Strength): Subject {
  const judge = (value: Code, as: Strength): Certainty | undefined =>
    typeof value === "number" ? judgeNumber(value, as) : judgeText(value, as);
  return {
    kind: "code",
    judge: (value) => judge(value, strength),
    judgeBeside: (value) =>
      judge(value, strength === "none" ? "medium" : strength) ?? (saysWord(value, strength) ? "likely" : undefined),
  };
}

/** Beside a status, a word in the `error` of a body is a code, whatever it means. */
function saysWord(value: Code, strength: Strength): boolean {
  return (strength === "word" || strength === "phrase") && typeof value === "string" && /^[a-z]{4,40}$/.test(value);
}

function judgeText(value: string, strength: Strength): Certainty | undefined {
  if (comparedOwner(value) !== undefined) return strength === "strong" ? "weak" : undefined;
  // That something succeeds is told by a code as well, which is none of an error.
  if (/^(?:ok|success|succeeded|0+)$/i.test(value)) return undefined;
  const codeLike = looksLikeCode(value);
  switch (strength) {
    case "strong":
    case "inner":
      return codeLike || !/\s/.test(value) ? "likely" : "weak";
    case "error":
      return codeLike ? "likely" : "weak";
    case "medium":
      return codeLike ? "likely" : undefined;
    case "word":
      return codeLike || isFailureWord(value) ? "likely" : undefined;
    case "phrase":
      return codeLike || isFailureWord(value) || /^[a-z]{2,}(?: [a-z]+){1,5}$/.test(value) ? "likely" : undefined;
    case "none":
      return codeLike && namesFailure(value) ? "weak" : undefined;
  }
}

function saysError(strength: Strength): boolean {
  return strength === "strong" || strength === "inner";
}

/** Small numbers are exit codes and enumerations, 1000–1015 and 4000–4999 close codes of WebSockets (RFC 6455 §7.4). */
function judgeNumber(value: number, strength: Strength): Certainty | undefined {
  if (!Number.isInteger(value) || strength === "none") return undefined;
  // At an error's own place in a body a small number may be the API's code: a catalog in scope decides.
  if (value >= 0 && value < 100) return strength === "strong" && value > 0 ? "weak" : undefined;
  if (foreignOwner(value) !== undefined) return saysError(strength) ? "weak" : undefined;
  if (isStatusNumber(value) && isKnownStatus(value)) return saysError(strength) && value < 400 ? "weak" : undefined;
  const closes = (value >= 1000 && value <= 1015) || (value >= 4000 && value <= 4999);
  if (saysError(strength)) return "likely";
  if (strength === "medium" || strength === "word" || strength === "phrase") return closes ? "weak" : "likely";
  return "weak";
}
