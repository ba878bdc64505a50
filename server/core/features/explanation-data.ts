/** Explained entries as data for JSON output: one shape for programs, texts in one language. */
import type { Catalog, Code, HeaderRule, Limit, LocalizedText, Retry } from "../catalog/model.ts";
import { textIn } from "../catalog/text-in.ts";
import { statusesOfCode } from "../facts/verdicts.ts";
import type { ExplainedEntry } from "./explain.ts";
import { subErrorsOf } from "./lookup.ts";

/** What is undefined has nothing to say; every text is in the first wanted language that the catalog has. */
export interface Explanation {
  readonly catalog: string;
  readonly kind: "code" | "status";
  readonly code: Code | undefined;
  readonly status: number | undefined;
  readonly statuses: readonly number[];
  readonly title: string | undefined;
  readonly summary: string | undefined;
  readonly use: string | undefined;
  readonly avoid: readonly { readonly when: string; readonly instead: number | undefined }[];
  readonly cause: string | undefined;
  readonly fix: string | undefined;
  readonly retry: { readonly advice: Retry["advice"]; readonly note: string | undefined } | undefined;
  readonly messages: readonly {
    readonly text: string;
    readonly statuses: readonly number[];
    readonly cause: string | undefined;
    readonly fix: string | undefined;
  }[];
  readonly meanings: readonly {
    readonly message: string | undefined;
    readonly summary: string | undefined;
    readonly fix: string | undefined;
  }[];
  readonly alert: string | undefined;
  readonly tags: readonly string[];
  readonly methods: readonly string[];
  readonly parent: Code | undefined;
  readonly subErrors: readonly Code[];
  readonly confusedWith: readonly Code[];
  readonly headers: readonly {
    readonly name: string;
    readonly level: HeaderRule["level"];
    readonly note: string | undefined;
  }[];
  readonly limits: readonly {
    readonly what: string | undefined;
    readonly amount: number;
    readonly per: string | undefined;
  }[];
  readonly deprecated: boolean;
  readonly replacement: Code | undefined;
  readonly authority: string | undefined;
  readonly link: string | undefined;
}

type Choose = (text: LocalizedText | undefined) => string | undefined;

/** One entry as data, with texts in the first of `languages` that there is, else in English, else in the catalog's own. */
export function explanationOf(explained: ExplainedEntry, languages: readonly string[]): Explanation {
  const choose = chooser(explained.catalog, languages);
  const { entry } = explained;
  return {
    ...(explained.kind === "code" ? ofCode(explained, choose) : ofStatus(explained, choose)),
    catalog: explained.catalog.id,
    kind: explained.kind,
    summary: choose(entry.summary),
    cause: choose(entry.cause),
    fix: choose(entry.fix),
    retry: entry.retry === undefined ? undefined : { advice: entry.retry.advice, note: choose(entry.retry.note) },
    headers: entry.headers.map(({ name, level, note }) => ({ name, level, note: choose(note) })),
    limits: entry.limits.map((limit) => limitOf(limit, choose)),
    deprecated: entry.deprecated,
    tags: entry.tags,
    link: entry.link,
  };
}

type Own =
  | "code"
  | "status"
  | "statuses"
  | "title"
  | "use"
  | "avoid"
  | "messages"
  | "meanings"
  | "alert"
  | "methods"
  | "parent"
  | "subErrors"
  | "confusedWith"
  | "replacement"
  | "authority";

function ofCode({ catalog, entry }: Extract<ExplainedEntry, { kind: "code" }>, choose: Choose): Pick<Explanation, Own> {
  return {
    code: entry.code,
    status: undefined,
    statuses: statusesOfCode(entry),
    title: choose(entry.title),
    use: undefined,
    avoid: [],
    messages: entry.messages.map(({ template, statuses, cause, summary, fix }) => ({
      text: template,
      statuses,
      cause: choose(cause ?? summary),
      fix: choose(fix),
    })),
    meanings: entry.meanings.map(({ message, summary, fix }) => ({
      message,
      summary: choose(summary),
      fix: choose(fix),
    })),
    alert: choose(entry.alert),
    methods: entry.methods,
    parent: entry.parent,
    subErrors: subErrorsOf(catalog, entry.code).map(({ code }) => code),
    confusedWith: entry.confusedWith,
    replacement: entry.replacement,
    authority: undefined,
  };
}

function ofStatus(
  { entry, status }: Extract<ExplainedEntry, { kind: "status" }>,
  choose: Choose,
): Pick<Explanation, Own> {
  return {
    code: undefined,
    status,
    statuses: [status],
    title: entry.title,
    use: choose(entry.use),
    avoid: entry.avoid.map(({ when, instead }) => ({ when: choose(when) ?? "", instead })),
    messages: [],
    meanings: [],
    alert: undefined,
    methods: [],
    parent: undefined,
    subErrors: [],
    confusedWith: [],
    replacement: undefined,
    authority: entry.authority,
  };
}

function chooser(catalog: Catalog, languages: readonly string[]): Choose {
  return (text) => textIn(text, [...languages, "en", catalog.language]);
}

function limitOf({ what, amount, per }: Limit, choose: Choose): Explanation["limits"][number] {
  return { what: choose(what), amount, per };
}
