import type { DraftCode, DraftEnvelope, DraftStatus } from "../draft.ts";
import { draftStatus } from "./draft-entry.ts";
import type { BodySample } from "./read-sample.ts";

/** Codes without those that only say again what another entry says: an index before the sections, a summary after them. */
export function withoutRepeats(codes: readonly DraftCode[]): readonly DraftCode[] {
  const seen = new Map<string, DraftCode[]>();
  const kept: DraftCode[] = [];
  for (const code of codes) {
    const key = `${typeof code.code.value} ${code.code.value}`;
    const earlier = seen.get(key) ?? [];
    const isSame = earlier.some((other) => other.code.span.start === code.code.span.start || saysSame(other, code));
    if (isSame) continue;
    seen.set(key, [...earlier, code]);
    kept.push(code);
  }
  return kept;
}

function saysSame(left: DraftCode, right: DraftCode): boolean {
  const facts = ({ statuses, messages, summary, title, cause }: DraftCode): string =>
    JSON.stringify([
      statuses.map(({ value }) => value),
      messages.map(({ value }) => value),
      summary?.value,
      title?.value,
      cause?.value,
    ]);
  return facts(left) === facts(right);
}

/** Statuses without those that were read twice from the same place. */
export function withoutRepeatedStatuses(statuses: readonly DraftStatus[]): readonly DraftStatus[] {
  const seen = new Set<string>();
  return statuses.filter(({ status: { value, span } }) => {
    const key = `${value.from}-${value.to} ${span.start}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * The statuses of a page that goes by statuses, with those that only a code of it names: where all but a few have a
 * section or a row of their own, the list is meant to be whole.
 */
export function completedStatuses(
  statuses: readonly DraftStatus[],
  codes: readonly DraftCode[],
): readonly DraftStatus[] {
  const known = new Set(statuses.map(({ status }) => status.value.from));
  const used = new Map(codes.flatMap((code) => code.statuses.map((status) => [status.value, status] as const)));
  const missing = [...used.values()].filter(({ value }) => !known.has(value));
  if (statuses.length < 4 || missing.length * 4 > used.size) return statuses;
  const more = missing.map(({ value, span }) =>
    draftStatus({ status: { value: { from: value, to: value }, span }, span }),
  );
  return [...statuses, ...more];
}

/** The different shapes of the bodies that samples show. */
export function distinctEnvelopes(samples: readonly BodySample[]): readonly DraftEnvelope[] {
  const found = new Map<string, DraftEnvelope>();
  for (const { envelope } of samples) {
    const { span: _place, ...shape } = envelope;
    const key = JSON.stringify(shape);
    if (!found.has(key)) found.set(key, envelope);
  }
  return [...found.values()];
}
