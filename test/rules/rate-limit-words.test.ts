import { deepStrictEqual } from "node:assert/strict";
import { test } from "node:test";
import { quotaWords, rateLimitWords } from "../../server/core/rules/rate-limit-words.ts";
import { isCalled, saysSo } from "../../server/core/rules/support/signals.ts";

const rateMessages = [
  "Too many requests",
  "Too Many Requests, please try again later.",
  "Too many login attempts. Try again in 15 minutes.",
  "Rate limit exceeded",
  "API rate limit exceeded for 203.0.113.7",
  "You have exceeded your rate limit",
  "You are being rate limited.",
  "Rate limit reached for model on requests per min",
  "Rate exceeded",
  "Request was throttled. Expected available in 41 seconds.",
  "Request throttled",
  "Too many bookings per minute",
  "Too many messages sent within a minute",
  "رزرو بیش از حد در یک دقیقه",
  "Забагато бронювань за хвилину",
  "Слишком много бронирований в минуту",
  "每分钟预订过多",
  "Slow down!",
  "You have exceeded 60 requests per minute",
  "Maximum number of requests exceeded, wait a minute",
  "You are sending messages too fast",
  "Flood control: wait 30 seconds",
  "API call limit reached",
  "Requests are too frequent",
  "تعداد درخواست‌های شما بیش از حد مجاز است",
  "درخواست های خیلی زیاد",
  "بازه فراخوانی هر 5 ثانیه است. لطفا 3 ثانیه دیگر تلاش کنید",
  "تعداد تلاش‌های ناموفق بیش از حد است",
  "به سقف درخواست رسیده‌اید",
  "Забагато запитів",
  "Занадто багато спроб, спробуйте пізніше",
  "Перевищено ліміт запитів на хвилину",
  "Ви надсилаєте запити занадто часто",
  "Слишком много запросов. Попробуйте позже",
  "Превышен лимит запросов",
  "Вы слишком часто отправляете сообщения",
  "Превышено количество попыток входа",
  "请求过于频繁，请稍后再试",
  "操作太频繁",
  "接口调用频率超过限制",
  "请求次数已达上限",
  "每秒发送的消息条数超过了限制",
  "接口被限流",
  "請求過於頻繁",
];

/** Alike in words, different in matter. */
const otherMessages = [
  "Too many redirects.",
  "Too many bookings in this table",
  "Too many bookings",
  "Забагато бронювань у кошику",
  "Слишком много бронирований",
  "预订过多",
  "Too many items in the cart",
  "Too many files selected",
  "Too many arguments",
  "Too many open files",
  "Too many members in this group",
  "Too many recipients",
  "Too many results, narrow your search",
  "Too many retries",
  "Too many requests in one batch",
  "Account locked after too many failed attempts",
  "Your account has been temporarily blocked: too many login attempts",
  "Quota exceeded for this plan",
  "You have reached the limit of projects of your plan",
  "Maximum number of seats reached",
  "Storage limit exceeded",
  "Credit limit exceeded",
  "File size limit exceeded",
  "Upload limit of 10 MB exceeded",
  "Character limit exceeded",
  "Spending limit reached",
  "Invalid rate limit value",
  "Rate limit must be a positive number",
  "Rate limit rule not found",
  "You may not change the rate limit of this key",
  "Missing rate limit settings",
  "Heart rate exceeded the sensor's range",
  "Exchange rate limit order rejected",
  "Interest rate is required",
  "The sample rate is too high",
  "Throttle position sensor is offline",
  "Slow down the conveyor first",
  "Request timed out",
  "Request entity too large",
  "Request too short",
  "Your request was rejected",
  "Requests must be signed",
  "Too early to cancel",
  "The token expired too long ago",
  "Password is too short",
  "Access denied",
  "You do not have permission to make this request",
  "Try again later",
  "Please wait until your upload is processed",
  "Service temporarily unavailable",
  "Maximum 5 attachments allowed",
  "Limit must be between 1 and 100",
  "Limit exceeded",
  "Frequency must be daily or weekly",
  "Message limit must be positive",
  "تغییر مسیرهای بیش از حد",
  "حساب کاربری شما مسدود است",
  "شما اجازه فراخوانی سرویس در این ساعت را ندارید",
  "خطای امنیتی دسترسی سرویس برای شما رخ داده است",
  "Забагато перенаправлень",
  "Забагато товарів у накладній",
  "Обліковий запис заблоковано: забагато спроб входу",
  "Недостатньо прав",
  "Слишком много перенаправлений",
  "Слишком много файлов",
  "Превышен размер файла",
  "Аккаунт заблокирован после многих попыток",
  "Доступ к этому ресурсу запрещён",
  "重定向次数过多",
  "群组成员过多",
  "文件过多",
  "账号已被锁定，登录尝试次数过多",
  "群组数量已达上限",
  "频率限制规则不存在",
];

