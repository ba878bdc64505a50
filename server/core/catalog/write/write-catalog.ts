/** Catalogs written as files of their own format. */
import { Document, isMap, isScalar, type Node, type Pair, type YAMLMap } from "yaml";
import type { Catalog, Code } from "../model.ts";
import { catalogData } from "./catalog-data.ts";
import type { PlainData } from "./plain-data.ts";

/** Remarks for people: what stands above the file, and above the entries of codes. */
export interface CatalogRemarks {
  readonly head: readonly string[];
  readonly codes: ReadonlyMap<Code, readonly string[]>;
}

const noRemarks: CatalogRemarks = { head: [], codes: new Map() };

/** A catalog as YAML; the same catalog gives the same text. */
export function writeYamlCatalog(catalog: Catalog, remarks: CatalogRemarks = noRemarks): string {
  const document = new Document(catalogData(catalog, { keysHaveTypes: true }), { aliasDuplicateObjects: false });
  document.commentBefore = comment(remarks.head);
  const codes = document.get("codes");
  if (isMap(codes)) remarkCodes(codes, remarks);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** A catalog as JSON; comments have no place there. */
export function writeJsonCatalog(catalog: Catalog): string {
  return `${JSON.stringify(toJson(catalogData(catalog, { keysHaveTypes: false })), undefined, 2)}\n`;
}

function remarkCodes(codes: YAMLMap, remarks: CatalogRemarks): void {
  for (const { key } of codes.items as readonly Pair<Node, Node>[]) {
    if (!isScalar(key)) continue;
    const lines = remarks.codes.get(key.value as Code);
    if (lines !== undefined && lines.length > 0) key.commentBefore = comment(lines) ?? null;
  }
}

function comment(lines: readonly string[]): string | null {
  return lines.length === 0 ? null : lines.map((line) => ` ${line.replace(/\s+/g, " ")}`).join("\n");
}

function toJson(data: PlainData): unknown {
  if (Array.isArray(data)) return data.map(toJson);
  // Entries are defined, not assigned: a code may be called `__proto__`.
  if (data instanceof Map) return Object.fromEntries([...data].map(([key, value]) => [key, toJson(value)]));
  return data;
}
