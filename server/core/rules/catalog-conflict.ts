import type { Catalog, Code, CodeEntry, ConflictSide, Policy } from "../catalog/model.ts";
import { statusesOfCode } from "../facts/verdicts.ts";
import type { Severity } from "../text/problem.ts";
import type { Span } from "../text/span.ts";
import { baseName } from "../text/uri.ts";
import type { CatalogRule, Fix, RelatedPlace } from "./model.ts";
import { codeName, listed } from "./support/phrases.ts";
import { inRanges, rangeName, statusEntry } from "./support/ranges.ts";

interface State {
  readonly message: string;
  readonly span: Span;
  readonly severity: Severity;
  readonly code?: Code;
  readonly status?: number;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
}

export const catalogConflict: CatalogRule<State> = {
  kind: "catalog",
  meta: {
    name: "catalog-conflict",
    severity: "warning",
    summary: "Two places of a catalog contradict each other.",
    authority: "The catalog itself, which says two things.",
    description: [
      "Reported are: a code to which two documents of one catalog give different statuses, a sample whose status its code does not have, a message whose status its code does not have, a code with a status that the catalog's own list of statuses lacks, a code that is tagged with a concern and has a status that the policy for it forbids, and policies of one concern that demand and forbid the same status.",
      "A documented exception to a policy is information: two statuses for one matter are what clients have to know.",
    ].join("\n\n"),
    examples: {
      invalid: [
        {
          title: "The sample says 400, the table 404",
          language: "yaml",
          catalogs: [],
          text: "id: sample-api\ntitle: Sample API\nlanguage: en\ncodes:\n  NOT_HERE: { status: 404 }\nsamples:\n  - { status: 400, code: NOT_HERE }\n",
        },
      ],
      valid: [
        {
          title: "Sample and table agree",
          language: "yaml",
          catalogs: [],
          text: "id: sample-api\ntitle: Sample API\nlanguage: en\ncodes:\n  NOT_HERE: { status: 404 }\nsamples:\n  - { status: 404, code: NOT_HERE }\n",
        },
      ],
    },
    fix: "suggestion",
  },
  *check({ catalog, uri }) {
    yield* betweenSources(catalog, uri);
    yield* inSamples(catalog);
    for (const entry of catalog.codes) {
      yield* inCode(catalog, entry);
      yield* againstPolicies(catalog, entry);
    }
    yield* inPolicies(catalog.policies);
  },
  span: ({ span }) => span,
  message: ({ message }) => message,
  severity: ({ severity }) => severity,
  about: ({ code, status }) => ({ code, status }),
  related: ({ related }) => related ?? [],
  fixes: ({ fixes }) => fixes ?? [],
};

/** What another document that the catalog is composed of says of the same code. */
function* betweenSources({ conflicts }: Catalog, uri: string): Iterable<State> {
  for (const { code, sides } of conflicts) {
    const here = sides.find((side) => side.uri === uri);
    const there = sides.find((side) => side !== here);
    if (here === undefined || there === undefined) continue;
    const [own, other] = [listed(here.statuses, "or"), listed(there.statuses, "or")];
    const message = `${codeName(code)} has ${own} here and ${other} in \`${baseName(there.uri)}\`: one of the two is wrong`;
    const related = [{ message: `${codeName(code)} with ${other}`, uri: there.uri, span: there.span }];
    const fixes = [...writingOf(here, there, "here"), ...writingOf(there, here, `in \`${baseName(there.uri)}\``)];
    yield { message, span: here.span, severity: "warning", code, status: here.statuses[0], related, fixes };
  }
}

