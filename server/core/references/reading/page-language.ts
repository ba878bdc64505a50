/** Words that one language has and its neighbours hardly. */
const wordsOf: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|is|are|was|with|for|not|this|that|has|your|when|must)\b/gi,
  es: /\b(?:el|los|las|una|está|del|para|con|que|por|son|esta|usuario|solicitud)\b/gi,
  pt: /\b(?:não|uma|foi|são|você|dos|para|com|que|pelo|já|usuário|requisição|ou)\b/gi,
  fr: /\b(?:le|les|est|une|des|du|pour|pas|avec|dans|sont|vous|requête|ou)\b/gi,
  de: /\b(?:der|die|das|ist|nicht|und|ein|eine|wurde|mit|für|bei|wird|oder)\b/gi,
  it: /\b(?:il|gli|della|è|non|una|del|per|con|che|sono|richiesta|utente)\b/gi,
  nl: /\b(?:het|een|niet|van|voor|met|zijn|wordt|de|of)\b/gi,
  pl: /[ąęłńśźż]|(?<!\p{L})(?:nie|jest|się|dla|przez|został|lub|żądanie|użytkownik|oraz)(?!\p{L})/giu,
  tr: /[ğış]|(?<!\p{L})(?:ve|bir|için|değil|ile|bu|kullanıcı|geçersiz|istek|veya|olarak)(?!\p{L})/giu,
  vi: /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]|(?<!\p{L})(?:không|của|được|và|người|dùng|là|cho|yêu|cầu|hoặc)(?!\p{L})/giu,
  id: /\b(?:yang|tidak|dan|untuk|dengan|adalah|pengguna|permintaan|atau|dari|oleh)\b/gi,
};

/** The language that a text is mostly written in, a BCP 47 tag; undefined where there is too little to tell. */
export function languageOfText(text: string): string | undefined {
  const sample = text.slice(0, 60_000);
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  const latin = count(/\p{Script=Latin}/gu);
  const scripts: readonly [string, number][] = [
    ["ja", count(/[\u3040-\u30FF]/g) * 3],
    ["ko", count(/[\uAC00-\uD7A3]/g) * 2],
    ["zh", count(/[\u3400-\u9FFF]/g) * 2],
    ["cyrillic", count(/\p{Script=Cyrillic}/gu)],
    ["arabic", count(/\p{Script=Arabic}/gu)],
    ["hi", count(/\p{Script=Devanagari}/gu)],
    ["he", count(/\p{Script=Hebrew}/gu)],
    ["th", count(/\p{Script=Thai}/gu)],
    ["el", count(/\p{Script=Greek}/gu)],
  ];
  const [script, letters] = scripts.reduce((most, each) => (each[1] > most[1] ? each : most), ["", 0] as const);
  // Codes, names and samples are Latin everywhere: a fifth of other letters is a page in that script.
  if (letters * 4 < latin || letters < 12) return latinLanguage(count);
  switch (script) {
    case "cyrillic":
      return count(/[іїєґІЇЄҐ]/g) > count(/[ыэъёЫЭЪЁ]/g) ? "uk" : "ru";
    case "arabic":
      return count(/[پچژگکی]/g) > count(/[كيةى]/g) ? "fa" : "ar";
    case "zh":
      return count(/[\u3040-\u30FF]/g) > 5 ? "ja" : count(traditional) > count(simplified) ? "zh-hant" : "zh-hans";
    default:
      return script;
  }
}

function latinLanguage(count: (pattern: RegExp) => number): string | undefined {
  let best: string | undefined;
  let most = 2;
  for (const [language, words] of Object.entries(wordsOf)) {
    const found = count(words);
    if (found > most) [best, most] = [language, found];
  }
  return best;
}

const simplified = /[误码请错说认证状态务户权无过时间对应验设备数据网络务订单关键响应发]/g;
const traditional = /[誤碼請錯說認證狀態務戶權無過時間對應驗設備數據網絡訂單關鍵響應發]/g;
