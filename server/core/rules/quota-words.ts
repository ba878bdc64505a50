/**
 * How errors say that an allowance is used up. That is a business matter and no throttling; only a catalog that speaks of
 * quotas makes it one.
 */
import type { WordList } from "./support/signals.ts";

/** Requests that were bought, and are used up: a limit of them is a quota, unless something says how fast they came. */
export const planWords: readonly WordList[] = [
  {
    language: "en",
    means: [
      /\b(?:plan|subscription|package|tier|licen[cs]e|trial|upgrade|credits?|billing|monthly|(?:per|a|this|each) month)\b/,
    ],
    vetoes: [
      /\brate\b|\bthrottl|\bper (?:second|minute|hour|sec|min)\b|\btoo (?:many|fast|often|quickly|frequent)|\bslow down\b/,
    ],
  },
  {
    language: "code",
    means: [/\b(?:plan|subscription|tier|licen[cs]e|trial|credits?|monthly)\b/],
    vetoes: [/\brate\b|\bthrottl|\btoo (?:many|fast|often|frequent)|\bslow ?down\b/],
  },
];

export const quotaWords: readonly WordList[] = [
  {
    language: "en",
    means: [
      /\bquota\b.{0,25}\b(?:exceed\w*|exhaust\w*|reached|used up|depleted|full|spent|over)\b/,
      /\b(?:exceed\w*|exhaust\w*|reached|over|used up|out of|no)\b.{0,25}\bquota\b/,
      /\bresources? (?:is |are |has been |have been |was |were )?exhausted\b|\bexhausted (?:the |your |all )?(?:\w+ )?resources?\b/,
      /\b(?:plan|storage|usage|daily|weekly|monthly|hourly|free[ -]tier|account|seat|member|project|upload|subscription)s? limits? .{0,12}(?:exceeded|reached|hit|used up)\b/,
      /\b(?:exceeded|reached|hit|used up)\b.{0,25}\b(?:plan|storage|usage|daily|weekly|monthly|hourly|free[ -]tier|seat|member|project|upload|subscription)s? limits?\b/,
      /\b(?:out of|not enough|insufficient|no (?:more )?(?:free )?) ?(?:disk |storage )?(?:space|storage|capacity)\b|\b(?:disk|storage|file system)(?: space| capacity)? (?:is |has been |was )?(?:full|exhausted|used up|exceeded)\b/,
      /\bmax(?:imum)? (?:number|count|amount) of \w+(?: \w+){0,3} (?:has been |is |was )?(?:exceeded|reached)\b/,
      /\b(?:credits?|allowance|seats) (?:is |are |has been |have been )?(?:exhausted|used up|depleted)\b|\bno (?:more )?seats\b/,
    ],
    vetoes: [
      /\bquota\b.{0,20}\b(?:not found|must be|is (?:required|invalid)|settings?|polic(?:y|ies))\b/,
      /\b(?:invalid|unknown|create|update|edit|view|manage) (?:the |a )?quota\b/,
    ],
  },
  {
    language: "fa",
    means: [
      /(?:سهمیه|سقف|ظرفیت|اعتبار مصرف)\S*(?: \S+){0,4} (?:تمام|به پایان|پر شد|پر است|گذشت|رسید|مصرف شد|اتمام)/,
      /(?:اتمام|پایان|پر شدن) (?:سهمیه|ظرفیت|فضا)/,
      /فضای (?:ذخیره\S*|دیسک|حافظه|آزاد)(?: \S+){0,2} (?:پر|کافی نیست|تمام|به پایان)/,
    ],
    vetoes: [/تنظیم سهمیه/],
  },
  {
    language: "uk",
    means: [
      /квот\S*(?: \S+){0,2} (?:вичерпан|перевищен|закінчил)/,
      /(?:вичерпан|перевищен)\S* (?:\S+ ){0,2}(?:квот|тарифн|сховищ|ресурс)/,
      /(?:недостатньо|немає|бракує) (?:вільного )?місця/,
      /(?:місце|простір)(?: \S+){0,3} (?:закінчил|вичерпан)|(?:закінчил|вичерпан)\S* (?:\S+ )?(?:місце|дисковий простір)/,
    ],
    vetoes: [],
  },
  {
    language: "ru",
    means: [
      /квот\S*(?: \S+){0,2} (?:исчерпан|превышен|закончил)/,
      /(?:исчерпан|превышен)\S* (?:\S+ ){0,2}(?:квот|тариф|хранилищ|ресурс)/,
      /(?:недостаточно|нет|не хватает) (?:свободного )?места/,
      /(?:место|пространство)(?: \S+){0,3} (?:закончил|исчерпан)|(?:закончил|исчерпан)\S* (?:\S+ )?(?:место|дисковое пространство)/,
    ],
    vetoes: [],
  },
  {
    language: "zh",
    means: [
      /(?:配额|配額|额度|額度|资源|資源|套餐)[^,。]{0,6}(?:用尽|用盡|用完|不足|耗尽|耗盡|超限|超出|已满|已滿)/,
      /(?:超出|超过|超過)[^,。]{0,6}(?:配额|配額|额度|額度|套餐)/,
      /(?:空间|空間|存储|存儲|容量|磁盘|磁碟)(?:空间|空間)?(?:已|已经|已經)?(?:不足|满|滿|耗尽|耗盡|用尽|用完)/,
    ],
    vetoes: [],
  },
  {
    language: "code",
    means: [
      /\bquota (?:exceeded|exhausted|reached|full|exceed|limit)\b|\b(?:over|exceeded|out of|insufficient) (?:\w+ )?quota\b/,
      /\bresources? exhausted\b|\bexceeded limit\b/,
      /\b(?:plan|storage|usage|daily|monthly|seat|member|project|upload|subscription)s? limit (?:exceeded|reached)\b/,
      /\binsufficient (?:storage|space|capacity)\b|\bout of (?:disk )?(?:space|storage|capacity)\b|\b(?:disk|storage)(?: space)? (?:full|exhausted)\b/,
    ],
    vetoes: [/\bquota (?:not found|invalid|required)\b/],
  },
];
