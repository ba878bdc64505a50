/**
 * How errors say that somebody sent too much, too fast.
 * Texts are folded before they are matched: lower case, Persian letters, plain spaces and apostrophes.
 */
import { rateLimitPhrases } from "./rate-limit-words-elsewhere.ts";
import type { WordList } from "./support/signals.ts";

const requests =
  "(?:api |http |rest |graphql |concurrent |parallel |failed |login |sign-?in |log-?in |otp |sms |e-?mail |code |token |verification |auth(?:entication)? |password |reset |refresh |search |incoming |anonymous |unauthenticated |recent |consecutive )*(?:requests?|calls?|attempts?|tries|hits|invocations)";

/** `Max attempts reached` may be said of a job that is tried again: nobody has sent anything too often. */
const bareAttempts =
  "(?:attempts?|tries)\\b.{0,25}\\b(?:exceeded|reached)\\b(?!.*\\b(?:wait|try again|retry|later|minutes?|seconds?)\\b)";

/** An account that is locked, a body with too many items, a page about rate limits: words alike, matter different. */
const englishVetoes: readonly RegExp[] = [
  /\b(?:account|user|profile|card)\b.{0,40}\b(?:locked|blocked|suspended|disabled|banned)\b/,
  /\b(?:locked|blocked|suspended|disabled|banned)\b.{0,20}\b(?:account|user|profile)\b/,
  /\b(?:locked|lock[- ]?out|blocked|suspended|disabled|banned)\b.{0,60}\btoo many\b.{0,40}\b(?:attempts?|tries|log-?ins?|sign-?ins?|failures?)\b/,
  /\btoo many\b.{0,40}\b(?:attempts?|tries|log-?ins?|sign-?ins?|failures?)\b.{0,60}\b(?:locked|lock[- ]?out|blocked|suspended|disabled|banned)\b/,
  /\b(?:verification|authentication|log-?in|sign-?in|access|password|pin|code|otp|mfa|2fa)\b.{0,20}\b(?:locked|blocked|suspended|disabled)\b/,
  /\b(?:in|per) (?:a |an |the |one |this |single |same )*(?:batch|payload|bulk|array|list|transaction|body)\b/,
  /\b(?:invalid|unknown|missing|malformed|unsupported|create|update|delete|edit|change|configure|view|manage|set) (?:the |a |your )?(?:rate|request|call)[ -]?limit/,
  /\b(?:rate|request|call)[ -]?limit(?:s|er|ing)?\b.{0,30}\b(?:not found|must be|should be|is (?:required|invalid|missing)|does not exist|polic(?:y|ies)|rules?|settings?|config(?:uration)?|value|unavailable|disabled|already)\b/,
  /\b(?:redirects?|retries)\b/,
  /\b(?:exchange|currency|interest|mortgage|loan|tax|discount|commission|conversion|growth|room|frame|refresh|bit|sampl(?:e|ing)|heart|pulse|flow|infusion)[ -]?rate\b/,
  /\b(?:requests?|calls?) (?:are )?(?:already )?(?:waiting )?(?:in|on) (?:this|the|your|a|one) (?:cart|basket|queue|backlog|list|file|document|order|form|folder|project|ticket)\b/,
  /\battempts? (?:for|at|on|in) (?:this|the|your|each) (?:exam|quiz|test|question|task|game|level|lesson|course|assignment|challenge|puzzle|survey|contest|round)\b/,
];

/** How codes are called that shut somebody out, whatever the message says of attempts. */
export const lockOut =
  /\b(?:account|user|profile|verification|authentication|login|sign in|password|pin|otp) (?:is |temporarily )*(?:locked|blocked|suspended|disabled|lockout)\b|\blocked out\b|\block ?out\b/;

