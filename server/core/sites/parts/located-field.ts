/** Fields of a body with the names of what holds them. */
import { plainName } from "../reading/names.ts";
import type { BodyEntry } from "./body-shape.ts";
import { errorsInLanguages } from "./names-of-languages.ts";

export type Certainty = "certain" | "likely" | "weak";

export interface BodyPick {
  readonly entry: BodyEntry;
  readonly certainty: Certainty;
}

/** Containers under which an error's fields are looked for; `""` is the top of the body. */
const errorContainers: ReadonlySet<string> = new Set([
  ..."error err errors exception fault problem failure reason apierror errorinfo errordetails msg".split(" "),
  ...errorsInLanguages,
]);
const neutralContainers: ReadonlySet<string> = new Set(
  "message meta data extensions http detail details result response body payload status output cause".split(" "),
);

/** A field that may belong to an error: all that holds it has a name that an error or a mere wrapping has. */
export interface Located {
  readonly entry: BodyEntry;
  readonly name: string;
  /** Plain name of the nearest container, array indexes left out; empty at the top. */
  readonly container: string;
  readonly containerPath: string;
  readonly inError: boolean;
}

/** The field, or nothing where something else of a name of its own holds it. */
export function locate(entry: BodyEntry): readonly Located[] {
  const path = entry.field.path.filter((step) => !/^\d+$/.test(step));
  if (path.length !== entry.field.path.length && /^\d+$/.test(entry.field.path.at(-1) ?? "")) return [];
  const name = path.at(-1);
  if (name === undefined) return [];
  const containers = path.slice(0, -1).map(plainName);
  if (containers.some((container) => !errorContainers.has(container) && !neutralContainers.has(container))) return [];
  return [
    {
      entry,
      name: plainName(name),
      container: containers.at(-1) ?? "",
      containerPath: entry.field.path.slice(0, -1).join("."),
      inError: containers.some((container) => errorContainers.has(container)),
    },
  ];
}
