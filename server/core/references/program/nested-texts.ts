/** Files of texts that are programs: `const session = { not_found: "There is no session" }; export default session`. */
import type { Expression, ObjectLiteral, SourceFile } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { walkFile } from "../../syntax/walk.ts";
import type { DraftCode } from "../draft.ts";
import { languageNamed, namesErrors } from "../names.ts";
import { docCommentAt } from "./doc-comments.ts";
import { draftCode } from "./draft-code.ts";
import { messageTemplate } from "./message-template.ts";

/** Names of objects that are no part of a code. */
const wholes = /^(?:messages?|texts?|translations?|phrases|locales?|strings|dictionary|default)$/i;

const deepest = 10;

/**
 * The texts of objects that hold nothing else, below the name of the object where that is no word for errors or for a
 * whole language: `session.not_found`.
 */
export function nestedTexts(file: SourceFile, uri: string): readonly DraftCode[] {
  const found: DraftCode[] = [];
  const whole = defaultExport(file);
  const add = (object: ObjectLiteral, path: readonly string[], depth: number): void => {
    for (const member of object.members) {
      if (member.kind !== "property" || member.key.name === undefined) continue;
      const value = unwrapped(member.value);
      const here = [...path, member.key.name];
      if (value.kind === "object" && depth < deepest) add(value, here, depth + 1);
      const text = messageTemplate(value);
      if (text === undefined) continue;
      const essentials = {
        code: { value: here.join("."), span: member.key },
        statuses: [],
        messages: [{ value: text, span: value }],
        span: member,
        doubts: [],
      };
      found.push(draftCode(essentials, docCommentAt(file, member.start, member.end)));
    }
  };
  walkFile(
    file,
    (node, ancestors) => {
      if (node.kind === "variable" && ancestors.length === 0) {
        for (const { pattern, initializer } of node.declarators) {
          const object = objectIn(initializer);
          if (pattern.kind === "name" && object !== undefined && areTexts(object, 0))
            add(object, pathOf(pattern.name === whole ? importedName(whole, uri) : pattern.name), 0);
        }
      }
      const exported = node.kind === "export" ? objectIn(node.expression) : undefined;
      if (exported !== undefined && areTexts(exported, 0)) add(exported, [], 0);
    },
    new Set(["variable", "export"]),
  );
  return found;
}

/** The name of the constant that is the module's default export, frozen or not. */
function defaultExport({ statements }: SourceFile): string | undefined {
  for (const statement of statements) {
    if (statement.kind !== "export" || statement.expression === undefined) continue;
    const node = unwrapped(statement.expression);
    const [first] = node.kind === "call" && isFreeze(node.callee) ? node.arguments : [node];
    const exported = first === undefined ? undefined : unwrapped(first);
    if (exported?.kind === "identifier") return exported.name;
  }
  return undefined;
}

/**
 * Who imports a default export calls it as the file is called: `organization` of `organization.ts`, be its constant
 * `organizations`.
 */
function importedName(name: string, uri: string): string {
  const fileName = uri.slice(uri.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
  const [own, ofFile] = [name, fileName].map((each) => each.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase());
  if (own === `${ofFile}s`) return name.slice(0, -1);
  return ofFile === `${own}s` ? `${name}s` : name;
}

function pathOf(name: string): readonly string[] {
  return namesErrors(name) || wholes.test(name) || languageNamed(name) !== undefined ? [] : [name];
}

/** An object, or one that is frozen. */
function objectIn(expression: Expression | undefined): ObjectLiteral | undefined {
  const node = expression === undefined ? undefined : unwrapped(expression);
  if (node?.kind === "object") return node;
  const [first] = node?.kind === "call" && isFreeze(node.callee) ? node.arguments : [];
  return first === undefined ? undefined : objectIn(first);
}

function isFreeze(callee: Expression): boolean {
  return callee.kind === "member" && callee.name === "freeze";
}

/** Whether an object holds texts and objects of texts, and something at all. */
function areTexts({ members }: ObjectLiteral, depth: number): boolean {
  return (
    members.length > 0 &&
    depth <= deepest &&
    members.every((member) => {
      if (member.kind !== "property" || member.key.name === undefined) return false;
      const value = unwrapped(member.value);
      return value.kind === "object" ? areTexts(value, depth + 1) : messageTemplate(value) !== undefined;
    })
  );
}
