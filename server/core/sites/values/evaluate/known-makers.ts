/** Which classes and functions of packages are known to make errors. */
import type { KnownError } from "../known-sources.ts";
import { knownErrors } from "../well-known-errors.ts";
import type { Head } from "./head.ts";

/** What is known of the errors that a class or function of a package makes. */
export function knownErrorOf(maker: Head): KnownError | undefined {
  if (maker.kind === "global") {
    const specifier = ofGlobals.get(maker.name);
    return specifier === undefined ? undefined : knownErrorNamed(specifier, maker.name);
  }
  return maker.kind === "external" ? knownErrorNamed(maker.specifier, maker.path.join(".")) : undefined;
}

/** Errors of servers that give their programs names without an import: cloud code of Parse, methods of Meteor, routes of Nuxt. */
const ofGlobals: ReadonlyMap<string, string> = new Map([
  ["Parse.Error", "parse/node"],
  ["Meteor.Error", "meteor/meteor"],
  ["createError", "h3"],
]);

function knownErrorNamed(specifier: string, name: string): KnownError | undefined {
  return knownErrors.find((one) => one.specifier.test(specifier) && one.name.test(name));
}

/** What is known of the instances of a class that a package's function made: `createError("FST_X", "…", 404)`. */
export function knownClassOf(made: Head): KnownError | undefined {
  const known = made.kind === "instance" ? knownErrorOf(made.maker) : undefined;
  return known?.makesClass === true ? known : undefined;
}

const classMakers = knownErrors.filter((one) => one.makesClass === true);

/** Whether a function of the package makes classes of errors. */
export function makesClasses(specifier: string): boolean {
  return classMakers.some((one) => one.specifier.test(specifier));
}
