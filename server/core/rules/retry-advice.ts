import type { Catalog, Code, CodeEntry, RetryAdvice } from "../catalog/model.ts";
import type { Fact } from "../facts/model.ts";
import { verdictsThatCount } from "../facts/verdicts.ts";
import type { FactRule, FactRuleContext, RelatedPlace } from "./model.ts";
import { catalogName, codeName, listed } from "./support/phrases.ts";
import { entryPlaces } from "./support/places.ts";
import { exactStatusEntry } from "./support/ranges.ts";
import { withoutRetried } from "./support/retry-fix.ts";
import { type RetryPlace, retryPlace } from "./support/retry-place.ts";
import { settledValues } from "./support/settled.ts";
import { isTestFile } from "./support/test-file.ts";

/** What is retried, and what its catalog says of trying again. */
interface Advised {
  readonly name: string;
  readonly code: Code | undefined;
  readonly status: number | undefined;
  readonly advice: RetryAdvice;
  readonly catalog: Catalog;
  readonly entry: CodeEntry | undefined;
}

interface State {
  readonly kind: "final" | "fix-first" | "check-first" | "no-pause";
  readonly fact: Fact;
  readonly advised: readonly [Advised, ...Advised[]];
}

export const retryAdvice: FactRule<State> = {
  kind: "fact",
  meta: {
    name: "retry-advice",
    severity: "information",
    summary: "A retry that was written by hand does not follow what the catalog says of trying again.",
    authority:
      "The retry advice of the catalog. RFC 9110 §9.2.2: a client should not repeat a request by itself whose method is not idempotent, unless it can know that the first one was not applied; §10.2.3 and RFC 6585 §4: `Retry-After` says how long to wait.",
    description: [
      "Three things are looked for where a loop goes round again, a function calls itself, or a function such as `isRetryable` says yes: an error that the catalog calls final; a 504, which may hide success, after a POST or a PATCH without an idempotency key; and 429 or 503 without any pause.",
      "An error that can be mended first (a token renewed, a request made smaller) may be tried again once something was done about it, so that such code is left alone. What general knowledge of HTTP calls final is left alone as well: only an API's own catalog knows what is final for it.",
      "What is final can be taken out of the list, the condition or the `switch` that retries it, where something else is left to retry. How long to wait, and how to find out whether a request was applied, only people know.",
    ].join("\n\n"),
    examples: {
      invalid: [
        {
          title: "A refusal of the booking server is final",
          language: "ts",
          catalogs: ["google-booking-server"],
          text: "const isRetryable = (response: Response) => response.status === 404 || response.status === 503;\n",
          fixed: {
            title: "Do not retry 404",
            text: "const isRetryable = (response: Response) => response.status === 503;\n",
          },
        },
        {
          title: "No pause before the next attempt",
          language: "ts",
          catalogs: ["google-booking-server"],
          text: "for (let attempt = 0; attempt < 5; attempt++) {\n  const response = await fetch(url);\n  if (response.status === 503) continue;\n  return response;\n}\n",
        },
      ],
      valid: [
        {
          title: "Waits longer each time",
          language: "ts",
          catalogs: ["google-booking-server"],
          text: "for (let attempt = 0; attempt < 5; attempt++) {\n  const response = await fetch(url);\n  if (response.status === 503) {\n    await sleep(2 ** attempt * 100);\n    continue;\n  }\n  return response;\n}\n",
        },
      ],
    },
    fix: "suggestion",
  },
  *check(context) {
    if (isTestFile(context.uri)) return;
    for (const fact of context.facts) {
      if (fact.site.role !== "handle") continue;
      const state = adviceIgnored(fact, context);
      if (state) yield state;
    }
  },
  span: ({ fact }) => fact.site.span,
  message({ kind, advised: [first, ...others] }) {
    const names = listed(
      [first, ...others].map(({ name }) => name),
      "and",
    );
    const word = others.length > 0 ? "are" : "is";
    const source = catalogName(first.catalog);
    switch (kind) {
      case "final":
        return `${names} ${word} retried here, and ${word} final in ${source}`;
      case "fix-first":
        return `${names} ${word} retried here unchanged; in ${source} the request has to be mended first`;
      case "check-first":
        return `After ${names} the request may have succeeded (${source}; RFC 9110 §9.2.2): check before sending a POST or PATCH again, or send an idempotency key`;
      case "no-pause":
        return `${names} ${word} retried here without a pause; ${source} asks to wait longer each time, or as long as \`Retry-After\` says`;
    }
  },
  severity: ({ kind }) => (kind === "final" ? "warning" : "information"),
  about: ({ advised: [{ catalog, code, status }] }) => ({
    catalog: catalog.id,
    ...(code === undefined ? {} : { code }),
    ...(status === undefined ? {} : { status }),
  }),
  fixes({ kind, fact, advised }, context) {
    // How to wait, or to find out what happened, only the program's author knows.
    if (kind !== "final" && kind !== "fix-first") return [];
    const values = advised.flatMap(({ code, status }) => code ?? status ?? []);
    const edits = withoutRetried(fact.site, values, context);
    if (edits === undefined) return [];
    const names = listed(
      advised.map(({ name }) => name),
      "and",
    );
    const title = `Do not retry ${names}`;
    return [{ title, safety: "suggestion", preferred: kind === "final", edits: [{ uri: context.uri, edits }] }];
  },
  related: ({ advised }): readonly RelatedPlace[] =>
    advised.flatMap(({ entry, catalog }) => (entry === undefined ? [] : entryPlaces([entry], catalog))),
};

