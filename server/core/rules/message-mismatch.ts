import { distance } from "fastest-levenshtein";
import { hasPlaceholders, matchMessage } from "../catalog/message-template.ts";
import type { Catalog, CodeEntry } from "../catalog/model.ts";
import type { Fact } from "../facts/model.ts";
import { verdictsThatCount } from "../facts/verdicts.ts";
import { messagesFitting } from "../facts/wire-message.ts";
import type { FactRule } from "./model.ts";
import { codeFixes } from "./support/code-fix.ts";
import { fixTitle } from "./support/fix-title.ts";
import { catalogName, codeName, listed, quotation } from "./support/phrases.ts";
import { entryPlaces } from "./support/places.ts";
import { settledValue, settledValues } from "./support/settled.ts";
import { waysToWrite } from "./support/write-value.ts";

interface State {
  readonly fact: Fact;
  readonly entry: CodeEntry;
  readonly catalog: Catalog;
  readonly templates: readonly string[];
  /** The code that the message at the site belongs to, where it is another's. */
  readonly owner: CodeEntry | undefined;
}

const fewTemplates = 3;

export const messageMismatch: FactRule<State> = {
  kind: "fact",
  meta: {
    name: "message-mismatch",
    severity: "information",
    summary: "The message sent with a code is not the wire message of the catalog.",
    authority: "The wire messages of the catalog, where it says that they are exact (`messages: exact`).",
    description:
      "The wire message is what people search for in the documentation, and what some clients compare. Only catalogs with exact wire messages are asked. A placeholder such as `{0}` stands for any text. Messages that are put together at run time are left alone. Where the text is that of another code, the code may be the slip.",
    examples: {
      invalid: [
        {
          title: "The wire message of 1001 is another",
          language: "ts",
          catalogs: ["ru-rest-api"],
          text: 'res.status(400).json({ error: { code: 1001, message: "Wrong data" } });\n',
          fixed: {
            title: "Write «Incorrect data»",
            text: 'res.status(400).json({ error: { code: 1001, message: "Incorrect data" } });\n',
          },
        },
      ],
      valid: [
        {
          title: "Word for word, the page's spelling included",
          language: "ts",
          catalogs: ["ru-rest-api"],
          text: 'res.status(404).json({ error: { code: 4001, message: "Recource not found" } });\n',
        },
      ],
    },
    fix: "suggestion",
  },
  *check({ facts }) {
    for (const fact of facts) {
      const state = fact.site.role === "handle" ? undefined : mismatch(fact);
      if (state) yield state;
    }
  },
  span: ({ fact }) => fact.site.message?.span ?? fact.site.span,
  message({ entry, catalog, templates, owner }) {
    const name = catalogName(catalog);
    if (owner)
      return `This is the message of ${codeName(owner.code)} in ${name}; ${codeName(entry.code)} has ${listed(templates.map(quotation), "or")}`;
    if (templates.length > fewTemplates)
      return `This is none of the ${templates.length} messages of ${codeName(entry.code)} in ${name}`;
    return `The message of ${codeName(entry.code)} in ${name} is ${listed(templates.map(quotation), "or")}`;
  },
  severity: ({ fact }) => (fact.site.role === "emit" || fact.site.role === "declare" ? "information" : "hint"),
  about: ({ catalog, entry, fact }) => ({
    catalog: catalog.id,
    code: entry.code,
    status: fact.site.status?.values[0]?.value,
  }),
  fixes({ fact, templates, owner }, context) {
    const { message } = fact.site;
    const { uri, text } = context;
    const plain = templates.filter((template) => !hasPlaceholders(template)).slice(0, fewTemplates);
    const texts = plain.flatMap((template) => {
      const likeliest = plain.length === 1 && owner === undefined;
      const ways = message === undefined ? [] : waysToWrite({ uri, text, catalogs: [] }, message, template);
      return ways.map((edit) => ({
        title: fixTitle(edit, { uri, here: `Write ${quotation(template)}`, to: quotation(template) }),
        safety: "suggestion" as const,
        preferred: likeliest && edit.kind === "here",
        edits: edit.edits,
      }));
    });
    const codes = owner === undefined ? [] : codeFixes(fact, context, { to: owner.code, preferred: false });
    return [...texts, ...codes];
  },
  related: ({ entry, catalog }) => entryPlaces([entry], catalog),
};

function mismatch(fact: Fact): State | undefined {
  const shown = settledValues(fact.site.message);
  const code = settledValue(fact.site.code);
  if (shown.length === 0 || code === undefined) return undefined;
  let state: State | undefined;
  for (const { scoped, code: verdict } of verdictsThatCount(fact)) {
    const { catalog } = scoped;
    const templates = verdict.entries.flatMap((entry) => templatesOf(entry));
    if (catalog.messages !== "exact" || templates.length === 0) return undefined;
    const fits = (text: string) => templates.some((template) => matchMessage(template, text).kind !== "differs");
    if (shown.some(fits)) return undefined;
    const owner = ownerOf(shown, catalog);
    // A catalog that does not list everything may leave out messages too: only one of another code, or a slip, counts.
    const isSlip = shown.every((text) => templates.some((template) => isNear(template, text)));
    if (!catalog.complete && !isSlip && owner === undefined) return undefined;
    const [entry] = verdict.entries;
    if (entry === undefined || state) continue;
    state = { fact, entry, catalog, templates: [...new Set(templates)], owner };
  }
  return state;
}

// Documented meanings may have a wire message each; those count as messages of the code.
function templatesOf({ messages, meanings }: CodeEntry): readonly string[] {
  const own = meanings.map(({ message }) => message).filter((message) => message !== undefined);
  return [...messages.map(({ template }) => template), ...own];
}

/** Whether one text is the other with a slip: other case or marks, or one letter in eight. */
function isNear(template: string, text: string): boolean {
  const [left, right] = [template, text].map((side) =>
    side
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim(),
  );
  if (left === undefined || right === undefined) return false;
  const allowed = Math.floor(left.length / 8);
  return Math.abs(left.length - right.length) <= allowed && left.length <= 300 && distance(left, right) <= allowed;
}

function ownerOf(shown: readonly string[], catalog: Catalog): CodeEntry | undefined {
  const owners = catalog.codes.filter((entry) =>
    shown.every((text) => messagesFitting(entry, text).some(({ template }) => template.length > 3)),
  );
  return owners.length === 1 ? owners[0] : undefined;
}
