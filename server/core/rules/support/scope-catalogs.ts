import type { Catalog } from "../../catalog/model.ts";
import type { Scope } from "../../facts/model.ts";

/** The catalogs in scope, without their reasons. */
export function catalogsOf({ catalogs }: Scope): readonly Catalog[] {
  return catalogs.map(({ catalog }) => catalog);
}
