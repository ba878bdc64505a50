/**
 * From one file's text to everything known about it: the flow of the whole program in one place.
 * Synchronous, and pure but for the notes that the view takes of what it was asked.
 */
import { partInFile } from "../catalog/entry-place.ts";
import { looksLikeCatalog } from "../catalog/looks-like-catalog.ts";
import type { Catalog, Code } from "../catalog/model.ts";
import type { CatalogReference, Configuration } from "../facts/configuration.ts";
import { factsFor } from "../facts/join.ts";
import type { Scope } from "../facts/model.ts";
import { matchesGlobs } from "../facts/path-globs.ts";
import { scopeFor } from "../facts/scope.ts";
import type { FileAnalysis, Recorded, Unread } from "../features/analysis.ts";
import { isDocumentName } from "../references/read-reference.ts";
import { baselineFileName, splitByBaseline } from "../rules/baseline.ts";
import type { Finding } from "../rules/model.ts";
import { runCatalogRules, runProblems, runRules } from "../rules/run-rules.ts";
import { sentIn } from "../rules/support/sent-statuses.ts";
import { findSites, mayHoldSites } from "../sites/find-sites.ts";
import type { ModuleProvider } from "../sites/values/value-service.ts";
import { createValueService } from "../sites/values/value-service-for-file.ts";
import { whyAt } from "../sites/why.ts";
import { isDocument } from "../syntax/dialect.ts";
import { readSource } from "../syntax/read-source.ts";
import type { Dialect } from "../syntax/tree.ts";
import { maximumDepth, maximumLength } from "../text/data-limits.ts";
import { once } from "../text/once.ts";
import type { Problem } from "../text/problem.ts";
import { baseName } from "../text/uri.ts";
import type { BaselineStore } from "./baseline-store.ts";
import type { CatalogLookup, CatalogStore, LoadedCatalog } from "./catalog-store.ts";
import type { ConfigurationStore } from "./configuration-store.ts";
import type { DependencyStore } from "./dependencies.ts";
import { fileKind } from "./file-kind.ts";
import type { Root } from "./file-system.ts";
import type { SentIndex } from "./sent-index.ts";
import type { SourceView } from "./source-view.ts";

export interface AnalysisContext {
  /** The file that is looked at. */
  readonly uri: string;
  readonly view: SourceView;
  readonly roots: readonly Root[];
  readonly languageId: string | undefined;
  /** Whether someone has the file open: then its structure is wanted even where it holds nothing yet. */
  readonly isOpen: boolean;
  readonly modules: ModuleProvider;
  readonly configuration: Configuration | undefined;
  readonly configurations: ConfigurationStore;
  readonly sent: SentIndex;
  /** The statuses with which the files that were looked at so far send a code. */
  readonly sentStatuses: (code: Code) => readonly number[];
  readonly baselines: BaselineStore;
  /** Whether findings that the baseline has are hidden. */
  readonly obeysBaseline: boolean;
  readonly catalogs: CatalogStore;
  readonly dependencies: DependencyStore;
  readonly textOf: (uri: string) => string | undefined;
}

/** The analysis of a file; undefined when there is no such file, or while something that it needs is not loaded. */
export function analyseFile(context: AnalysisContext): FileAnalysis | undefined {
  const { uri } = context;
  const content = context.view.content(uri);
  if (!content || content.kind === "absent") return undefined;
  if (content.kind === "refused") return refused(uri, "", context, content.reason);
  const { text } = content;
  if (baseName(uri) === baselineFileName) return analyseBaseline(uri, text, context);
  const kind = fileKind(uri, context.languageId);
  const reference = kind.kind === "configuration" ? undefined : referenceAt(context);
  if (reference !== undefined && kind.kind !== "source") return analyseReference(uri, text, context, reference);
  switch (kind.kind) {
    case "configuration":
      return analyseConfiguration(uri, text, context);
    case "json":
      return looksLikeCatalog(text, "json")
        ? analyseCatalog(uri, text, context)
        : analyseSource(uri, text, "json", context);
    case "yaml":
      return looksLikeCatalog(text, "yaml")
        ? analyseCatalog(uri, text, context)
        : analyseSource(uri, text, "yaml", context);
    case "source":
      return analyseSource(uri, text, kind.dialect, context);
    case "other":
      return unread(uri, text, context, { kind: "unsupported" });
  }
}

