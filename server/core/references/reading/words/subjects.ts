import { vocabularies } from "./phrases.ts";
import { normalizedWords } from "./roles.ts";

const errorWords = pattern(vocabularies.map(({ aboutErrors }) => aboutErrors));
const successWords = pattern(vocabularies.flatMap(({ aboutSuccess }) => aboutSuccess ?? []));

/** Whether words, such as a heading or the name of a file, say that what follows is about errors. */
export function speaksOfErrors(words: string): boolean {
  return errorWords.test(normalizedWords(words));
}

/** Whether words say that what follows lists codes or statuses, of whatever. */
export function speaksOfCodes(words: string): boolean {
  return codeWords.test(normalizedWords(words));
}

/** Whether words say that what follows lists codes or statuses of errors. */
export function speaksOfErrorCodes(words: string): boolean {
  return speaksOfCodes(words) && speaksOfErrors(words);
}

const codeWords =
  /(?<![a-z])(?:error|err|status|fehler|fout)?codes?|codigo|código|codice|kod|код|коды|kodu|mã |kode|码|碼|コード|코드|رمز|رموز|کد|कोड|status|статус|状态|狀態|ステータス|상태|number|reference|catalog|قوائم|قائمة/u;

/** Whether words say that what follows is about successes or events, and not about errors too. */
export function speaksOfSuccessOnly(words: string): boolean {
  const text = normalizedWords(words);
  return successWords.test(text) && !/error|fail/.test(text);
}

/** Whether words say that what follows is treated elsewhere. */
export function speaksOfRelated(words: string): boolean {
  return /^(?:related|see also|further|learn more|next steps|relacionad|voir aussi|siehe auch|см\. также|див\. також|相关|相關|関連|관련)/u.test(
    normalizedWords(words),
  );
}

function pattern(lists: readonly string[]): RegExp {
  const words = lists.flatMap((list) => list.split("|")).map((word) => word.normalize("NFKC").replaceAll(".", "\\."));
  // Words of Latin letters begin at the start of a word: `terror` is no error, `ErrorCode` is.
  const latin = words.filter((word) => /^[a-zà-ž0-9]/.test(word));
  const others = words.filter((word) => !/^[a-zà-ž0-9]/.test(word));
  return new RegExp(`(?<![a-zà-ž])(?:${latin.join("|")})|(?:${others.join("|")})`, "u");
}
