/** How errors say that somebody sent too much, in languages that no built-in catalog is written in: set phrases only. */
import type { WordList } from "./support/signals.ts";

export const rateLimitPhrases: readonly WordList[] = [
  {
    language: "es",
    means: [
      /(?:demasiad[ao]s|muchísim[ao]s) (?:solicitudes|peticiones|intentos|llamadas|consultas)/,
      /(?:límite|limite) de (?:solicitudes|peticiones|llamadas|velocidad|frecuencia)(?: \S+){0,2} (?:excedido|superado|alcanzado)/,
      /(?:excedid|superad|alcanzad)o (?:\S+ ){0,2}(?:límite|limite) de (?:solicitudes|peticiones|llamadas|velocidad)/,
    ],
    vetoes: [/(?:cuenta|usuario)(?: \S+){0,4} (?:bloquead|suspendid)[ao]/],
  },
  {
    language: "fr",
    means: [
      /trop de (?:requêtes|tentatives|appels)/,
      /limite de (?:requêtes|débit|fréquence)(?: \S+){0,2} (?:dépassée|atteinte)/,
    ],
    vetoes: [/compte(?: \S+){0,4} (?:bloqué|verrouillé|suspendu)/],
  },
  {
    language: "de",
    means: [
      /zu viele (?:anfragen|versuche|aufrufe|zugriffe|anmeldeversuche|login-?versuche)/,
      /(?:anfrage|raten|aufruf)-?(?:limit|grenze)\S*(?: \S+){0,2} (?:überschritten|erreicht)/,
    ],
    vetoes: [/(?:konto|benutzer|nutzer)(?: \S+){0,5} gesperrt/],
  },
  {
    language: "pt",
    means: [
      /(?:muit[ao]s|demasiad[ao]s|excesso de) (?:requisições|solicitações|pedidos|tentativas|chamadas)/,
      /limite de (?:requisições|solicitações|chamadas|taxa)(?: \S+){0,2} (?:excedido|atingido|ultrapassado)/,
    ],
    vetoes: [/conta(?: \S+){0,4} (?:bloqueada|suspensa)|pedidos de amizade/],
  },
  {
    language: "it",
    means: [
      /tropp[ei] (?:richieste|tentativi|chiamate)/,
      /limite di (?:richieste|frequenza)(?: \S+){0,2} (?:superato|raggiunto)/,
    ],
    vetoes: [/account(?: \S+){0,4} bloccato|richieste di amicizia/],
  },
  {
    language: "pl",
    means: [/(?:zbyt|za) (?:wiele|dużo) (?:żądań|zapytań|prób)/, /limit (?:żądań|zapytań)(?: \S+){0,2} przekroczony/],
    vetoes: [/konto(?: \S+){0,4} zablokowane/],
  },
  {
    language: "tr",
    means: [/çok fazla (?:istek|deneme|talep)/, /istek (?:limiti|sınırı)(?: \S+){0,2} aşıldı/],
    vetoes: [/hesa(?:p|bınız)(?: \S+){0,4} kilitlendi/],
  },
  {
    language: "ja",
    means: [
      /(?:リクエスト|要求|アクセス|呼び出し|試行)(?:の?(?:回数|数|頻度))?が(?:多|高|頻繁)(?:す|過)ぎ/,
      /(?:レート|リクエスト|アクセス)(?:回数)?(?:制限|上限)(?:を超|に達|に引っかか)/,
    ],
    vetoes: [/アカウント[^。]{0,12}ロック/],
  },
  {
    language: "ko",
    means: [
      /(?:요청|호출|시도)(?: ?횟수)?(?:이|가) ?(?:너무 많|너무 잦|초과)/,
      /(?:요청|호출) ?(?:한도|제한|횟수)(?:를|을)? ?초과/,
    ],
    vetoes: [/계정[^.]{0,12}잠/],
  },
];
