import type { StatusRange } from "../../catalog/model.ts";
import type { DraftCode, Drafted } from "../draft.ts";
import { draftEntry } from "../empty.ts";
import { linesOfInline, sliceInline } from "../page/inline.ts";
import { type Inline, textOfInline } from "../page/page.ts";
import { draftedText } from "./clean-text.ts";
import { codeShape } from "./code-shape.ts";

/** The codes that a text about a status lists in lines of their own: a name, a colon, the message in quotes, a remark. */
export function readSubErrors(text: Inline, status: Drafted<StatusRange>): readonly DraftCode[] {
  if (status.value.from !== status.value.to) return [];
  return linesOfInline(text).flatMap((line) => {
    const written = textOfInline(line);
    const match = /^[-•*·]?\s*([\w.-]+)\s*[:：]\s*["“]([^"“”]+)["”]\s*(.*)$/d.exec(written);
    const [code, message, remark] = [match?.indices?.[1], match?.indices?.[2], match?.indices?.[3]];
    if (code === undefined || message === undefined || codeShape(match?.[1] ?? "") !== "name") return [];
    const place = sliceInline(line, code[0], code[1]);
    const wire = draftedText(sliceInline(line, message[0], message[1]));
    const parts = {
      messages: wire === undefined ? [] : [wire],
      summary: remark === undefined ? undefined : draftedText(sliceInline(line, remark[0], remark[1])),
      parent: status.value.from,
    };
    const statuses = [{ value: status.value.from, span: status.span }];
    return [draftEntry({ code: { value: match?.[1] ?? "", span: place.span }, statuses, span: line.span }, parts)];
  });
}
