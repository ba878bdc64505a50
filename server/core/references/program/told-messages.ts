/** Messages of error sites that are no constants: templates, functions, parameters with a default. */
import type { ErrorSite } from "../../sites/model.ts";
import type { Expression, FunctionExpression, ObjectLiteral, SourceFile } from "../../syntax/tree.ts";
import { unwrapped } from "../../syntax/unwrapped.ts";
import { walkFile } from "../../syntax/walk.ts";
import type { Span } from "../../text/span.ts";
import type { Drafted } from "../draft.ts";
import { messageTemplate } from "./message-template.ts";

const messageFields: ReadonlySet<string> = new Set("message msg text description errorMessage".split(" "));

/** Tells of each site of the file what its message says, as far as it is written there at all. */
export function toldMessages(file: SourceFile): (site: ErrorSite) => Drafted<string> | undefined {
  const bySpan = new Map<string, Expression>();
  const objects = new Map<number, readonly ObjectLiteral[]>();
  const functions: FunctionExpression[] = [];
  walkFile(
    file,
    (node) => {
      if (node.kind === "function-declaration") functions.push(node.function);
      else if (node.kind === "function") functions.push(node);
      if (node.kind === "object") objects.set(node.end, [...(objects.get(node.end) ?? []), node]);
      if (kinds.has(node.kind)) bySpan.set(keyOf(node), node as Expression);
    },
    kinds,
  );
  // A site of a table's row begins with its key.
  const objectAt = ({ start, end }: Span): ObjectLiteral | undefined =>
    objects.get(end)?.find((object) => object.start >= start);
  const defaultOf = (name: string, site: ErrorSite): Expression | undefined => {
    const around = functions.filter(({ start, end }) => start <= site.span.start && site.span.end <= end).at(-1);
    const parameter = around?.parameters.find(({ pattern }) => pattern.kind === "name" && pattern.name === name);
    return parameter?.initializer;
  };
  return (site) => {
    const span = site.message?.span;
    const written =
      span === undefined
        ? (fieldOf(objectAt(site.span)) ?? argumentOf(bySpan.get(keyOf(site.span))))
        : bySpan.get(keyOf(span));
    if (written === undefined) return undefined;
    const node = unwrapped(written);
    const meant = node.kind === "identifier" ? defaultOf(node.name, site) : node;
    const value = meant === undefined ? undefined : messageTemplate(meant);
    return meant === undefined || value === undefined ? undefined : { value, span: meant };
  };
}

const kinds: ReadonlySet<string> = new Set(
  "template binary function function-declaration identifier object call new".split(" "),
);

function keyOf({ start, end }: Span): string {
  return `${start} ${end}`;
}

/** The argument of a call or of a `new` that is called a message. */
function argumentOf(node: Expression | undefined): Expression | undefined {
  if (node?.kind !== "call" && node?.kind !== "new") return undefined;
  return node.arguments?.find((argument) => argument.kind === "identifier" && messageFields.has(argument.name));
}

/** The message of an object that describes an error. */
function fieldOf(object: ObjectLiteral | undefined): Expression | undefined {
  for (const member of object?.members ?? []) {
    if (member.kind === "property" && messageFields.has(member.key.name ?? "")) return member.value;
    if (member.kind === "method" && messageFields.has(member.key.name ?? "")) return member.value;
  }
  return undefined;
}
