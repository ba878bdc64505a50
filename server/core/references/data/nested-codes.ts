/** What codes are called that stand below modules: `errors: { session: { not_found } }` may be `session.not_found`. */
import type { Code } from "../../catalog/model.ts";
import type { DraftCode } from "../draft.ts";
import { namesErrors } from "../names.ts";
import type { Collection } from "./read-collections.ts";

/**
 * The collections with the codes as they go over the wire. A code that a field gives is that. One that a key gives takes
 * the modules above it where another module has the same key, or where several modules have texts by keys in small
 * letters, as files of translations are laid out. Words that only speak of errors are no modules.
 */
export function withModules(collections: readonly Collection[]): readonly Collection[] {
  const modules = collections.map(({ path }) => path.slice(path.findLastIndex(namesErrors) + 1));
  const homes = new Map<Code, Set<string>>();
  for (const [index, { codes }] of collections.entries()) {
    for (const { code } of codes) {
      const home = (modules[index] ?? []).join(".");
      homes.set(code.value, (homes.get(code.value) ?? new Set()).add(home));
    }
  }
  const severalModules = new Set(modules.filter((module) => module.length > 0).map((module) => module[0])).size > 1;
  return collections.map((collection, index) => {
    const module = modules[index] ?? [];
    if (module.length === 0) return collection;
    const areTexts = collection.kind === "texts" && severalModules;
    const isRepeated = collection.codes.some(
      (entry) => isNamedByKey(entry) && (homes.get(entry.code.value)?.size ?? 0) > 1,
    );
    if (!isRepeated && !areTexts) return collection;
    const codes = collection.codes.map((entry) =>
      isNamedByKey(entry) && (isRepeated || !/\p{Lu}{2}/u.test(String(entry.code.value)))
        ? below(module, entry)
        : entry,
    );
    return { ...collection, codes };
  });
}

function below(module: readonly string[], entry: DraftCode): DraftCode {
  return { ...entry, code: { ...entry.code, value: [...module, String(entry.code.value)].join(".") } };
}

/** Whether the entry begins with its code: then that is a key, not a field. Numbers are whole wherever they stand. */
function isNamedByKey({ code, span }: DraftCode): boolean {
  return code.span.start === span.start && typeof code.value === "string";
}
