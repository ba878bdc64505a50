import type { Catalog, CodeEntry } from "../catalog/model.ts";
import type { Fact } from "../facts/model.ts";
import { statusesOfCode, verdictsThatCount } from "../facts/verdicts.ts";
import { messagesFitting } from "../facts/wire-message.ts";
import { wordsOf } from "../facts/words-of.ts";
import type { FactRule } from "./model.ts";
import { codeFixes } from "./support/code-fix.ts";
import { formsOf } from "./support/code-forms.ts";
import { isOauthCode } from "./support/foreign-codes.ts";
import { catalogName, codeName, quotation } from "./support/phrases.ts";
import { entryPlaces } from "./support/places.ts";
import { settledValue } from "./support/settled.ts";
import { codePlace } from "./support/status-place.ts";
import { statusWords } from "./support/status-words.ts";
import { isTestFile } from "./support/test-file.ts";

interface State {
  readonly fact: Fact;
  readonly catalog: Catalog;
  readonly used: CodeEntry;
  readonly better: CodeEntry;
  readonly message: string;
  readonly status: number;
}

const sample = `id: sample
title: Sample API
language: en
complete: true
messages: varies
codes:
  - { code: NOT_FOUND, status: 404 }
  - { code: USER_NOT_FOUND, status: 404 }
`;

export const genericCode: FactRule<State> = {
  kind: "fact",
  meta: {
    name: "generic-code",
    severity: "information",
    summary: "The catalog has a more specific code for what the message says, with the same status.",
    authority:
      "The catalog's list of codes with their statuses and messages, and its policy `most-specific` where it has one.",
    description: [
      "A client can do something about `USER_NOT_FOUND`; `NOT_FOUND` only tells it what the status said already.",
      "The code in use must be a general one: a word for a status, or words that the better code has all and more of. The message must be the wire message of exactly one other code, or have all words of its name; that code must go with the status at hand. Where the catalog documents messages of the code in use, `message-mismatch` speaks instead.",
    ].join("\n\n"),
    examples: {
      invalid: [
        {
          title: "The message names what was not found",
          language: "ts",
          catalogs: [],
          catalog: sample,
          text: 'res.status(404).json({ error: { code: "NOT_FOUND", message: "User not found" } });\n',
          fixed: {
            title: "Use `USER_NOT_FOUND`",
            text: 'res.status(404).json({ error: { code: "USER_NOT_FOUND", message: "User not found" } });\n',
          },
        },
      ],
      valid: [
        {
          title: "Something without a code of its own",
          language: "ts",
          catalogs: [],
          catalog: sample,
          text: 'res.status(404).json({ error: { code: "NOT_FOUND", message: "Order not found" } });\n',
        },
      ],
    },
    fix: "suggestion",
  },
  *check({ facts, uri }) {
    if (isTestFile(uri)) return;
    for (const fact of facts) {
      const { role } = fact.site;
      const state = role === "emit" || role === "declare" ? moreSpecific(fact) : undefined;
      if (state) yield state;
    }
  },
  span: ({ fact }) => codePlace(fact.site),
  message: ({ catalog, better, message, used }) =>
    `${catalogName(catalog)} has ${codeName(better.code)} for ${quotation(message)}; ${codeName(used.code)} says less`,
  severity: ({ catalog }) =>
    catalog.policies.some(({ concern, level }) => concern === "most-specific" && level === "must")
      ? "warning"
      : "information",
  about: ({ catalog, used, status }) => ({ catalog: catalog.id, code: used.code, status }),
  fixes: ({ fact, better }, context) => codeFixes(fact, context, { to: better.code, preferred: true }),
  related: ({ better, catalog }) => entryPlaces([better], catalog),
};

function moreSpecific(fact: Fact): State | undefined {
  const status = settledValue(fact.site.status);
  const message = settledValue(fact.site.message);
  const code = settledValue(fact.site.code);
  const [verdict, ...others] = verdictsThatCount(fact);
  if (status === undefined || message === undefined || code === undefined || verdict === undefined || others.length > 0)
    return undefined;
  const [used] = verdict.code.entries;
  // The codes of a standard say what it wants them to say, whatever the API calls the same thing elsewhere.
  if (used === undefined || isOauthCode(code)) return undefined;
  const { catalog } = verdict.scoped;
  const documents = used.messages.length > 0 || used.meanings.length > 0;
  if (!statusesOfCode(used).includes(status) || (documents && catalog.messages === "exact")) return undefined;
  if (messagesFitting(used, message).length > 0) return undefined;
  const forms = formsOf(used.code);
  const candidates = catalog.codes.filter(
    (entry) =>
      entry !== used &&
      !entry.deprecated &&
      statusesOfCode(entry).includes(status) &&
      formsOf(entry.code).some((form) => forms.includes(form)) &&
      isMoreThan(entry, used),
  );
  const exact = candidates.filter((entry) =>
    messagesFitting(entry, message).some(({ template }) => template.length > 8),
  );
  const named = exact.length > 0 ? exact : candidates.filter((entry) => isNamedIn(message, entry));
  const [better, ...more] = mostWords(named);
  return better === undefined || more.length > 0 ? undefined : { fact, catalog, used, better, message, status };
}

/** Whether a code says all that another one says, or the other one says but the status. */
function isMoreThan(entry: CodeEntry, used: CodeEntry): boolean {
  const general = wordsIn(used);
  const special = new Set(wordsIn(entry));
  if (typeof used.code === "number" || special.size <= 1) return false;
  if (statusWords.has([...special].join(" "))) return false;
  return general.every((word) => special.has(word)) ? special.size > general.length : isGeneral(general);
}

const generalWords: ReadonlySet<string> = new Set(
  "error failed failure general generic unknown internal server request bad invalid validation input data".split(" "),
);

function isGeneral(words: readonly string[]): boolean {
  return statusWords.has(words.join(" ")) || words.every((word) => generalWords.has(word));
}

/** Whether a message has all words of a code's name, at least one of which tells something. */
function isNamedIn(message: string, entry: CodeEntry): boolean {
  const said = new Set(wordsOf(message));
  const words = wordsIn(entry);
  const telling = words.filter((word) => !generalWords.has(word) && !/^(?:not|found|is|already|exists?)$/.test(word));
  return telling.length > 0 && words.every((word) => said.has(word));
}

/** Of codes whose words are all in a message, those that have the most. */
function mostWords(entries: readonly CodeEntry[]): readonly CodeEntry[] {
  const most = Math.max(0, ...entries.map((entry) => wordsIn(entry).length));
  return entries.filter((entry) => wordsIn(entry).length === most);
}

function wordsIn({ code }: CodeEntry): readonly string[] {
  return wordsOf(String(code));
}
