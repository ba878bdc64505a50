import type { DataFormat, DataNode, DataOptions, DataReading } from "./data-node.ts";
import type { ProblemCollector } from "./problem-collector.ts";
import { readJsonData, readJsonInto } from "./read-json-data.ts";
import { readYamlData, readYamlInto } from "./read-yaml-data.ts";

/** YAML or JSON as positioned data; never throws. */
export function readData(text: string, format: DataFormat, options: DataOptions = {}): DataReading {
  return format === "yaml" ? readYamlData(text, options) : readJsonData(text, options);
}

/** As `readData`, with problems going to a collector that the caller keeps using. */
export function readDataInto(
  text: string,
  format: DataFormat,
  problems: ProblemCollector,
  options: Omit<DataOptions, "code"> = {},
): DataNode | undefined {
  return format === "yaml" ? readYamlInto(text, problems, options) : readJsonInto(text, problems, options);
}
