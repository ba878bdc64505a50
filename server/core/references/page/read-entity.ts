import { parseFragment } from "parse5";

/** What a character reference such as `&lt;` or `&#39;` stands for; itself if it stands for nothing. */
export function readEntity(entity: string): string {
  const known = common.get(entity);
  if (known !== undefined) return known;
  const [node] = parseFragment(entity).childNodes;
  return node !== undefined && "value" in node ? node.value : entity;
}

const common: ReadonlyMap<string, string> = new Map([
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&amp;", "&"],
  ["&quot;", '"'],
  ["&#39;", "'"],
  ["&nbsp;", "\u00A0"],
]);
