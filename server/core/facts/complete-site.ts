import type { Code, Envelope } from "../catalog/model.ts";
import type { ErrorSite, Part } from "../sites/model.ts";
import { leadsToCodeOf } from "./access-path.ts";
import { fieldAt } from "./envelope-fit.ts";
import type { ScopedCatalog } from "./model.ts";

/**
 * The site with the code and the message that its body carries where `envelope` says, if the site was read without
 * them: field names such as `fault` are known to one API only. Values read so are not edited: how they are written is
 * not known here.
 */
export function completeSite(site: ErrorSite, envelope: Envelope): ErrorSite {
  const code = envelope.codeHolds === "code" ? codeAt(site, envelope) : site.code;
  const message = site.message ?? partAt(site, envelope, "message", isText);
  return code === site.code && message === site.message ? site : { ...site, code, message };
}

/**
 * The site of a comparison with what the place it reads says: a small number, or one that could be a status, is a code
 * where a catalog in scope has its codes.
 */
export function confirmedComparison(site: ErrorSite, catalogs: readonly ScopedCatalog[]): ErrorSite {
  const { code, comparison } = site;
  const path = comparison?.path;
  if (code === undefined || path === undefined || isSure(code)) return site;
  const owner = catalogs.find(({ catalog }) => leadsToCodeOf(catalog, path));
  if (owner === undefined) return site;
  return { ...site, code: confirmed(code, `\`${path.join(".")}\` is where \`${owner.catalog.id}\` has its codes`) };
}

/** Whether a part is there and more than a guess. */
export function isSure(part: Part<unknown> | undefined): boolean {
  return part !== undefined && part.certainty !== "weak";
}

/** The code that was read, surer where it stands at the envelope's place; else the one that stands there. */
function codeAt(site: ErrorSite, envelope: Envelope): ErrorSite["code"] {
  const { code } = site;
  if (code === undefined) return partAt(site, envelope, "code", isCode);
  const field = envelope.code && site.body && fieldAt(site.body, envelope.code);
  if (isSure(code) || field?.valueSpan.start !== code.span.start || envelope.code === undefined) return code;
  return confirmed(code, `\`${envelope.code.join(".")}\` of the envelope \`${envelope.id}\``);
}

function confirmed(code: Part<Code>, text: string): Part<Code> {
  return { ...code, certainty: "likely", evidence: [...code.evidence, { text, place: undefined }] };
}

function partAt<Value extends Code>(
  { body }: ErrorSite,
  envelope: Envelope,
  name: "code" | "message",
  accept: (value: unknown) => value is Value,
): Part<Value> | undefined {
  const path = envelope[name];
  const field = path && body && fieldAt(body, path);
  if (path === undefined || field === undefined || !accept(field.value)) return undefined;
  const span = field.valueSpan;
  return {
    values: [{ value: field.value, written: { kind: "name", span }, origin: undefined }],
    exhaustive: true,
    span,
    certainty: "certain",
    evidence: [{ text: `\`${path.join(".")}\` of the envelope \`${envelope.id}\``, place: undefined }],
  };
}

function isCode(value: unknown): value is Code {
  return typeof value === "string" || typeof value === "number";
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
