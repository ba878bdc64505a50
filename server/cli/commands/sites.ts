import pc from "picocolors";
import {
  type ErrorSite,
  type EvidenceStep,
  type Fact,
  type FileAnalysis,
  LineMap,
  type Part,
} from "../../core/index.ts";
import { askFiles } from "../analyse-files.ts";
import { keptResults } from "../cache/cache-use.ts";
import { exitCodes } from "../exit.ts";
import { type ShownRange, shownRange } from "../place.ts";
import { printable } from "../printable.ts";
import { filesOf, type Run, shownUri } from "../run.ts";

/** A site as programs read it. */
export interface ShownSite extends ShownRange {
  readonly path: string;
  readonly idiom: string;
  readonly role: string;
  readonly status: number | null;
  readonly code: string | number | null;
  readonly message: string | null;
  readonly headers: Readonly<Record<string, string | null>>;
  /** The catalog that knows the code or whose envelope fits; null where none in scope speaks of the site. */
  readonly catalog: string | null;
  readonly evidence: readonly ShownEvidence[];
}

interface ShownEvidence {
  readonly part: string;
  readonly certainty: string;
  readonly values: readonly (string | number)[];
  readonly steps: readonly { readonly text: string; readonly path?: string }[];
}

/** `sites`: every recognised error site, with or without a catalog. */
export async function runSites(run: Run, paths: readonly string[]): Promise<number> {
  const sites: ShownSite[] = [];
  const kept = keptResults<readonly ShownSite[]>(run, "sites");
  const question = {
    read: (analysis: FileAnalysis) => shownSites(analysis, run),
    take: (found: readonly ShownSite[]) => {
      for (const site of found) sites.push(site);
    },
  };
  const defects = await askFiles(run, filesOf(run, paths), question, kept);
  kept?.write();
  run.output.write(run.json ? `${JSON.stringify({ sites }, undefined, 2)}\n` : asText(sites));
  return defects > 0 ? exitCodes.internal : exitCodes.clean;
}

function shownSites(analysis: FileAnalysis, run: Run): readonly ShownSite[] {
  if (analysis.facts.length === 0) return [];
  const lines = new LineMap(analysis.text);
  return analysis.facts.map((fact) => toShownSite(fact, analysis, run, lines));
}

/** `fact` as programs read it, its range in `lines`, the lines of the analysed text. */
export function toShownSite(fact: Fact, analysis: FileAnalysis, run: Run, lines: LineMap): ShownSite {
  const { site } = fact;
  return {
    path: shownUri(run, analysis.uri),
    ...shownRange(site.span, lines),
    idiom: site.idiom,
    role: site.role,
    status: onlyValue(site.status),
    code: onlyValue(site.code),
    message: onlyValue(site.message),
    headers: Object.fromEntries(site.headers.map((header) => [header.name, header.value ?? null])),
    catalog:
      fact.verdicts.find(({ code, envelope }) => code.kind === "known" || envelope.kind === "fits")?.scoped.catalog
        .id ?? null,
    evidence: evidenceOf(site, run),
  };
}

/** The value of a part that has just one; a part with several possibilities shows them in the evidence. */
function onlyValue<Value>(part: Part<Value> | undefined): Value | null {
  return part?.values.length === 1 ? (part.values[0]?.value ?? null) : null;
}

function evidenceOf(site: ErrorSite, run: Run): readonly ShownEvidence[] {
  const parts = [
    ["status", site.status],
    ["code", site.code],
    ["message", site.message],
  ] as const;
  return parts.flatMap(([name, part]) =>
    part === undefined
      ? []
      : [
          {
            part: name,
            certainty: part.certainty,
            values: part.values.map(({ value }) => value),
            steps: part.evidence.map((step) => shownStep(step, run)),
          },
        ],
  );
}

function shownStep(step: EvidenceStep, run: Run): { readonly text: string; readonly path?: string } {
  return step.place ? { text: step.text, path: shownUri(run, step.place.uri) } : { text: step.text };
}

function asText(sites: readonly ShownSite[]): string {
  let text = "";
  for (const site of sites) {
    const parts = [site.status, site.code, site.message].map((part) =>
      part === null ? "–" : printable(JSON.stringify(part)),
    );
    text += `${printable(site.path)}:${site.line}:${site.column} ${pc.cyan(site.idiom)} ${parts.join(" ")}\n`;
  }
  return `${text}${sites.length} error ${sites.length === 1 ? "site" : "sites"}\n`;
}
