import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { LineMap, type Problem } from "../../core/index.ts";
import { catalogJson } from "../catalog-json.ts";
import { exitCodes, UsageError } from "../exit.ts";
import { printable } from "../printable.ts";
import { type Run, shownPath, uriOf } from "../run.ts";

export interface ImportOptions {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly language: string | undefined;
}

/** `import`: a catalog in our format from pages, descriptions of APIs, data or programs; what is doubtful is marked. */
export async function runImport(run: Run, paths: readonly string[], options: ImportOptions): Promise<number> {
  const files = paths.map((path) => resolve(run.folder, path));
  for (const [index, file] of files.entries()) {
    if (!existsSync(file) || !statSync(file).isFile()) throw new UsageError(`there is no file ${paths[index]}`);
  }
  const imported = await run.workspace.importCatalog(files.map(uriOf), options);
  if (imported.kind === "missing") throw new UsageError(imported.reason);
  const { catalog, problems, text } = imported;
  const [first = ""] = files;
  if (run.json)
    run.output.write(
      `${JSON.stringify({ catalog: catalogJson(catalog, problems), problems: problems.map(shown) }, undefined, 2)}\n`,
    );
  else run.output.write(text);
  const content = run.workspace.textOf(uriOf(first));
  for (const problem of problems)
    run.notices.write(`${printable(noticeOf(problem, shownPath(run, first), content))}\n`);
  return exitCodes.clean;
}

function shown({ code, severity, message }: Problem) {
  return { rule: code, severity: severity === "information" ? "info" : severity, message };
}

function noticeOf({ message, severity, span }: Problem, path: string, content: string | undefined): string {
  const place = content === undefined ? { line: 0, column: 0 } : new LineMap(content).toLineColumn(span.start);
  return `${path}:${place.line + 1}:${place.column + 1} ${severity} ${message}`;
}
