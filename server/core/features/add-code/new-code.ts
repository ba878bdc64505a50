import type { Catalog, Code } from "../../catalog/model.ts";

/** A code that is to become an entry, with what its use in the program shows. */
export interface NewCode {
  readonly code: Code;
  readonly status: number | undefined;
  readonly message: string | undefined;
  /** The reason phrase of the status, for pages that write it beside the number. */
  readonly phrase: string | undefined;
}

/** A catalog and the present text of its leading file. */
export interface CatalogText {
  readonly catalog: Catalog;
  readonly text: string;
}
