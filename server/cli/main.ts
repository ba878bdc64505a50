/** The command line: `error-code-insight check|sites|catalogs|explain`. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { runBootstrap } from "./commands/bootstrap.ts";
import { runCatalogs } from "./commands/catalogs.ts";
import { runCheck } from "./commands/check.ts";
import { runExplain } from "./commands/explain.ts";
import { runExport } from "./commands/export.ts";
import { runImport } from "./commands/import.ts";
import { runSites } from "./commands/sites.ts";
import { runWhy } from "./commands/why.ts";
import { exitCodes, UsageError } from "./exit.ts";
import { readPackageVersion } from "./package-version.ts";
import { type CommonOptions, createRun } from "./run.ts";

// Beside the bundle in a package; the same two folders in a checkout.
const packageFolder = join(__dirname, "..");
const catalogsFolder = join(packageFolder, "catalogs");

function program(): Command {
  const root = new Command("error-code-insight")
    .description("Checks that error codes and HTTP statuses in code agree with the error catalogs of an API.")
    .version(readPackageVersion(packageFolder))
    .exitOverride()
    .configureOutput({ writeErr: (text) => process.stderr.write(text) });

  withCache(common(root.command("check [paths...]"), "report contradictions between code and catalogs"))
    .option(
      "--fail-on <severity>",
      "the least severity that makes the exit code 1: error, warning, info or hint",
      "hint",
    )
    .option("--no-baseline", "show also what the baseline has recorded")
    .option("--update-baseline", "record all present findings in the baseline beside the configuration")
    .option("--fix", "make the fixes that are safe to make without asking, and report what is left")
    .option("--fix-dry-run", "say what --fix would do, and write nothing")
    .action((paths: string[], options: CommonOptions & CheckWords) =>
      finish(
        runCheck(run(options), paths, {
          failOn: options.failOn,
          updatesBaseline: options.updateBaseline === true,
          fixes: options.fixDryRun ? "show" : options.fix ? "write" : "leave",
        }),
      ),
    );
  withCache(common(root.command("sites [paths...]"), "list every place that emits, declares or compares an error"))
    .option("--why <path:line[:column]>", "say what is recognised at one place, or why nothing is")
    .action((paths: string[], options: CommonOptions & { why?: string }) =>
      finish(options.why === undefined ? runSites(run(options), paths) : runWhy(run(options), options.why, paths)),
    );
  common(root.command("catalogs [id]"), "list the catalogs, or show one").action(
    (id: string | undefined, options: CommonOptions) => finish(runCatalogs(run(options), id)),
  );
  common(
    root.command("explain <code-status-or-rule>"),
    "say what catalogs know of a code or a status, or what a rule finds",
  )
    .option("--catalog <id>", "look in this catalog only")
    .option("--lang <tag>", "language of the explanation, such as uk or zh-hans")
    .action((query: string, options: CommonOptions & { catalog?: string; lang?: string }) =>
      finish(runExplain(run(options), query, { catalog: options.catalog, language: options.lang })),
    );
  common(
    root.command("import <files...>"),
    "make a catalog from pages, API descriptions, data or programs, and print it",
  )
    .option("--id <id>", "the id of the catalog, otherwise made from the file's name")
    .option("--title <title>", "the title, otherwise that of the page")
    .option("--lang <tag>", "the language of the documents, such as uk or zh-hans, otherwise told by their words")
    .action((files: string[], options: CommonOptions & { id?: string; title?: string; lang?: string }) =>
      finish(runImport(run(options), files, { id: options.id, title: options.title, language: options.lang })),
    );
  common(
    root.command("bootstrap [paths...]"),
    "make a first catalog from the codes that the code itself sends, and print it",
  )
    .option("--id <id>", "the id of the catalog", "observed-errors")
    .option("--title <title>", "the title of the catalog")
    .action((paths: string[], options: CommonOptions & { id?: string; title?: string }) =>
      finish(runBootstrap(run(options), paths, { id: options.id, title: options.title })),
    );
  common(root.command("export <id>"), "write a catalog as a page, a module, an API description, or in its own format")
    .option("--to <form>", "yaml, json, markdown, typescript or openapi", "yaml")
    .option("--lang <tag>", "language of the texts where the form has only one")
    .action((id: string, options: CommonOptions & { to: string; lang?: string }) =>
      finish(runExport(run(options), id, { to: options.to, language: options.lang })),
    );
  return root;
}

/** The options of `check` as they come from the command line. */
interface CheckWords {
  readonly failOn: string;
  readonly updateBaseline?: true;
  readonly fix?: true;
  readonly fixDryRun?: true;
}

function common(command: Command, description: string): Command {
  return command
    .description(description)
    .option("--format <format>", "text for people or json for programs", "text")
    .option("--config <file>", "use this configuration for all files");
}

/** `check` and `sites` read everything; the other commands are quick. */
function withCache(command: Command): Command {
  return command
    .option("--cache", "keep what was found out, and look next time only at files that have changed")
    .option("--cache-location <folder>", "keep it in this folder, otherwise in node_modules/.cache/error-code-insight");
}

function run(options: CommonOptions) {
  const { mtimeMs, size } = statSync(__filename);
  const build = `${readPackageVersion(packageFolder)} ${mtimeMs} ${size}`;
  const { stdout: output, stderr: notices } = process;
  return createRun({ options, catalogsFolder, build, folder: process.cwd(), output, notices, started: Date.now() });
}

async function finish(work: Promise<number>): Promise<void> {
  process.exitCode = await work;
}

/** Ends with the exit code of the contract; never with a stack trace for what the user got wrong. */
async function main(): Promise<void> {
  try {
    await program().parseAsync(process.argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
    } else if (error instanceof UsageError) {
      process.stderr.write(`error-code-insight: ${error.message}\n`);
      process.exitCode = exitCodes.usage;
    } else {
      process.stderr.write(
        `error-code-insight: internal error: ${error instanceof Error ? error.stack : String(error)}\n`,
      );
      process.exitCode = exitCodes.internal;
    }
  }
}

// A reader that has seen enough (`| head`) closes the pipe; that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(exitCodes.clean);
  throw error;
});

void main();
