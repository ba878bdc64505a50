import type { Words } from "./words.ts";

/** Ukrainian. */
export const uk: Words = {
  language: "uk",
  fix: "Що робити:",
  cause: "Причина:",
  retry: "Повтор:",
  advice: {
    no: "ні",
    yes: "так",
    backoff: "так, щоразу з довшою паузою",
    "after-fix": "лише після виправлення запиту",
    "after-delay": "після паузи, яку називає відповідь",
    "check-first": "спершу перевірте, чи операція не вдалася насправді",
  },
  meanings: (count) => {
    const words: Readonly<Record<number, string>> = { 2: "два значення", 3: "три значення", 4: "чотири значення" };
    return words[count] ?? `значень: ${count}`;
  },
  readMessage: "За кодом API їх не розрізняє: читайте повідомлення.",
  notFor: ["Не тоді, коли", "і не тоді, коли"],
  deprecated: "Застарілий",
  replacedBy: "натомість",
  confusedWith: "Не плутати з",
  message: "Повідомлення",
  messages: "Повідомлення",
  otherMessages: "Інші повідомлення",
  more: (count) => `ще ${count}`,
  methods: "Лише від",
  partOf: "Частина",
  subErrors: "Докладніше",
  headers: "Заголовки",
  level: { must: "обов’язковий", should: "бажаний", may: "можливий" },
  noBody: "Без тіла.",
  limits: "Обмеження",
  per: (amount, unit) => (unit === undefined ? `${amount}` : `${amount} / ${unit}`),
  alert: "Сповістити",
  codes: "Коди",
  documentation: "Документація",
  openInCatalog: "Відкрити в каталозі",
  inScope: "діє, бо",
  reason: {
    configuration: (name) => `названо в \`${name}\``,
    override: (name, files) => `названо для ${files} у \`${name}\``,
    comment: "названо в коментарі цього файлу",
    envelope: (name) => `тіло тут має форму його обгортки \`${name}\``,
    host: (name) => `цей файл звертається до \`${name}\``,
    dependency: (name, file) => `\`${file}\` залежить від \`${name}\``,
    codes: (codes) => `цей файл уживає його коди ${codes}`,
    general: "це загальні правила HTTP",
  },
  fullStop: ".",
};
