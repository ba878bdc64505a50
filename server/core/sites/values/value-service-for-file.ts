import type { Code } from "../../catalog/model.ts";
import type { CallExpression, Expression, NewExpression, SourceFile } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import type { MemberTable } from "../model.ts";
import { Evaluation, moduleFrame } from "./evaluate/evaluator.ts";
import type { Container, Head } from "./evaluate/head.ts";
import { memberNames, memberOf } from "./evaluate/members.ts";
import { viewOfFile } from "./evaluate/module-view.ts";
import { createModules } from "./evaluate/modules.ts";
import { importedBy } from "./lower/module-imports.ts";
import type { ModuleProvider, ResolvedOption, ResolvedValue, ValueService } from "./value-service.ts";

export interface ValueServiceInput {
  readonly file: SourceFile;
  readonly uri: string;
  readonly modules: ModuleProvider;
}

const unknown: ResolvedValue = { options: [], exhaustive: false };

/** The value service of one file. What it has computed is kept until the file changes. */
export function createValueService(input: ValueServiceInput): ValueService {
  const { view, lowering } = viewOfFile(input.file, input.uri);
  const modules = createModules(view, input.modules);
  const computed = new Map<Expression, ResolvedValue>();

  const evaluation = (call?: CallExpression | NewExpression): Evaluation =>
    new Evaluation({ modules, sources: lowering.sources, call });

  function headsOf(expression: Expression, within: Evaluation): readonly Head[] {
    const scope = lowering.scopes.at(expression);
    return within.resolve(lowering.expression(expression, scope), { ...moduleFrame(view), owner: -1 });
  }

  function valueOf(written: Expression): ResolvedValue {
    const expression = unwrapped(written);
    const literal = literalValue(expression);
    if (literal !== undefined) return literal;
    const known = computed.get(expression);
    if (known !== undefined) return known;
    const within = evaluation();
    const value = resolvedValue(headsOf(expression, within), expression, input.uri, within);
    computed.set(expression, value);
    return value;
  }

  return {
    valueOf,
    errorShapeOf: () => undefined,
    membersOf(expression) {
      const within = evaluation();
      const heads = headsOf(unwrapped(expression), within);
      const [head] = heads;
      if (head === undefined || heads.length > 1) return undefined;
      const names = memberNames(head, within);
      if (names.length === 0 && head.kind !== "symbolic") return undefined;
      return new Map(
        names.map((name) => [name, resolvedValue(memberOf(head, name, within), undefined, input.uri, within)]),
      );
    },
    importOf(name) {
      const binding = lowering.scopes.module.names.get(name);
      return binding === undefined ? undefined : importedBy(binding);
    },
  };
}

function literalValue(expression: Expression): ResolvedValue | undefined {
  switch (expression.kind) {
    case "string":
    case "keyword":
      return only(expression.value);
    case "number":
      return Number.isNaN(expression.value) ? unknown : only(expression.value);
    case "object":
    case "array":
    case "function":
    case "class":
    case "regexp":
    case "jsx":
    case "missing":
      return unknown;
    default:
      return undefined;
  }
}

function only(value: string | number | boolean | null): ResolvedValue {
  return { options: [{ value, origin: undefined, table: undefined, steps: [] }], exhaustive: true };
}

/** The constants among `heads`, each once; `written` is the expression that they are the value of. */
export function resolvedValue(
  heads: readonly Head[],
  written: Expression | undefined,
  uri: string,
  evaluation: Evaluation,
): ResolvedValue {
  const options: ResolvedOption[] = [];
  for (const head of heads) {
    if (head.kind !== "constant") continue;
    const { value, place } = head;
    if (options.some((option) => option.value === value)) continue;
    const isWritten =
      written !== undefined &&
      place?.uri === uri &&
      place.span.start === written.start &&
      place.span.end === written.end;
    const isMember = written?.kind === "member" || written?.kind === "index";
    options.push({
      value,
      origin: isWritten ? undefined : place,
      table: isMember && head.container !== undefined ? tableOf(head.container, evaluation) : undefined,
      steps: head.steps,
      ...(head.certain ? {} : { certainty: "likely" as const }),
    });
  }
  return { options, exhaustive: heads.every((head) => head.kind === "constant") };
}

/** The constants beside a member: a table only where all are of one type, so that one may stand for another. */
function tableOf(container: Container, evaluation: Evaluation): MemberTable | undefined {
  const { head, name } = container;
  if (head.kind === "table") return { name: head.name, members: head.members };
  if (head.kind === "instance") return undefined;
  const members = new Map<string, Code>();
  for (const member of memberNames(head, evaluation)) {
    const [only, ...more] = memberOf(head, member, evaluation);
    if (
      more.length === 0 &&
      only?.kind === "constant" &&
      (typeof only.value === "string" || typeof only.value === "number")
    )
      members.set(member, only.value);
  }
  const types = new Set([...members.values()].map((value) => typeof value));
  return members.size > 1 && types.size === 1 ? { name, members } : undefined;
}
