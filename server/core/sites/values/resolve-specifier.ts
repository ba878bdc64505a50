/**
 * Where a relative import may lead: which files a path without or with an ending stands for. Aliases and packages are
 * the workspace's to know; they end in a path as well.
 */

const written: ReadonlyMap<string, readonly string[]> = new Map([
  [".js", [".ts", ".tsx", ".d.ts", ".js"]],
  [".jsx", [".tsx", ".jsx"]],
  [".mjs", [".mts", ".d.mts", ".mjs"]],
  [".cjs", [".cts", ".d.cts", ".cjs"]],
  [".ts", [".ts"]],
  [".tsx", [".tsx"]],
  [".mts", [".mts"]],
  [".cts", [".cts"]],
  [".json", [".json"]],
  [".jsonc", [".jsonc"]],
  [".yaml", [".yaml"]],
  [".yml", [".yml"]],
]);

const implied = [".ts", ".tsx", ".d.ts", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".json"];

/** The URIs to try, in order; undefined for a specifier that names a package. */
export function resolveSpecifier(fromUri: string, specifier: string): readonly string[] | undefined {
  const plain = specifier.replace(/[?#].*$/, "");
  if (!/^\.\.?(\/|$)/.test(plain)) return undefined;
  const base = joined(fromUri, plain);
  if (base === undefined) return [];
  if (/(^|\/)\.{0,2}$/.test(plain)) return implied.map((extension) => `${base}/index${extension}`);
  const extension = /\.[a-z]+$/.exec(plain)?.[0];
  const replacements = extension === undefined ? undefined : written.get(extension);
  const exact =
    replacements === undefined || extension === undefined
      ? []
      : replacements.map((replacement) => base.slice(0, -extension.length) + replacement);
  // `./user.service` and `./dir.js` look alike: what is written comes first, what may be left out after it.
  if (exact.length > 0) return exact;
  return [...implied.map((one) => base + one), ...implied.map((one) => `${base}/index${one}`)];
}

/** The URI beside `fromUri` without a file extension resolved; undefined above the root. */
function joined(fromUri: string, specifier: string): string | undefined {
  const parts = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?)?([^?#]*)/i.exec(fromUri);
  const root = parts?.[1] ?? "";
  const path = (parts?.[2] ?? "").split("/").slice(0, -1);
  for (const segment of specifier.split("/")) {
    if (segment === "." || segment === "") continue;
    if (segment !== "..") path.push(encodeSegment(segment));
    else if (path.length <= 1) return undefined;
    else path.pop();
  }
  return root + path.join("/");
}

/** Escaped as editors do it: all but letters, digits, `-`, `.`, `_` and `~`. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
