import { mergeDefinitions } from "../../catalog/merge-definitions.ts";
import type { CodeEntry, LocalizedText, WireMessage } from "../../catalog/model.ts";

/**
 * One entry from what one document says of a code at several places. Places that say different things of one field
 * make meanings, places that say different fields make one fuller entry. A program words each of its messages for the
 * place where it throws: they are no meanings.
 */
export function joinWithinDocument(
  language: string,
  definitions: readonly CodeEntry[],
  { isProgram }: { readonly isProgram: boolean },
): CodeEntry | undefined {
  const [first, ...further] = definitions;
  if (first === undefined) return undefined;
  const isOneStory = further.every((definition, index) =>
    definitions.slice(0, index + 1).every((earlier) => agrees(earlier, definition, isProgram)),
  );
  return isOneStory ? further.reduce(complement, first) : mergeDefinitions(language, definitions);
}

/**
 * `first`, and what `second` knows beyond it: further statuses and messages, texts in other languages, absent fields.
 * What stands in another file than `first` says so.
 */
export function complement(first: CodeEntry, second: CodeEntry): CodeEntry {
  const isElsewhere = second.origin !== undefined && second.origin !== first.origin;
  const origin = isElsewhere ? second.origin : undefined;
  const further = origin === undefined ? [] : [{ uri: origin, span: second.codeSpan }];
  return {
    ...first,
    ...(isElsewhere ? { alsoIn: [...(first.alsoIn ?? []), ...further] } : {}),
    statuses: [...new Set([...first.statuses, ...second.statuses])],
    messages: uniqueMessages([
      ...first.messages,
      ...second.messages.map((message) =>
        origin === undefined ? message : { ...message, origin: message.origin ?? origin },
      ),
    ]),
    title: bothTexts(first.title, second.title),
    summary: bothTexts(first.summary, second.summary),
    cause: bothTexts(first.cause, second.cause),
    fix: bothTexts(first.fix, second.fix),
    meanings: first.meanings.length > 0 ? first.meanings : second.meanings,
    retry: first.retry ?? second.retry,
    alert: bothTexts(first.alert, second.alert),
    tags: [...new Set([...first.tags, ...second.tags])],
    methods: [...new Set([...first.methods, ...second.methods])],
    parent: first.parent ?? second.parent,
    confusedWith: [...new Set([...first.confusedWith, ...second.confusedWith])],
    headers: first.headers.length > 0 ? first.headers : second.headers,
    limits: first.limits.length > 0 ? first.limits : second.limits,
    deprecated: first.deprecated || second.deprecated,
    replacement: first.replacement ?? second.replacement,
    link: first.link ?? second.link,
    duplicates: [...first.duplicates, ...second.duplicates],
  };
}

/** Whether two definitions in one document can be about one and the same error. */
function agrees(left: CodeEntry, right: CodeEntry, isProgram: boolean): boolean {
  const texts = [
    [left.summary, right.summary],
    [left.cause, right.cause],
    [left.fix, right.fix],
  ] as const;
  if (texts.some(([one, other]) => differ(one, other))) return false;
  if (isProgram || left.messages.length === 0 || right.messages.length === 0) return true;
  return left.messages.some(({ template }) => right.messages.some((other) => other.template === template));
}

function differ(left: LocalizedText | undefined, right: LocalizedText | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  return [...left].some(([language, text]) => (right.get(language) ?? text) !== text);
}

function bothTexts(first: LocalizedText | undefined, second: LocalizedText | undefined): LocalizedText | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return new Map([...second, ...first]);
}

function uniqueMessages(messages: readonly WireMessage[]): readonly WireMessage[] {
  const seen = new Set<string>();
  return messages.filter(({ template }) => {
    if (seen.has(template)) return false;
    seen.add(template);
    return true;
  });
}