/** Writes the status of `from` at `to`, where each has one and it stands there in digits. */
function writingOf(to: ConflictSide, from: ConflictSide, where: string): readonly Fix[] {
  const [own, ...others] = to.statuses;
  const [status, ...more] = from.statuses;
  if (own === undefined || status === undefined || others.length + more.length > 0) return [];
  const isPlain = ({ start, end }: Span): boolean => end - start === String(own).length;
  if (to.statusSpans.length === 0 || !to.statusSpans.every(isPlain)) return [];
  const edits = to.statusSpans.map((span) => ({ span, newText: String(status) }));
  return [
    { title: `Write ${status} ${where}`, safety: "suggestion", preferred: false, edits: [{ uri: to.uri, edits }] },
  ];
}

function* inSamples(catalog: Catalog): Iterable<State> {
  for (const { code, status, span } of catalog.samples) {
    const entry = catalog.codes.find((candidate) => candidate.code === code);
    const own = entry === undefined ? [] : statusesOfCode(entry);
    if (entry === undefined || status === undefined || own.length === 0 || own.includes(status)) continue;
    const message = `This sample shows ${codeName(entry.code)} with ${status}, the table gives it ${listed(own, "or")}`;
    yield { message, span, severity: "warning", code: entry.code, status };
  }
}

function* inCode(catalog: Catalog, entry: CodeEntry): Iterable<State> {
  if (entry.statuses.length > 0) {
    for (const { statuses, span } of entry.messages) {
      const foreign = statuses.filter((status) => !entry.statuses.includes(status));
      if (foreign.length === 0) continue;
      const message = `This message comes with ${listed(foreign, "and")}, its code ${codeName(entry.code)} with ${listed(entry.statuses, "or")}`;
      yield { message, span, severity: "warning", code: entry.code, status: foreign[0] };
    }
  }
  if (catalog.statuses.length === 0) return;
  for (const status of statusesOfCode(entry)) {
    if (statusEntry(catalog, status)) continue;
    const message = `${codeName(entry.code)} comes with ${status}, which is not among this catalog's statuses`;
    yield { message, span: entry.codeSpan, severity: "information", code: entry.code, status };
  }
}

/** A code that is tagged as some concern's, with a status that the catalog's own policy forbids for it. */
function* againstPolicies({ policies }: Catalog, entry: CodeEntry): Iterable<State> {
  const own = statusesOfCode(entry);
  for (const { concern, never, exceptions } of policies) {
    if (!entry.tags.includes(concern)) continue;
    const excepted = exceptions.flatMap(({ use }) => use);
    const forbidden = own.filter((status) => inRanges(never, status) && !inRanges(excepted, status));
    if (forbidden.length === 0) continue;
    const message = `${codeName(entry.code)} is tagged \`${concern}\` and comes with ${listed(forbidden, "and")}, which this catalog's policy for \`${concern}\` forbids`;
    yield { message, span: entry.codeSpan, severity: "warning", code: entry.code, status: forbidden[0] };
  }
}

function* inPolicies(policies: readonly Policy[]): Iterable<State> {
  for (const [index, policy] of policies.entries()) {
    const same = policies
      .slice(0, index + 1)
      .filter(({ concern }) => concern === policy.concern && concern !== "other");
    for (const earlier of same) {
      const clash = [
        ...shared(policy.use, earlier.never),
        ...(earlier === policy ? [] : shared(earlier.use, policy.never)),
      ];
      if (clash.length === 0) continue;
      const message = `Policies for \`${policy.concern}\` both demand and forbid ${listed(clash, "and")}`;
      yield { message, span: policy.span, severity: "warning" };
    }
    const excepted = policy.exceptions.flatMap(({ use }) => use).filter(({ from }) => !inRanges(policy.use, from));
    if (excepted.length > 0 && policy.use.length > 0) {
      const message = `For \`${policy.concern}\` this catalog documents ${listed(excepted.map(rangeName), "and")} beside ${listed(policy.use.map(rangeName), "and")}: clients have to expect both`;
      yield { message, span: policy.span, severity: "information", status: excepted[0]?.from };
    }
  }
}

function shared(left: Policy["use"], right: Policy["never"]): readonly string[] {
  return left.filter(({ from, to }) => inRanges(right, from) && inRanges(right, to)).map(rangeName);
}
