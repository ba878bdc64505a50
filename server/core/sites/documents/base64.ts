/** Base64 (RFC 4648 §4) of texts in UTF-8. */

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const longest = 100_000;

/** The text; undefined where it is too long, no Base64, or no UTF-8. */
export function decodedBase64(encoded: string): string | undefined {
  const digits = encoded.replace(/[\s=]+/g, "");
  if (digits.length > longest) return undefined;
  let escaped = "";
  let bits = 0;
  let count = 0;
  for (const digit of digits) {
    const value = alphabet.indexOf(digit);
    if (value < 0) return undefined;
    bits = ((bits << 6) | value) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    escaped += `%${((bits >> count) & 0xff).toString(16).padStart(2, "0")}`;
  }
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}
