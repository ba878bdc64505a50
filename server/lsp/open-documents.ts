/** Buffers that the client has open, kept in step by incremental changes in the agreed encoding. */
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { type PositionEncoding, PositionMap } from "./position-encoding.ts";

export interface OpenDocument {
  /** The name as the client writes it; answers use it. */
  readonly clientUri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

/** `document` after the changes, each of which sees the text that the former one left. */
export function changed(
  document: OpenDocument,
  version: number,
  changes: readonly TextDocumentContentChangeEvent[],
  encoding: PositionEncoding,
): OpenDocument {
  let { text } = document;
  for (const change of changes) {
    if ("range" in change) {
      const positions = new PositionMap(text, encoding);
      const from = positions.toOffset(change.range.start);
      const to = positions.toOffset(change.range.end);
      text = text.slice(0, Math.min(from, to)) + change.text + text.slice(Math.max(from, to));
    } else {
      text = change.text;
    }
  }
  return { ...document, version, text };
}