function analyseSource(
  uri: string,
  text: string,
  dialect: Dialect,
  context: AnalysisContext,
): FileAnalysis | undefined {
  const { view, configuration } = context;
  const reference = referenceAt(context);
  if (configuration && matchesGlobs(configuration.uri, configuration.exclude, uri)) {
    const glob = configuration.exclude.findLast((one) => matchesGlobs(configuration.uri, [one], uri)) ?? "";
    return unread(uri, text, context, { kind: "excluded", uri: configuration.uri, glob });
  }
  if (!isWorthReading(text, dialect, context)) return unread(uri, text, context, { kind: "nothing-in-it" });
  const catalogs = catalogsFor(context);
  const dependencies = context.dependencies.nearest(view, uri, context.roots);
  const surroundings = context.dependencies.surroundings(view, uri, context.roots);
  // The structure is read once everything around it is there, not once a round.
  if (view.needs.size > 0) return undefined;

  const file = readSource(text, dialect);
  if (file.refusal !== undefined) return refused(uri, text, context, file.refusal);
  const options = { uri, modules: context.modules, wrappers: configuration?.wrappers ?? [], surroundings };
  const values = createValueService({ file, ...options });
  const sites = findSites(file, { ...options, values });
  // Pages are looked for where they can matter: a file without codes costs no look around.
  const hasCodes = sites.some(({ code }) => code !== undefined);
  const found = hasCodes ? foundAround(context).flatMap(({ catalog }) => catalog ?? []) : [];
  if (view.needs.size > 0) return undefined;

  const scope = scopeFor({
    uri,
    text,
    comments: file.comments,
    sites,
    configuration,
    catalogsOf: catalogs.of,
    builtins: catalogs.vendors,
    found,
    general: catalogs.general,
    dependencies,
  });
  const facts = factsFor(sites, scope);
  const ofReference = reference === undefined ? [] : referenceFindings(uri, text, context, reference);
  const recorded = recordedOf(context);
  const group = dependencies?.uri ?? "";
  const sentElsewhere = (code: Code) => context.sent.elsewhere(uri, group, code);
  const findings = once(() => {
    const found = runRules({ uri, text, facts, scope, comments: file.comments, sentElsewhere });
    return split([...found, ...ofReference], recorded, context);
  });
  return {
    uri,
    text,
    file,
    scope,
    facts,
    get findings() {
      return findings().shown;
    },
    get hidden() {
      return findings().hidden;
    },
    recorded,
    sent: { group, sent: sentIn({ uri, text, facts }) },
    values,
    catalog: undefined,
    available: [...new Set([...found, ...catalogs.available])],
    whyAt: (offset) => whyAt(file, offset, options),
    sitesIn: (other) => findSites(readSource(other, dialect), options),
    textOf: context.textOf,
    isOwn: (catalogUri) => !context.catalogs.isBuiltIn(catalogUri),
  };
}

function analyseCatalog(uri: string, text: string, context: AnalysisContext): FileAnalysis | undefined {
  const loaded = context.catalogs.written(context.view, uri);
  const base = withFindings(uri, text, context, []);
  if (!loaded) return base;
  const { problems } = loaded;
  const { rules: levels } = base.scope;
  // Spans of the last good catalog may lie anywhere by now: rules look at the present text only.
  const catalog = loaded.isPresent ? loaded.catalog : undefined;
  const findings = catalog ? runCatalogRules({ catalog, text, uri, problems, levels }) : runProblems(problems, levels);
  return { ...base, ...obeying(findings, context), catalog };
}

/** Catalogs in pages near the file, where no configuration says which there are. */
function foundAround({ view, uri, configuration, catalogs, roots }: AnalysisContext): readonly LoadedCatalog[] {
  if (configuration?.namesCatalogs === true) return [];
  return catalogs.found
    .around(view, uri, roots)
    .filter((loaded) => !(configuration && matchesGlobs(configuration.uri, configuration.exclude, loaded.uri)));
}

/** The catalog that is composed of this file, alone or with others, because a configuration names it or it was found. */
function referenceAt(context: AnalysisContext): LoadedCatalog | undefined {
  const { uri, view, configuration, catalogs, roots } = context;
  const reference = configuration && catalogs.referenceTo(uri, configuration);
  if (configuration === undefined || reference === undefined) {
    return isDocumentName(baseName(uri)) ? foundAround(context).find((loaded) => loaded.uri === uri) : undefined;
  }
  const found = catalogs.lookUp(view, reference, configuration, roots);
  const isOwnFormat = found.kind === "found" && found.loaded.isOwnFormat;
  return found.kind === "found" && !isOwnFormat ? found.loaded : undefined;
}

/** A page or another document that is read as a catalog: what stands in it can be hovered, and is checked. */
function analyseReference(uri: string, text: string, context: AnalysisContext, loaded: LoadedCatalog): FileAnalysis {
  const base = withFindings(uri, text, context, []);
  const catalog = loaded.isPresent && loaded.catalog ? partInFile(loaded.catalog, uri) : undefined;
  const { sentStatuses } = context;
  return { ...base, ...obeying(referenceFindings(uri, text, context, loaded), context), catalog, sentStatuses };
}

function referenceFindings(
  uri: string,
  text: string,
  { configuration }: AnalysisContext,
  { catalog, isPresent, problems: all }: LoadedCatalog,
): readonly Finding[] {
  const levels = configuration?.rules ?? new Map<string, never>();
  const problems = catalog?.uri === uri ? all : [];
  if (catalog === undefined || !isPresent) return runProblems(problems, levels);
  return runCatalogRules({ catalog: partInFile(catalog, uri), text, uri, problems, levels });
}