const rateCodes = [
  "TOO_MANY_REQUESTS",
  "tooManyRequests",
  "rate_limit_exceeded",
  "RATE_LIMITED",
  "RateLimitError",
  "RATELIMIT",
  "rate-limit",
  "ThrottlingException",
  "THROTTLED",
  "request_limit_exceeded",
  "TOO_MANY_LOGIN_ATTEMPTS",
  "too_many_attempts",
  "API_LIMIT_REACHED",
  "FLOOD_WAIT",
  "SlowDown",
];

const otherCodes = [
  "exceeded_limit",
  "QUOTA_EXCEEDED",
  "TOO_MANY_REDIRECTS",
  "TOO_MANY_ITEMS",
  "INVALID_RATE_LIMIT",
  "RATE_LIMIT_NOT_FOUND",
  "rate_limit_config_missing",
  "LIMIT_EXCEEDED",
  "FILE_SIZE_LIMIT_EXCEEDED",
  "CREDIT_LIMIT_EXCEEDED",
  "FORBIDDEN",
  "RATE_NOT_FOUND",
  "EXCHANGE_RATE_UNAVAILABLE",
  "THROTTLE_SENSOR_OFFLINE",
  "REQUEST_TIMEOUT",
  "ACCOUNT_LOCKED",
];

const quotaMessages = [
  "Quota exceeded",
  "You have exhausted your quota",
  "Resource exhausted",
  "Storage limit reached",
  "Disk space exhausted",
  "The server is out of space",
  "Storage space is full",
  "فضای ذخیره‌سازی تمام شده است",
  "Місце на диску закінчилося",
  "Закончилось место на диске",
  "磁盘空间已耗尽",
  "Not enough storage space",
  "Maximum number of seats reached",
  "سهمیه شما به پایان رسیده است",
  "Квоту вичерпано",
  "Квота исчерпана",
  "配额已用完",
];

const noQuotaMessages = [
  "Quota not found",
  "You may not edit the quota settings",
  "Invalid quota",
  "Resource not found",
  "Too many requests",
  "Limit must be positive",
  "Storage class is not supported",
  "Space not found",
  "This place is taken",
  "Место уже занято",
];

const says = (texts: readonly string[], lists = rateLimitWords) => texts.filter((text) => saysSo(lists, text));
const calls = (names: readonly string[]) => names.filter((name) => isCalled(rateLimitWords, name));

test("messages about too many requests are recognised in five languages", () =>
  deepStrictEqual(says(rateMessages), rateMessages));

test("messages that only look like it are not", () => deepStrictEqual(says(otherMessages), []));

test("codes about too many requests are recognised", () => deepStrictEqual(calls(rateCodes), rateCodes));

test("codes that only look like it are not", () => deepStrictEqual(calls(otherCodes), []));

test("used-up quotas are told from everything else", () => {
  deepStrictEqual(says(quotaMessages, quotaWords), quotaMessages);
  deepStrictEqual(says(noQuotaMessages, quotaWords), []);
});

test("direction marks, case and decomposed letters make no difference", () => {
  const disguised = [
    "\u202bتعداد درخواست‌هاي شما بيش از حد مجاز است\u202c",
    "TOO  MANY\nREQUESTS",
    "Забагато спроб".normalize("NFD"),
  ];
  deepStrictEqual(says(disguised), disguised);
});
