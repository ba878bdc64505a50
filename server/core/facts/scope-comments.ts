/** Comments that say which catalogs a file follows: `// error-catalog: agora-chat, ru-rest-api`, `error-catalog: off`. */
import type { Catalog } from "../catalog/model.ts";
import { nearestWord } from "../text/nearest.ts";
import type { Problem } from "../text/problem.ts";
import type { Span } from "../text/span.ts";

/** What the comments of a file say: nothing, that no catalog applies, or which do. */
export type CommentedScope =
  | { readonly kind: "none" }
  | { readonly kind: "off"; readonly span: Span; readonly problems: readonly Problem[] }
  | { readonly kind: "named"; readonly catalogs: readonly CommentedCatalog[]; readonly problems: readonly Problem[] };

export interface CommentedCatalog {
  readonly catalog: Catalog;
  /** The name in the comment. */
  readonly span: Span;
}

/** Names between commas; what follows after white space without a comma is a remark. */
const names = /^\s*[^\s,]*(?:\s*,\s*[^\s,]*)*/;

const directive = /^[\s/*#!<-]*error-catalog[ \t]*:([^\r\n]*)/gim;

/** Reads the scope comments among `comments`, in any of the comment forms; ids are looked up in `known`. */
export function readScopeComments(text: string, comments: readonly Span[], known: readonly Catalog[]): CommentedScope {
  const problems: Problem[] = [];
  const catalogs: CommentedCatalog[] = [];
  let off: Span | undefined;
  let seen = false;
  for (const name of namesIn(text, comments)) {
    seen = true;
    if (name.text.toLowerCase() === "off") {
      off = name.span;
      continue;
    }
    const id = name.text.replace(/^builtin:/, "");
    const catalog = known.find((candidate) => candidate.id === id);
    if (catalog === undefined) problems.push(unknownCatalog(name, known));
    else if (!catalogs.some((other) => other.catalog === catalog)) catalogs.push({ catalog, span: name.span });
  }
  if (!seen) return { kind: "none" };
  return off === undefined ? { kind: "named", catalogs, problems } : { kind: "off", span: off, problems };
}

interface Name {
  readonly text: string;
  readonly span: Span;
}

function* namesIn(text: string, comments: readonly Span[]): Iterable<Name> {
  for (const comment of comments) {
    const slice = text.slice(comment.start, comment.end);
    if (!/error-catalog/i.test(slice)) continue;
    for (const match of slice.matchAll(directive)) {
      const list = names.exec((match[1] ?? "").replace(/\*\/.*$|\/\/.*$|-->.*$|\s--(?:\s.*)?$/, ""))?.[0] ?? "";
      const listStart = comment.start + match.index + match[0].length - (match[1] ?? "").length;
      for (const part of list.matchAll(/[^,]+/g)) {
        const name = part[0].trim();
        if (name === "") continue;
        const start = listStart + part.index + part[0].indexOf(name);
        yield { text: name, span: { start, end: start + name.length } };
      }
    }
  }
}

function unknownCatalog(name: Name, known: readonly Catalog[]): Problem {
  const ids = known.map(({ id }) => id);
  const nearest = nearestWord(name.text, ids);
  const hint =
    nearest === undefined ? `there are ${ids.map((id) => `\`${id}\``).join(", ")}` : `did you mean \`${nearest}\`?`;
  return {
    code: "unknown-catalog",
    severity: "warning",
    message: `There is no catalog \`${name.text}\`: ${ids.length === 0 ? "none is loaded" : hint}`,
    span: name.span,
  };
}
