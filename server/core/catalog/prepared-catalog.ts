/** Catalogs in a form that is read back in no time: as they are once their file was read, maps and sets included. */
import type { Catalog } from "./model.ts";

/** Stands for the place that a catalog was read from, which is known only where it is used. */
const place = "prepared-catalog:";

/** Writes a catalog as JSON text, for `preparedCatalog`. */
export function prepareCatalog(catalog: Catalog): string {
  return JSON.stringify(packed(catalog, catalog.uri));
}

/** The catalog that `prepareCatalog` wrote, as if it had been read from `uri`. */
export function preparedCatalog(text: string, uri: string): Catalog {
  // Our own text: anything but a catalog is a broken build.
  return unpacked(JSON.parse(text), uri) as Catalog;
}

function packed(value: unknown, uri: string): unknown {
  if (value === uri) return place;
  if (value === undefined) return { $: "undefined" };
  if (value instanceof Map) return { $: "map", of: [...value].map((entry) => packed(entry, uri)) };
  if (value instanceof Set) return { $: "set", of: [...value].map((item) => packed(item, uri)) };
  if (Array.isArray(value)) return value.map((item) => packed(item, uri));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, packed(item, uri)]));
}

function unpacked(value: unknown, uri: string): unknown {
  if (value === place) return uri;
  if (Array.isArray(value)) return value.map((item) => unpacked(item, uri));
  if (typeof value !== "object" || value === null) return value;
  if (!("$" in value)) {
    const whole: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) whole[key] = unpacked(item, uri);
    return whole;
  }
  if (value.$ === "undefined" || !("of" in value) || !Array.isArray(value.of)) return undefined;
  const items = value.of.map((item) => unpacked(item, uri));
  // The entries of a map were written as pairs.
  return value.$ === "map" ? new Map(items as [unknown, unknown][]) : new Set(items);
}
