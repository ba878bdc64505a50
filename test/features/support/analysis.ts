/** Analyses of fixture files, made from the parts of the core without a workspace. */
import { readFileSync } from "node:fs";
import type { Catalog } from "../../../server/core/catalog/model.ts";
import { type CatalogReading, readCatalog } from "../../../server/core/catalog/read-catalog.ts";
import { factsFor } from "../../../server/core/facts/join.ts";
import type { Scope, ScopeReason } from "../../../server/core/facts/model.ts";
import type { FileAnalysis } from "../../../server/core/features/analysis.ts";
import { runCatalogRules, runRules } from "../../../server/core/rules/run-rules.ts";
import { findSites } from "../../../server/core/sites/find-sites.ts";
import { summariseModule } from "../../../server/core/sites/values/summarise-module.ts";
import type { ModuleProvider } from "../../../server/core/sites/values/value-service.ts";
import { createValueService } from "../../../server/core/sites/values/value-service-for-file.ts";
import { whyAt } from "../../../server/core/sites/why.ts";
import { dialectOf } from "../../../server/core/syntax/dialect.ts";
import { readSource } from "../../../server/core/syntax/read-source.ts";

const root = "file:///project/";
const catalogFolder = new URL("../../../catalogs/", import.meta.url);

const read = new Map<string, Catalog>();

export interface ProjectFile {
  readonly name: string;
  readonly text: string;
}

export interface Project {
  readonly files: readonly ProjectFile[];
  /** Catalogs of the project by file name. */
  readonly catalogs: readonly ProjectFile[];
  /** What is in scope: built-in ids and names of `catalogs`. */
  readonly inScope: readonly string[];
  readonly reason?: ScopeReason;
}

const configured: ScopeReason = { kind: "configuration", uri: `${root}error-code-insight.json` };

/** The analysis of one file of a project. */
export function analyse(project: Project, name: string): FileAnalysis {
  const uri = root + name;
  const own = project.catalogs.find((file) => file.name === name);
  if (own !== undefined) return analyseCatalog(project, own);
  const text = project.files.find((file) => file.name === name)?.text ?? "";
  const scope = scopeOf(project);
  const dialect = dialectOf(name);
  const base = { uri, text, scope, available: availableIn(project), textOf: (other: string) => textIn(project, other) };
  if (dialect === undefined) {
    return {
      ...base,
      file: undefined,
      unread: { kind: "unsupported" },
      facts: [],
      findings: [],
      values: undefined,
      hidden: [],
      recorded: undefined,
      catalog: undefined,
      sitesIn: () => [],
    };
  }
  const modules = modulesOf(project);
  const file = readSource(text, dialect);
  const facts = factsFor(findSites(file, { uri, modules }), scope);
  return {
    ...base,
    file,
    facts,
    findings: runRules({ uri, file, facts, scope }),
    hidden: [],
    recorded: undefined,
    values: createValueService({ file, uri, modules }),
    catalog: undefined,
    sitesIn: (other) => findSites(readSource(other, dialect), { uri, modules }),
    whyAt: (offset) => whyAt(file, offset, { uri, modules }),
  };
}

/** A built-in catalog, its file at a place that does not depend on the machine. */
export function builtIn(id: string): Catalog {
  const known = read.get(id);
  if (known !== undefined) return known;
  const { catalog } = readCatalog(builtInText(id), { uri: `file:///catalogs/${id}.yaml`, format: "yaml" });
  if (catalog === undefined) throw new Error(`${id} is no catalog`);
  read.set(id, catalog);
  return catalog;
}

function builtInText(id: string): string {
  return readFileSync(new URL(`${id}.yaml`, catalogFolder), "utf8");
}

function analyseCatalog(project: Project, { name, text }: ProjectFile): FileAnalysis {
  const uri = root + name;
  const { catalog, problems } = readOwn({ name, text });
  const scope: Scope = { ...scopeOf(project), catalogs: [] };
  return {
    uri,
    text,
    file: undefined,
    scope,
    facts: [],
    findings: catalog === undefined ? [] : runCatalogRules({ uri, text, catalog, problems, levels: scope.rules }),
    values: undefined,
    hidden: [],
    recorded: undefined,
    catalog,
    available: availableIn(project),
    sitesIn: () => [],
    textOf: (other) => textIn(project, other),
  };
}

function scopeOf(project: Project): Scope {
  const reason = project.reason ?? configured;
  const catalogs = namedCatalogs(project).map((catalog) => ({ catalog, reason }));
  return { catalogs, general: builtIn("http"), rules: new Map(), problems: [] };
}

// A catalog whose text is broken is in scope nowhere.
function namedCatalogs(project: Project): readonly Catalog[] {
  return project.inScope.flatMap((name) => {
    const file = project.catalogs.find((candidate) => candidate.name === name);
    return file === undefined ? builtIn(name) : (readOwn(file).catalog ?? []);
  });
}

function readOwn({ name, text }: ProjectFile): CatalogReading {
  return readCatalog(text, { uri: root + name, format: formatOf(name) });
}

function availableIn(project: Project): readonly Catalog[] {
  const named = namedCatalogs(project);
  const vendors = ["uk-retail-api", "agora-chat"].filter((id) => !project.inScope.includes(id)).map(builtIn);
  return [...named, ...vendors, builtIn("http")];
}

function textIn(project: Project, uri: string): string | undefined {
  const id = /^file:\/\/\/catalogs\/(.+)\.yaml$/u.exec(uri)?.[1];
  if (id !== undefined) return builtInText(id);
  return [...project.catalogs, ...project.files].find(({ name }) => root + name === uri)?.text;
}

function modulesOf(project: Project): ModuleProvider {
  return {
    module(uri) {
      const file = project.files.find(({ name }) => root + name === uri);
      const dialect = file && dialectOf(file.name);
      return file === undefined || dialect === undefined
        ? "absent"
        : summariseModule(readSource(file.text, dialect), uri);
    },
  };
}

function formatOf(name: string): "json" | "yaml" {
  return /\.jsonc?$/u.test(name) ? "json" : "yaml";
}
