/**
 * How errors say that the caller is not known: no credentials, wrong ones, ones out of date. A known caller who may not
 * do something (`token lacks the scope`) and tokens that say nothing of who calls (CSRF, invitations) are vetoed.
 */
import type { WordList } from "./support/signals.ts";

const credential =
  "(?:access |auth(?:entication|orization)? |bearer |api |session |refresh |id |identity |jwt |oauth |security )*(?:token|credentials?|api[ -]?key|jwt|bearer|auth(?:entication|orization)? header|authorization|access key)";
const wrong = "(?:missing|invalid|expired|malformed|corrupt(?:ed)?|bad|incorrect|wrong|revoked|unknown|no)";

export const unauthenticatedWords: readonly WordList[] = [
  {
    language: "en",
    means: [
      new RegExp(`\\b${wrong} (?:or (?:missing|invalid|expired|malformed|incorrect) )?${credential}\\b`),
      new RegExp(
        `\\b${credential} (?:is |are |was |were |has |have |has been |not )*(?:missing|invalid|expired|malformed|corrupt(?:ed)?|incorrect|required|revoked|provided|supplied|found|present|sent|valid)\\b`,
      ),
      /\b(?:invalid|wrong|bad|incorrect) signature (?:of|for|on|in) (?:the |a |your )?(?:\w+ )?(?:jwt|token)\b|\b(?:jwt|token)(?:'s)? signature (?:is |was )?(?:invalid|wrong|incorrect|not valid|mismatch)/,
      /\b(?:not|isn't|aren't|un)[ -]?(?:been )?(?:authenticated|logged[ -]in|signed[ -]in)\b|\bunauthenticated\b/,
      /\b(?:unable to|could not|cannot|can't|failed to) authenticate\b/,
      /\bauthentication (?:is )?(?:required|needed|failed|failure|missing)\b|\brequires? authentication\b/,
      /\b(?:please |you must |you need to |must )?(?:log|sign)[ -]?in (?:first|to (?:continue|proceed|access|use)|again|required|is required)\b|\bplease (?:log|sign) ?in\b/,
      /\byou (?:need|have) to (?:log|sign)[ -]?in\b|\b(?:log|sign) in before\b|\b(?:user|caller|client) (?:is |was |has )?not (?:been )?(?:logged|signed)[ -]?in\b/,
      /\b(?:login|sign-?in) (?:is )?required\b|\bmust be (?:logged|signed)[ -]in\b|\bneed to be (?:logged|signed)[ -]in\b/,
      /\bsession (?:has |is |was )?(?:expired|invalid|not found|timed out)\b|\b(?:expired|invalid|no) session\b/,
      /\b(?:invalid|wrong|incorrect|bad) (?:user ?name|login|e-?mail|user|account)(?: address)? (?:or|and|\/) password\b/,
      /\banonymous (?:access|users?|requests?|callers?) (?:is |are )?(?:not allowed|forbidden|denied)\b/,
    ],
    vetoes: [
      /\b(?:csrf|xsrf|forgery|captcha|recaptcha|nonce|otp|mfa|2fa|totp|state)\b/,
      /\b(?:invit\w*|reset|verification|verify|confirm\w*|unsubscribe|device|push|registration|payment|card|share|sharing|download|upload|webhook|page|continuation|cursor|magic|activation|install(?:ation)?|deletion|stripe|fcm|apns|bot|sync|design|lock) (?:link )?(?:token|key)s?\b/,
      /\btokens? for (?:password|e-?mail|invit|reset|verification)/,
      /\b(?:token|key|credentials?|session|user|caller|account)\b.{0,30}\b(?:not (?:allowed|permitted|authori[sz]ed)|does(?: not|n't) have|lacks?|insufficient|without (?:the )?(?:permission|scope)|forbidden for|read[ -]?only|may not|cannot (?:access|be used))\b/,
      /\b(?:permissions?|privileges?|scopes?|insufficient|roles?|admin(?:istrator)?s?|owners?|moderators?)\b/,
      /\b\w+[ -]scoped\b|\bscoped (?:\w+ )?(?:api[ -]?)?(?:keys?|tokens?)\b|\brequired (?:for|by) this (?:operation|action|endpoint|resource|request|route|method|api)\b/,
      /\bare you using (?:an? |the |your )?(?:\w+ ){0,4}(?:key|token|credentials?)\b/,
      // `Invalid API key for this workspace`: the caller is known, and elsewhere the key is good.
      /\b(?:tokens?|keys?|credentials?) (?:for|in|of) (?:this|that|the given|the requested) (?!request\b|user\b|account\b)\w/,
      /\b(?:ip|country|region|origin|domain|referr?er)\b.{0,20}\bnot allowed\b/,
      /\b(?:locked|suspended|banned|deactivated|disabled)\b/,
      /\btoken (?:limit|balance|count|supply|amount|budget|type)\b|\bunexpected token\b/,
    ],
  },
  {
    language: "fa",
    means: [
      /(?:توکن|نشان دسترسی|کلید (?:دسترسی|api)|نشست|جلسه|session|token)(?: \S+){0,3} (?:منقضی|نامعتبر|معتبر نیست|ارسال نشده|وجود ندارد|یافت نشد|نادرست|اشتباه)/,
      /(?:عدم|خطا در|خطای) احراز هویت|احراز هویت (?:\S+ )?(?:نشده|نشد|ناموفق|لازم|الزامی|نیاز)/,
      /(?:ابتدا|لطفا|مجددا|دوباره|باید) (?:\S+ ){0,3}(?:وارد (?:\S+ ){0,3}شوید|لاگین|ورود کنید)/,
      /نام کاربری (?:و|یا) (?:رمز عبور|کلمه عبور|گذرواژه|رمز)(?: \S+){0,3} (?:اشتباه|نادرست|نامعتبر|صحیح نیست)/,
      /(?:کاربر|شما) (?:\S+ )?(?:وارد نشده|لاگین نکرده|شناسایی نشد|احراز هویت نشده|احراز هویت نکرده)/,
      /(?:ورود به (?:حساب|سامانه|سیستم)(?: \S+){0,2}|ورود|لاگین) (?:الزامی|لازم|ضروری) است/,
    ],
    vetoes: [
      /(?:مجوز|اجازه|دسترسی) (?:\S+ ){0,3}(?:ندارید|ندارد|کافی)/,
      /(?:csrf|کپچا|بازیابی|دعوت|تایید ایمیل|فعال سازی)/,
      /مدیر/,
    ],
  },
  {
    language: "uk",
    means: [
      /(?:токен|ключ api|api[ -]?ключ|сесі\S|облікові дані)\S*(?: \S+){0,3} (?:недійсн|прострочен|відсутн|не надано|не передано|закінчи|завершен|невірн|неправильн|застарі|не знайден)/,
      /(?:недійсн|прострочен|відсутн|невірн|неправильн|хибн)\S* (?:\S+ )?(?:токен|ключ api|api[ -]?ключ|облікові дані|сесі)/,
      /(?:потрібна|необхідна|вимагається) (?:авторизація|автентифікація|аутентифікація)|не (?:автентифікован|аутентифікован)\S*/,
      /(?:необхідно|потрібно|слід|треба|мусите|маєте) (?:\S+ )?(?:авторизуватис[яь]|авторизуватися|автентифікуватис[яь]|увійти|залогінитис[яь])/,
      /(?:користувач|ви)(?: \S+)? не (?:авторизован|авторизувал|увійшл|увійшов|залогінен)\S*|^не авторизован\S*/,
      /(?:автентифікація|аутентифікація|авторизація) (?:не вдалась|не вдалася|не пройдена|обов'язкова)/,
      /(?:увійдіть|спочатку увійдіть|авторизуйтесь|залогіньтесь)/,
      /(?:неправильний|невірний|хибний) (?:логін|email|e-mail) (?:або|чи) пароль|не передали логін/,
    ],
    vetoes: [
      /(?:csrf|капч|запрошен|скидання|підтвердження|активації)/,
      /(?:недостатньо|немає|бракує) (?:прав|доступ|дозвол|повноважен)/,
      /авторизован\S* (?:\S+ )?(?:для|на|до|виконувати|робити|переглядати|змінювати|видаляти)/,
      /адміністратор/,
    ],
  },
  {
    language: "ru",
    means: [
      /(?:токен|ключ api|api[ -]?ключ|сесси\S|учетные данные|учётные данные)\S*(?: \S+){0,3} (?:недействител|просрочен|отсутств|не предоставлен|не передан|истек|истёк|истекл|завершен|неверн|невалид|не найден)/,
      /(?:недействител|просрочен|отсутству|неверн|невалид|истекш)\S* (?:\S+ )?(?:токен|ключ api|api[ -]?ключ|сесси|учетные данные|учётные данные)/,
      /(?:требуется|необходима|нужна) (?:авторизация|аутентификация)|не (?:аутентифицирован)\S*/,
      /(?:необходимо|нужно|требуется|следует|надо|вы должны|вам нужно) (?:\S+ )?(?:авторизоваться|аутентифицироваться|войти|залогиниться)/,
      /(?:пользователь|вы)(?: \S+)? не (?:авторизован|авторизовал|вошл|вошел|вошёл|залогинен)\S*|^не авторизован\S*/,
      /(?:аутентификация|авторизация) (?:не удалась|не пройдена|обязательна)/,
      /(?:войдите|авторизуйтесь|залогиньтесь)/,
      /(?:неправильный|неверный|неверные) (?:логин|email|e-mail) (?:или|и) пароль|не был предоставлен (?:\S+ )?токен|время действия (?:\S+ )?токена ист/,
    ],
    vetoes: [
      /(?:csrf|капч|приглашен|сброс|подтвержден|активаци)/,
      /(?:недостаточно|нет|не хватает) (?:прав|доступ|разрешен|полномоч)/,
      /авторизован\S* (?:\S+ )?(?:для|на|выполнять|делать|совершать|просматривать|изменять|удалять)/,
      /администратор/,
    ],
  },
  {
    language: "zh",
    means: [
      /(?:未|尚未|没有|沒有)(?:登录|登錄|登入|认证|認證|身份验证|鉴权)|(?:请|請)(?:先|重新)?(?:登录|登錄|登入)|需要(?:登录|登錄|身份验证|认证)/,
      /(?:token|令牌|凭证|憑證|凭据|登录(?:状态)?|登錄|会话|會話|密钥|api ?key) ?(?:已|已经|已經)?(?:过期|過期|失效|无效|無效|缺失|错误|錯誤|不存在|为空|不能为空|格式错误)/,
      /(?:无效|無效|缺少|未提供|未携带|错误|過期|过期)(?:的)? ?(?:token|令牌|凭证|憑證|凭据|api ?key|访问密钥)/,
      /(?:用户|用戶|您|你)(?:还|還|尚)?未(?:经|經)?(?:登录|登錄|登入|认证|認證)|(?:必须|必須|须|需)(?:先)?(?:登录|登錄|登入)/,
      /(?:身份|用户|身分)?(?:验证|驗證|认证|認證|鉴权)(?:失败|失敗|未通过)/,
      /用[户戶]名或密[码碼](?:错误|錯誤|不正确|不正確)/,
    ],
    vetoes: [
      /csrf|验证码|驗證碼|邀请|重置/i,
      /(?:没有|沒有|无|無|缺少|权限不足|權限不足)(?:操作|访问)?(?:权限|權限)|权限不足/,
      /管理员|管理員/,
    ],
  },
  {
    language: "code",
    means: [
      /\b(?:missing|invalid|expired|malformed|corrupt|bad|no|wrong|revoked) (?:access |auth |authentication |bearer |api |session |refresh |id |jwt )*(?:token|credentials?|key|jwt|session|authorization)\b/,
      /\b(?:access |auth |bearer |api |session |refresh |id |jwt )*(?:token|credentials?|jwt|api key|session) (?:is |not )*(?:missing|invalid|expired|malformed|required|revoked|provided|found)\b/,
      /\b(?:not|un) ?(?:authenticated|logged in|signed in)\b|\bunauthenticated\b/,
      /\b(?:auth|authentication|login|sign in) (?:required|needed|failed|missing|failure)\b/,
      /\bauth bad access token\b/,
    ],
    vetoes: [
      /\b(?:csrf|xsrf|captcha|otp|mfa|2fa|invite|invitation|reset|verification|verify|confirmation|confirm|unsubscribe|device|push|registration|payment|card|share|download|upload|webhook|page|activation|magic|encryption|public|private|primary|foreign|object|sort|partition|cache|idempotency|license|key id|kms)\b/,
      /\b(?:permission|scope|role|insufficient|limit|balance|type|locked|disabled)\b/,
    ],
  },
];
