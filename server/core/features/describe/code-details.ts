import type { Code } from "../../catalog/model.ts";
import { statusesOfCode } from "../../facts/verdicts.ts";
import { codeEntriesOf, subErrorsOf } from "../lookup.ts";
import { code, joined, type Line, phrase, text } from "../prose/document.ts";
import type { ToldCode } from "./describe-code.ts";
import { headersLine, limitsLine } from "./requirements.ts";
import { chosen, codeWithStatuses, quoted, type Telling } from "./telling.ts";

const shownAtMost = 5;

/** The small print of a code: messages but those `shown` before, methods, relatives, headers, limits; one line each. */
export function codeDetails(telling: Telling, told: ToldCode, shown: ReadonlySet<string>): readonly Line[] {
  const { catalog, entry } = told;
  const { words } = telling;
  const alert = chosen(telling, catalog, entry.alert);
  const related = (codes: readonly Code[]): Line =>
    joined(
      codes.map((value) =>
        codeWithStatuses(
          telling,
          value,
          codeEntriesOf(catalog, value).flatMap((found) => statusesOfCode(found)),
        ),
      ),
      words.separators.items,
    );
  const lines: readonly Line[] = [
    messagesLine(telling, told, shown),
    titled(
      words.methods,
      joined(
        entry.methods.map((method) => [code(method)]),
        words.separators.items,
      ),
    ),
    titled(words.partOf, entry.parent === undefined ? [] : related([entry.parent])),
    titled(words.subErrors, related(subErrorsOf(catalog, entry.code).map((found) => found.code))),
    entry.confusedWith.length === 0
      ? []
      : [text(`${words.confusedWith} `), ...related(entry.confusedWith), text(words.fullStop)],
    headersLine(telling, catalog, entry.headers),
    limitsLine(telling, catalog, entry.limits),
    alert === undefined ? [] : titled(words.alert, [phrase(alert)]),
  ];
  return lines.filter((line) => line.length > 0);
}

/** `Label: rest`; nothing without a rest. */
function titled(label: string, rest: Line): Line {
  return rest.length === 0 ? [] : [text(`${label.replace(/[:：]$/u, "")}: `), ...rest];
}

function messagesLine(telling: Telling, { entry }: ToldCode, told: ReadonlySet<string>): Line {
  const templates = [
    ...new Set([
      ...entry.messages.map(({ template }) => template),
      ...entry.meanings.flatMap(({ message }) => message ?? []),
    ]),
  ];
  const left = templates.filter((template) => !told.has(template));
  if (left.length === 0) return [];
  const shown = left.slice(0, shownAtMost).map((template): Line => [quoted(template)]);
  const rest = left.length - shown.length;
  const one = left.length === 1 ? telling.words.message : telling.words.messages;
  const label = told.size > 0 ? telling.words.otherMessages : one;
  return titled(
    label,
    joined([...shown, rest > 0 ? [text(telling.words.more(rest))] : []], telling.words.separators.items),
  );
}
