import pc from "picocolors";
import {
  configurationFileNames,
  type LoadedCatalog,
  mayServe,
  type NearReference,
  nearReasonOf,
  type Problem,
  textIn,
} from "../../core/index.ts";
import { walkFiles } from "../../node/walk-files.ts";
import { catalogJson } from "../catalog-json.ts";
import { exitCodes, UsageError } from "../exit.ts";
import { printable } from "../printable.ts";
import { pathOfUri, type Run, shownPath, uriOf } from "../run.ts";

/**
 * `catalogs`: all that a configuration below the working directory names, the documents that serve or could serve without
 * being named, and all that are built in; with an id, all of one.
 */
export async function runCatalogs(run: Run, id: string | undefined): Promise<number> {
  const loaded = await loadedCatalogs(run);
  const near = await nearCatalogs(run);
  if (id === undefined) {
    const known = await Promise.all(loaded.map(async (item) => rowOf(item, await problemsOf(run, item), run)));
    const unnamed = await Promise.all(
      near.map(async (item) => nearRowOf(item, await problemsOf(run, item.loaded), run)),
    );
    const rows = [
      ...known.filter(({ use }) => use === "named"),
      ...unnamed,
      ...known.filter(({ use }) => use === "builtin"),
    ];
    run.output.write(run.json ? `${JSON.stringify({ catalogs: rows }, undefined, 2)}\n` : asText(rows));
    return exitCodes.clean;
  }
  const all = [...loaded, ...near.map((item) => item.loaded)];
  const found = all.find(({ catalog }) => catalog?.id === id);
  if (!found?.catalog)
    throw new UsageError(
      `there is no catalog \`${id}\`; there are ${all.map(({ catalog }) => catalog?.id).join(", ")}`,
    );
  const json = catalogJson(found.catalog, await problemsOf(run, found));
  run.output.write(run.json ? `${JSON.stringify({ catalog: json }, undefined, 2)}\n` : oneAsText(json));
  return exitCodes.clean;
}

/** Every catalog at hand: those of configurations in the working directory, then the built-in ones. */
function loadedCatalogs(run: Run): Promise<readonly LoadedCatalog[]> {
  const names = new Set(configurationFileNames);
  const files = walkFiles({ folder: run.folder, boundary: run.boundary, accepts: (name) => names.has(name) });
  return run.workspace.allCatalogs([...files].map(uriOf));
}

/** As `loadedCatalogs`, and the pages that serve without being named. */
export async function servingCatalogs(run: Run): Promise<readonly LoadedCatalog[]> {
  const found = (await nearCatalogs(run)).filter(({ use }) => use === "found");
  return [...(await loadedCatalogs(run)), ...found.map(({ loaded }) => loaded)];
}

/** Documents below the working directory that nobody named: those that serve all the same, and those that could. */
function nearCatalogs(run: Run): Promise<readonly NearReference[]> {
  const files = walkFiles({ folder: run.folder, boundary: run.boundary, accepts: mayServe });
  return run.workspace.nearReferences([...files].map(uriOf));
}

/** What the rules for catalogs say of one, syntax included. */
async function problemsOf(run: Run, loaded: LoadedCatalog): Promise<readonly Problem[]> {
  const analysis = await run.workspace.analyse(loaded.uri);
  return (
    analysis?.findings.map(({ rule, severity, message, span }) => ({ code: rule, severity, message, span })) ??
    loaded.problems
  );
}

interface CatalogRow {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly source: string;
  readonly codes: number;
  readonly statuses: number;
  readonly problems: number;
  /** `offered`: a document that could serve, if a configuration named it. */
  readonly use: "builtin" | "named" | "found" | "offered";
  /** Why it serves or could serve, and how sure that is (0 to 1): of documents that nobody named. */
  readonly reason?: string;
  readonly confidence?: number;
}

function nearRowOf(
  { loaded, use, reason, confidence }: NearReference,
  problems: readonly Problem[],
  run: Run,
): CatalogRow {
  return { ...rowOf(loaded, problems, run), use, reason, confidence };
}

function rowOf({ catalog, uri }: LoadedCatalog, problems: readonly Problem[], run: Run): CatalogRow {
  const isBuiltin = run.workspace.builtins.some((builtin) => builtin.uri === uri);
  return {
    id: catalog?.id ?? "",
    title: catalog ? (textIn(catalog.title, ["en"]) ?? catalog.id) : "",
    language: catalog?.language ?? "",
    source: isBuiltin ? `builtin:${catalog?.id}` : shownPath(run, pathOfUri(uri)),
    codes: catalog?.codes.length ?? 0,
    statuses: catalog?.statuses.length ?? 0,
    problems: problems.length,
    use: isBuiltin ? "builtin" : "named",
  };
}

function asText(rows: readonly CatalogRow[]): string {
  const width = Math.max(...rows.map(({ id }) => id.length), 2);
  return rows
    .map((row) => {
      const counts = `${row.codes} codes, ${row.statuses} statuses${row.problems > 0 ? pc.yellow(`, ${row.problems} problem${row.problems === 1 ? "" : "s"}`) : ""}`;
      return `${pc.bold(printable(row.id).padEnd(width))}  ${printable(row.title)} ${pc.dim(`(${row.language}, ${printable(row.source)})`)}\n${" ".repeat(width)}  ${counts}${pc.dim(whyOf(row))}\n`;
    })
    .join("");
}

function whyOf({ use, reason = "", confidence = 0 }: CatalogRow): string {
  if (use !== "found" && use !== "offered") return "";
  const why = nearReasonOf({ reason, confidence });
  return printable(use === "found" ? `; found: ${why}` : `; not in use, could serve: ${why}`);
}

function oneAsText(catalog: ReturnType<typeof catalogJson>): string {
  const lines = [`${pc.bold(printable(catalog.id))}  ${printable(Object.values(catalog.title ?? {}).join(" · "))}`, ""];
  for (const status of catalog.statuses) {
    lines.push(`  ${pc.cyan(String(status.status))} ${printable(status.title ?? "")}`);
  }
  if (catalog.statuses.length > 0) lines.push("");
  for (const code of catalog.codes) {
    const messages = code.messages.map((message) => JSON.stringify(message)).join(", ");
    lines.push(
      `  ${pc.bold(printable(String(code.code)))} ${pc.cyan(code.statuses.join(", "))} ${printable(messages)}`.trimEnd(),
    );
  }
  if (catalog.problems.length > 0) lines.push("");
  for (const problem of catalog.problems)
    lines.push(`  ${pc.yellow(problem.severity)} ${printable(problem.message)} ${pc.dim(problem.rule)}`);
  return `${lines.join("\n")}\n`;
}
