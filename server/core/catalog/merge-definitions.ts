import type { CodeEntry, HeaderRule, LocalizedText, Meaning, WireMessage } from "./model.ts";

/**
 * One entry from all definitions of the same code. Lists are joined. What the definitions say differently no longer
 * holds for the code as such: it moves to the meanings and to the messages that it came with. Undefined for no definition.
 */
export function mergeDefinitions(language: string, definitions: readonly CodeEntry[]): CodeEntry | undefined {
  const [first, ...further] = definitions;
  if (first === undefined || further.length === 0) return first;
  const meanings = unique(
    definitions.flatMap((definition) => meaningsOf(language, definition)),
    meaningIdentity,
  );
  return {
    code: first.code,
    statuses: [...new Set(definitions.flatMap((definition) => definition.statuses))],
    messages: unique(definitions.flatMap(messagesOf), (message) =>
      JSON.stringify([message.template, message.statuses]),
    ),
    title: agreed(definitions, (definition) => definition.title),
    summary: agreed(definitions, (definition) => definition.summary),
    cause: agreed(definitions, (definition) => definition.cause),
    fix: agreed(definitions, (definition) => definition.fix),
    meanings: meanings.length > 1 ? meanings : first.meanings,
    retry: definitions.every((definition) => definition.retry?.advice === first.retry?.advice)
      ? first.retry
      : undefined,
    alert: agreed(definitions, (definition) => definition.alert),
    tags: [...new Set(definitions.flatMap((definition) => definition.tags))],
    methods: definitions.some((definition) => definition.methods.length === 0)
      ? []
      : [...new Set(definitions.flatMap((definition) => definition.methods))],
    parent: definitions.find((definition) => definition.parent !== undefined)?.parent,
    confusedWith: [...new Set(definitions.flatMap((definition) => definition.confusedWith))],
    headers: headersOf(definitions),
    limits: definitions.flatMap((definition) => definition.limits),
    deprecated: definitions.every((definition) => definition.deprecated),
    replacement: definitions.find((definition) => definition.replacement !== undefined)?.replacement,
    link: definitions.find((definition) => definition.link !== undefined)?.link,
    span: first.span,
    codeSpan: first.codeSpan,
    duplicates: further.map((definition) => definition.codeSpan),
    origin: first.origin,
  };
}

/** The text that all definitions give, if they all give the same. */
function agreed(
  definitions: readonly CodeEntry[],
  textOf: (definition: CodeEntry) => LocalizedText | undefined,
): LocalizedText | undefined {
  const texts = definitions.map(textOf);
  const identities = new Set(texts.map((text) => textIdentity(text)));
  return identities.size === 1 ? texts[0] : undefined;
}

/** A definition as meanings: its own, or itself as one. */
function meaningsOf(language: string, definition: CodeEntry): readonly Meaning[] {
  if (definition.meanings.length > 0) return definition.meanings;
  const message = definition.messages[0]?.template;
  const spoken = definition.summary ?? definition.cause ?? definition.title;
  const summary = spoken ?? new Map([[language, message ?? String(definition.code)]]);
  return [{ message, summary, fix: definition.fix }];
}

/** The messages of a definition, carrying what the definition says, which no longer holds for the code alone. */
function messagesOf(definition: CodeEntry): readonly WireMessage[] {
  return definition.messages.map((message) => ({
    ...message,
    statuses: message.statuses.length > 0 ? message.statuses : definition.statuses,
    summary: message.summary ?? definition.summary,
    cause: message.cause ?? definition.cause,
    fix: message.fix ?? definition.fix,
    methods: message.methods.length > 0 ? message.methods : definition.methods,
  }));
}

function headersOf(definitions: readonly CodeEntry[]): readonly HeaderRule[] {
  return unique(
    definitions.flatMap((definition) => definition.headers),
    (header) => header.name.toLowerCase(),
  );
}

function unique<Item>(items: readonly Item[], identityOf: (item: Item) => string): readonly Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const identity = identityOf(item);
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}

function meaningIdentity(meaning: Meaning): string {
  return JSON.stringify([meaning.message, textIdentity(meaning.summary), textIdentity(meaning.fix)]);
}

function textIdentity(text: LocalizedText | undefined): string {
  return text === undefined ? "" : JSON.stringify([...text].sort(([left], [right]) => (left < right ? -1 : 1)));
}
