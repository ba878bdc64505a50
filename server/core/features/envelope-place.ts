/** Places that a catalog's envelope names: what stands there is a code, whatever its name says to anybody else. */

import type { Envelope } from "../catalog/model.ts";
import { samePath } from "../facts/envelope-fit.ts";
import type { Scope } from "../facts/model.ts";
import type { BodyField } from "../sites/model.ts";

/** Whether an envelope of a catalog in scope carries its code, or the status, at the field's place. */
export function heldAt(scope: Scope, field: BodyField, held: Envelope["codeHolds"]): boolean {
  return scope.catalogs.some(({ catalog }) =>
    catalog.envelopes.some(
      (envelope) => envelope.codeHolds === held && envelope.code !== undefined && samePath(envelope.code, field.path),
    ),
  );
}
