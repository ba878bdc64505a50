import type { CodeEntry } from "../model.ts";

/** Every text that the wire carries with a code, those of its meanings included, each once. */
export function wireMessagesOf({ messages, meanings }: CodeEntry): readonly string[] {
  const told = messages.map(({ template }) => template);
  return [...new Set([...told, ...meanings.flatMap(({ message }) => message ?? [])])];
}
