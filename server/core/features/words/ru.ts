import type { Words } from "./words.ts";

/** Russian. */
export const ru: Words = {
  language: "ru",
  fix: "Что делать:",
  cause: "Причина:",
  retry: "Повтор:",
  advice: {
    no: "нет",
    yes: "да",
    backoff: "да, каждый раз с более долгой паузой",
    "after-fix": "только после исправления запроса",
    "after-delay": "после паузы, названной в ответе",
    "check-first": "сначала проверьте, не выполнена ли операция",
  },
  meanings: (count) => {
    const words: Readonly<Record<number, string>> = { 2: "два значения", 3: "три значения", 4: "четыре значения" };
    return words[count] ?? `значений: ${count}`;
  },
  readMessage: "По коду API их не различает: читайте сообщение.",
  notFor: ["Не тогда, когда", "и не тогда, когда"],
  deprecated: "Устарел",
  replacedBy: "вместо него",
  confusedWith: "Не путать с",
  message: "Сообщение",
  messages: "Сообщения",
  otherMessages: "Другие сообщения",
  more: (count) => `ещё ${count}`,
  methods: "Только от",
  partOf: "Часть",
  subErrors: "Подробнее",
  headers: "Заголовки",
  level: { must: "обязателен", should: "желателен", may: "возможен" },
  noBody: "Без тела.",
  limits: "Ограничения",
  per: (amount, unit) => (unit === undefined ? `${amount}` : `${amount} / ${unit}`),
  alert: "Оповестить",
  codes: "Коды",
  documentation: "Документация",
  openInCatalog: "Открыть в каталоге",
  inScope: "действует, потому что",
  reason: {
    configuration: (name) => `назван в \`${name}\``,
    override: (name, files) => `назван для ${files} в \`${name}\``,
    comment: "назван в комментарии этого файла",
    envelope: (name) => `тело здесь имеет форму его обёртки \`${name}\``,
    host: (name) => `этот файл обращается к \`${name}\``,
    dependency: (name, file) => `\`${file}\` зависит от \`${name}\``,
    codes: (codes) => `этот файл использует его коды ${codes}`,
    general: "это общие правила HTTP",
  },
  fullStop: ".",
};
