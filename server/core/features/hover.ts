/** What to show where the pointer rests on a code or a status. */
import type { Span } from "../text/span.ts";
import type { FeatureOptions, FileAnalysis } from "./analysis.ts";
import { catalogHoverAt } from "./catalog-hover.ts";
import { commentHoverAt } from "./comment-hover.ts";
import { describeCode } from "./describe/describe-code.ts";
import { describeSample, sampledCodes } from "./describe/describe-sample.ts";
import { describeStatus } from "./describe/describe-status.ts";
import { type Telling, tellingFor } from "./describe/telling.ts";
import type { Block, Prose } from "./prose/document.ts";
import { type Rendered, rendered } from "./prose/rendered.ts";
import { toldCodes, toldStatuses } from "./sections.ts";
import { type Subject, subjectAt } from "./subject.ts";

export interface Hover extends Rendered {
  readonly span: Span;
}

const maximumSections = 4;

/** The hover at `offset`; undefined where nothing there is known to be a code or a status that a catalog explains. */
export function hoverAt(analysis: FileAnalysis, offset: number, options: FeatureOptions): Hover | undefined {
  const telling = tellingFor(options.languages, { general: analysis.scope.general, textOf: analysis.textOf });
  if (analysis.catalog !== undefined) return catalogHoverAt(analysis.text, analysis.catalog, offset, telling);
  const inComment = commentHoverAt(analysis, offset, telling);
  if (inComment !== undefined) return inComment;
  const subject = subjectAt(analysis, offset);
  if (subject === undefined) return undefined;
  const prose = tell(analysis, subject, telling);
  return prose.length === 0 ? undefined : { span: subject.span, ...rendered(prose) };
}

function tell(analysis: FileAnalysis, subject: Subject, telling: Telling): Prose {
  const codes = toldCodes(analysis, subject);
  const statuses = codes.length > 0 ? [] : toldStatuses(analysis, subject);
  const brief = codes.length + statuses.length > 1;
  const sections: readonly Prose[] = [
    ...codes.map((told) => describeCode(telling, told, { brief })),
    ...statuses.map((told) => describeStatus(telling, told, { brief })),
  ];
  if (sections.length === 0) return sampled(analysis, subject, telling);
  const rule: Block = { kind: "rule" };
  return sections.slice(0, maximumSections).flatMap((section, index) => (index === 0 ? section : [rule, ...section]));
}

/** A code that no catalog in scope defines may still stand in a sample of one. */
function sampled({ scope }: FileAnalysis, { codes }: Subject, telling: Telling): Prose {
  const catalogs = scope.catalogs.map(({ catalog }) => catalog);
  const found = sampledCodes(catalogs, (code) => codes.includes(code));
  return found.length === 0 ? [] : [{ kind: "lines", lines: found.map((one) => describeSample(telling, one)) }];
}
