/** Writes the generated parts of the README: `npm run docs`. */
import { readFileSync, writeFileSync } from "node:fs";
import { readmePath, withGeneratedSections } from "./readme-sections.ts";

writeFileSync(readmePath, withGeneratedSections(readFileSync(readmePath, "utf8")));
