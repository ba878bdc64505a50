/** From an imported name to what it stands for, through re-exports, barrels and CommonJS. */
import type { Code } from "../../../catalog/model.ts";
import type { SymbolicObject, SymbolicProperty, SymbolicValue } from "../module-summary.ts";
import { resolveSpecifier } from "../resolve-specifier.ts";
import type { ModuleProvider } from "../value-service.ts";
import type { Work } from "../work.ts";
import type { Evaluation } from "./evaluator.ts";
import { moduleFrame } from "./frames.ts";
import { type Head, headOf, unknownHead } from "./head.ts";
import { externalHead } from "./known-values.ts";
import { memberOf } from "./members.ts";
import { type ModuleView, viewOfSummary } from "./module-view.ts";

/** `uniform`: several constants, all of one type. */
export interface TableConstants {
  readonly members: ReadonlyMap<string, Code>;
  readonly uniform: boolean;
}

export interface Modules {
  /** The file that is being read. */
  readonly own: ModuleView;
  /** The module that `specifier` names, `package` where it does not name a file, undefined where it cannot be had. */
  load(from: ModuleView, specifier: string): ModuleView | "package" | undefined;
  /** As `load`, for one export: undefined also for a module that surely does not have it, which then is not read. */
  loadFor(name: string, from: ModuleView, specifier: string): ModuleView | "package" | undefined;
  /** What names of top levels were found to be, by the value that they are bound to. */
  readonly names: Map<SymbolicValue, readonly Head[]>;
  /** The constants of tables that were looked at already, by the value that they are made of. */
  readonly tables: WeakMap<object, TableConstants>;
  /** The entries of objects by name, for objects that have only plain properties. */
  readonly properties: WeakMap<SymbolicObject, ReadonlyMap<string, SymbolicProperty>>;
  /** What is computed for the file that is being read. */
  readonly work: Work;
}

/** Modules of a provider; the file that is being read takes the place of its own summary. */
export function createModules(own: ModuleView, provider: ModuleProvider, work: Work): Modules {
  const views = new Map<string, ModuleView | "absent" | "pending">();
  const loaded = new Map<string, Map<string, ModuleView | "package" | undefined>>();

  function viewOf(uri: string): ModuleView | "absent" | "pending" {
    if (uri === own.uri) return own;
    const known = views.get(uri);
    if (known !== undefined) return known;
    const found = provider.module(uri);
    const view = typeof found === "string" ? found : viewOfSummary(found);
    views.set(uri, view);
    return view;
  }

  function candidatesOf(fromUri: string, specifier: string): readonly string[] | undefined {
    return provider.resolve ? provider.resolve(specifier, fromUri) : resolveSpecifier(fromUri, specifier);
  }

  function find(fromUri: string, specifier: string): ModuleView | "package" | undefined {
    const candidates = candidatesOf(fromUri, specifier);
    if (candidates === undefined) return "package";
    for (const uri of candidates) {
      const view = viewOf(uri);
      if (view !== "absent") return view === "pending" ? undefined : view;
    }
    return undefined;
  }

  function load(from: ModuleView, specifier: string): ModuleView | "package" | undefined {
    const known = loaded.get(from.uri) ?? new Map<string, ModuleView | "package" | undefined>();
    loaded.set(from.uri, known);
    if (!known.has(specifier)) known.set(specifier, find(from.uri, specifier));
    return known.get(specifier);
  }

  return {
    own,
    names: new Map(),
    tables: new WeakMap(),
    properties: new WeakMap(),
    work,
    load,
    loadFor(name, from, specifier) {
      if (provider.mayExport === undefined || loaded.get(from.uri)?.has(specifier)) return load(from, specifier);
      const [only, ...more] = candidatesOf(from.uri, specifier) ?? [];
      const mayHave = only === undefined || more.length > 0 || only === own.uri || provider.mayExport(only, name);
      return mayHave ? load(from, specifier) : undefined;
    },
  };
}

/** What `imported` of the module `specifier` is, seen from `from`. */
export function importHeads(
  from: ModuleView,
  specifier: string,
  imported: string,
  evaluation: Evaluation,
): readonly Head[] {
  const whole = imported === "*" || imported === "=";
  const external = isRelative(specifier) ? undefined : externalHead(specifier, whole ? [] : [imported]);
  // What is known of a package by heart needs no look at it, not even where the package is the workspace's own.
  if (external !== undefined && external.kind !== "external") return [external];
  const loaded = evaluation.modules.load(from, specifier);
  if (loaded === undefined) return [unknownHead];
  if (loaded === "package") return [external ?? unknownHead];
  const found = whole ? wholeHeads(loaded, evaluation) : exportHeads(loaded, imported, evaluation);
  return external !== undefined && found.every((head) => head.kind === "unknown") ? [external] : found;
}

function wholeHeads(view: ModuleView, evaluation: Evaluation): readonly Head[] {
  const { commonJs } = view.exports();
  if (commonJs !== undefined) return evaluation.resolve(commonJs, moduleFrame(view));
  return [headOf({ kind: "module", view })];
}

function isRelative(specifier: string): boolean {
  return /^\.\.?(?:\/|$)/.test(specifier);
}

/** What a module exports by a name. */
export function exportHeads(view: ModuleView, name: string, evaluation: Evaluation): readonly Head[] {
  return findExport(view, name, evaluation, new Set()) ?? requiredDefault(view, name, evaluation) ?? [unknownHead];
}

/** The names that a module exports, those of its star exports included as far as they are loaded. */
export function exportedNames(
  view: ModuleView,
  evaluation: Evaluation,
  seen: Set<string> = new Set(),
): readonly string[] {
  if (seen.has(view.uri)) return [];
  seen.add(view.uri);
  const { exports, starExports } = view.exports();
  const starred = starExports.flatMap((specifier) => {
    const loaded = evaluation.modules.load(view, specifier);
    return loaded === undefined || loaded === "package" ? [] : exportedNames(loaded, evaluation, seen);
  });
  return [...exports.keys(), ...starred];
}

function findExport(
  view: ModuleView,
  name: string,
  evaluation: Evaluation,
  seen: Set<string>,
): readonly Head[] | undefined {
  if (seen.has(view.uri)) return undefined;
  seen.add(view.uri);
  const { exports, starExports, commonJs } = view.exports();
  const own = exports.get(name);
  if (own !== undefined) return evaluation.resolve(own, moduleFrame(view));
  if (commonJs !== undefined) {
    const whole = evaluation.resolve(commonJs, moduleFrame(view));
    return name === "default" ? whole : whole.flatMap((head) => memberOf(head, name, evaluation));
  }
  if (name === "default") return undefined;
  for (const specifier of starExports) {
    const loaded = evaluation.modules.loadFor(name, view, specifier);
    if (loaded === undefined) continue;
    const found = loaded === "package" ? starOfPackage(specifier, name) : findExport(loaded, name, evaluation, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `export * from "http-status-codes"`: only what is known to be there. */
function starOfPackage(specifier: string, name: string): readonly Head[] | undefined {
  const head = externalHead(specifier, [name]);
  return head.kind === "external" ? undefined : [head];
}

/** `require` of a module written with `export =` or `export default`. */
function requiredDefault(view: ModuleView, name: string, evaluation: Evaluation): readonly Head[] | undefined {
  const whole = view.exports().exports.get("default");
  if (whole === undefined || name === "default") return undefined;
  const found = evaluation.resolve(whole, moduleFrame(view)).flatMap((head) => memberOf(head, name, evaluation));
  return found.every((head) => head.kind === "absent") ? undefined : found;
}
