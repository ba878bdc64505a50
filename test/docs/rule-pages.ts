/** One page a rule, made from the rules' metadata, and their list. */
import { fileURLToPath } from "node:url";
import { rulePage } from "../../server/core/features/rule-page.ts";
import { rules } from "../../server/core/rules/index.ts";

export const rulePagesFolder = fileURLToPath(new URL("../../docs/rules", import.meta.url));

/** The pages by the names of their files. */
export function rulePages(): ReadonlyMap<string, string> {
  const pages = rules.map(({ meta }) => [`${meta.name}.md`, rulePage(meta)] as const);
  return new Map([...pages, ["README.md", list()]]);
}

function list(): string {
  const lines = rules.map(({ meta }) => `- [${meta.name}](${meta.name}.md): ${meta.summary}`);
  return `# Rules\n\n${lines.join("\n")}\n`;
}