export const rateLimitWords: readonly WordList[] = [
  ...rateLimitPhrases,
  {
    language: "en",
    means: [
      new RegExp(`\\btoo many ${requests}\\b`),
      /\brate[ -]?limit(?:s|ing)?\b.{0,30}\b(?:exceed(?:ed|s|ing)?|reached|hit|over|violat\w+|error|active|in effect)\b/,
      /\b(?:exceed(?:ed|s|ing)?|reached|hit|over|due to|because of|violat\w+)\b.{0,30}\brate[ -]?limit(?:s|ing)?\b/,
      /\brate[ -]?limited\b/,
      /^(?:error: ?)?(?:api )?rate[ -]?limit(?:ing|s)?[.!]?$/,
      /^(?:error: ?)?(?:the )?(?:request |api |call |message )?rate (?:is |was |has been )?exceeded\b|\bexceed\w* .{0,20}\brequest rate\b|\brequest rate\b.{0,20}\b(?:exceeded|too high|too large)\b/,
      /\b(?:request|call|api|usage rate|qps|rps|burst|frequency)[ -]limits? .{0,15}(?:exceeded|reached|hit)\b/,
      /\b(?:exceeded|reached|hit)\b.{0,25}\b(?:request|call|api|qps|rps|burst|frequency)[ -]limits?\b/,
      new RegExp(
        `\\b(?:maximum|max|allowed|limit of|quota of)\\b.{0,25}\\b(?!${bareAttempts}|calls? (?:chains?|depth|stack|graph)\\b)${requests}\\b.{0,25}\\b(?:exceeded|reached|per (?:second|minute|hour|day))\\b`,
      ),
      new RegExp(`\\bexceed\\w*\\b.{0,40}\\b${requests}\\b.{0,10}\\bper (?:second|minute|hour|day)\\b`),
      /\b(?:exceed\w*|more than|limit of|maximum of) .{0,10}\d+ (?:\w+ ){0,2}(?:per|a|\/) ?(?:second|minute|hour|sec|min)\b/,
      /\b(?:message|send(?:ing)?|posting) (?:rate|frequency)\b.{0,20}\b(?:exceed\w*|limit\w*|too high)\b/,
      /\b(?:request|requests|you|client|ip|caller|api|user) (?:(?:is|are|was|were|has been|have been|being) (?:being )?)?throttled\b|^throttl(?:ed|ing)\b|\bthrottl(?:ed|ing) (?:error|exception|limit|request)|\bthrottl\w* .{0,15}exceeded\b/,
      /\btoo many (?:\w+ ){1,3}(?:per|a|each|every|within (?:a|one|the last)) (?:second|minute|hour|sec|min)\b/,
      /\b(?:please |you need to )?slow down\b(?! the)/,
      /\bflood(?:ing)? (?:wait|control|limit|protection|detected)\b/,
      /\b(?:request\w*|call\w*|send\w*|post\w*|message\w*|try\w*|going|submitting)\b.{0,30}\btoo (?:fast|quickly|often|frequently|rapidly|soon)\b/,
      /\btoo frequent (?:requests?|calls?|attempts?|operations?)\b|\b(?:requests?|calls?|operations?) (?:are |is )?too frequent\b/,
    ],
    vetoes: englishVetoes,
  },
  {
    language: "fa",
    means: [
      /(?:درخواست|فراخوانی|تلاش|پیام|کلیک)\S*(?: \S+){0,4} (?:بیش از حد|بیشتر از حد|بیش از اندازه|خیلی زیاد|بسیار زیاد|بیش از مجاز)/,
      /(?:بیش از حد|بیشتر از حد|خیلی زیاد)(?: مجاز)?(?: \S+){0,2} (?:درخواست|فراخوانی|تلاش)/,
      /تعداد (?:درخواست|تلاش|فراخوانی)\S*(?: \S+){0,4} (?:زیاد است|بیش از|بیشتر از|فراتر|به حد|از حد|عبور)/,
      /(?:محدودیت|سقف) (?:نرخ|تعداد درخواست|درخواست|فراخوانی)(?: \S+){0,3} (?:رسید|گذشت|عبور|پر شد|فراتر|تجاوز|نقض|تمام)/,
      /نرخ (?:درخواست|فراخوانی|ارسال)\S*(?: \S+){0,3} (?:زیاد|بیش|بالا|فراتر|تجاوز)/,
      /(?:از|به) (?:محدودیت|سقف) (?:نرخ|تعداد درخواست|درخواست|فراخوانی)/,
      /بازه (?:ی )?فراخوانی هر/,
      /(?:رزرو|سفارش|پیام|درخواست|ثبت)\S* (?:بیش از حد|خیلی زیاد)(?: \S+){0,2} (?:در|هر) (?:یک )?(?:ثانیه|دقیقه|ساعت)/,
    ],
    vetoes: [
      /(?:حساب|کاربر|کاربری)\S*(?: \S+){0,6} (?:مسدود|قفل|غیر ?فعال)/,
      /(?:تغییر مسیر|انتقال|ریدایرکت|ارجاع)/,
      /(?:تنظیم|ویرایش|نامعتبر|مقدار)\S*(?: \S+){0,2} (?:محدودیت نرخ|سقف درخواست)/,
    ],
  },
  {
    language: "uk",
    means: [
      /(?:забагато|занадто багато|надто багато|завелика кількість|надмірна кількість) (?:\S+ )?(?:запит|спроб|звернен|виклик)/,
      /перевищен\S* (?:\S+ ){0,2}(?:ліміт\S*|обмежен\S*|кількі\S*|частот\S*|квот\S*)(?: на)?(?: \S+){0,2} (?:запит|спроб|звернен|виклик|повідомлень (?:за|на) )/,
      /ліміт\S* (?:\S+ )?(?:запит|спроб|звернен|виклик)\S*(?: \S+){0,2} (?:вичерпан|перевищен|досягнут)/,
      /(?:занадто|надто|дуже) част(?:о|і|их)/,
      /(?:забагато|надто багато|занадто багато) (?:\S+ ){1,3}(?:за|на|що|кожн\S*) (?:одну )?(?:секунд|хвилин|годин)/,
      /част(?:ота|оту) (?:запит|звернен|виклик)\S*(?: \S+){0,2} (?:перевищ|обмеж|завелик|зависок)/,
    ],
    vetoes: [
      /(?:обліков|акаунт|користувач)\S*(?: \S+){0,4} (?:заблоковано?|заблокован\S*)/,
      /(?:перенаправлен|переадресац)/,
    ],
  },
  {
    language: "ru",
    means: [
      /(?:слишком много|чересчур много|превышено число|избыточное количество) (?:\S+ )?(?:запрос|попыт|обращен|вызов)/,
      /превы(?:шен|сил)\S* (?:\S+ ){0,3}(?:лимит\S*|ограничен\S*|количеств\S*|числ\S*|частот\S*)(?: на)?(?: \S+){0,2} (?:запрос|попыт|обращен|вызов|сообщений (?:в|за) )/,
      /лимит\S* (?:\S+ )?(?:запрос|попыт|обращен|вызов)\S*(?: \S+){0,2} (?:исчерпан|превышен|достигнут)/,
      /(?:слишком|чересчур|очень) част(?:о|ые|ых)/,
      /(?:слишком много|чересчур много) (?:\S+ ){1,3}(?:в|за|на|кажд\S*) (?:одну )?(?:секунд|минут|час)/,
      /частота (?:запрос|обращен|вызов)\S*(?: \S+){0,2} (?:превыш|огранич|слишком)/,
    ],
    vetoes: [
      /(?:аккаунт|учетн|учётн|пользовател)\S*(?: \S+){0,4} (?:заблокирован\S*)/,
      /(?:перенаправлен|переадресац|редирект)/,
    ],
  },
  {
    language: "zh",
    means: [
      /(?:请求|請求|调用|調用|访问|訪問|操作|发送|發送|提交|登录|登入|尝试|嘗試)(?:的)?(?:次数|次數|频率|頻率|速率|速度)?(?:过于|過於|太|过|過)(?:频繁|頻繁|快|多|高)/,
      /(?:请求|請求|调用|調用|接口|访问|訪問|发送|發送|消息)(?:的)?(?:次数|次數|频率|頻率|速率|频次)[^,。]{0,6}(?:超(?:过|過|出|限)|已达|已達|达到|受限|限制)/,
      /(?:超过|超過|超出|达到)[^,。]{0,12}(?:请求|請求|调用|調用|访问|发送|接口)[^,。]{0,4}(?:频率|頻率|速率|次数|次數|频次)/,
      /(?:频率|頻率|速率)(?:超(?:过|過|出|限)|限制)/,
      /每(?:秒|分钟|分鐘|小时|小時)[^,。]{0,10}(?:过多|過多|太多)/,
      /限流|过多(?:的)?(?:请求|尝试)|過多(?:的)?(?:請求|嘗試)/,
      /每(?:秒|分钟|分鐘)[^,。]{0,14}(?:超(?:过|過|出|限)|上限)|(?:超(?:过|過|出))[^,。]{0,12}每(?:秒|分钟|分鐘)/,
    ],
    vetoes: [
      /重定向|跳转/,
      /(?:账号|帐号|账户|帳號|用户|用戶)[^,。]{0,6}(?:锁定|鎖定|冻结|凍結|封禁|禁用)/,
      /(?:限流|频率限制)(?:规则|策略|配置|设置)/,
    ],
  },
  {
    language: "code",
    means: [
      /\btoo many (?!(?:join|friend|follow|contact|pull|merge|access|invite|invitation|payout|withdrawal|refund|leave|support|feature|change|open|pending|unanswered|outstanding)\b)(?:\w+ )?(?:requests?|calls?|attempts?|tries|logins?|hits|req)\b/,
      /\brate ?limit(?:ed|ing)?(?: (?:exceeded|reached|hit|error|exception|violation|exceed|fault|failure))?$/,
      /\brate ?limit(?:ed|s|ing)? (?:exceeded|reached|hit|exceed)\b/,
      /\b(?:exceeded|over|hit) (?:\w+ )?rate ?limits?\b/,
      /\brate (?:exceeded|exceed)\b/,
      /\brate ?limited (?:error|exception|by|per|ip|user|client|try|retry)\b/,
      /\b(?:request|requests|call|calls|api|qps|rps|burst|frequency|attempt|attempts) (?:rate )?limit (?:exceeded|reached|hit|exceed)\b/,
      /\btoo many \w+(?: \w+)? per (?:second|minute|hour)\b/,
      /\bthrottl(?:ed|ing)(?: (?:error|exception|limit|exceeded))?$|^throttler (?:error|exception)$|\bthrottle (?:limit|error|exception|exceeded)\b/,
      /^slow ?down$|^flood(?: wait| control)?$|\btoo (?:fast|frequent|often|frequently)\b/,
      /\brequests? (?:limit )?exceeded\b/,
    ],
    vetoes: [
      /\b(?:redirects?|invalid|unknown|missing|not found|unavailable|disabled|config|configuration|policy|rule|settings|create|update|delete|required)\b/,
      lockOut,
    ],
  },
];

