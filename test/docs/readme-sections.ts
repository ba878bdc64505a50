/** The parts of the README that are made from the program's own data: rules, settings, commands, catalogs. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readCatalog } from "../../server/core/catalog/read-catalog.ts";
import { textIn } from "../../server/core/catalog/text-in.ts";
import { rules } from "../../server/core/rules/index.ts";
import { builtins } from "../support/memory-workspace.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export const readmePath = join(root, "README.md");

/** The README with its generated parts written anew; a part stands between `<!-- NAME -->` and `<!-- /NAME -->`. */
export function withGeneratedSections(readme: string): string {
  const sections = {
    rules: rulesTable(),
    settings: settingsTable(),
    commands: commandsTable(),
    catalogs: catalogsTable(),
  };
  let text = readme;
  for (const [name, section] of Object.entries(sections)) {
    const open = `<!-- ${name} -->`;
    const close = `<!-- /${name} -->`;
    const start = text.indexOf(open);
    const end = text.indexOf(close);
    if (start < 0 || end < start) throw new Error(`README.md lacks ${open} … ${close}`);
    text = `${text.slice(0, start + open.length)}\n${section}\n${text.slice(end)}`;
  }
  return text;
}

function rulesTable(): string {
  const rows = rules.map(({ meta }) => [
    `\`${meta.name}\``,
    meta.severity,
    meta.summary,
    meta.fix === "none" ? "" : meta.fix,
  ]);
  return table(["rule", "default", "finds", "fix"], rows);
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly title: string; readonly category: string; readonly command: string }[];
    readonly configuration: {
      readonly properties: Readonly<
        Record<
          string,
          { readonly default: unknown; readonly description?: string; readonly markdownDescription?: string }
        >
      >;
    };
  };
}

function manifest(): Manifest {
  // Our own package.json, whose shape the editor checks.
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;
}

function settingsTable(): string {
  const rows = Object.entries(manifest().contributes.configuration.properties).map(([name, setting]) => [
    `\`${name}\``,
    `\`${JSON.stringify(setting.default)}\``,
    setting.markdownDescription ?? setting.description ?? "",
  ]);
  return table(["setting", "default", "what it does"], rows);
}

function commandsTable(): string {
  return table(
    ["command", "id"],
    manifest().contributes.commands.map(({ title, category, command }) => [`${category}: ${title}`, `\`${command}\``]),
  );
}

function catalogsTable(): string {
  const rows = builtins.map(({ id, uri }) => {
    const { catalog } = readCatalog(readFileSync(fileURLToPath(uri), "utf8"), { uri, format: "yaml" });
    const counts = [
      catalog?.codes.length ? `${catalog.codes.length} codes` : "",
      `${catalog?.statuses.length} statuses`,
    ];
    return [
      `\`${id}\``,
      textIn(catalog?.title, ["en"]) ?? "",
      catalog?.language ?? "",
      counts.filter((count) => count !== "").join(", "),
    ];
  });
  return table(["id", "API", "language", "holds"], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
