import type { DataReader } from "../text/data-fields.ts";

/** What readers of the parts of a catalog need to know of the whole. */
export interface CatalogContext extends DataReader {
  /** The language of plain texts. */
  readonly language: string;
  /** The type that all codes have, if the catalog says so; otherwise each code's own notation decides. */
  readonly codeType: "string" | "number" | undefined;
}