/** Texts that fit a rate limit and much else; they count only where something else speaks of one. */
export const rateLimitHints: readonly WordList[] = [
  {
    language: "en",
    means: [
      /\btry again (?:later|in|after)\b/,
      /\bretry (?:later|after|in)\b/,
      /\blimit (?:is |was |has been )?(?:exceeded|reached)\b/,
      /\bplease wait\b/,
      /\btoo many\b/,
      /\bcool ?down\b/,
    ],
    // What failed by itself may be tried again as well.
    vetoes: [...englishVetoes, /\b(?:failed to|unable to|could not|couldn't|went wrong)\b/],
  },
  { language: "fa", means: [/(?:ثانیه|دقیقه|ساعت) دیگر/, /بعدا (?:دوباره )?(?:تلاش|امتحان)/, /کمی صبر/], vetoes: [] },
  { language: "uk", means: [/спробуйте (?:пізніше|через|ще раз)/, /зачекайте/], vetoes: [] },
  {
    language: "ru",
    means: [/попробуйте (?:позже|через|ещё раз|еще раз)/, /повторите (?:позже|через)/, /подождите/],
    vetoes: [],
  },
  { language: "zh", means: [/稍[后後]再?(?:重?试|試)/, /请稍[后候]/], vetoes: [] },
  { language: "code", means: [/\blimit (?:exceeded|reached)\b/, /\bexceeded limit\b/, /\bcooldown\b/], vetoes: [] },
];

/** Names around a place that guards against too many requests. */
export const rateLimitContext =
  /\b(?:rate ?limit(?:er|ers|ing|ed|s)?|throttl(?:e|er|ing|ed)|too many requests|anti ?flood)\b/;
