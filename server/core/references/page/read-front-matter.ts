import type { DataNode } from "../../text/data-node.ts";
import type { ProblemCollector } from "../../text/problem-collector.ts";
import { readYamlInto } from "../../text/read-yaml-data.ts";

export interface FrontMatter {
  readonly data: DataNode | undefined;
  /** Where the page itself begins. */
  readonly end: number;
}

/** The data between two lines of dashes at the start of a page; `end` is 0 where there is none. */
export function readFrontMatter(source: string, problems: ProblemCollector): FrontMatter {
  const match = /^\uFEFF?---[ \t]*(?:\r\n?|\n)([\s\S]*?)(?:^|\r\n?|\n)(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|$)/.exec(source);
  if (match === null || !/^\s*(?:#|[\w"'-]+\s*:)/m.test(match[1] ?? "")) return { data: undefined, end: 0 };
  const start = match[0].indexOf(match[1] ?? "", match[0].indexOf("---") + 3);
  const text = match[0]
    .slice(0, start)
    .replace(/[^\r\n]/g, " ")
    .concat(match[1] ?? "");
  return { data: readYamlInto(text, problems), end: match[0].length };
}
