import type { RetryAdvice } from "../../catalog/model.ts";
import type { Drafted, DraftStatus } from "../draft.ts";
import { type Inline, textOfInline } from "../page/page.ts";

/** A status of which only the given parts are known. */
export function draftStatus(
  essentials: Pick<DraftStatus, "status" | "span">,
  parts: Partial<DraftStatus> = {},
): DraftStatus {
  return { title: undefined, summary: undefined, cause: undefined, fix: undefined, ...essentials, ...parts };
}

/** What a text says about trying again, where it says so with a plain word. */
export function readRetry(inline: Inline): Drafted<RetryAdvice> | undefined {
  const text = textOfInline(inline).normalize("NFKC").trim().toLowerCase();
  const value = retryAdvice(text);
  return value === undefined ? undefined : { value, span: inline.span };
}

function retryAdvice(text: string): RetryAdvice | undefined {
  if (/backoff|back-off|指数|экспоненц|експоненц|exponen|バックオフ|백오프|退避/.test(text)) return "backoff";
  if (/retry-after/.test(text)) return "after-delay";
  if (noWords.test(text)) return "no";
  if (yesWords.test(text)) return "yes";
  return undefined;
}

const yesWords =
  /^(?:yes|true|y|是|可以|可|はい|예|네|가능|да|так|sí|si|sim|oui|ja|sì|evet|نعم|بله|हाँ|हां|có|ya|tak|✅|✓|✔|○|〇|◯|o)(?:$|[\s,.;(✅✓（]|[。，])/u;
const noWords =
  /^(?:no|false|n|never|否|不可|不|いいえ|아니오|아니요|불가|нет|ні|não|nao|non|nein|hayır|لا|خیر|नहीं|không|tidak|nie|❌|✗|✘|×|x)(?:$|[\s,.;(❌（]|[。，])/u;
