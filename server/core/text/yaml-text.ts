/** How a text is written in YAML, so that it is read as that text again. */

/** What needs no quotes anywhere: no sign of YAML at its start or in it, and nothing that is read as another type. */
const plain = /^[A-Za-z_/][\w./+$@-]*(?: [\w./+$@()'-]+)*$/;
const typed = /^(?:true|false|null|yes|no|on|off|[-+.]?(?:inf|nan))$/i;

/** `text` in the quotes that stand there, `""` for none: quotes are added where a plain text would be something else. */
export function yamlText(text: string, quote: string): string {
  if (quote === "" && plain.test(text) && !typed.test(text)) return text;
  if (quote === "'" && !/[\r\n]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return JSON.stringify(text);
}
