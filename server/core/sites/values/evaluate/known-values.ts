/** Heads for what comes from packages, and for names that are only taken for what they usually mean. */
import type { Code } from "../../../catalog/model.ts";
import { type KnownExport, knownPackages, sharedMembers, usualMembers, usualTableNames } from "../well-known.ts";
import { type Head, headOf } from "./head.ts";
import { knownErrorOf } from "./known-makers.ts";

/** What a path of names in a package is: a table, a constant, or something that is not looked into. */
export function externalHead(specifier: string, path: readonly string[]): Head {
  const found = knownExport(specifier, path);
  switch (found?.kind) {
    case "constant":
      return headOf({ kind: "constant", value: found.value, place: undefined });
    case "table":
      return headOf({ kind: "table", name: found.name, members: found.members });
    default:
      return headOf({ kind: "external", specifier, path: path[0] === "default" ? path.slice(1) : path });
  }
}

/** What a package is known to export under a path; `default` is the package itself. */
export function knownExport(specifier: string, path: readonly string[]): KnownExport | undefined {
  const plain = specifier.replace(/^node:/, "");
  const known = knownPackages.find((one) => one.specifier.test(plain));
  let found = known?.exports;
  for (const [index, name] of path.entries()) {
    if (index === 0 && name === "default") continue;
    if (found?.kind === "group") found = found.members.get(name);
    else if (found?.kind === "table" && found.also?.has(name) === true) found = found.also.get(name);
    else if (found?.kind === "table") {
      const value = found.members.get(name);
      found = value === undefined ? undefined : { kind: "constant", value };
    } else return undefined;
  }
  return found;
}

/**
 * A member of a table that is known by its usual name only: `HttpStatus.NOT_FOUND` where `HttpStatus` comes from a
 * place that cannot be read. Undefined where either name says nothing.
 */
export function assumedMember(table: string | undefined, name: string): readonly Head[] | undefined {
  if (table === undefined || !usualTableNames.has(table)) return undefined;
  const value = usualMembers.get(name);
  if (value === undefined) return undefined;
  const step = {
    text: `\`${table}.${name}\` is taken for ${value} by its name: its declaration cannot be read`,
    place: undefined,
  };
  return [{ ...headOf({ kind: "constant", value, place: undefined }), certain: false, steps: [step] }];
}

/**
 * A name that nothing declares, though it is that of an exception of Nest: the import is still to be written, or was left
 * out of a snippet. Undefined for any other name.
 */
export function assumedException(name: string): readonly Head[] | undefined {
  if (!name.endsWith("Exception")) return undefined;
  const head = externalHead("@nestjs/common", [name]);
  if (knownErrorOf(head) === undefined) return undefined;
  const text = `\`${name}\` is taken for the exception of Nest by its name: nothing declares it`;
  return [{ ...head, certain: false, steps: [{ text, place: undefined }] }];
}

/** The members that a table of the usual name surely has, in the spelling of `like`; undefined for other tables. */
export function assumedMembers(table: string | undefined, like: string): ReadonlyMap<string, Code> | undefined {
  if (table === undefined || !usualTableNames.has(table)) return undefined;
  return sharedMembers.find((members) => members.has(like));
}
