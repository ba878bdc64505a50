/** Tables that a module asks with an error's code, or declares for a type of codes: `STATUS[error.code]`, `Record<Code, number>`. */

/** Names of tables of the module's top level. */
export interface CodeTables {
  /** By the type of their keys: `type Code = keyof typeof STATUS`, `const STATUS: Record<Code, number>`. */
  readonly byType: ReadonlyMap<string, readonly string[]>;
  /** By the field that they are asked with: `STATUS[error.code]`, `code: keyof typeof STATUS`. */
  readonly byField: ReadonlyMap<string, readonly string[]>;
}

const none: CodeTables = { byType: new Map(), byField: new Map() };

/** The tables of codes of a module, by its text. */
export function codeTablesOf(text: string): CodeTables {
  const mayDeclare = text.includes("keyof typeof ") || text.includes("Record<") || text.includes(" in ");
  if (!mayDeclare && !asked.test(text)) return none;
  const byType = new Map<string, string[]>();
  const byField = new Map<string, string[]>();
  if (mayDeclare) {
    for (const [, type = "", table = ""] of text.matchAll(keysAsType)) add(byType, type, table);
    for (const [, table = "", type = ""] of text.matchAll(declaredTable)) add(byType, type, table);
    if (text.includes("satisfies "))
      for (const [, table = "", type = ""] of text.matchAll(satisfyingTable)) add(byType, type, table);
    for (const [, field = "", table = ""] of text.matchAll(fieldOfKeys)) add(byField, field, table);
  }
  for (const [, table = "", field = ""] of text.matchAll(askedTable)) add(byField, field, table);
  return { byType, byField };
}

const asked = /\w\[\s*\w+(?:\.\w+)*\.\w+\s*\]/;
const askedTable = /\b([A-Za-z_]\w*)\[\s*(?:\w+\??\.)+(\w+)\s*\]/g;
const keysAsType = /\btype\s+(\w+)\s*=\s*keyof\s+typeof\s+(\w+)/g;
const fieldOfKeys = /\b(\w+)\??\s*:\s*keyof\s+typeof\s+(\w+)/g;

const recordOf = String.raw`(?:(?:Readonly|Partial|Required)<\s*)*Record<\s*(\w+)\s*,`;
const declaredTable =
  /\b(?:const|let|var|readonly|static)\s+(\w+)\s*:\s*(?:(?:Readonly|Partial)<\s*)*(?:Record<\s*|\{\s*(?:readonly\s+)?\[\s*\w+\s+in\s+)(\w+)\s*[,\]]/g;
const satisfyingTable = new RegExp(
  String.raw`\bconst\s+(\w+)\s*=\s*\{(?:[^{}]|\{[^{}]*\})*\}\s*(?:as\s+const\s+)?satisfies\s+${recordOf}`,
  "g",
);

function add(tables: Map<string, string[]>, key: string, table: string): void {
  const known = tables.get(key);
  if (known === undefined) tables.set(key, [table]);
  else if (!known.includes(table)) known.push(table);
}
