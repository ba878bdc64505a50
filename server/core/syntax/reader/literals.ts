/** The value of the inner text of a string or template: escapes resolved, line ends of templates as LF. */
export function cook(raw: string): string {
  let result = "";
  let from = 0;
  for (let position = 0; position < raw.length; position += 1) {
    const unit = raw.charCodeAt(position);
    if (unit === 13) {
      result += `${raw.slice(from, position)}\n`;
      if (raw.charCodeAt(position + 1) === 10) position += 1;
      from = position + 1;
    } else if (unit === 92) {
      result += raw.slice(from, position);
      const stop = escapeEnd(raw, position);
      result += escapeValue(raw, position, stop);
      position = stop - 1;
      from = stop;
    }
  }
  return result + raw.slice(from);
}

/** The value of a number as it is written, separators and radix prefixes included. NaN if it is none. */
export function numberValue(written: string): number {
  const plain = written.includes("_") ? written.replaceAll("_", "") : written;
  if (plain.length > 1 && plain.charCodeAt(0) === 48 && /^0[0-7]+$/.test(plain)) return Number.parseInt(plain, 8);
  return Number(plain);
}

/** The name of the key that a bigint makes: its decimal digits. */
export function bigintName(written: string): string {
  try {
    return String(BigInt(written.slice(0, -1).replaceAll("_", "")));
  } catch {
    // `09n` and the like are no bigints.
    return written;
  }
}

/** A name with `\u` escapes resolved. */
export function cookName(raw: string): string {
  return raw.includes("\\") ? cook(raw) : raw;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00a0"],
  ["ndash", "\u2013"],
  ["mdash", "\u2014"],
  ["lsquo", "\u2018"],
  ["rsquo", "\u2019"],
  ["ldquo", "\u201c"],
  ["rdquo", "\u201d"],
  ["hellip", "\u2026"],
  ["copy", "\u00a9"],
  ["middot", "\u00b7"],
  ["bull", "\u2022"],
  ["times", "\u00d7"],
]);

/** The value of a JSX attribute's string: numeric entities and the common named ones resolved. */
export function cookEntities(raw: string): string {
  if (!raw.includes("&")) return raw;
  return raw.replace(/&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-zA-Z]{2,8}));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES.get(String(name)) ?? whole;
    const point = hex !== undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** The offset behind the escape whose backslash is at `position`. */
function escapeEnd(raw: string, position: number): number {
  const unit = raw.charCodeAt(position + 1);
  if (unit === 120) return position + 2 + hexLength(raw, position + 2, 2);
  if (unit === 117) {
    if (raw.charCodeAt(position + 2) !== 123) return position + 2 + hexLength(raw, position + 2, 4);
    const close = raw.indexOf("}", position);
    return close < 0 ? raw.length : close + 1;
  }
  if (unit === 13 && raw.charCodeAt(position + 2) === 10) return position + 3;
  if (unit >= 48 && unit <= 55) {
    let stop = position + 2;
    const most = unit <= 51 ? 3 : 2;
    while (stop < position + 1 + most && isOctal(raw.charCodeAt(stop))) stop += 1;
    return stop;
  }
  return Math.min(position + 2, raw.length);
}

function escapeValue(raw: string, position: number, stop: number): string {
  const unit = raw.charCodeAt(position + 1);
  switch (unit) {
    case 110:
      return "\n";
    case 116:
      return "\t";
    case 114:
      return "\r";
    case 98:
      return "\b";
    case 118:
      return "\v";
    case 102:
      return "\f";
    case 10:
    case 13:
    case 0x2028:
    case 0x2029:
      return "";
    case 120:
    case 117: {
      const digits = raw.slice(position + 2, stop).replace(/[{}]/g, "");
      const point = Number.parseInt(digits, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : "";
    }
    default:
      if (unit >= 48 && unit <= 55) {
        return String.fromCharCode(Number.parseInt(raw.slice(position + 1, stop), 8));
      }
      return raw.slice(position + 1, stop);
  }
}

function hexLength(raw: string, from: number, most: number): number {
  let length = 0;
  while (length < most && isHex(raw.charCodeAt(from + length))) length += 1;
  return length;
}

function isHex(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 102) || (unit >= 65 && unit <= 70);
}

function isOctal(unit: number): boolean {
  return unit >= 48 && unit <= 55;
}
