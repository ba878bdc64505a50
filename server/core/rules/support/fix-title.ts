import { baseName } from "../../text/uri.ts";
import type { ValueEdit } from "./write-value.ts";

interface TitleOptions {
  /** The file of the finding. */
  readonly uri: string;
  /** The title of an edit at the site itself. */
  readonly here: string;
  /** The new value, for people. */
  readonly to: string;
}

/** What a fix is called: one that changes what others share says what that is and where. */
export function fixTitle(edit: ValueEdit, { uri, here, to }: TitleOptions): string {
  if (edit.kind !== "origin") return here;
  const place = edit.uri === uri ? "" : ` in ${baseName(edit.uri)}`;
  return `Change ${edit.keeper} to ${to}${place}`;
}
