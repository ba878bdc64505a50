/**
 * The built-in catalogs as texts that need no reading, by id. Empty in the sources: the bundler puts in what
 * `prepareCatalogs` makes, so that a bundle starts without reading YAML.
 */
export const preparedCatalogs: ReadonlyMap<string, string> = new Map();
