import type { Code } from "../catalog/model.ts";
import type { Fact } from "../facts/model.ts";
import { verdictsThatCount } from "../facts/verdicts.ts";
import type { FactRule } from "./model.ts";
import { isForeignCode, isOauthCode } from "./support/foreign-codes.ts";
import { codeName, listed } from "./support/phrases.ts";
import { settledValue } from "./support/settled.ts";
import { statusFixes } from "./support/status-fix.ts";
import { statusPlace } from "./support/status-place.ts";
import { isTestFile } from "./support/test-file.ts";

/** One place that sends a code with a status. */
interface Sending {
  readonly fact: Fact;
  readonly code: Code;
  readonly status: number;
}

interface State extends Sending {
  /** The places that send the code with another, more usual status. */
  readonly others: readonly Sending[];
  readonly uri: string;
}

export const inconsistentStatus: FactRule<State> = {
  kind: "fact",
  meta: {
    name: "inconsistent-status",
    severity: "information",
    summary: "One code goes out with different statuses in one file.",
    authority: "None but the code itself: the other places that send it.",
    description:
      "Clients that know a code expect one status with it. Without a catalog nobody can say which is right, so the rarer one is shown, the later one where they are as frequent. A catalog in scope that knows the code decides instead (`status-mismatch`); a code that is meant to have several statuses belongs into a catalog with all of them.",
    examples: {
      invalid: [
        {
          title: "One code, two statuses",
          language: "ts",
          catalogs: [],
          text: 'res.status(404).json({ error: { code: "ORDER_CLOSED" } });\nres.status(409).json({ error: { code: "ORDER_CLOSED" } });\n',
        },
      ],
      valid: [
        {
          title: "One status throughout",
          language: "ts",
          catalogs: [],
          text: 'res.status(409).json({ error: { code: "ORDER_CLOSED" } });\nres.status(409).json({ error: { code: "ORDER_CLOSED" } });\n',
        },
      ],
    },
    fix: "suggestion",
  },
  *check({ facts, uri }) {
    // Tests throw one code with whatever status they try out.
    if (isTestFile(uri)) return;
    const byCode = new Map<Code, Sending[]>();
    for (const fact of facts) {
      const sending = sendingOf(fact);
      if (sending) byCode.set(sending.code, [...(byCode.get(sending.code) ?? []), sending]);
    }
    for (const sendings of byCode.values()) {
      const usual = usualStatus(sendings);
      const others = sendings.filter(({ status }) => status === usual);
      for (const sending of sendings) if (sending.status !== usual) yield { ...sending, others, uri };
    }
  },
  span: ({ fact }) => statusPlace(fact.site),
  message: ({ code, status, others }) =>
    `${codeName(code)} goes out with ${status} here and with ${listed(
      others.map((other) => other.status),
      "and",
    )} elsewhere in this file`,
  about: ({ code, status }) => ({ code, status }),
  fixes({ fact, others }, context) {
    const to = others[0]?.status;
    return to === undefined ? [] : statusFixes(fact, context, { to, preferred: false, only: false });
  },
  related: ({ others, uri, code }) =>
    others.map(({ fact, status }) => ({
      message: `${codeName(code)} with ${status}`,
      uri,
      span: statusPlace(fact.site),
    })),
};

function sendingOf(fact: Fact): Sending | undefined {
  const { site } = fact;
  const code = settledValue(site.code);
  const status = settledValue(site.status);
  if (site.role !== "emit" && site.role !== "declare") return undefined;
  if (code === undefined || status === undefined || status < 400) return undefined;
  if (isForeignCode(code, site) || isOauthCode(code) || verdictsThatCount(fact).length > 0) return undefined;
  // A status implied by the code itself (a map elsewhere, a transport) differs only if the code does.
  return site.status?.span.start === site.code?.span.start ? undefined : { fact, code, status };
}

/** The most frequent status, the first among equals. */
function usualStatus(sendings: readonly Sending[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { status } of sendings) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].toSorted(([, left], [, right]) => right - left)[0]?.[0];
}
