/** All error sites of a file: one walk, every node given to the recognisers of its kind. */
import { isDocument } from "../syntax/dialect.ts";
import type { SourceFile } from "../syntax/tree.ts";
import { type Visit, walkFile } from "../syntax/walk.ts";
import type { Span } from "../text/span.ts";
import { documentReading } from "./documents/formats.ts";
import { plainDocumentRecogniser } from "./documents/plain.ts";
import type { ErrorSite } from "./model.ts";
import { type Surroundings, withoutOthersCodes } from "./others-codes.ts";
import { createPartReader } from "./part-reader.ts";
import { foreignOwner, isErrnoName } from "./parts/code-shapes.ts";
import { createBindings } from "./reading/bindings.ts";
import type { RecognisedNode, Recogniser, RecogniserContext, Wrapper } from "./recogniser.ts";
import { recognisers } from "./recognisers/index.ts";
import { withoutRepetition } from "./repetition.ts";
import { withTransportStatus } from "./transport-status.ts";
import type { ModuleProvider, ValueService } from "./values/value-service.ts";
import { createValueService } from "./values/value-service-for-file.ts";
import { worthKeeping } from "./worth-keeping.ts";

export { mayHoldSites } from "./may-hold-sites.ts";

export interface FindSitesOptions {
  readonly uri: string;
  readonly modules: ModuleProvider;
  /** What a team's own functions do with their arguments. */
  readonly wrappers?: readonly Wrapper[];
  /** A value service for this file that exists already; one is made otherwise. */
  readonly values?: ValueService;
  /** What is known of the project around the file. */
  readonly surroundings?: Surroundings;
}

/** The sites in the order of the text; each construct once, by the idiom that knows it best. */
export function findSites(file: SourceFile, options: FindSitesOptions): readonly ErrorSite[] {
  if (file.refusal !== undefined) return [];
  const document = isDocument(file.dialect) ? documentReading(file) : undefined;
  if (document?.kind === "foreign") return [];
  const reading = startReading(file, options, recognisersFor(file));
  if (document?.kind === "format") {
    const sites = [...document.format.sites(document.root, reading.context)];
    return withoutRepetition(sites.filter((site) => !isForeign(site)));
  }
  const found: ErrorSite[] = [];
  // What aliases of YAML name is met at each of them.
  const met = new Set<RecognisedNode>();
  const look: Visit = (node, ancestors) => {
    const looking = reading.byKind.get(node.kind);
    if (looking === undefined || met.has(node)) return;
    if (document !== undefined) met.add(node);
    reading.enter(ancestors);
    for (const recogniser of looking) {
      for (const site of recogniser.recognise(node, reading.context)) {
        if (!isForeign(site)) found.push({ ...site, function: functionAround(ancestors), root: spanOf(node) });
      }
    }
  };
  walkFile(file, look, reading.byKind);
  const { uri, surroundings = "unknown" } = options;
  const kept = withoutRepetition(worthKeeping(found, file));
  return withTransportStatus(withoutOthersCodes(kept, file, { uri, surroundings }), file);
}

function functionAround(ancestors: readonly RecognisedNode[]): Span | undefined {
  const around = ancestors.findLast(({ kind }) => kind === "function");
  return around && spanOf(around);
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** What one recogniser says of one node. */
export interface Looked {
  readonly idiom: string;
  readonly site: ErrorSite | undefined;
  readonly reason: string | undefined;
}

/** Recognition node by node, for explaining; `ancestors` as a walk of the file gives them. */
export function recognitionOf(
  file: SourceFile,
  options: FindSitesOptions,
): { at(node: RecognisedNode, ancestors: readonly RecognisedNode[]): readonly Looked[] } {
  // What resembles an idiom may lack its sign.
  const reading = startReading(file, options, recognisersFor(file, { unsigned: true }));
  return {
    at(node, ancestors) {
      reading.enter(ancestors);
      return (reading.byKind.get(node.kind) ?? none).map((recogniser) => {
        const [site] = recogniser.recognise(node, reading.context);
        return { idiom: recogniser.idiom, site, reason: recogniser.explain?.(node, reading.context) };
      });
    },
  };
}

interface FileReading {
  readonly byKind: ByKind;
  readonly context: RecogniserContext;
  /** Moves to a node with these ancestors. */
  enter(ancestors: readonly RecognisedNode[]): void;
}

function startReading(file: SourceFile, options: FindSitesOptions, byKind: ByKind): FileReading {
  const { uri, modules } = options;
  const values = options.values ?? createValueService({ file, uri, modules });
  const bindings = createBindings(file);
  let around: readonly RecognisedNode[] = [];
  return {
    byKind,
    context: {
      file,
      uri,
      get ancestors() {
        return around;
      },
      bindings,
      values,
      wrappers: options.wrappers ?? [],
      parts: createPartReader({ uri, text: file.text, values, bindings, ancestors: () => around }),
    },
    enter(ancestors) {
      around = ancestors;
    },
  };
}

/** An error of the operating system, of a database or of a validator that is made or declared here. */
function isForeign(site: ErrorSite): boolean {
  if (site.status !== undefined || site.code === undefined || site.code.values.length === 0) return false;
  // What is sent is on the wire, whoever made it.
  const isSent = site.role === "emit" && site.body !== undefined;
  return !isSent && site.code.values.every(({ value }) => foreignOwner(value) !== undefined || isErrnoName(value));
}

type ByKind = ReadonlyMap<RecognisedNode["kind"], readonly Recogniser[]>;

const none: readonly Recogniser[] = [];

/** The recognisers that a file needs, by the kinds of nodes that they ask for; documents of data know idioms of their own. */
function recognisersFor(file: SourceFile, { unsigned }: { readonly unsigned?: boolean } = {}): ByKind {
  const groups = new Map<RecognisedNode["kind"], Recogniser[]>();
  for (const recogniser of isDocument(file.dialect) ? [plainDocumentRecogniser] : recognisers) {
    if (unsigned !== true && recogniser.sign?.test(file.text) === false) continue;
    for (const kind of recogniser.kinds) groups.set(kind, [...(groups.get(kind) ?? []), recogniser]);
  }
  return groups;
}
