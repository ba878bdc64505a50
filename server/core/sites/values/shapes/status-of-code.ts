/**
 * The status of an error that carries only a code, by the table that gives the codes of its class their statuses: one
 * that the module of the class asks with the code, or one that is declared for the code's type.
 */
import { isKnownStatus } from "../../parts/status-names.ts";
import type { Evaluation } from "../evaluate/evaluator.ts";
import { moduleFrame } from "../evaluate/frames.ts";
import type { Head } from "../evaluate/head.ts";
import { type ChainLink, layerNames } from "../evaluate/instances.ts";
import { memberNames, memberOf } from "../evaluate/members.ts";
import type { ModuleView } from "../evaluate/module-view.ts";
import type { RoleDraft } from "./draft.ts";
import { headsInRole } from "./role-heads.ts";
import { maybeCodeNames, namesInRole } from "./role-names.ts";

/** How far a type is followed through modules that only pass it on. */
const deepest = 4;
/** How many entries of a table have to be statuses before the others are taken for statuses, too. */
const enough = 8;

/** The status that goes with `code`; undefined where no table tells it. */
export function statusOfCode(
  code: RoleDraft,
  chain: readonly ChainLink[],
  evaluation: Evaluation,
): RoleDraft | undefined {
  for (const link of chain) {
    for (const table of tablesFor(link, evaluation)) {
      const heads = code.heads.flatMap((head) => statusesIn(table, head, evaluation));
      if (heads.some((head) => head.kind === "constant") && isOfStatuses(table, evaluation))
        return { heads, certainty: "likely" };
    }
  }
  return undefined;
}

function* tablesFor(link: ChainLink, evaluation: Evaluation): Iterable<Head> {
  const maker = link.instance.maker;
  if (link.layer === undefined || maker.kind !== "symbolic" || maker.value.kind !== "class") return;
  const { view } = link.layer.frame;
  const fields = layerNames(link, evaluation);
  for (const field of [...namesInRole("code", fields), ...maybeCodeNames(fields)]) {
    for (const name of view.codeTables().byField.get(field) ?? []) yield* tableNamed(name, view, evaluation);
    const typeName = maker.value.fieldTypes.get(field);
    if (typeName !== undefined) yield* tablesOfType(typeName, view, evaluation, 0);
  }
}

function* tablesOfType(typeName: string, view: ModuleView, evaluation: Evaluation, depth: number): Iterable<Head> {
  const own = view.codeTables().byType.get(typeName);
  for (const name of own ?? []) yield* tableNamed(name, view, evaluation);
  if (own !== undefined || depth > deepest) return;
  const { exports, starExports } = view.exports();
  const passed = view.binding(typeName) ?? exports.get(typeName);
  const next =
    passed?.kind === "import"
      ? [{ specifier: passed.specifier, name: passed.imported }]
      : passed === undefined
        ? starExports.map((specifier) => ({ specifier, name: typeName }))
        : [];
  for (const { specifier, name } of next) {
    const loaded = evaluation.modules.load(view, specifier);
    if (loaded !== undefined && loaded !== "package") yield* tablesOfType(name, loaded, evaluation, depth + 1);
  }
}

function tableNamed(name: string, view: ModuleView, evaluation: Evaluation): readonly Head[] {
  if (view.binding(name) === undefined) return [];
  return evaluation.resolve({ kind: "name", name, start: 0, end: 0 }, moduleFrame(view)).filter(isTable);
}

function isTable(head: Head): boolean {
  return head.kind === "symbolic" && (head.value.kind === "object" || head.value.kind === "enum");
}

/** What a table has for a code: the status itself, or an entry with one. */
function statusesIn(table: Head, code: Head, evaluation: Evaluation): readonly Head[] {
  if (code.kind !== "constant") return [code];
  const text = `status for \`${code.value}\``;
  return memberOf(table, String(code.value), evaluation)
    .flatMap((entry) => statusesOfEntry(entry, evaluation))
    .map((head) => ({ ...head, source: undefined, steps: [...code.steps, { text, place: undefined }, ...head.steps] }));
}

function statusesOfEntry(entry: Head, evaluation: Evaluation): readonly Head[] {
  if (entry.kind !== "symbolic" || entry.value.kind !== "object") return headsInRole("status", [entry]) ?? [];
  const [field] = namesInRole("status", memberNames(entry, evaluation));
  return field === undefined ? [] : (headsInRole("status", memberOf(entry, field, evaluation)) ?? []);
}

/** Whether the entries are failures' statuses, and no delays, exits or texts. */
function isOfStatuses(table: Head, evaluation: Evaluation): boolean {
  return memberNames(table, evaluation)
    .slice(0, enough)
    .every((name) => {
      const statuses = memberOf(table, name, evaluation).flatMap((entry) => statusesOfEntry(entry, evaluation));
      return statuses.length > 0 && statuses.every(mayBeFailure);
    });
}

function mayBeFailure(head: Head): boolean {
  return head.kind !== "constant" || (Number(head.value) >= 400 && isKnownStatus(Number(head.value)));
}
