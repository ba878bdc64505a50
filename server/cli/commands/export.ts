import { exportCatalog, exportFormats, isExportFormat } from "../../core/index.ts";
import { exitCodes, UsageError } from "../exit.ts";
import type { Run } from "../run.ts";
import { servingCatalogs } from "./catalogs.ts";

export interface ExportOptions {
  readonly to: string;
  readonly language: string | undefined;
}

/** `export`: a catalog as a page, as a module, as components of an API description, or in its own format. */
export async function runExport(run: Run, id: string, { to, language }: ExportOptions): Promise<number> {
  if (!isExportFormat(to)) throw new UsageError(`--to is one of ${exportFormats.join(", ")}, not \`${to}\``);
  const catalogs = (await servingCatalogs(run)).flatMap(({ catalog }) => catalog ?? []);
  const catalog = catalogs.find((candidate) => candidate.id === id);
  if (catalog === undefined) {
    throw new UsageError(`there is no catalog \`${id}\`; there are ${catalogs.map((known) => known.id).join(", ")}`);
  }
  const text = exportCatalog(catalog, to, language === undefined ? [] : [language.toLowerCase()]);
  run.output.write(run.json ? `${JSON.stringify({ id, to, text }, undefined, 2)}\n` : text);
  return exitCodes.clean;
}
