import type { SymbolicEntry, SymbolicValue } from "../module-summary.ts";

const deepest = 16;

/** Whether a value is computed from a parameter of the function known by `owner`, or of any function, its instance included. */
export function mentionsParameter(value: SymbolicValue, owner?: number, depth = 0): boolean {
  if (depth > deepest) return false;
  const mentions = (inner: SymbolicValue): boolean => mentionsParameter(inner, owner, depth + 1);
  switch (value.kind) {
    case "parameter":
      return owner === undefined || value.owner === owner;
    case "this":
      return owner === undefined;
    case "local":
      return mentions(value.value);
    case "member":
      return mentions(value.object);
    case "index":
      return mentions(value.object) || mentions(value.index);
    case "choice":
      return value.options.some(mentions);
    case "fallback":
      return mentions(value.value) || mentions(value.fallback);
    case "concatenation":
      return value.parts.some(mentions);
    case "join":
      return value.items.some((item) => mentions(item.value));
    case "array":
      return value.elements.some(mentions);
    case "object":
      return value.entries.some((entry) => mentionsEntry(entry, mentions));
    case "call":
      return value.arguments.some(mentions) || (value.callee.kind === "member" && mentions(value.callee.object));
    default:
      return false;
  }
}

function mentionsEntry(entry: SymbolicEntry, mentions: (value: SymbolicValue) => boolean): boolean {
  return mentions(entry.value) || (entry.kind === "computed" && mentions(entry.key));
}
