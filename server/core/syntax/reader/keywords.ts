import * as T from "./token-kind.ts";

const KEYWORDS: readonly (readonly [string, number])[] = [
  ["let", T.kLet],
  ["static", T.kStatic],
  ["async", T.kAsync],
  ["await", T.kAwait],
  ["yield", T.kYield],
  ["of", T.kOf],
  ["get", T.kGet],
  ["set", T.kSet],
  ["as", T.kAs],
  ["satisfies", T.kSatisfies],
  ["type", T.kType],
  ["interface", T.kInterface],
  ["namespace", T.kNamespace],
  ["module", T.kModule],
  ["declare", T.kDeclare],
  ["abstract", T.kAbstract],
  ["readonly", T.kReadonly],
  ["public", T.kPublic],
  ["private", T.kPrivate],
  ["protected", T.kProtected],
  ["override", T.kOverride],
  ["accessor", T.kAccessor],
  ["from", T.kFrom],
  ["is", T.kIs],
  ["keyof", T.kKeyof],
  ["infer", T.kInfer],
  ["unique", T.kUnique],
  ["asserts", T.kAsserts],
  ["using", T.kUsing],
  ["global", T.kGlobal],
  ["require", T.kRequire],
  ["constructor", T.kConstructor],
  ["implements", T.kImplements],
  ["break", T.kBreak],
  ["case", T.kCase],
  ["catch", T.kCatch],
  ["class", T.kClass],
  ["const", T.kConst],
  ["continue", T.kContinue],
  ["debugger", T.kDebugger],
  ["default", T.kDefault],
  ["delete", T.kDelete],
  ["do", T.kDo],
  ["else", T.kElse],
  ["enum", T.kEnum],
  ["export", T.kExport],
  ["extends", T.kExtends],
  ["false", T.kFalse],
  ["finally", T.kFinally],
  ["for", T.kFor],
  ["function", T.kFunction],
  ["if", T.kIf],
  ["import", T.kImport],
  ["in", T.kIn],
  ["instanceof", T.kInstanceof],
  ["new", T.kNew],
  ["null", T.kNull],
  ["return", T.kReturn],
  ["super", T.kSuper],
  ["switch", T.kSwitch],
  ["this", T.kThis],
  ["throw", T.kThrow],
  ["true", T.kTrue],
  ["try", T.kTry],
  ["typeof", T.kTypeof],
  ["var", T.kVar],
  ["void", T.kVoid],
  ["while", T.kWhile],
  ["with", T.kWith],
];

const SLOTS = 1024;

/** The step of the hash that the scanner computes over a word; its start value is 0. */
export function hashStep(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + unit) | 0;
}

const slotKinds = new Uint8Array(SLOTS);
const slotWords: string[] = new Array<string>(SLOTS).fill("");
for (const [word, kind] of KEYWORDS) {
  let hash = 0;
  for (let index = 0; index < word.length; index += 1) hash = hashStep(hash, word.charCodeAt(index));
  let slot = hash & (SLOTS - 1);
  while (slotKinds[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
  slotKinds[slot] = kind;
  slotWords[slot] = word;
}

/** The kind of the word at `[start, stop)` whose hash is `hash`: a keyword's, or `identifier`. Creates no substring. */
export function wordKind(text: string, start: number, stop: number, hash: number): number {
  let slot = hash & (SLOTS - 1);
  for (;;) {
    const kind = slotKinds[slot] ?? 0;
    if (kind === 0) return T.identifier;
    const word = slotWords[slot] ?? "";
    if (word.length === stop - start && text.startsWith(word, start)) return kind;
    slot = (slot + 1) & (SLOTS - 1);
  }
}
