/** A body's own word that something failed: `ok: false`, `IsSuccess: false`, `status: "error"`. */
import type { BodyField } from "../model.ts";
import { plainName } from "../reading/names.ts";

const successNames: ReadonlySet<string> = new Set("ok success issuccess succeeded successful issuccessful".split(" "));

/** Whether a field at the top of a body says that it reports a failure. */
export function hasFailureFlag(fields: readonly BodyField[]): boolean {
  return fields.some((field) => {
    const name = field.path.length === 1 ? plainName(field.path[0] ?? "") : "";
    // The value may have to be followed through other files: it is asked for last.
    if (successNames.has(name)) return field.value === false;
    return name === "status" && carriesError(fields) && saysError(field.value);
  });
}

function saysError(value: BodyField["value"]): boolean {
  return typeof value === "string" && /^(?:error|fail|failed|failure)$/i.test(value);
}

/** States of jobs and of screens are called `error` too: an answer has the error's own fields in an object. */
function carriesError(fields: readonly BodyField[]): boolean {
  return fields.some(({ path }) => path.length === 2 && /^(?:errors?|err|fault|msg)$/.test(plainName(path[0] ?? "")));
}
