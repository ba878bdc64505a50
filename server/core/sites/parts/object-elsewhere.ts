/** Fields of an object that is named inside a body and written elsewhere: `{ ...ERRORS.taken }`, `{ error: ERRORS.taken }`. */
import type { BodyPath } from "../../catalog/model.ts";
import { memberAt } from "../../syntax/member-at.ts";
import type { Expression } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { ValueService } from "../values/value-service.ts";

export interface FieldElsewhere {
  readonly path: BodyPath;
  /** Stands for the field's value, at the place where the object is named. */
  readonly expression: Expression;
  readonly holdsFields: boolean;
}

export interface ObjectElsewhere {
  readonly fields: readonly FieldElsewhere[];
  readonly complete: boolean;
}

/** The object that `expression` names; undefined for anything else. */
export function objectElsewhere(expression: Expression, values: ValueService): ObjectElsewhere | undefined {
  const named = unwrapped(expression);
  if (named.kind !== "identifier" && named.kind !== "member" && named.kind !== "index") return undefined;
  const found = values.objectOf(named);
  if (found?.form !== "literal" || found.fields.length === 0) return undefined;
  return {
    complete: found.complete,
    fields: found.fields.map(({ path, holdsFields }) => ({ path, expression: memberAt(named, path), holdsFields })),
  };
}
