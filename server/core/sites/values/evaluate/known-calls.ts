/** Functions of the language and of packages whose result is known. */

import type { Constant } from "../value-service.ts";
import { reasonPhrases } from "../well-known.ts";
import type { Evaluation } from "./evaluator.ts";
import { type Given, type Head, headOf, unknownHead } from "./head.ts";
import { knownExport } from "./known-values.ts";

/** What a call gives; undefined for a function that is not known. */
export function knownCall(callee: Head, given: Given, evaluation: Evaluation): readonly Head[] | undefined {
  const change = changeOf(callee);
  if (change === undefined) return undefined;
  return evaluation.resolveThunk(given.arguments[0], unknownHead).map((head) => {
    if (head.kind !== "constant") return unknownHead;
    const value = change(head.value);
    return value === undefined
      ? unknownHead
      : { ...headOf({ kind: "constant", value, place: head.place }), steps: head.steps };
  });
}

/** What a method without arguments makes of a text; undefined for anything else. */
export function changedText(self: Head, method: string): Head | undefined {
  if (self.kind !== "constant" || typeof self.value !== "string") return undefined;
  const value = textMethods.get(method)?.(self.value);
  return value === undefined ? undefined : { ...self, value, source: undefined };
}

const textMethods: ReadonlyMap<string, (text: string) => string> = new Map([
  ["toUpperCase", (text) => text.toUpperCase()],
  ["toLowerCase", (text) => text.toLowerCase()],
  ["trim", (text) => text.trim()],
  ["toString", (text) => text],
]);

function changeOf(callee: Head): ((value: Constant) => Constant | undefined) | undefined {
  if (callee.kind === "global") {
    if (callee.name === "String") return String;
    if (callee.name === "Number") return (value) => (Number.isNaN(Number(value)) ? undefined : Number(value));
    return undefined;
  }
  if (callee.kind !== "external") return undefined;
  const known = knownExport(callee.specifier, callee.path);
  if (known?.kind === "phrase-of") return (value) => reasonPhrases.get(Number(value));
  if (known?.kind === "status-of") return (value) => [...reasonPhrases].find(([, phrase]) => phrase === value)?.[0];
  return undefined;
}
