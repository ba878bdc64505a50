/** Hovers inside a catalog's own file: on a code or a status where it is defined or named by another entry. */
import type { Catalog } from "../catalog/model.ts";
import { catalogSubjectAt } from "./catalog-subject.ts";
import { describeCode } from "./describe/describe-code.ts";
import { describeStatus } from "./describe/describe-status.ts";
import type { Telling } from "./describe/telling.ts";
import type { Hover } from "./hover.ts";
import { statusEntryOf } from "./lookup.ts";
import { rendered } from "./prose/rendered.ts";

/** What `catalog`, written in `text`, says of the code or status at `offset`. */
export function catalogHoverAt(text: string, catalog: Catalog, offset: number, telling: Telling): Hover | undefined {
  const here: Telling = { ...telling, textOf: () => undefined };
  const found = catalogSubjectAt(text, catalog, offset);
  if (found === undefined) return undefined;
  const told = { catalog, reason: undefined };
  if (found.kind === "code") {
    const prose = describeCode(here, { ...told, entry: found.entry, shown: [] }, { brief: false });
    return { span: found.span, ...rendered(prose) };
  }
  const entry = statusEntryOf(catalog, found.status);
  const source = entry === undefined ? telling.general : catalog;
  const known = entry ?? (telling.general && statusEntryOf(telling.general, found.status));
  if (source === undefined || known === undefined) return undefined;
  const prose = describeStatus(
    here,
    { catalog: source, reason: undefined, entry: known, status: found.status },
    { brief: false },
  );
  return { span: found.span, ...rendered(prose) };
}
