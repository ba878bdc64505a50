import { matchMessage } from "../catalog/message-template.ts";
import type { CodeEntry, WireMessage } from "../catalog/model.ts";

/** The wire messages of an entry that `text` is, or that it is with placeholders filled in. */
export function messagesFitting(entry: CodeEntry, text: string): readonly WireMessage[] {
  return entry.messages.filter((message) => matchMessage(message.template, text).kind !== "differs");
}