function analyseConfiguration(uri: string, text: string, context: AnalysisContext): FileAnalysis | undefined {
  const configuration = context.configurations.at(context.view, uri);
  if (!configuration) return undefined;
  const references = [configuration.catalogs, ...configuration.overrides.map(({ catalogs }) => catalogs ?? [])].flat();
  const problems: Problem[] = [...configuration.problems];
  for (const reference of references) {
    const found = context.catalogs.lookUp(context.view, reference, configuration, context.roots);
    if (found.kind === "missing") {
      problems.push({ code: "configuration-catalog", severity: "error", message: found.reason, span: reference.span });
    }
  }
  return { ...withFindings(uri, text, context, problems), unread: { kind: "configuration" } };
}

function analyseBaseline(uri: string, text: string, context: AnalysisContext): FileAnalysis {
  const baseline = context.baselines.at(context.view, uri);
  return { ...withFindings(uri, text, context, baseline?.problems ?? []), unread: { kind: "configuration" } };
}

function recordedOf({ baselines, view, uri, configuration, roots }: AnalysisContext): Recorded | undefined {
  return baselines.recorded(view, uri, { configurationUri: configuration?.uri, roots });
}

/** The findings as a baseline lets them be seen. */
function split(findings: readonly Finding[], recorded: Recorded | undefined, { obeysBaseline }: AnalysisContext) {
  return recorded !== undefined && obeysBaseline
    ? splitByBaseline(findings, recorded.counts)
    : { shown: findings, hidden: [] };
}

function obeying(all: readonly Finding[], context: AnalysisContext) {
  const recorded = recordedOf(context);
  const { shown: findings, hidden } = split(all, recorded, context);
  return { findings, hidden, recorded };
}

/** The catalogs around a file: those that its configuration can name, and those that come with the product. */
function catalogsFor(context: AnalysisContext) {
  const { view, configuration, roots } = context;
  const vendors = context.catalogs.vendors(view);
  const general = context.catalogs.general(view);
  const of = (reference: CatalogReference): readonly Catalog[] => {
    if (!configuration) return [];
    const found: CatalogLookup = context.catalogs.lookUp(view, reference, configuration, roots);
    return found.kind === "found" && found.loaded.catalog ? [found.loaded.catalog] : [];
  };
  const named = configuration
    ? [configuration.catalogs, ...configuration.overrides.map(({ catalogs }) => catalogs ?? [])].flat().flatMap(of)
    : [];
  const available = [...new Set([...named, ...vendors, ...(general ? [general] : [])])];
  return { of, vendors, general, available };
}

function unread(uri: string, text: string, context: AnalysisContext, why: Unread): FileAnalysis {
  return { ...withFindings(uri, text, context, []), unread: why };
}

/** A file that cannot be read: it says so at its start. */
function refused(uri: string, text: string, context: AnalysisContext, reason: string): FileAnalysis {
  return { ...withFindings(uri, text, context, [refusal(reason)]), unread: { kind: "refused", reason } };
}

/** An analysis of a file that has no sites, only problems of its own. */
function withFindings(uri: string, text: string, context: AnalysisContext, problems: readonly Problem[]): FileAnalysis {
  const { general, available } = catalogsFor(context);
  const scope: Scope = { catalogs: [], general, rules: context.configuration?.rules ?? new Map(), problems: [] };
  return {
    uri,
    text,
    file: undefined,
    scope,
    facts: [],
    ...obeying(runProblems(problems, scope.rules), context),
    values: undefined,
    catalog: undefined,
    available,
    sitesIn: () => [],
    textOf: context.textOf,
  };
}

/**
 * Whether reading the structure can tell anything: somebody has the file open, a site may be in it, a comment speaks to
 * this program, or it is a document that may have to be refused.
 */
function isWorthReading(text: string, dialect: Dialect, { isOpen, configuration }: AnalysisContext): boolean {
  if (text.length > maximumLength || mayHoldSites(text, dialect, configuration?.wrappers)) return true;
  // A large document without a sign of a site (a lock, a translation) is not read again at each key.
  if (isOpen && !(isDocument(dialect) && text.length > largeDocument)) return true;
  if (text.includes("error-code-insight-") || text.includes("error-catalog")) return true;
  return dialect === "json" && mayBeTooDeep(text);
}

const largeDocument = 100_000;

/** Counts brackets wherever they stand: never too few. */
function mayBeTooDeep(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index) | 0x20;
    if (unit === 0x7b) depth += 1;
    else if (unit === 0x7d) depth -= 1;
    if (depth > maximumDepth) return true;
  }
  return false;
}

/** A file that was not read says so at its start, in a whisper. */
function refusal(reason: string): Problem {
  return { code: "file-skipped", severity: "information", message: reason, span: { start: 0, end: 0 } };
}
