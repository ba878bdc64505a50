/**
 * How a token looks. `number` is an integer; `name` cannot be a plain word (`NOT_FOUND`, `auth.expired`, `E1001`,
 * `InvalidToken`); `word` is one word that may be a code or not (`unauthorized`, `Forbidden`); `text` is no code.
 */
export type CodeShape = "number" | "name" | "word" | "text";

/** The shape of `token`, which has no white space around it. */
export function codeShape(token: string): CodeShape {
  if (token.length === 0 || token.length > 100) return "text";
  if (/^[-+]?\d{1,10}$/.test(token)) return "number";
  if (/^0x[\da-f]{1,16}$/i.test(token)) return "name";
  if (!/^[A-Za-z0-9_$][\w$]*(?:(?:[-.:/\\]|::|['’])[\w$]+)*$/.test(token) || !/[A-Za-z]/.test(token)) {
    return /^\d+(?:[-_.]\d+)+$/.test(token) && !isRange(token) && !/^\d{1,2}(?:\.\d{1,3}){1,3}$/.test(token)
      ? "name"
      : "text";
  }
  if (/^v?\d+(?:\.\d+)+(?:-\w+)?$/i.test(token) || /^(?:https?|ftp):/.test(token)) return "text";
  if (/^\d+(?:\.\d+)?[a-z%]{1,2}$/i.test(token)) return "text";
  if (isFileName(token)) return "text";
  if (/^__[A-Za-z]\w*__$/.test(token)) return "name";
  if (/_/.test(token.replace(/^_+|_+$/g, ""))) return "name";
  if (/[A-Za-z].*\d|\d.*[A-Za-z]/.test(token)) return "name";
  if (/[a-z][A-Z]/.test(token)) return "name";
  if (/^[A-Za-z]+(?:\/[A-Za-z]+)+$/.test(token)) return "word";
  if (/[.:/\\-]/.test(token)) return "name";
  if (/^[A-Z]{2,}$/.test(token)) return "name";
  return /^[A-Za-z]{2,}$/.test(token) ? "word" : "text";
}

/** Whether a code tells of failure by its own letters: `INVALID_TOKEN`, `E1001`, `notFound`. */
export function soundsLikeError(code: string): boolean {
  if (helperNames.test(code) || programNames.test(code)) return false;
  return failureWords.test(code) || /^(?:E|ERR|ERROR|F|X|TS|RS|PB|AS)[-_]?\d{2,}$/i.test(code);
}

/** Whether a code is the name of a class of errors, as programs have them. */
export function isErrorClass(code: string): boolean {
  return /^(?:[A-Z][a-z0-9]+)+(?:Error|Exception|Fault)$/.test(code);
}

/** `1000-1999`: not a code but many. */
function isRange(token: string): boolean {
  const [, from = "", to = ""] = /^(\d+)[-_](\d+)$/.exec(token) ?? [];
  return from !== "" && from.length <= to.length && Number(from) < Number(to);
}

function isFileName(token: string): boolean {
  return /\.(?:md|mdx|ts|tsx|js|jsx|mjs|json|html?|css|py|go|java|kt|com|io|org|net|php|rb|rs|cs|ya?ml|toml|sh|sql|txt|log|proto|vue|env|png|svg)$/i.test(
    token,
  );
}

/** Names of what handles errors, in programs. */
const helperNames =
  /[a-z](?:Service|Handler|Filter|Middleware|Boundary|Provider|Controller|Component|Manager|Logger|Utils?|Helper|Config|Options|Response|Request|Factory|Interceptor|Module|Repository|Client|Builder|Callback|Listener|Hook|Page|Type|Codes?|Messages?|Enum|Map|State|Text|Icon|View|Button|Card|Modal|Dialog|Screen|Alert|Toast|Input|Form|Item|Table|Badge|Label|Props|Shape|Schema|Class|Interface|Names)$/;

/** Names of functions, flags and settings, and errors of languages themselves. */
const programNames =
  /^(?:is|has|can|should|on|get|set|handle|use|with|create|make|throw|parse|validate|check|to|from|require|enable|disable|allow|show|hide|max|min|default|assert|reset|clear|format|log|report|send|try|catch|map|wrap|add|remove|find|ignore|skip|max|num|total)[A-Z]|^(?:Type|Range|Syntax|Reference|Eval|URI|Aggregate|Runtime)?(?:Error|Exception)$/;

const failureWords =
  /err(?:or|_|-|$)|inval|fail|denied|forbid|unauth|not[-_ .]?(?:found|allowed|supported|exist|permitted|authorized|implemented|enough|available|valid|acceptable|active|enabled|eligible|verified|registered|configured)|missing|expire|exceed|conflict|unavail|timeout|timed|too[-_ ]?(?:many|large|long|short|small|big)|mismatch|unsupport|unknown|malform|already|duplicate|insufficient|bad[-_ ]|unprocess|required|reject|abort|cancel|exhaust|violat|illegal|cannot|can[-_]?not|unable|disabled|blocked|banned|revoked|suspend|locked|incorrect|wrong|empty|exception|(?<!de)fault|corrupt|broken|lost|overflow|deadline|limit|internal|refused|declin|without|out[-_]of|(?<![a-z])no_[a-z]+|unreach|unexpect|restrict|undefined|incomplete|inactive|overload|stale|ambiguous|unimplement|throttl|precondition|integrity|panic|fatal|crash/i;
