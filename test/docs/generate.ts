/** Writes the generated parts of the README and the pages of the rules: `npm run docs`. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readmePath, withGeneratedSections } from "./readme-sections.ts";
import { rulePages, rulePagesFolder } from "./rule-pages.ts";

writeFileSync(readmePath, withGeneratedSections(readFileSync(readmePath, "utf8")));
rmSync(rulePagesFolder, { recursive: true, force: true });
mkdirSync(rulePagesFolder, { recursive: true });
for (const [name, page] of rulePages()) writeFileSync(join(rulePagesFolder, name), page);
