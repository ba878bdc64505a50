import type { Code, Envelope } from "../catalog/model.ts";
import type { ErrorSite, Part } from "../sites/model.ts";
import { fieldAt } from "./envelope-fit.ts";

/**
 * The site with the code and the message that its body carries where `envelope` says, if the site was read without
 * them: field names such as `fault` are known to one API only. Values read so are not edited: how they are written is
 * not known here.
 */
export function completeSite(site: ErrorSite, envelope: Envelope): ErrorSite {
  if (site.code !== undefined && site.message !== undefined) return site;
  const code = envelope.codeHolds === "code" ? (site.code ?? partAt(site, envelope, "code", isCode)) : site.code;
  const message = site.message ?? partAt(site, envelope, "message", isText);
  return code === site.code && message === site.message ? site : { ...site, code, message };
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
