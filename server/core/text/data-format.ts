import type { DataFormat } from "./data-node.ts";

/** The format of a data file by its ending. A buffer that has no name yet is YAML, which reads JSON, too. */
export function dataFormatOf(uri: string): DataFormat {
  return /\.ya?ml$|^untitled:(?!.*\.jsonc?$)/i.test(uri) ? "yaml" : "json";
}
