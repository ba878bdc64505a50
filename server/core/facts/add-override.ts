/** Writing that a rule is off for one file into a configuration; comments and layout stay. */
import { addLast } from "../text/add-data.ts";
import { type DataFormat, type DataMap, type DataNode, valueAt } from "../text/data-node.ts";
import type { TextEdit } from "../text/edit.ts";
import { readData } from "../text/read-data.ts";

/**
 * The edits after which `rule` is off for the file at `path`, relative to the configuration: in the override for exactly
 * this file if there is one, else in a new one. Undefined where the text is too broken to be changed.
 */
export function addOverride(
  text: string,
  format: DataFormat,
  { path, rule }: { readonly path: string; readonly rule: string },
): readonly TextEdit[] | undefined {
  const { root } = readData(text, format, { duplicates: "keep" });
  if (root?.kind !== "map") return undefined;
  const glob = literalGlob(path);
  const overrides = valueAt(root, "overrides");
  const own = overrides?.kind === "list" ? overrides.items.find((item) => isFor(item, glob)) : undefined;
  if (own?.kind === "map") return intoOverride(text, format, { own, rule });
  const written = `{ "files": [${JSON.stringify(glob)}], "rules": { ${JSON.stringify(rule)}: "off" } }`;
  if (overrides?.kind === "list")
    return addLast({ text, format, container: overrides, key: undefined, value: { written } });
  if (overrides !== undefined) return undefined;
  return addLast({ text, format, container: root, key: "overrides", value: [{ written }] });
}

function intoOverride(
  text: string,
  format: DataFormat,
  { own, rule }: { readonly own: DataMap; readonly rule: string },
): readonly TextEdit[] | undefined {
  const rules = valueAt(own, "rules");
  if (rules === undefined)
    return addLast({
      text,
      format,
      container: own,
      key: "rules",
      value: { written: `{ ${JSON.stringify(rule)}: "off" }` },
    });
  if (rules.kind !== "map" || rules.entries.some(({ key }) => key === rule)) return undefined;
  return addLast({ text, format, container: rules, key: rule, value: "off" });
}

function isFor(item: DataNode, glob: string): boolean {
  const files = valueAt(item, "files");
  const [only, ...others] = files?.kind === "list" ? files.items : files === undefined ? [] : [files];
  return others.length === 0 && only?.kind === "scalar" && only.value === glob;
}

/** A path as a pattern that means nothing but itself. */
function literalGlob(path: string): string {
  return path.replace(/[\\[\]{}()*?!+@|]/g, "\\$&");
}
