/**
 * Handlebars in the body of a mock, as Mockoon and WireMock have it. A text without its templates is as long as before,
 * so that every place in it stays.
 */

/**
 * The text with JSON in place of its templates: `null` for a value that a template gives, also for a text that has one in
 * it; blanks for conditions and repetitions, so that all of their alternatives stay.
 */
export function withoutTemplates(text: string): string {
  if (!text.includes("{{")) return text;
  const templates = templatesOf(text);
  let result = "";
  for (let index = 0; index < text.length; ) {
    const template = templates.lengthAt(index);
    if (template > 0) {
      const source = text.slice(index, index + template);
      result += isBlock(source) ? " ".repeat(template) : "null".padEnd(template);
      index += template;
    } else if (text.charAt(index) === '"') {
      const end = endOfString(text, index, templates);
      result += withoutValue(text, index, end);
      index = end;
    } else {
      result += text.charAt(index);
      index += 1;
    }
  }
  return result;
}

interface Templates {
  /** The length of the template at `index`; zero where none stands. */
  lengthAt(index: number): number;
}

/** Where templates stand; ends that the text does not have are not looked for again at each beginning. */
function templatesOf(text: string): Templates {
  const lastEnds = new Map([
    ["}}", text.lastIndexOf("}}")],
    ["}}}", text.lastIndexOf("}}}")],
  ]);
  return {
    lengthAt(index) {
      if (!text.startsWith("{{", index)) return 0;
      const close = text.startsWith("{{{", index) ? "}}}" : "}}";
      if (index > (lastEnds.get(close) ?? -1)) return 0;
      return text.indexOf(close, index) + close.length - index;
    },
  };
}

/** Whether a template is a mark of a block, which writes nothing itself. */
function isBlock(source: string): boolean {
  return /^\{\{\{?~?\s*(?:[#/!^]|else\b)/.test(source);
}

/** The end of the text that begins at `start`; quotes inside of templates do not end it. */
function endOfString(text: string, start: number, templates: Templates): number {
  for (let index = start + 1; index < text.length; ) {
    const template = templates.lengthAt(index);
    if (template > 0) index += template;
    else if (text.charAt(index) === "\\") index += 2;
    else if (text.charAt(index) === '"') return index + 1;
    else index += 1;
  }
  return text.length;
}

function withoutValue(text: string, start: number, end: number): string {
  const string = text.slice(start, end);
  if (!string.includes("{{")) return string;
  const isKey = /^\s*:/.test(text.slice(end, end + 20));
  const length = end - start;
  return isKey ? `"${"_".repeat(length - 2)}"` : "null".padEnd(length).slice(0, length);
}
