/**
 * `text` with digits of other scripts, full-width letters and signs as ASCII, one for one, so that every offset holds.
 * What people type for a minus sign in front of a number becomes a hyphen, the wide space of East Asia a tab.
 */
export function asciiText(text: string): string {
  return text.replace(
    /[\uFF01-\uFF5E\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u3000\u00A0\u2010-\u2013\u2212\u200B]/g,
    (character) => {
      const unit = character.charCodeAt(0);
      if (unit >= 0xff01 && unit <= 0xff5e) return String.fromCharCode(unit - 0xfee0);
      if (unit >= 0x0660 && unit <= 0x0669) return String(unit - 0x0660);
      if (unit >= 0x06f0 && unit <= 0x06f9) return String(unit - 0x06f0);
      if (unit >= 0x0966 && unit <= 0x096f) return String(unit - 0x0966);
      if (unit === 0x3000) return "\t";
      if (unit === 0x00a0 || unit === 0x200b) return " ";
      return "-";
    },
  );
}
