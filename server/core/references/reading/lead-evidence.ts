import { textOfInline } from "../page/page.ts";
import { isErrorClass, soundsLikeError } from "./code-shape.ts";
import type { Lead } from "./read-lead.ts";
import { isSampled, type ReadingContext } from "./reading-context.ts";
import { areBodyFields, enough } from "./table-evidence.ts";
import { tellsOfFailure } from "./words/failures.ts";

/** What speaks for leads that stand side by side: headings of one level, items of one list, lines of one text. */
export interface LeadGroup {
  readonly leads: readonly Lead[];
  /** Whether what stands beneath or beside them is labelled as cause, fix, message and so on. */
  readonly hasLabels: boolean;
}

/** How surely leads with codes define errors; from `enough` on they do. */
export function codeLeadEvidence({ leads, hasLabels }: LeadGroup, context: ReadingContext): number {
  const coded = leads.filter(({ codes }) => codes.length > 0);
  const texts = coded.flatMap(({ codes }) => codes.map(({ text }) => text));
  if (coded.length === 0 || areBodyFields(texts) || texts.every(isDocumentNumber)) return 0;
  const share = (count: number): number => count / coded.length;
  let score = [0, 1, 1.5, 2.5, 4][context.aboutErrors] ?? 0;
  if (context.aboutSuccess) score -= 5;
  if (context.statuses.length > 0) score += 1;
  score += 3 * share(coded.filter(({ statuses }) => statuses.length > 0).length);
  score += 3 * share(coded.reduce((sum, { codes }) => sum + soundOf(codes.map(({ text }) => text)), 0));
  score += 1.5 * share(coded.filter(({ rest }) => tellsOfFailure(textOfInline(rest))).length);
  score +=
    1.5 *
    share(
      coded.filter(({ codes }) =>
        codes.every(({ text, shape }) => isNumbered(text) || (shape === "number" && context.numbersAreCodes)),
      ).length,
    );
  score +=
    coded.reduce((sum, { strength }) => sum + ([-2, context.numbersAreCodes ? 0.3 : -2, 0.3, 1][strength] ?? 0), 0) /
    coded.length;
  const isTelling = coded.some(
    ({ codes, statuses }) => statuses.length > 0 || codes.some(({ text }) => soundsLikeError(text) || isNumbered(text)),
  );
  if (!isTelling && context.aboutErrors < 4) score -= 2;
  if (hasLabels) score += 1;
  if (texts.some((text) => isSampled(context, text))) score += 1;
  if (coded.length === 1 && context.aboutErrors < 3) score -= 2;
  return score;
}

/** Whether a code counts documents, requirements or weaknesses, not errors of a program. */
export function isDocumentNumber(code: string): boolean {
  return /^(?:ADR|RFC|CVE|CWE|PEP|EIP|ERC|BIP|KEP|REQ|FR|NFR|US|UC|TC|DOC|ISO|STEP|PHASE|TASK|ISSUE|PR|SPEC)[-_ ]?\d+/i.test(
    code,
  );
}

/** How much codes sound like errors; classes of errors always do, and weigh less for it. */
function soundOf(texts: readonly string[]): number {
  const sounding = texts.filter(soundsLikeError);
  if (sounding.length === 0) return 0;
  return sounding.every((text) => isErrorClass(text) || /^[a-z]+(?:[A-Z][a-z]*)+$/.test(text)) ? 0.4 : 1;
}

/** Whether a code counts: `1001`, `E12`, `AUTH-003`. */
function isNumbered(code: string): boolean {
  return /^-?\d{3,}$|^-\d+$|^[A-Za-z]{1,12}[-_.]?\d{2,}$|^[A-Z]+(?:[-_][A-Z]+)*[-_]\d+$/.test(code);
}

/** Whether leads with statuses alone are a list of statuses. */
export function areStatusLeads({ leads, hasLabels }: LeadGroup, context: ReadingContext): boolean {
  if (context.aboutSuccess) return false;
  const values = new Set(leads.flatMap(({ statuses }) => statuses.map(({ value }) => value.from)));
  const failures = [...values].filter((value) => value >= 400);
  if (failures.length === 0) return false;
  if (context.aboutErrors >= 3) return values.size >= (hasLabels ? 1 : 2) || leads.length === 1;
  return context.aboutErrors >= 1 ? values.size >= 2 : values.size >= 3;
}

/** Whether codes are meant as such: plain words and small numbers are only where they are set as code or counted. */
export function isPlainlyMeant(
  { codes, statuses, strength }: Lead,
  { aboutErrors, numbersAreCodes }: ReadingContext,
): boolean {
  if (strength > 1 || (statuses.length > 0 && codes.every(({ shape }) => shape === "name"))) return true;
  return codes.every(({ isCode, shape }) => (shape === "number" ? numbersAreCodes : isCode && aboutErrors >= 2));
}

export { enough };
