/** Codes that stand beside the cursor already and must not stand there twice: other keys of the object, other cases. */
import type { SourceFile } from "../../syntax/tree.ts";
import { nodesAt, staticPropertyName, staticText } from "../../syntax/walk.ts";
import { touches } from "../../text/span.ts";

/** The codes, as text, that the object or the `switch` around `offset` has in its other keys or cases. */
export function takenAt(file: SourceFile, offset: number): ReadonlySet<string> {
  const path = nodesAt(file, offset);
  const node = path.at(-1);
  const parent = path.at(-2);
  if (node?.kind === "object") return keysOf(node.members, offset);
  const object = path.at(-3);
  if (parent?.kind === "property" && object?.kind === "object" && (node?.kind === "key" || parent.shorthand)) {
    return keysOf(object.members, offset);
  }
  const clause = parent?.kind === "case" ? parent : node?.kind === "case" ? node : undefined;
  if (clause === undefined) return new Set();
  const around = path[path.indexOf(clause) - 1];
  if (around?.kind !== "switch") return new Set();
  const others = around.cases.filter((other) => other !== clause);
  return new Set(others.flatMap(({ test }) => (test === undefined ? [] : (staticText(test) ?? []))));
}

type Members = Extract<ReturnType<typeof nodesAt>[number], { kind: "object" }>["members"];

function keysOf(members: Members, offset: number): ReadonlySet<string> {
  return new Set(
    members.flatMap((member) =>
      member.kind === "spread" || touches(member.key, offset) ? [] : (staticPropertyName(member.key) ?? []),
    ),
  );
}
