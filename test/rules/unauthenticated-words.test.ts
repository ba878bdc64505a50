import { deepStrictEqual } from "node:assert/strict";
import { test } from "node:test";
import { isCalled, saysSo } from "../../server/core/rules/support/signals.ts";
import { unauthenticatedWords } from "../../server/core/rules/unauthenticated-words.ts";

const messages = [
  "Invalid signature of JWT",
  "The token signature is invalid",
  "No token provided",
  "Missing access token",
  "Invalid token",
  "Token has expired",
  "Access token expired",
  "Your session has expired",
  "Invalid or expired token",
  "jwt expired",
  "Unable to authenticate due to expired access token",
  "Authentication required",
  "Authentication failed",
  "User is not authenticated",
  "You must be logged in",
  "Please sign in to continue",
  "Login required",
  "Invalid API key",
  "API key is missing",
  "Invalid username or password",
  "Missing Authorization header",
  "Anonymous access is not allowed",
  "Bad credentials",
  "توکن شما منقضی شده است",
  "احراز هویت ناموفق بود",
  "لطفا ابتدا وارد حساب کاربری خود شوید",
  "نام کاربری یا رمز عبور اشتباه است",
  "Токен недійсний",
  "Потрібна автентифікація",
  "Неправильний логін або пароль",
  "Сесія завершена, увійдіть знову",
  "Користувач не авторизований",
  "Ви не авторизовані",
  "Необхідно увійти в систему",
  "Потрібно авторизуватися",
  "Необходимо авторизоваться",
  "Пользователь не авторизован",
  "Вам нужно войти в систему",
  "کاربر احراز هویت نشده است",
  "ورود به حساب کاربری الزامی است",
  "用户未登录",
  "必须先登录",
  "You need to log in",
  "User is not logged in",
  "Токен просрочен",
  "Требуется авторизация",
  "Неверный логин или пароль",
  "Время действия access токена истёк",
  "请先登录",
  "token已过期",
  "用户名或密码错误",
  "身份验证失败",
];

const otherMessages = [
  "Invalid signature of the webhook",
  "Forbidden",
  "Access denied",
  "Unauthorized",
  "Invalid CSRF token",
  "CSRF token missing",
  "Invalid captcha token",
  "Invitation token expired",
  "Password reset token is invalid",
  "Email verification token has expired",
  "This token is not allowed to read the resource",
  "Token does not have the scope `write`",
  "The API key does not have access to this project",
  "Insufficient permissions",
  "You must be logged in as an administrator",
  "Only admins may do this with an API key",
  "Account is locked",
  "User is suspended",
  "Device token not found",
  "Push token is invalid",
  "Card token is required",
  "Token limit exceeded",
  "Unexpected token in JSON",
  "Your email is not verified",
  "IP address not allowed",
  "Origin not allowed",
  "Two-factor code required",
  "Upload token expired",
  "شما اجازه فراخوانی سرویس در این ساعت را ندارید",
  "شما دسترسی کافی ندارید",
  "Недостатньо прав доступу",
  "Користувач не авторизований для цієї дії",
  "Вы не авторизованы для выполнения этой операции",
  "Необходимо войти как администратор",
  "用户未授权此操作",
  "Доступ до таблиці заборонено",
  "Недостаточно прав",
  "Доступ к этому ресурсу запрещён",
  "没有操作权限",
  "验证码错误",
];

const codes = [
  "UNAUTHENTICATED",
  "NOT_AUTHENTICATED",
  "AUTH_REQUIRED",
  "LOGIN_REQUIRED",
  "TOKEN_EXPIRED",
  "invalid_token",
  "missingAccessToken",
  "SESSION_EXPIRED",
  "INVALID_CREDENTIALS",
  "auth_bad_access_token",
  "JWT_EXPIRED",
  "INVALID_API_KEY",
];

const otherCodes = [
  "FORBIDDEN",
  "ACCESS_DENIED",
  "INVALID_CSRF_TOKEN",
  "CSRF_TOKEN_MISSING",
  "INVITE_TOKEN_EXPIRED",
  "RESET_TOKEN_INVALID",
  "INSUFFICIENT_SCOPE",
  "TOKEN_PERMISSION_DENIED",
  "INVALID_PRIMARY_KEY",
  "MISSING_FOREIGN_KEY",
  "PUSH_TOKEN_INVALID",
  "ACCOUNT_DISABLED",
];

const says = (texts: readonly string[]) => texts.filter((text) => saysSo(unauthenticatedWords, text));
const calls = (names: readonly string[]) => names.filter((name) => isCalled(unauthenticatedWords, name));

test("messages about unknown callers are recognised in five languages", () =>
  deepStrictEqual(says(messages), messages));

test("known callers and other tokens are other matters", () => deepStrictEqual(says(otherMessages), []));

test("codes about unknown callers are told from others", () => {
  deepStrictEqual(calls(codes), codes);
  deepStrictEqual(calls(otherCodes), []);
});