function adviceIgnored(fact: Fact, context: FactRuleContext): State | undefined {
  const advised = advisedIn(fact);
  if (advised.length === 0) return undefined;
  const place = retryPlace(fact.site, context);
  if (place === undefined) return undefined;
  const ownWord = advised.filter(({ catalog }) => !catalog.general);
  const found = (kind: State["kind"], [first, ...rest]: readonly Advised[]): State | undefined =>
    first === undefined ? undefined : { kind, fact, advised: [first, ...rest] };
  const of = (list: readonly Advised[], ...advices: readonly RetryAdvice[]) =>
    list.filter(({ advice }) => advices.includes(advice));
  return (
    found("final", of(ownWord, "no")) ??
    (doesNothing(place) ? found("fix-first", of(ownWord, "after-fix")) : undefined) ??
    (repeatsUnsafely(place) && !fact.site.context.some(onlyReads)
      ? found("check-first", of(advised, "check-first"))
      : undefined) ??
    (place.kind === "again" && !pauses.test(place.around)
      ? found("no-pause", of(advised, "backoff", "after-delay"))
      : undefined)
  );
}

/** The codes of a comparison with their advice; without codes its statuses. */
function advisedIn(fact: Fact): readonly Advised[] {
  const codes = settledValues(fact.site.code);
  const [known, ...others] = verdictsThatCount(fact);
  if (known !== undefined && others.length === 0) {
    const { catalog } = known.scoped;
    return known.code.entries.flatMap((entry) => {
      if (entry.retry === undefined || !codes.includes(entry.code)) return [];
      const { code } = entry;
      return [{ name: codeName(code), code, status: undefined, advice: entry.retry.advice, catalog, entry }];
    });
  }
  if (fact.site.code !== undefined) return [];
  const named = fact.verdicts.map(({ scoped }) => scoped.catalog);
  const catalogs = [...named, ...(fact.general === undefined ? [] : [fact.general])];
  return settledValues(fact.site.status).flatMap((status) => {
    for (const catalog of catalogs) {
      const advice = exactStatusEntry(catalog, status)?.retry?.advice;
      if (advice !== undefined)
        return [{ name: String(status), code: undefined, status, advice, catalog, entry: undefined }];
    }
    return [];
  });
}

/** Whether nothing is done about the error before the next try, waiting and reporting left aside. */
function doesNothing({ kind, guarded, again }: RetryPlace): boolean {
  if (kind === "predicate") return true;
  const body = guarded.slice(guarded.search(/[{)]\s/) + 1);
  const called = Array.from(body.matchAll(/([\w$.]+)\s*\(/g), ([, name = ""]) => name).filter((name) => name !== again);
  return called.every((name) =>
    /^(?:if|while|for)$|sleep|delay|wait|pause|timeout|log|warn|console|debug|backoff|Math\./i.test(name),
  );
}

/** `fetchLicense`, `pollForToken`: what is asked for with POST changes nothing; `fetchWithRetry` may be given anything. */
function onlyReads(name: string): boolean {
  return /^_?(?:fetch|get|poll|check|load|read|list|search|query|find|validate|verify|lookup|refresh)_?(?!with|json|data|retry|retries|request|response|api|again)[A-Za-z]/i.test(
    name,
  );
}

function repeatsUnsafely({ around }: RetryPlace): boolean {
  const sends = /\bmethod\s*:\s*["'`](?:POST|PATCH)["'`]|\.(?:post|patch)\s*(?:<[^>()]*>)?\(/i;
  return sends.test(around) && !/idempoten|request-?id/i.test(around);
}

const pauses =
  /sleep|delay|\bwait|(?<!\ba)wait(?=for|until|ms|time|and|before)|backoff|setTimeout|setInterval|retry-?after|pause|jitter|throttl|limiter|cooldown/i;
