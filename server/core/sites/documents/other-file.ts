/** What another file of data holds, as an expression that can be asked for its value: `require("./answers.yaml").gone`. */
import { memberAt } from "../../syntax/member-at.ts";
import type { Expression } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";
import { unescapedPointer } from "./references.ts";

const longest = 1000;

/** What `reference` (a relative path, a JSON pointer behind `#`) leads to, standing at `place`; undefined for URLs. */
export function otherFile(reference: string, { start, end }: Span): Expression | undefined {
  const [path = "", pointer = ""] = reference.split("#");
  if (path === "" || reference.length > longest || /^[a-z][a-z\d+.-]*:|^\//i.test(path)) return undefined;
  const at = { start, end };
  const specifier: Expression = {
    kind: "string",
    value: path.startsWith(".") ? path : `./${path}`,
    quote: '"',
    closed: true,
    ...at,
  };
  const file: Expression = {
    kind: "call",
    callee: { kind: "identifier", name: "require", ...at },
    arguments: [specifier],
    argumentsSpan: at,
    optional: false,
    closed: true,
    ...at,
  };
  return memberAt(file, pointer.split("/").slice(1).map(unescapedPointer));
}
