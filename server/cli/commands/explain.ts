import {
  explainAsText,
  explainSamplesAsText,
  explanationOf,
  findExplained,
  nearestExplained,
  ruleData,
  ruleNamed,
  rulePage,
} from "../../core/index.ts";
import { exitCodes, UsageError } from "../exit.ts";
import { printable } from "../printable.ts";
import type { Run } from "../run.ts";
import { servingCatalogs } from "./catalogs.ts";

export interface ExplainOptions {
  readonly catalog: string | undefined;
  readonly language: string | undefined;
}

/** `explain`: what the catalogs say of one code or status, or what a rule is about. Ends with 1 where none knows it. */
export async function runExplain(run: Run, asked: string, options: ExplainOptions): Promise<number> {
  const rule = ruleNamed(asked);
  if (rule === undefined) return explainCode(run, asked, options);
  run.output.write(
    run.json ? `${JSON.stringify({ entries: [], rule: ruleData(rule) }, undefined, 2)}\n` : rulePage(rule),
  );
  return exitCodes.clean;
}

async function explainCode(run: Run, asked: string, { catalog, language }: ExplainOptions): Promise<number> {
  const all = (await servingCatalogs(run)).flatMap((loaded) => loaded.catalog ?? []);
  const catalogs = catalog === undefined ? all : all.filter(({ id }) => id === catalog);
  if (catalogs.length === 0)
    throw new UsageError(`there is no catalog \`${catalog}\`; there are ${all.map(({ id }) => id).join(", ")}`);
  const languages = language === undefined ? [] : [language.toLowerCase()];
  const entries = findExplained(asked, catalogs);
  if (run.json) {
    run.output.write(
      `${JSON.stringify({ entries: entries.map((entry) => explanationOf(entry, languages)) }, undefined, 2)}\n`,
    );
  } else if (entries.length > 0) {
    const general = all.find((candidate) => candidate.general);
    run.output.write(
      `${printable(explainAsText(entries, { languages, general, textOf: (uri) => run.workspace.textOf(uri) }))}\n`,
    );
  } else {
    const general = all.find((candidate) => candidate.general);
    const options = { languages, general, textOf: (uri: string) => run.workspace.textOf(uri) };
    const samples = explainSamplesAsText(asked, catalogs, options);
    const near = samples === "" ? nearestExplained(asked, catalogs).map((code) => `\`${code}\``) : [];
    if (samples !== "") run.notices.write(`${printable(samples)}\n`);
    else
      run.notices.write(
        `No catalog knows \`${asked}\`.${near.length > 0 ? ` Did you mean ${near.join(", ")}?` : ""}\n`,
      );
  }
  return entries.length > 0 ? exitCodes.clean : exitCodes.findings;
}
