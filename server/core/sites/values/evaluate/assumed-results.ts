/** What functions of packages most likely give, by their names and by what they are given. */
import type { Evaluation } from "./evaluator.ts";
import { type Given, type Head, headOf, unknownHead } from "./head.ts";

/** `defineErrorCodes({…})`: what cannot be looked into most likely has the members of the table that it is given. */
export function tableGiven(given: Given, evaluation: Evaluation): readonly Head[] | undefined {
  const [table] = given.arguments;
  if (given.arguments.length !== 1 || table === undefined || !/(?:errors|codes|exceptions)`?$/i.test(given.label)) {
    return undefined;
  }
  const heads = evaluation.resolveThunk(table, unknownHead);
  const isTable = heads.every((head) => head.kind === "symbolic" && head.value.kind === "object");
  return isTable ? heads.map((head) => ({ ...head, certain: false })) : undefined;
}

/** `inject(ErrorService)`, `container.resolve(ErrorService)`: what cannot be looked into most likely gives an instance. */
export function injected(given: Given, evaluation: Evaluation): readonly Head[] | undefined {
  const [token] = given.arguments;
  if (
    given.arguments.length !== 1 ||
    token === undefined ||
    !/(?:^|\.)`?(?:inject|resolve|get)`?$/i.test(given.label)
  ) {
    return undefined;
  }
  const [maker, ...more] = evaluation.resolveThunk(token, unknownHead).flatMap((head) => evaluation.callable(head));
  if (maker?.kind !== "symbolic" || maker.value.kind !== "class" || more.length > 0) return undefined;
  const nothing: Given = { arguments: [], complete: false, label: "" };
  return [{ ...headOf({ kind: "instance", maker, given: nothing }), certain: false }];
}
