/** The name of an error as its code, where the program is seen to answer with names: `this.name = "InsufficientFunds"`. */
import { isBuiltInError } from "../evaluate/built-in-errors.ts";
import type { Evaluation } from "../evaluate/evaluator.ts";
import type { Head } from "../evaluate/head.ts";
import type { ChainLink } from "../evaluate/instances.ts";
import { memberOf } from "../evaluate/members.ts";
import type { RoleDraft } from "./draft.ts";

/** The name of `error`; undefined where neither the file that is read nor one of the error's classes answers with names. */
export function sentName(error: Head, chain: readonly ChainLink[], evaluation: Evaluation): RoleDraft | undefined {
  if (!evaluation.modules.own.sendsErrorNames() && !chain.some(sendsItsName)) return undefined;
  const heads = memberOf(error, "name", evaluation);
  return heads.every(isOwnName) ? { heads, certainty: "likely" } : undefined;
}

function sendsItsName({ layer }: ChainLink): boolean {
  return layer?.frame.view.sendsErrorNames() === true;
}

/** A name that the program has given; that of a class of the language tells nothing. */
function isOwnName(head: Head): boolean {
  return head.kind === "constant" && typeof head.value === "string" && !isBuiltInError(head.value);
}
