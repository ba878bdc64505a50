/** Compares the sites that are found in labelled code with its labels. */
import type { ErrorSite, Part } from "../../server/core/index.ts";
import { LineMap } from "../../server/core/index.ts";
import { memoryWorkspace, uriOf } from "../support/memory-workspace.ts";
import type { Corpus, Label, LabelledCase, LabelledFile } from "./labelled-code.ts";

/** Counts of one corpus or of several; each list names the places, for people. */
export interface Score {
  /** Labels that demand a site, and those whose values stand in another file. */
  readonly labels: number;
  readonly across: number;
  /** Of them, found at all, and found with the right status and the right code. */
  readonly seen: number;
  readonly right: number;
  readonly rightAcross: number;
  /** Sites found, and of them those that no label excuses. */
  readonly sites: number;
  readonly falseSites: number;
  /** Lines that must stay silent, and those that did not. */
  readonly negatives: number;
  readonly fired: number;
  readonly misses: readonly string[];
  readonly alarms: readonly string[];
}

export const noScore: Score = {
  labels: 0,
  across: 0,
  seen: 0,
  right: 0,
  rightAcross: 0,
  sites: 0,
  falseSites: 0,
  negatives: 0,
  fired: 0,
  misses: [],
  alarms: [],
};

/** The score of a corpus: each case analysed as a workspace of its own, the way that editor and command line do it. */
export async function scoreCorpus(corpus: Corpus): Promise<Score> {
  let total = noScore;
  for (const labelled of corpus.cases) total = addScores(total, await scoreCase(corpus, labelled));
  return total;
}

/** The sum of two scores. */
export function addScores(left: Score, right: Score): Score {
  return {
    labels: left.labels + right.labels,
    across: left.across + right.across,
    seen: left.seen + right.seen,
    right: left.right + right.right,
    rightAcross: left.rightAcross + right.rightAcross,
    sites: left.sites + right.sites,
    falseSites: left.falseSites + right.falseSites,
    negatives: left.negatives + right.negatives,
    fired: left.fired + right.fired,
    misses: [...left.misses, ...right.misses],
    alarms: [...left.alarms, ...right.alarms],
  };
}

async function scoreCase(corpus: Corpus, { name, files }: LabelledCase): Promise<Score> {
  const { workspace } = memoryWorkspace(Object.fromEntries(files.map(({ path, text }) => [path, text])));
  let total = noScore;
  for (const file of files) {
    const analysis = await workspace.analyse(uriOf(file.path));
    const sites = (analysis?.facts ?? []).map(({ site }) => site);
    total = addScores(total, scoreFile(file, sites, `${corpus.name} (${name}) line`));
  }
  return total;
}

interface PlacedSite {
  readonly site: ErrorSite;
  readonly firstLine: number;
  readonly lastLine: number;
  /** The lines where status and code are written, if they are. */
  readonly partLines: readonly number[];
}

function scoreFile(file: LabelledFile, found: readonly ErrorSite[], where: string): Score {
  const map = new LineMap(file.text);
  const sites = found.map((site) => placed(site, map));
  const free = new Set(sites);
  const misses: string[] = [];
  const alarms: string[] = [];
  let seen = 0;
  let right = 0;
  let rightAcross = 0;
  const demanded = file.labels.filter(({ demand }) => demand === "site");
  // Labels that find a site with just their values come first: a neighbour's site is not taken away from its label.
  const exact = new Set<Label>();
  for (const label of demanded) {
    const site = nearest(
      label,
      [...free].filter((candidate) => isRight(label, candidate.site)),
    );
    if (site === undefined) continue;
    free.delete(site);
    exact.add(label);
    seen += 1;
    right += 1;
    if (label.isAcross) rightAcross += 1;
  }
  for (const label of demanded) {
    if (exact.has(label)) continue;
    const site = nearest(label, [...free]);
    if (site !== undefined) {
      free.delete(site);
      seen += 1;
    }
    misses.push(
      `${where} ${file.lineOffset + label.line}: ${labelText(label)}, ${site ? `found ${siteText(site.site)}` : "not found"}`,
    );
  }
  for (const label of file.labels) {
    if (label.demand !== "maybe") continue;
    for (const site of [...free]) if (covers(site, label.line)) free.delete(site);
  }
  const silent = file.labels.filter(({ demand }) => demand === "none");
  const fired = silent.filter(({ line }) =>
    sites.some((site) => free.has(site) && (site.firstLine === line || site.partLines.includes(line))),
  );
  for (const { site, firstLine } of free) {
    alarms.push(`${where} ${file.lineOffset + firstLine}: false ${siteText(site)}`);
  }
  return {
    labels: demanded.length,
    across: demanded.filter(({ isAcross }) => isAcross).length,
    seen,
    right,
    rightAcross,
    sites: sites.length,
    falseSites: free.size,
    negatives: silent.length,
    fired: fired.length,
    misses,
    alarms,
  };
}

function placed(site: ErrorSite, map: LineMap): PlacedSite {
  const lineAt = (offset: number): number => map.toLineColumn(offset).line + 1;
  const parts = [site.status, site.code].filter((part) => part !== undefined);
  return {
    site,
    firstLine: lineAt(site.span.start),
    lastLine: lineAt(site.span.end),
    partLines: parts.map(({ span }) => lineAt(span.start)),
  };
}

function covers({ firstLine, lastLine, partLines }: PlacedSite, line: number): boolean {
  return (firstLine <= line && line <= lastLine) || partLines.includes(line);
}

/** The smallest site over the label's line; of equals the one that writes a part there. */
function nearest({ line }: Label, sites: readonly PlacedSite[]): PlacedSite | undefined {
  const size = ({ site, partLines }: PlacedSite): number =>
    site.span.end - site.span.start - (partLines.includes(line) ? 0.5 : 0);
  return sites.filter((site) => covers(site, line)).sort((left, right) => size(left) - size(right))[0];
}

function isRight(label: Label, site: ErrorSite): boolean {
  return isSame(label.statuses, site.status) && isSame(label.codes, site.code);
}

function isSame<Value>(wanted: readonly Value[], part: Part<Value> | undefined): boolean {
  const values = new Set((part?.values ?? []).map(({ value }) => value));
  return values.size === new Set(wanted).size && wanted.every((value) => values.has(value));
}

function labelText({ statuses, codes }: Label): string {
  return `${statuses.join("|") || "-"} ${codes.map((code) => JSON.stringify(code)).join("|") || "-"}`;
}

function siteText({ idiom, status, code }: ErrorSite): string {
  return `${idiom} ${valuesText(status)} ${valuesText(code)}`;
}

function valuesText(part: Part<string | number> | undefined): string {
  if (part === undefined) return "-";
  return part.values.map(({ value }) => JSON.stringify(value)).join("|") || "dynamic";
}
