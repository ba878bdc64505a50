/** What a completion list is made of: plain data; the docs of an item are asked for when it is looked at. */
import type { Code } from "../../catalog/model.ts";
import type { TextEdit } from "../../text/edit.ts";

export interface CompletionItem {
  /** The code or status as people read it. */
  readonly label: string;
  /** In the row after the label: the short meaning. */
  readonly detail: string | undefined;
  /** At the right edge: the statuses of a code, the reason phrase of a status. */
  readonly description: string | undefined;
  readonly kind: "code" | "status" | "message";
  readonly sortText: string;
  readonly filterText: string;
  readonly edit: TextEdit;
  readonly preselect: boolean;
  readonly deprecated: boolean;
  readonly data: CompletionData;
}

/** What `resolveCompletion` needs to tell more: survives a round trip as JSON. */
export interface CompletionData {
  readonly uri: string;
  readonly subject:
    | { readonly kind: "code"; readonly code: Code }
    | { readonly kind: "status"; readonly status: number };
}
