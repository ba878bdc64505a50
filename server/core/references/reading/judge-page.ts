import type { Draft, ReferenceReading } from "../draft.ts";
import { soundsLikeError } from "./code-shape.ts";
import { enough } from "./table-evidence.ts";

/** What is known of a page beside what was read from it. */
export interface PageEvidence {
  /** Whether its title or its path speaks of errors. */
  readonly isNamedSo: boolean;
  /** The evidence of each block that defines something. */
  readonly evidence: readonly number[];
}

/** How surely a page is an error reference, and why. */
export function judged(
  draft: Draft,
  { isNamedSo, evidence }: PageEvidence,
): Pick<ReferenceReading, "confidence" | "reason"> {
  const { codes, statuses, samples } = draft;
  if (codes.length + statuses.length === 0)
    return { confidence: 0, reason: "It defines no error codes and no statuses." };
  const withStatus = codes.filter((code) => code.statuses.length > 0).length;
  const sounding = codes.filter(({ code }) => soundsLikeError(String(code.value))).length;
  const explained = codes.filter(
    ({ messages, cause, fix }) => messages.length > 0 || cause !== undefined || fix !== undefined,
  ).length;
  const known = new Set(codes.map(({ code }) => String(code.value)));
  const sampled = samples.some(({ code }) => code !== undefined && known.has(String(code.value)));
  const share = (count: number): number => (codes.length === 0 ? 0 : count / codes.length);
  const surest = Math.max(0, ...evidence.slice(0, 1_000));
  let confidence = 0.2 + Math.max(0, Math.min(0.3, (surest - enough) * 0.08));
  if (isNamedSo) confidence += 0.25;
  confidence += 0.2 * share(withStatus) + 0.15 * share(sounding) + 0.15 * share(explained);
  if (codes.length >= 5) confidence += 0.05;
  if (sampled) confidence += 0.1;
  if (codes.length === 0) confidence += Math.min(0.2, statuses.length * 0.03);
  else if (codes.length < 3) confidence -= 0.15;
  return {
    confidence: Math.round(Math.max(0.05, Math.min(1, confidence)) * 100) / 100,
    reason: reasonFor(draft, withStatus, isNamedSo),
  };
}

function reasonFor({ codes, statuses }: Draft, withStatus: number, isNamedSo: boolean): string {
  const named = isNamedSo ? "Its title speaks of errors, and it" : "It";
  if (codes.length === 0) return `${named} explains ${counted(statuses.length, "HTTP status", "HTTP statuses")}.`;
  const list = `${named} defines ${counted(codes.length, "error code", "error codes")}`;
  return withStatus === 0
    ? `${list}.`
    : `${list}, ${withStatus === codes.length ? "each" : withStatus} with an HTTP status.`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
