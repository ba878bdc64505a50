import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FileSchemas } from "../core/index.ts";

/** The two schemas in `folder`, which comes with the program. */
export function schemasIn(folder: string): FileSchemas {
  // Our own files, held against the readers by a test.
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8")) as FileSchemas["catalog"];
  return { catalog: read("catalog.schema.json"), configuration: read("configuration.schema.json") };
}
