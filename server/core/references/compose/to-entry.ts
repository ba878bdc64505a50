import type { CodeEntry, LocalizedText, StatusEntry, WireMessage } from "../../catalog/model.ts";
import type { Draft, DraftCode, Drafted, DraftStatus } from "../draft.ts";

/** Where a draft was read from, and the language of its texts. */
export interface DraftSource {
  readonly uri: string;
  readonly draft: Draft;
  /**
   * What kind of document it is: in a `page` the type of a code cannot be seen, and texts are for people; `data` and
   * `program` write codes as they go over the wire; `texts` only complete the codes that others tell of.
   */
  readonly kind: "page" | "data" | "program" | "texts";
}

/** In which language plain texts are, and whether that makes its messages translations of another document's. */
export interface Speech {
  readonly language: string;
  readonly isTranslation: boolean;
}

/**
 * A drafted code as an entry of a catalog. A translation's messages are what people are told in that language, not what
 * goes over the wire: they serve as summaries.
 */
export function toCodeEntry(drafted: DraftCode, uri: string, { language, isTranslation }: Speech): CodeEntry {
  const text = (field: "summary" | "cause" | "fix", own: Drafted<string> | undefined): LocalizedText | undefined =>
    localized(language, own, drafted.translations.get(field));
  const told = text("summary", drafted.summary ?? (isTranslation ? drafted.messages[0] : undefined));
  const translated = drafted.translations.get("message");
  return {
    code: drafted.code.value,
    statuses: [...new Set(drafted.statuses.map(({ value }) => value))],
    messages: isTranslation ? [] : drafted.messages.map(toMessage),
    title: localized(language, drafted.title, undefined),
    summary: translated === undefined ? told : new Map([...translated, ...(told ?? [])]),
    cause: text("cause", drafted.cause),
    fix: text("fix", drafted.fix),
    meanings: [],
    retry: drafted.retry && { advice: drafted.retry.value, note: undefined },
    alert: undefined,
    tags: drafted.tags,
    methods: drafted.methods.map(({ value }) => value),
    parent: drafted.parent,
    confusedWith: [],
    headers: [],
    limits: [],
    deprecated: drafted.isDeprecated,
    replacement: drafted.replacement?.value,
    link: drafted.link,
    span: drafted.span,
    codeSpan: drafted.code.span,
    duplicates: [],
    origin: uri,
  };
}

/** A drafted status as an entry of a catalog. */
export function toStatusEntry(drafted: DraftStatus, uri: string, language: string): StatusEntry {
  return {
    status: drafted.status.value,
    title: drafted.title?.value,
    summary: localized(language, drafted.summary, undefined),
    use: undefined,
    avoid: [],
    cause: localized(language, drafted.cause, undefined),
    fix: localized(language, drafted.fix, undefined),
    retry: undefined,
    headers: [],
    body: undefined,
    limits: [],
    deprecated: false,
    tags: [],
    authority: undefined,
    link: undefined,
    span: drafted.span,
    origin: uri,
  };
}

function toMessage({ value, span }: Drafted<string>): WireMessage {
  return { template: value, statuses: [], summary: undefined, cause: undefined, fix: undefined, methods: [], span };
}

function localized(
  language: string,
  own: Drafted<string> | undefined,
  translations: LocalizedText | undefined,
): LocalizedText | undefined {
  const texts = new Map(translations);
  if (own !== undefined && own.value !== "") texts.set(language, own.value);
  return texts.size === 0 ? undefined : texts;
}
